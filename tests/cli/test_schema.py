"""`acbp schema`: the schemas on stdout or in a file."""

import json
from pathlib import Path

from acbp.loading.schema import SECTIONS


def test_it_is_printed(acbp) -> None:
    ran = acbp("schema")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["$id"] == "urn:acbp:schema:plan"
    assert json.loads(acbp("schema", "--workspace").out)["$id"] == "urn:acbp:schema:workspace"


def test_a_section_has_its_own(acbp) -> None:
    for name in SECTIONS:
        schema = json.loads(acbp("schema", "--section", name).out)
        assert schema["type"] in ("object", "array")


def test_it_is_written_to_a_file(acbp, tmp_path: Path) -> None:
    ran = acbp("schema", "--output", tmp_path / "schema.json")
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "schema.json").read_text("utf-8") == acbp("schema").out
    (tmp_path / "taken").touch()
    ran = acbp("schema", "--output", tmp_path / "taken" / "schema.json")
    assert ran.code == 1 and "E909" in ran.err


def test_usage(acbp) -> None:
    ran = acbp("schema", "--section", "nothing")
    assert ran.code == 2 and "scorecard" in ran.err
    assert acbp("schema", "--section", "plan", "--workspace").code == 2


def test_an_unknown_section_is_shown_those_that_exist(acbp) -> None:
    ran = acbp("schema", "--section", "nosuch")
    assert ran.code == 2
    assert "there is no section 'nosuch'; choose one of: plan, account, " in ran.err
