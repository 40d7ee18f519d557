"""The order of the pages and the parts that they stand in: the product's own, a method's, or the author's."""

from collections.abc import Iterable, Mapping, Sequence

from acbp.model.layout import Layout
from acbp.rendering.desk import Desk, Page

PARTS = ("overview", "situation", "strategy", "financials", "review", "partnership")
"""The parts of a document, in order; a page's section is the number of its part, from 1."""

SIX_STEPS: Mapping[str, tuple[str, ...]] = {
    "appraisal": ("overview", "scorecard", "measures", "classification", "assessment"),
    "information": (
        "account",
        "market",
        "shopper",
        "satisfaction",
        "stock",
        "relationships",
        "relationship-levels",
        "contact-plan",
    ),
    "rivals": ("competition",),
    "ourselves": (
        "performance",
        "assortment",
        "breakdown",
        "space",
        "service",
        "issues",
        "escalation",
        "financials",
        "terms",
        "pocket",
        "customer-profit",
        "contribution",
        "team",
    ),
    "strategy": (
        "opportunities",
        "strategies",
        "actions",
        "promotions",
        "launch",
        "scenarios",
        "negotiation",
        "risks",
        "contingency",
    ),
    "renewal": ("review-Q1", "review-Q2", "review-Q3", "review-Q4", "review-year", "promises", "governance"),
}
"""The six steps of key account management: score by the measures of appraisal; gather information; look at competitors;
look at ourselves; choose strategies; renew. Pages of one's own and the signatures, not named, close the last step."""


def arrange(desk: Desk, pages: Sequence[Page]) -> tuple[list[Page], list[dict[str, str]]]:
    """Return the pages in the order of the document, and the parts that have pages, numbered without a hole.

    A part is its key (the ``section`` of its pages), its number as printed, and its name.
    """
    layout = desk.plan.layout or Layout()
    if layout.groups:
        named = [(group.name, group.pages) for group in layout.groups]
        placed = _place(pages, [names for _, names in named], keep=False)
        titles = [name for name, _ in named]
    elif layout.method == "six-step":
        placed = _place(pages, list(SIX_STEPS.values()), keep=True)
        titles = [desk.words(f"six_step.{name}") for name in SIX_STEPS]
    else:
        placed, titles = list(pages), [desk.words(f"part.{name}") for name in PARTS]
    return placed, list_parts(placed, titles)


def list_parts(pages: Iterable[Page], titles: Sequence[str]) -> list[dict[str, str]]:
    """The parts that have pages, numbered without a hole; ``titles`` are the names of all parts."""
    present = sorted({page["section"] for page in pages}, key=int)
    return [
        {"key": key, "number": str(number), "name": titles[int(key) - 1]} for number, key in enumerate(present, start=1)
    ]


def _place(pages: Iterable[Page], groups: Sequence[Iterable[str]], *, keep: bool) -> list[Page]:
    """The pages in the order of the groups; a page that none names goes last if it is to be kept."""
    homes = {name: (part, place) for part, names in enumerate(groups, start=1) for place, name in enumerate(names)}
    last = (len(groups), len(homes))
    chosen = [(homes.get(page["name"], last), page) for page in pages if keep or page["name"] in homes]
    # Sorting is stable: the pages of one name, and those that nobody names, keep their order.
    chosen.sort(key=lambda each: each[0])
    return [{**page, "section": str(part)} for (part, _), page in chosen]
