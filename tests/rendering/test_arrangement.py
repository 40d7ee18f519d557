"""The order of the pages and their parts: the product's own, the six steps, or the author's; and pages of their own."""

from typing import Any

import pytest

from acbp.model import Plan
from acbp.model.heading import PAGE_NAMES
from acbp.rendering.arrangement import PARTS, SIX_STEPS

from .sample import document_of, make

SECTIONS: dict[str, Any] = {
    "goals": {"statement": "Grow together", "customer": [{"text": "Margin"}], "ours": [{"text": "Sales"}]},
    "strategies": [
        {"id": "shelf", "name": "Shelf", "how": "More of it", "objective": "sales", "customer_benefit": "Margin"}
    ],
    "objectives": [{"id": "sales", "name": "Sales", "unit": "money", "baseline": 100, "target": 120}],
    "actions": [{"id": "pilot", "name": "Pilot", "strategy": "shelf"}],
    "risks": [{"id": "delay", "name": "Delay", "likelihood": 2, "impact": 3}],
}
SUM = {"total": True}
MEDIA = {
    "id": "media",
    "title": "Three waves of media reach twelve million households",
    "note": "Reach as estimated",
    "modules": [
        {"heading": "What we do", "text": "First one wave.\nThen another."},
        {
            "heading": "Waves",
            "table": {
                "columns": ["Wave", "Stores", "Cost"],
                "rows": [["One", 148, "60"], ["All", "", 1260]],
                "total": True,
            },
        },
        {
            "heading": "Half of it",
            "half": True,
            "chart": {"unit": "%", "points": [{"label": "One", "value": "25%"}, {"label": "Two", "value": "75%"}]},
        },
        {"heading": "Reach", "half": True, "chart": {"kind": "bars", "points": [{"label": "One", "value": 3}]}},
    ],
}


def plan(layout: dict[str, Any] | None = None) -> Plan:
    """The small plan with that layout."""
    return make(**SECTIONS, **({"layout": layout} if layout else {}))


def outline(document: dict[str, Any]) -> list[tuple[str, str]]:
    """Name and part number of each page."""
    return [(page["name"], page["section"]) for page in document["pages"]]


def test_without_a_layout_the_parts_are_the_six_of_the_product() -> None:
    document = document_of(plan())
    names = [name for name, _ in outline(document)]
    assert [names.index(name) for name in ("overview", "strategies", "actions", "risks")] == sorted(
        names.index(name) for name in ("overview", "strategies", "actions", "risks")
    )
    assert [part["number"] for part in document["parts"]] == [str(n) for n in range(1, len(document["parts"]) + 1)]
    assert {"Overview", "Strategy", "Partnership"} <= {part["name"] for part in document["parts"]}


def test_groups_choose_order_and_name_the_pages() -> None:
    groups = [
        {"name": "What we do", "pages": ["actions", "media", "strategies"]},
        {"name": "Nothing yet", "pages": ["signoff"]},
        {"name": "What may go wrong", "pages": ["risks"]},
    ]
    layout = {"groups": groups, "pages": [MEDIA]}
    document = document_of(plan(layout))
    assert outline(document) == [("actions", "1"), ("media", "1"), ("strategies", "1"), ("risks", "2")]
    assert [part["name"] for part in document["parts"]] == ["What we do", "What may go wrong"]
    assert [part["name"] for part in document["contents"]["parts"]] == ["What we do", "What may go wrong"]
    assert document["numbers"]["media"] == "4"
    customer = document_of(plan(layout), "customer")
    assert outline(customer) == [("actions", "1"), ("media", "1"), ("strategies", "1")]
    assert [part["name"] for part in customer["parts"]] == ["What we do"]


def test_the_six_steps_keep_every_page() -> None:
    document = document_of(plan({"method": "six-step", "pages": [MEDIA]}))
    assert sorted(name for name, _ in outline(document)) == sorted(
        name for name, _ in outline(document_of(plan({"pages": [MEDIA]})))
    )
    names = {part["number"]: part["name"] for part in document["parts"]}
    homes = {name: names[section] for name, section in outline(document)}
    assert (homes["overview"], homes["risks"], homes["media"]) == ("Appraisal", "Strategy", "Renewal")


def test_the_six_steps_name_pages_that_exist_and_each_once() -> None:
    named = [name for names in SIX_STEPS.values() for name in names]
    assert len(named) == len(set(named))
    assert set(named) == set(PAGE_NAMES) - {"signoff"}
    assert len(SIX_STEPS) == len(PARTS)


def test_a_page_of_ones_own_holds_texts_tables_and_charts() -> None:
    document = document_of(plan({"pages": [MEDIA]}))
    (page,) = [page for page in document["pages"] if page["name"] == "media"]
    assert page["notes"] == "Reach as estimated"
    assert document["parts"][-1]["name"] == "Partnership"
    kinds = [[module["kind"] for column in row for module in column["modules"]] for row in page["rows"]]
    assert kinds == [["text"], ["table"], ["chart", "table"]]
    table = page["rows"][1][0]["modules"][0]
    assert [column["align"] for column in table["columns"]] == ["l", "r", "r"]
    assert [cell["word"] for cell in table["rows"][1]["cells"]] == ["All", "", "1,260"]
    assert table["rows"][1]["class"] == "total"
    chart = page["rows"][2][0]["modules"][0]
    assert chart["alt"] == "Chart. Half of it. One 25.0% and Two 75.0%"


def test_a_chart_takes_up_what_a_short_page_leaves() -> None:
    def height(texts: int) -> float:
        more = [{"heading": f"Text {at}", "text": "Some words. " * 60} for at in range(texts)]
        page = {**MEDIA, "modules": [*more, *MEDIA["modules"]]}
        document = document_of(plan({"pages": [page]}))
        held = [
            made for page in document["pages"] for row in page["rows"] for column in row for made in column["modules"]
        ]
        return next(float(made["height"]) for made in held if made["heading"] == "Half of it")

    assert height(0) > 80 > 62 == height(6)


@pytest.mark.parametrize("part", ["page", "module"])
def test_what_is_internal_on_such_a_page_stays_with_us(part: str) -> None:
    own = {**MEDIA, "audience": "internal"} if part == "page" else MEDIA
    if part == "module":
        own = {**MEDIA, "modules": [{**MEDIA["modules"][0], "audience": "internal"}, *MEDIA["modules"][1:]]}
    document = document_of(plan({"pages": [own]}), "customer")
    assert "First one wave" not in str(document)
    assert ("media" in dict(outline(document))) == (part == "module")
