"""The cover: four years of sales as bars on the dark panel, the title, what both sides get, and whose plan it is."""

from collections.abc import Sequence

from acbp.charts import cover as cover_chart
from acbp.rendering.desk import Desk
from acbp.rendering.layout import lines_of, shorten
from acbp.rendering.modules import TEXT_WIDTH, mm

CHART = (174.0, 130.0)
_TITLE_SIZES = (33.0, 28.0, 23.0, 18.0, 14.0)
_PROMISE_SIZES = (13.0, 11.0, 9.0)
_META = 32.0


def write(desk: Desk, *, title: str = "", promise: str = "", date: str = "") -> dict[str, object]:
    """Return what the cover's template prints; a review's pack has a title, a second line and a day of its own."""
    heading, words, locale = desk.plan.plan, desk.words, desk.locale
    chart, grain = plot_years(desk)
    confidentiality = (
        [words("common.internal_mark")]
        if desk.internal
        else _lines(heading.confidentiality or words("common.confidential"))
    )
    meta = [
        (words("cover.parties"), [desk.us, desk.them]),
        (words("cover.version"), [heading.version, heading.version_note or words(f"plan_status.{heading.status}")]),
        (words("meeting.date"), [date]) if date else (words("cover.date"), [locale.date_long(heading.date)]),
        (words("cover.owner"), [heading.owner, heading.owner_title or ""]),
        (words("cover.confidentiality"), confidentiality),
    ]
    first = desk.figures.sales.years[0].year if desk.figures.sales.years else desk.year
    note = words(f"cover.note_{grain}", first=str(first), last=str(desk.year), name=desk.sales_name) if chart else ""
    title, promise = title or heading.title, promise or heading.promise or ""
    sizes = size_of(title, _TITLE_SIZES, TEXT_WIDTH), size_of(promise, _PROMISE_SIZES, TEXT_WIDTH)
    return {
        "title": title,
        "promise": promise,
        "sizes": [
            {"size": mm(size), "leading": mm(size * leading)} for size, leading in zip(sizes, (1.3, 1.5), strict=True)
        ],
        "chart": chart,
        "meta": [{"name": name, "lines": _within_meta(texts)} for name, texts in meta],
        "note": note,
    }


def size_of(text: str, sizes: Sequence[float], width: float) -> float:
    """The largest of the sizes in points at which a title takes no more than two lines, else the smallest."""
    return next((size for size in sizes if lines_of(text.replace("|", ""), width, size, bold=True) <= 2), sizes[-1])


def _within_meta(texts: Sequence[str]) -> list[str]:
    """The lines of one column below the title, which four lines of type fill."""
    first, *others = [text for text in texts if text] or [""]
    first = shorten(first, _META, 2, 8.5)
    left = max(1, 4 - lines_of(first, _META, 8.5))
    return [first, *(shorten(text, _META, left, 8.5) for text in others)]


def _lines(text: str) -> list[str]:
    for mark in ("，", ", "):
        if mark in text:
            first, rest = text.split(mark, 1)
            return [first, rest]
    return [text]


def plot_years(desk: Desk, size: tuple[float, float] = CHART) -> tuple[dict[str, str] | None, str]:
    """The bars by the finest grain that every year has: weeks, quarters, or the year alone."""
    words, locale = desk.words, desk.locale
    years = [year for year in desk.figures.sales.years if year.sales is not None][-4:]
    if not years:
        return None, ""
    if all(year.weeks for year in years):
        grain, values = "week", [year.weeks for year in years]
    elif all(any(q is not None for q in year.quarters) for year in years):
        grain, values = "quarter", [year.quarters for year in years]
    else:
        grain, values = "year", [(year.sales,) for year in years]
    data = cover_chart.Cover(
        tuple(
            cover_chart.CoverYear(
                desk.planned() if year.planned else desk.past(year.year),
                *locale.money_figure(year.sales),
                tuple(held),
            )
            for year, held in zip(years, values, strict=True)
        )
    )
    address = desk.assets.draw("cover", cover_chart.draw, data, *size)
    alt = words(
        "alt.cover",
        name=desk.sales_label,
        values=locale.join([f"{y.label} {y.amount} {y.unit}".rstrip() for y in data.years]),
    )
    return {"src": address, "alt": alt, "width": mm(size[0]), "height": mm(size[1])}, grain
