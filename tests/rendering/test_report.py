"""Composing: which pages there are, in which order, and whose words they bear."""

from typing import Any

import pytest

from acbp.model import Plan
from acbp.rendering.desk import shorten_title, split_title
from acbp.rendering.environment import check_plain
from acbp.rendering.layout import A4
from acbp.rendering.pages import contents
from acbp.rendering.report import compose
from acbp.rendering.stamp import read_facts
from tests.printing import Example

from .sample import document_of, make

OPTIONAL = [name for name in Plan.model_fields if name not in ("plan", "account", "supplier", "audience", "internal")]
SUBJECTS = {
    "opportunities": {"opportunities"},
    "actions": {"actions"},
    "promotions": {"promotions"},
    "scorecard": {"scorecard"},
    "reviews": {"review-Q1", "review-Q2"},
    "risks": {"risks"},
    "relationships": {"relationships"},
    "situation": {"market", "competition"},
    "signoff": {"signoff"},
}


def without(plan: Plan, *sections: str) -> Plan:
    """The plan as if these sections had never been written."""
    return plan.model_copy(update={name: Plan.model_fields[name].get_default() for name in sections})


def composed(example: Example, plan: Plan, edition: str = "internal") -> dict[str, Any]:
    """The document in the example's own language."""
    return compose(plan, example.workspace, **example.options(edition, plan.plan.language))[0]


def assert_whole(document: dict[str, Any]) -> None:
    """Every page belongs to a part, parts are numbered without a hole, and the contents list every page once."""
    check_plain(document)
    numbers = [part["number"] for part in document["parts"]]
    assert numbers == [str(number) for number in range(1, len(numbers) + 1)]
    assert {page["section"] for page in document["pages"]} == set(numbers)
    sections = [int(page["section"]) for page in document["pages"]]
    assert sections == sorted(sections)
    anchors = [page["anchor"] for page in document["pages"]]
    assert len(anchors) == len(set(anchors))
    assert list(document["numbers"]) == anchors
    first = 2 + len(document["contents"]["sheets"])
    assert [int(number) for number in document["numbers"].values()] == list(range(first, first + len(anchors)))
    listed = [line["anchor"] for part in document["contents"]["parts"] for line in part["lines"]]
    assert listed == [page["anchor"] for page in document["pages"] if page["part"] == 1]
    assert all(part["lines"] for part in document["contents"]["parts"])
    for page in document["pages"]:
        assert page["rows"] and 1 <= len(page["title"]) <= 2 and all(page["title"]), page["anchor"]
        assert all(column["modules"] for row in page["rows"] for column in row), page["anchor"]


@pytest.mark.parametrize("edition", ["internal", "customer"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_examples_are_whole(language: str, edition: str, examples: dict[str, Example]) -> None:
    assert_whole(composed(examples[language], examples[language].plan, edition))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("section", OPTIONAL)
def test_an_absent_section_leaves_no_page_and_no_hole(
    section: str, language: str, examples: dict[str, Example]
) -> None:
    example = examples[language]
    document = composed(example, without(example.plan, section))
    assert_whole(document)
    names = {page["name"] for page in document["pages"]}
    assert not names & SUBJECTS.get(section, set())


def test_sections_are_missed_where_they_are_absent(examples: dict[str, Example]) -> None:
    names = {page["name"] for page in composed(examples["zh"], examples["zh"].plan)["pages"]}
    assert set().union(*SUBJECTS.values()) <= names


@pytest.mark.parametrize("section", OPTIONAL)
def test_a_section_alone(section: str, examples: dict[str, Example]) -> None:
    plan = examples["en"].plan
    heading = plan.plan.model_copy(update={"pages": {}})
    alone = without(plan, *(name for name in OPTIONAL if name != section)).model_copy(update={"plan": heading})
    assert_whole(composed(examples["en"], alone))


@pytest.mark.parametrize("edition", ["internal", "customer"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_plan_of_nothing_is_a_document_all_the_same(language: str, edition: str) -> None:
    document = document_of(make(), edition, language)
    assert_whole(document)
    assert document["cover"]["chart"] is None


def page_of(document: dict[str, Any], name: str) -> dict[str, Any]:
    """The first page of a subject."""
    return next(page for page in document["pages"] if page["name"] == name)


def risky(words: dict[str, Any], page: str = "actions") -> Plan:
    """A plan with one action, one risk and the author's words for a page."""
    return make(
        heading={"pages": {page: words}},
        actions=[{"id": "a", "name": "Tasting", "due": "2027-06-01"}],
        risks=[{"id": "r", "name": "Late", "likelihood": 3, "impact": 4}],
    )


def test_the_authors_words_win() -> None:
    plain = page_of(document_of(risky({})), "actions")
    written = page_of(
        document_of(risky({"title": "One action, 1 owner", "lead": "Quiet", "note": "Ledger"})), "actions"
    )
    assert (written["title"], written["lead"], written["notes"]) == (["One action, 1 owner"], "Quiet", "Ledger")
    assert plain["title"] != written["title"] and plain["notes"] != "Ledger"
    assert written["bookmark"] == "One action, 1 owner"


def test_words_for_the_internal_edition_stay_there() -> None:
    plan = risky({"title": "Said to all", "internal_title": "Said among us", "lead": "Open", "internal_lead": "Closed"})
    told = {edition: page_of(document_of(plan, edition), "actions") for edition in ("internal", "customer")}
    assert [told[edition]["title"] for edition in told] == [["Said among us"], ["Said to all"]]
    assert [told[edition]["lead"] for edition in told] == ["Closed", "Open"]


def test_two_lines_of_title_leave_no_room_for_the_lead() -> None:
    page = page_of(document_of(risky({"title": "A" * 40 + " and so on,|" + "B" * 40, "lead": "Quiet"})), "actions")
    assert len(page["title"]) == 2 and page["lead"] == ""


def test_a_very_long_title_is_set_smaller_and_kept_whole() -> None:
    title = "Of ninety actions in the plan sixty are done, twelve are late and have to be made up for,|" * 2
    page = page_of(document_of(risky({"title": title.rstrip("|")})), "actions")
    assert page["small"] and "".join(page["title"]).count("ninety") == 2
    assert not page_of(document_of(risky({"title": "Short"})), "actions")["small"]


def test_overleaf_a_title_drops_clauses_before_it_is_set_smaller() -> None:
    title = "23 promotions in place of 29:|each pound returns £3.00 of sales, up from £2.60 before them"
    assert shorten_title(title, continued=" (continued)") == "23 promotions in place of 29"
    assert shorten_title("Short:|and whole", continued=" (continued)") == "Short:|and whole"
    # An author's break within a clause leaves nothing that could stand alone.
    within = "Capsules and dish care and fabric care|fall a long way short of what was planned for them in autumn"
    assert shorten_title(within, continued=" (continued)", whole=True) == within


def test_sixty_chinese_characters_make_two_lines() -> None:
    title = "十六项行动完成八项，两项延误须在三季度追回，" * 3
    page = page_of(document_of(risky({"title": title[:60]}), language="zh"), "actions")
    assert len(page["title"]) == 2
    assert "".join(page["title"]) == title[:60]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("edition", ["internal", "customer"])
def test_composed_titles_fit_on_two_lines(edition: str, language: str, examples: dict[str, Example]) -> None:
    for example in examples.values():
        heading = example.plan.plan.model_copy(update={"pages": {}})
        plan = example.plan.model_copy(update={"plan": heading})
        document = compose(plan, example.workspace, **example.options(edition, language))[0]
        assert_whole(document)
        # "(continued)" may be more than a title of one clause has room for.
        assert [page["title"] for page in document["pages"] if page["small"] and page["part"] == 1] == []


def test_titles_are_split_where_the_author_says() -> None:
    assert split_title("Short, and on one line") == ["Short, and on one line"]
    left, right = "L" * 30 + ",", "R" * 34
    assert split_title(f"{left}|{right}") == [left, right]
    # As wide as the sans goes in one line, but the serif of titles is wider.
    wide = "Castlegate scores us 3.7 out of 5; 25% of answers are a full 5"
    assert split_title(wide) == ["Castlegate scores us 3.7 out of 5;", "25% of answers are a full 5"]
    assert split_title("字" * 70) == ["字" * 35, "字" * 35]
    halves = split_title(
        "Who takes the lead in tea shelf and chilled space first will hold both of them through the year"
    )
    assert halves == [
        "Who takes the lead in tea shelf and chilled space",
        "first will hold both of them through the year",
    ]
    assert A4.title_size == 16.5


def internal_marks(document: dict[str, Any]) -> list[str]:
    """The places where a document says that something is for our eyes."""

    def walk(value: Any, path: str) -> Any:
        if isinstance(value, str):
            if "内部" in value or "Internal" in value or "internal" in value:
                yield path
        elif isinstance(value, dict):
            for key, held in value.items():
                yield from walk(held, f"{path}.{key}")
        elif isinstance(value, (list, tuple)):
            for index, held in enumerate(value):
                yield from walk(held, f"{path}[{index}]")

    return list(walk(document, "document"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_customers_edition_speaks_of_nothing_internal(language: str, examples: dict[str, Example]) -> None:
    example = examples[language]
    customer = composed(example, example.plan, "customer")
    internal = composed(example, example.plan, "internal")
    assert internal_marks(customer) == []
    assert len(internal_marks(internal)) > len(internal["pages"])
    names = {
        read_facts(edition["keywords"])["edition"]: {p["name"] for p in edition["pages"]}
        for edition in (customer, internal)
    }
    assert names["internal"] - names["customer"] >= {"risks", "classification", "contribution"}
    assert names["customer"] <= names["internal"]
    tags = [m["tag"] for page in customer["pages"] for row in page["rows"] for column in row for m in column["modules"]]
    assert set(tags) == {""}


def test_the_mark_at_the_foot() -> None:
    plan = risky({})
    assert document_of(plan, "internal")["mark"] != document_of(plan, "customer")["mark"]
    marked = make(heading={"confidentiality": "Joint team only"})
    assert document_of(marked, "customer")["mark"] == "Joint team only"
    assert document_of(marked, "internal")["mark"] != "Joint team only"


def test_a_document_in_the_other_language(examples: dict[str, Example]) -> None:
    for example, language, tongue in ((examples["zh"], "en", "en"), (examples["en"], "zh", "zh-CN")):
        document = compose(example.plan, example.workspace, **example.options("customer", language))[0]
        assert_whole(document)
        assert document["html_lang"] == tongue


def listing(pages: int) -> list[dict[str, Any]]:
    """Six parts with that many conclusions in all."""
    lines = [{"title": f"Conclusion {n} of this plan", "anchor": str(n)} for n in range(pages)]
    return [{"number": str(n + 1), "name": "Part", "lines": lines[n::6]} for n in range(6)]


def test_a_conclusion_on_two_lines_of_the_contents_breaks_after_a_clause() -> None:
    title = "Northfield outgrows home care at Castlegate, but its capsule share is 4.5 points below the market"
    first, second = contents._balanced(title, 8.0).split("\n")
    assert first == "Northfield outgrows home care at Castlegate," and second.startswith("but")
    title = "Home delivery grows by almost a third and most of its gain comes from sugar-free tea and functional drinks"
    assert all(not half.endswith("-") for half in contents._balanced(title, 8.5).split("\n"))
    assert contents._balanced("Castlegate holds 17 days of stock", 8.0) == "Castlegate holds 17 days of stock"


@pytest.mark.parametrize(("pages", "sheets"), [(12, 1), (20, 1), (54, 2), (400, 12)])
def test_the_contents_take_as_many_sheets_as_they_need_and_leave_no_line_out(pages: int, sheets: int) -> None:
    dealt = contents._deal(listing(pages), contents._DENSE)
    assert len(dealt) == sheets
    anchors = [line["anchor"] for sheet in dealt for part in sheet for line in part["lines"]]
    assert sorted(anchors, key=int) == [str(n) for n in range(pages)]
    if sheets == 2:
        assert all(len(sheet) == 3 for sheet in dealt), "both sheets are about equally full"
