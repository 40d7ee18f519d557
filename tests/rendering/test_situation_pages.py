"""The pages on articles, months and stores, stock, shoppers and contacts: long lists, editions and gaps."""

from typing import Any

import pytest

from .sample import document_of, make


def page_of(document: dict[str, Any], anchor: str) -> dict[str, Any] | None:
    return next((page for page in document["pages"] if page["anchor"] == anchor), None)


def words_of(held: Any) -> list[str]:
    """Every string of a page."""
    if isinstance(held, str):
        return [held]
    if isinstance(held, dict):
        return [word for value in held.values() for word in words_of(value)]
    return [word for value in held for word in words_of(value)] if isinstance(held, (list, tuple)) else []


def figures_of(page: dict[str, Any], heading: str) -> list[list[str]]:
    """The rows of the table whose heading begins so, each as the texts of its cells."""
    (table,) = [
        module
        for row in page["rows"]
        for column in row
        for module in column["modules"]
        if module["kind"] == "table" and module["heading"].startswith(heading)
    ]
    return [
        [cell["word"] or " ".join(line["text"] for line in cell.get("lines", ())) for cell in r["cells"]]
        for r in table["rows"]
    ]


def skus(count: int) -> list[dict[str, Any]]:
    return [{"id": f"s{n}", "name": f"Article {n}", "sales": f"{1000 - n}.4", "previous": 900} for n in range(count)]


def test_a_long_list_ends_with_what_remains_and_adds_up() -> None:
    plan = make(situation={"performance": {"conclusion": "So", "skus": skus(300)}})
    page = page_of(document_of(plan, "customer", "en"), "assortment")
    assert page is not None
    rows = figures_of(page, "The top 15")
    assert len(rows) == 17
    assert rows[-2][1] == "The remaining 285"
    printed = [int(row[4].replace(",", "")) for row in rows]
    assert sum(printed[:-1]) == printed[-1]


def test_a_list_that_fits_is_shown_whole() -> None:
    plan = make(situation={"performance": {"conclusion": "So", "skus": skus(16)}})
    page = page_of(document_of(plan, "customer", "en"), "assortment")
    assert page is not None and len(figures_of(page, "All SKUs")) == 17


DEBT = {"balance": 876543, "credit_limit": 900000, "help": [{"what": "Joint statements"}]}


def test_debt_is_ours_and_help_is_theirs() -> None:
    plan = make(situation={"receivables": DEBT})
    ours, theirs = (page_of(document_of(plan, edition, "en"), "stock") for edition in ("internal", "customer"))
    assert ours is not None and theirs is not None
    assert any("876" in word for word in words_of(ours["rows"]))
    assert not any("876" in word or "900" in word for word in words_of(theirs["rows"]))
    assert "Joint statements" in words_of(theirs["rows"])


def test_debt_alone_leaves_no_page_to_the_customer() -> None:
    plan = make(situation={"receivables": {"balance": 876543}})
    assert page_of(document_of(plan, "internal", "en"), "stock") is not None
    assert page_of(document_of(plan, "customer", "en"), "stock") is None


def test_days_of_cover_are_drawn_where_the_page_has_room_for_them() -> None:
    lines = [
        {"id": name, "name": name, "opening": 100, "closing": 100, "sold": sold}
        for name, sold in (("tea", 900), ("juice", 400))
    ]
    stock = {"conclusion": "So", "date": "2026-12-31", "lines": lines}
    plan = make(situation={"stock": stock, "receivables": DEBT})
    page = page_of(document_of(plan, "customer", "en"), "stock")
    assert page is not None
    (chart,) = page["rows"][0][0]["modules"]
    assert chart["heading"].startswith("juice has the longest cover with 91 days, tea the shortest with 41")


CONTACTS = [
    {"id": "us", "name": "Lin", "side": "us", "function": "Sales"},
    {"id": "them", "name": "Gu", "side": "customer", "function": "Buying", "stance": "critic", "influence": 5},
]
INNER = {
    "ladder": {"now": "repeat"},
    "rhythm": [{"ours": "us", "theirs": "them", "mode": "visit", "next": "2026-12-01"}],
    "touchpoints": [{"name": "Order desk", "quality": 2}],
    "visits": [{"date": "2027-01-02", "place": "store", "where": f"Store {n}"} for n in range(60)],
    "visit_checklist": [{"place": "warehouse", "text": "Batch dates"}],
    "personal_file": "people.kdbx",
}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_levels_and_contact_plan_are_for_our_eyes(language: str) -> None:
    pairs = [{"ours": "us", "theirs": "them", "level": "basic", "wanted": "proactive", "evidence": "None yet"}]
    plan = make(relationships={"contacts": CONTACTS, "pairs": pairs, **INNER})
    ours, theirs = (document_of(plan, edition, language) for edition in ("internal", "customer"))
    inner = {"relationship-levels", "contact-plan"}
    assert inner <= {page["anchor"] for page in ours["pages"]}
    assert not inner & {page["anchor"] for page in theirs["pages"]}
    assert len([page for page in ours["pages"] if page["name"] == "contact-plan"]) == 1


def test_the_file_of_personal_notes_is_named_nowhere() -> None:
    plan = make(relationships={"contacts": CONTACTS, "pairs": [{"ours": "us", "theirs": "them"}], **INNER})
    assert not [word for word in words_of(document_of(plan, "internal", "en")) if "people.kdbx" in word]


def test_competition_without_names_is_told_with_the_market() -> None:
    competition = {"conclusion": "Own label moves", "competitors": [{"name": "Albion", "move": "Half price"}]}
    plan = make(situation={"competition": competition, "swot": {"conclusion": "Use the reset", "strengths": ["Team"]}})
    ours, theirs = (document_of(plan, edition, "en") for edition in ("internal", "customer"))
    assert page_of(ours, "competition") is not None and page_of(ours, "market") is None
    market = page_of(theirs, "market")
    assert market is not None and page_of(theirs, "competition") is None
    assert {"Own label moves", "Use the reset"} <= set(words_of(market))
    assert not [word for word in words_of(theirs) if "Albion" in word]


def test_a_page_of_next_to_nothing_still_has_its_title() -> None:
    stock = {"conclusion": "Tea is short", "lines": [{"id": "tea"}]}
    page = page_of(document_of(make(situation={"stock": stock}), "customer", "en"), "stock")
    assert page is not None and page["title"] == ["Tea is short"]


def test_the_mean_changes_by_what_is_printed() -> None:
    # The means are 4.033 and 3.967: both are printed as 4.0, and so the change is none.
    scores = [("4.4", "4.3"), ("3.7", "3.9"), ("4.0", "3.7")]
    items = [{"name": f"Q{n}", "score": score, "previous": last} for n, (score, last) in enumerate(scores)]
    plan = make(situation={"satisfaction": {"conclusion": "So", "items": items}})
    page = page_of(document_of(plan), "satisfaction")
    assert page is not None
    assert figures_of(page, "Scores")[-1][2:4] == ["4.0", "0.0"]


def test_the_trend_says_which_way_it_goes() -> None:
    rounds = [
        {"date": f"{year}-11-20", "score": score, "top_box": top}
        for year, score, top in ((2025, "4.02", "31%"), (2026, "4.04", "28%"))
    ]
    survey = {"conclusion": "So", "items": [{"name": "Delivery", "score": "4.0"}], "rounds": rounds}
    page = page_of(document_of(make(situation={"satisfaction": survey})), "satisfaction")
    assert page is not None
    words = words_of(page["rows"])
    assert {"Mean score holds at 4.0", "Answers of 5 fall to 28%"} <= set(words)


def test_the_trend_is_told_of_the_surveys_that_asked() -> None:
    rounds = [
        {"date": f"{year}-11-20", "score": "4.0", **top}
        for year, top in ((2024, {"top_box": "20%"}), (2025, {"top_box": "24%"}), (2026, {}))
    ]
    survey = {"conclusion": "So", "items": [{"name": "Delivery", "score": "4.0"}], "rounds": rounds}
    page = page_of(document_of(make(situation={"satisfaction": survey})), "satisfaction")
    assert page is not None
    assert "Answers of 5 rise to 24%" in words_of(page["rows"])


def test_what_a_store_sells_tells_the_clusters_apart() -> None:
    clusters = [
        {"id": n, "name": n, "stores": 400, "sales": sales} for n, sales in (("city", 10**7), ("county", 8 * 10**6))
    ]
    plan = make({"money_unit": "m"}, situation={"performance": {"conclusion": "So", "stores": clusters}})
    page = page_of(document_of(plan, "customer", "en"), "breakdown")
    assert page is not None
    assert [row[5] for row in figures_of(page, "By cluster")[:2]] == ["0.03", "0.02"]


def test_points_to_go_are_the_difference_of_the_printed_shares() -> None:
    # 19.04% and 19.15% are printed as 19.0% and 19.2%.
    now, target = ({"own": own, "all": 10000} for own in (1904, 1915))
    plan = make(
        {"categories": [{"id": "tea", "name": "Tea"}]},
        space={"conclusion": "So", "shelves": [{"category": "tea", "now": now, "target": target}]},
    )
    page = page_of(document_of(plan), "space")
    assert page is not None
    assert figures_of(page, "")[0][3:5] == ["19.2%", "+0.2\u00a0pt"]


@pytest.mark.parametrize(
    ("last", "now", "target", "said", "heading"),
    [
        (30, 28, 26, "−2.0\u00a0pt", "Share of shelf"),
        (30, 26, 26, "reached", "Tea: 26.0% of the shelf, target reached"),
        (20, 27, 26, "reached", "Tea: 27.0% of the shelf, target reached"),
        (20, 24, 26, "+2.0\u00a0pt", "Tea: 24.0% of the shelf, 2.0\u00a0pt below target"),
    ],
)
def test_space_that_is_given_up_reaches_its_target_from_above(
    last: int, now: int, target: int, said: str, heading: str
) -> None:
    shelf = {"category": "tea"} | {
        name: {"own": own, "all": 100} for name, own in (("last", last), ("now", now), ("target", target))
    }
    plan = make({"categories": [{"id": "tea", "name": "Tea"}]}, space={"conclusion": "So", "shelves": [shelf]})
    page = page_of(document_of(plan), "space")
    assert page is not None
    assert figures_of(page, heading)[0][4] == said


def test_swot_stands_two_by_two() -> None:
    parts = ("strengths", "weaknesses", "opportunities", "threats")
    swot = {"conclusion": "Use the reset", **{part: [part[:3]] for part in parts}}
    competition = {"conclusion": "Own label moves", "competitors": [{"name": "Albion", "move": "Half price"}]}
    plan = make(situation={"competition": competition, "swot": swot})
    page = page_of(document_of(plan), "competition")
    assert page is not None
    assert [row[1::2] for row in figures_of(page, "Use the reset")] == [["str", "wea"], ["opp", "thr"]]
