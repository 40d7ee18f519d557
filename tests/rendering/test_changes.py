"""The pages of what changed since an earlier version."""

from dataclasses import replace
from datetime import date

import pytest

from acbp.rendering.redline import Group, Line, Redline
from acbp.rendering.report import compose
from tests.printing import Example

MANY = tuple(Line(f"Item {number}", "before", "after") for number in range(200))
REDLINE = Redline(
    "V1.0",
    date(2027, 3, 3),
    "3badff0" + "0" * 33,
    (
        Group("changes", "actions", (Line("Tasting · due", "30 June 2027", "9 July 2027"), Line("Coolers", "", "new"))),
        Group("effects", "", (Line("Sales", "£10m", "£11m"),)),
    ),
)


@pytest.mark.parametrize(("language", "title"), [("zh", "自 V1.0（2027"), ("en", "2 changes since V1.0 of 3")])
def test_the_report_begins_with_what_changed(examples: dict[str, Example], language: str, title: str) -> None:
    example = examples["en"]
    document, _, _ = compose(example.plan, example.workspace, redline=REDLINE, **example.options("customer", language))
    first = document["pages"][0]
    assert first["name"] == "changes" and first["bookmark"].startswith(title)
    assert first["rows"][0][0]["modules"][0]["heading"] == "Actions"
    assert sum(page["name"] == "changes" for page in document["pages"]) == 1


def test_nothing_changed_and_very_much(examples: dict[str, Example]) -> None:
    example = examples["en"]
    for groups, pages, title in (((), 1, "Nothing has changed"), ((Group("changes", "x", MANY),), 6, "200 changes")):
        document, _, _ = compose(
            example.plan,
            example.workspace,
            redline=replace(REDLINE, groups=groups),
            **example.options("internal", "en"),
        )
        found = [page for page in document["pages"] if page["name"] == "changes"]
        assert len(found) == pages and found[0]["bookmark"].startswith(title)
