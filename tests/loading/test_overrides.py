"""Values from the command line."""

import pytest

from acbp.loading.compose import read_yaml
from acbp.loading.nodes import Node
from acbp.loading.overrides import apply_overrides

from .stand_in import Plan

TEXT = "plan:\n  status: draft\nactions:\n  - id: tea\n    value: 5\n  - value: 6\n    tags: [a, b]\n"


def tree() -> Node:
    root, _ = read_yaml(TEXT.encode(), "f")
    assert root is not None
    return root


@pytest.mark.parametrize(
    ("override", "path", "value"),
    [
        ("plan.status=agreed", ("plan", "status"), "agreed"),
        ("plan.title=A: b = c", ("plan", "title"), "A: b = c"),
        ('plan.title="360"', ("plan", "title"), "360"),
        ("plan.title=", ("plan", "title"), None),
        ("actions[tea].value=120万", ("actions", 0, "value"), "120万"),
        ("actions.tea.value=7", ("actions", 0, "value"), 7),
        ("actions[2].value=true", ("actions", 1, "value"), True),
        ("actions[2].tags[1]=c", ("actions", 1, "tags", 0), "c"),
        (" plan.status = agreed ", ("plan", "status"), "agreed"),
    ],
)
def test_a_value_is_put_in_its_place(override: str, path: tuple[str | int, ...], value: object) -> None:
    root = tree()
    assert apply_overrides(root, [override], Plan) == []
    found = root.plain()
    for step in path:
        found = found[step]
    assert found == value


def test_a_value_stands_on_the_command_line() -> None:
    root = tree()
    apply_overrides(root, ["plan.status=later"], Plan)
    node = root.get("plan", "status")
    assert node is not None
    place = node.place()
    assert (place.file, place.line, place.column, place.end_column) == ("--set", 1, 13, 18)
    assert place.excerpt == "plan.status=later"


@pytest.mark.parametrize(
    ("override", "code", "near"),
    [
        ("plan.status", "E216", None),
        ("=x", "E216", None),
        ("plan..status=x", "E216", None),
        ("plan[=x", "E216", None),
        ("", "E216", None),
        ("plna.status=x", "E217", "plan"),
        ("actions[tae].value=x", "E217", "actions.tea"),
        ("actions[0].value=x", "E217", None),
        ("actions[3].value=x", "E217", None),
        ("actions[99999999999].value=x", "E217", None),
        ("actions.new=x", "E217", None),
        ("plan.status.deeper=x", "E217", None),
    ],
)
def test_an_override_that_fits_nowhere(override: str, code: str, near: str | None) -> None:
    root = tree()
    (problem,) = apply_overrides(root, [override], Plan)
    assert (problem.code, problem.values.get("nearest")) == (code, near)
    assert problem.place is not None and problem.place.file == "--set"
    assert problem.message("zh") and problem.hint("en")
    assert root.plain() == tree().plain()
