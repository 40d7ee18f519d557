import pytest

from acbp.editions import for_customer
from acbp.rendering.environment import fill
from acbp.rendering.formats import FORMATS
from acbp.rendering.report import compose
from acbp.rendering.stamp import Stamp, digest_content, read_facts, write_facts

from .sample import document_of, make, options

ACCOUNT = {"name": "Castlegate Stores", "short_name": "Castlegate"}


def test_facts_come_back_as_they_were_written() -> None:
    facts = {"plan": "harbour-2028", "version": "V2.0, with Q1", "as-of": "2028-04-20", "commit": "", "digest": "ab12"}
    line = write_facts(facts)
    assert line == "plan=harbour-2028, version=V2.0, with Q1, as-of=2028-04-20, digest=ab12"
    assert read_facts(line) == {name: value for name, value in facts.items() if value}
    assert read_facts("harbour-2028, V2.0, internal") == {}


def test_a_digest_tells_contents_apart_and_not_objects() -> None:
    assert digest_content("a", b"b") == digest_content("a", b"b")
    assert (
        len({digest_content("a", "b"), digest_content("ab"), digest_content("a", b"c"), digest_content("b", "a")}) == 4
    )


def test_changed_since_goes_before_the_commit() -> None:
    assert Stamp("3badff0" + "0" * 33).short == "3badff0"
    assert Stamp("3badff0" + "0" * 33).named == "3badff0" + "0" * 33
    assert Stamp("3badff0", changed=True).named == "uncommitted"
    assert Stamp().named == ""


def test_the_digest_of_a_customers_page_does_not_know_what_is_internal() -> None:
    plain, told = make(account=ACCOUNT), make(account=ACCOUNT | {"why_key": "their terms end in June"})
    assert for_customer(plain) == for_customer(told)
    digests = {
        edition: [read_facts(document_of(plan, edition)["keywords"])["digest"] for plan in (plain, told)]
        for edition in ("customer", "internal")
    }
    assert digests["customer"][0] == digests["customer"][1]
    assert digests["internal"][0] != digests["internal"][1]
    assert digests["internal"][0] != digests["customer"][0]


@pytest.mark.parametrize(("language", "words"), [("en", "V1.0 · uncommitted · "), ("zh", "V1.0 · 未提交 · ")])
@pytest.mark.parametrize("form", FORMATS)
def test_every_page_says_that_changes_were_not_committed(form: str, language: str, words: str) -> None:
    plan = make(
        reviews=[{"period": "Q1", "date": "2027-04-16", "actuals": {"sales": "10"}, "summary": "Sales are on plan."}],
        goals={"statement": "Grow"},
    )
    period = "Q1" if form == "review" else None
    asked = options("customer", language) | {"form": form, "period": period, "stamp": Stamp("3badff0", changed=True)}
    document, _, _ = compose(plan, None, **asked)
    page = fill(document, language, template=FORMATS[form].template)
    framed = 1 if form == "onepage" else page.count('class="page"')
    assert framed and page.count(f'<span class="stamp">{words}') == framed
