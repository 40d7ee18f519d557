"""`acbp rules`."""

import json
from collections.abc import Callable

from tests.cli.conftest import Ran


def test_all_rules_are_listed_with_their_weights(acbp: Callable[..., Ran]) -> None:
    ran = acbp("rules")
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert "R203  warning  An opportunity is pursued without a strategy" in lines
    assert "R101  error    Categories do not add up to the quarter" in lines
    assert lines == sorted(lines)


def test_one_is_explained(acbp: Callable[..., Ran]) -> None:
    ran = acbp("rules", "r203")
    assert ran.code == 0
    assert ran.out.startswith("# R203 ")
    assert "Passed:" in ran.out


def test_programs_get_json(acbp: Callable[..., Ran]) -> None:
    data = json.loads(acbp("rules", "R405", "--format", "json").out)
    assert data["language"] == "en"
    (rule,) = data["rules"]
    assert (rule["code"], rule["severity"]) == ("R405", "error")
    assert set(rule) == {"code", "severity", "title", "message", "hint", "why", "bad", "good"}


def test_an_unknown_code_is_a_usage_error_with_the_nearest(acbp: Callable[..., Ran]) -> None:
    ran = acbp("rules", "R499")
    assert ran.code == 2
    assert "did you mean R409?" in ran.err
