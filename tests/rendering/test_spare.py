"""Pages that run over, since heights are estimates, are dealt out anew with less room."""

from collections.abc import Mapping
from typing import Any

import pytest

from acbp.rendering import layout
from acbp.rendering.assets import Assets
from acbp.rendering.pdf import measure
from acbp.rendering.report import SECOND_TRIES, _find_spare, render

from .sample import make, options


class Pages:
    """Stands for composing and the typesetter: how far pages of each name run over with so much room left free."""

    def __init__(self, spilt: Mapping[str, list[float]]) -> None:
        self.spilt = {name: list(heights) for name, heights in spilt.items()}
        self.measured: list[list[str]] = []
        self.tried: list[dict[str, float]] = []

    def compose(self, spare: Mapping[str, float]) -> tuple[dict[str, Any], Any, list[Any]]:
        self.tried.append(dict(spare))
        return {"pages": [{"name": name, "anchor": name} for name in ("cover", "actions", "risks")]}, None, []

    def measure(self, document: dict[str, Any], assets: Any) -> dict[str, float]:
        names = [page["name"] for page in document["pages"]]
        self.measured.append(names)
        return {name: height for name in names if (height := self.spilt[name].pop(0))}

    def find(self, **spilt: float) -> dict[str, float]:
        return _find_spare(spilt, self.compose, self.measure)


def test_only_pages_that_ran_over_are_laid_out_again_until_none_does() -> None:
    pages = Pages({"actions": [3.0, 0.0], "risks": [0.0]})
    assert pages.find(actions=10.0, risks=4.0) == {"actions": 17.0, "risks": 6.0}
    assert pages.measured == [["actions", "risks"], ["actions"]]
    assert pages.tried == [{"actions": 12.0, "risks": 6.0}, {"actions": 17.0, "risks": 6.0}]


def test_what_helps_no_more_is_given_up_for_the_best_that_was_tried() -> None:
    pages = Pages({"actions": [2.0, 5.0, 7.0]})
    assert pages.find(actions=4.0) == {"actions": 6.0}
    assert len(pages.tried) == SECOND_TRIES
    assert Pages({"actions": [4.0, 4.0, 4.0]}).find(actions=4.0) == {"actions": 0.0}


def test_a_table_taken_for_too_low_still_keeps_to_its_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    actions = [
        {"id": f"a{n}", "name": f"Agree the plan of stores number {n} with each of their managers", "due": "2027-09-30"}
        for n in range(70)
    ]
    plan = make(actions=actions)
    estimated = layout._row_height
    monkeypatch.setattr(layout, "_row_height", lambda *given: 0.93 * estimated(*given))
    found: list[dict[str, float]] = []

    def note(html: str, sheets: list[str], assets: Assets) -> dict[str, float]:
        found.append(measure(html, sheets, assets))
        return found[-1]

    monkeypatch.setattr("acbp.rendering.report.measure", note)
    made = render(plan, None, **options())
    assert found and "actions" not in found[-1]
    assert not made.problems and "actions" not in made.spilt
