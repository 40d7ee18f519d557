"""The customer's PDF itself: searched for what is internal in every place where a PDF can hold text."""

from pathlib import Path

import pytest
from weasyprint import HTML

from acbp.editions import for_customer
from acbp.model import Plan
from acbp.rendering.report import render
from tests.printing import Example, Press
from tests.rendering.reading import Pdf, read_objects, read_streams, squeeze
from tests.rendering.sample import make, options

from .planting import WORD, Planter, leaves


def found_in(content: bytes, needles: set[str], folder: Path) -> set[str]:
    """Which of these texts a PDF holds: printed, in its objects, or anywhere in its streams."""
    printed = Pdf(content).text
    objects = squeeze("\n".join(read_objects(content, folder)))
    raw = read_streams(content, folder)
    return {
        needle
        for needle in needles
        if squeeze(needle) in printed
        or squeeze(needle) in objects
        or any(needle.encode(encoding) in raw for encoding in ("utf-8", "utf-16-be"))
    }


def texts_of(plan: Plan) -> set[str]:
    """Every text of a plan that can be told from a key word or an id: of several words, or in Chinese."""
    texts = {value for _, value in leaves(plan) if isinstance(value, str) and len(value) >= 5}
    return {text for text in texts if " " in text or not text.isascii()}


def secrets_of(plan: Plan) -> set[str]:
    """The texts that the plan holds and its customer's projection does not, nor as a part of another text."""
    open_texts = squeeze("\n".join(texts_of(for_customer(plan))))
    return {text for text in texts_of(plan) if squeeze(text).replace("|", "") not in open_texts.replace("|", "")}


@pytest.mark.parametrize("name", ["zh-customer-zh", "en-customer-en", "en-customer-zh"])
def test_no_internal_text_is_in_the_customers_file(
    name: str, examples: dict[str, Example], printed: Press, tmp_path: Path
) -> None:
    secrets = secrets_of(examples[name[:2]].plan)
    assert len(secrets) > 60
    assert found_in(printed[name].content, secrets, tmp_path) == set()


@pytest.mark.parametrize("name", ["zh-internal-zh", "en-internal-en"])
def test_the_search_finds_them_in_the_internal_file(
    name: str, examples: dict[str, Example], printed: Press, tmp_path: Path
) -> None:
    secrets = secrets_of(examples[name[:2]].plan)
    assert len(found_in(printed[name].content, secrets, tmp_path)) > len(secrets) / 2


@pytest.mark.parametrize(
    "leak",
    [
        "<p>{}</p>",
        "<p style='color: white'>{}</p>",
        "<p style='position: absolute; left: -500mm'>{}</p>",
        "<p style='opacity: 0'>{}</p>",
        "<p style='text-transform: lowercase'>{}</p>",
        "<p style='letter-spacing: 2mm; width: 20mm; overflow-wrap: anywhere'>{}</p>",
        "<h1 style='font-size: 0.1pt'>{}</h1>",
        '<img alt=\'{}\' src=\'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\'>',
        "<a href='https://example.com/{}'>x</a>",
        "<p id='{}'>x</p><a href='#{}'>x</a>",
        "<p style='bookmark-level: 1; bookmark-label: \"{}\"'>x</p>",
        "<title>{}</title>",
        "<meta name=keywords content='{}'>",
        "<meta name=author content='{}'>",
    ],
)
def test_the_search_finds_a_text_wherever_it_hides(leak: str, tmp_path: Path) -> None:
    html = f"<html lang=en>{leak.replace('{}', WORD)}<p>plain</p>"
    content = HTML(string=html).write_pdf(pdf_variant="pdf/ua-1")
    assert found_in(content, {WORD, "sparrow"}, tmp_path) == {WORD}


def small() -> Plan:
    """A plan with some of everything that has internal fields."""
    return make(
        account={
            "name": "Castlegate",
            "short_name": "Castlegate",
            "tier": "national",
            "needs": [{"need": "Margin", "who": "Mark"}],
        },
        financials={"quarters": {"Q1": 10, "Q2": 20, "Q3": 30, "Q4": 40}, "reserve": 5},
        objectives=[{"id": "o", "name": "Grow"}],
        strategies=[
            {
                "id": "s",
                "name": "Shelf",
                "how": "So",
                "objective": "o",
                "customer_benefit": "Growth",
                "investment": 3,
                "value": 8,
            },
            {
                "id": "t",
                "name": "Cooler",
                "how": "So",
                "objective": "o",
                "customer_benefit": "Growth",
                "investment": 1,
                "value": 9,
            },
        ],
        relationships={
            "contacts": [
                {"id": "a", "name": "Amy", "side": "us"},
                {"id": "b", "name": "Bo", "side": "customer", "influence": 3},
            ],
            "pairs": [{"ours": "a", "theirs": "b", "level": "basic"}],
        },
        risks=[{"id": "r", "name": "Late", "likelihood": 3, "impact": 4}],
    )


def test_the_bytes_of_the_customers_file_do_not_depend_on_what_is_internal() -> None:
    plan = small()
    files = {
        render(each, None, **options("customer")).content for each in (plan, for_customer(plan), Planter().plant(plan))
    }
    assert len(files) == 1
    assert render(plan, None, **options("internal")).content not in files
