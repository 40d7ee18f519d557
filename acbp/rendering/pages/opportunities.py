"""Opportunities: the matrix of two criteria, and the scored list with its decision line."""

from collections.abc import Sequence

from acbp.analysis.opportunities import Opportunities, RankedOpportunity
from acbp.analysis.sensitivity import weakest
from acbp.charts import matrix as matrix_chart
from acbp.rendering.desk import Desk, Page, capital
from acbp.rendering.layout import AIM
from acbp.rendering.modules import Module, bar, column, line, row, table, text
from acbp.rendering.packing import room_for
from acbp.rendering.typography import plain

ROWS_ON_FIRST_PAGE = 12
ROWS_ON_NEXT_PAGE = 26

STAGE = 18.0
"""Width of the column of stages, mm."""
MOST_CRITERIA_BESIDE_STAGES = 4


def write(desk: Desk) -> list[Page]:
    """Write the page, and further ones where the list is long."""
    found = desk.figures.opportunities
    if found is None or not found.items:
        return []
    matrix = has_matrix(found)
    first = ROWS_ON_FIRST_PAGE if matrix else ROWS_ON_NEXT_PAGE
    chunks = [found.items[:first]]
    for start in range(first, len(found.items), ROWS_ON_NEXT_PAGE):
        chunks.append(found.items[start : start + ROWS_ON_NEXT_PAGE])
    rows = [row(_list(desk, found, chunk, last=chunk is chunks[-1])) for chunk in chunks]
    if matrix:
        rows.insert(0, row(plot_matrix(desk, found, (174.0, room_for(rows[:1], 70.0, 122.0, AIM)))))
    return desk.bind(
        "opportunities", 2, page_title(desk, found), rows, lead=_lead(desk, found), notes=page_notes(desk, found)
    )


def page_title(desk: Desk, found: Opportunities) -> str:
    """What the page concludes, in a sentence with its figures."""
    words, locale = desk.words, desk.locale
    total = len(found.items)
    count = locale.count_word(total, words("measure.unit"))
    if not found.pursued:
        return words("opportunities.title_none", n=total, count=count)
    key = "opportunities.title_value" if found.pursued_value else "opportunities.title"
    return words(
        key,
        n=total,
        count=count,
        count_low=locale.count_word(total, capital=False),
        pursued=locale.count_word(found.pursued, words("measure.unit"), capital=False),
        value=locale.money_long(found.pursued_value),
    )


def _lead(desk: Desk, found: Opportunities) -> str:
    if not found.criteria:
        return ""
    names = desk.locale.join([criterion.name for criterion in found.criteria])
    if found.threshold is None:
        return desk.words("opportunities.lead_plain", names=names)
    return desk.words("opportunities.lead", names=names, threshold=desk.locale.number(found.threshold, 1))


def page_notes(desk: Desk, found: Opportunities) -> str:
    """How the scores are made."""
    words, locale = desk.words, desk.locale
    section = desk.plan.opportunities
    notes = [section.scored_by] if section and section.scored_by else []
    if found.criteria:
        formula = " + ".join(f"{c.name} × {locale.percent(c.weight, 0)}" for c in found.criteria)
        notes.append(words("opportunities.formula", formula=formula, top=locale.number(found.scale)))
    return desk.sentences(*notes)


def has_matrix(found: Opportunities) -> bool:
    """Whether two criteria span a matrix."""
    return bool(
        found.horizontal and found.vertical and sum(1 for o in found.items if o.x is not None and o.y is not None) >= 2
    )


def plot_matrix(desk: Desk, found: Opportunities, size: tuple[float, float]) -> Module:
    """The opportunities by two criteria, ``size`` mm."""
    words, locale = desk.words, desk.locale
    assert found.horizontal and found.vertical
    bubbles = tuple(
        matrix_chart.Bubble(
            rank="" if o.rank is None else str(o.rank),
            name=plain(o.item.name),
            text=locale.money_long(o.item.value) if o.item.value is not None else "",
            x=o.x,
            y=o.y,
            value=o.item.value,
            chosen=o.decision == "pursue",
        )
        for o in found.items[:25]
        if o.x is not None and o.y is not None
    )
    across, up = found.horizontal, found.vertical
    top = locale.number(found.scale)
    high = words("common.colon").join((across.name, _meaning(desk, top, across.high))) if across.high else across.name
    data = matrix_chart.Matrix(
        bubbles=bubbles,
        x_name=high,
        y_name=up.name,
        x_low=across.low or "",
        line=found.line,
        line_name=words("opportunities.line", threshold=locale.number(found.threshold, 1)) if found.line else "",
        above_name=words("opportunities.above") if found.line else "",
        below_name=words("opportunities.below") if found.line else "",
        high=found.scale,
    )
    heading = words("opportunities.matrix", across=across.name, up=up.name)
    alt = words(
        "alt.matrix",
        heading=heading,
        values=locale.join([f"{b.rank} {b.name} {b.text} ({across.name} {b.x}, {up.name} {b.y})" for b in bubbles]),
    )
    unit = words("opportunities.matrix_unit", unit=desk.money_label)
    aside = words("common.pair", name=up.name, value=_meaning(desk, top, up.high)) if up.high else ""
    return desk.chart("matrix", heading, (matrix_chart.draw, data), size, alt, unit=unit, aside=aside)


def _meaning(desk: Desk, top: str, meaning: str) -> str:
    """What the top score means: ``5 = …``, unless its author has written it that way."""
    return (
        meaning if meaning.lstrip().startswith(top) else desk.words("opportunities.axis_top", top=top, meaning=meaning)
    )


def _list(desk: Desk, found: Opportunities, items: Sequence[RankedOpportunity], *, last: bool) -> Module:
    words, locale = desk.words, desk.locale
    criteria = found.criteria
    name_width = (
        max(44.0, 78.0 - 13.0 * len(criteria)) if desk.locale.chinese else max(44.0, 74.0 - 10.0 * len(criteria))
    )
    staged = len(criteria) <= MOST_CRITERIA_BESIDE_STAGES and any(o.item.stage for o in items)
    fixed = 7.0 + name_width + 17.0 + 13.0 * len(criteria) + 16.0 + (STAGE if staged else 0.0)
    columns = [
        column(words("opportunities.rank"), 7.0),
        column(words("opportunities.name"), name_width),
        column(words("opportunities.value", unit=desk.money_label), 17.0, "r"),
        *(column(f"{c.name}\n{locale.percent(c.weight, 0)}", 13.0, "r") for c in criteria),
        column(words("opportunities.score"), 174.0 - fixed, pre=True),
        column(words("opportunities.decision"), 16.0),
        *([column(words("opportunity_stage.head"), STAGE)] if staged else []),
    ]
    rows = []
    for index, o in enumerate(items):
        chosen = o.decision == "pursue"
        following = items[index + 1] if index + 1 < len(items) else None
        cut = chosen and following is not None and following.decision != "pursue"
        classes = " ".join(filter(None, ["" if chosen else "muted", "cut" if cut else ""]))
        rows.append(
            line(
                [
                    text("" if o.rank is None else str(o.rank)),
                    text(o.item.name, bold=chosen),
                    locale.money(o.item.value),
                    *(locale.number(score, 1) for score in o.scores),
                    bar(
                        o.score, found.scale, 174.0 - fixed - 14.0, locale.number(o.score, 2), "fill" if chosen else ""
                    ),
                    words(f"decision.{o.decision or 'none'}"),
                    *([capital(words(f"opportunity_stage.{o.item.stage}")) if o.item.stage else "—"] if staged else []),
                ],
                classes,
            )
        )
    if last and found.pursued and found.pursued_value is not None:
        rest = ""
        if found.others:
            rest = words(
                "opportunities.others",
                n=found.others,
                count=locale.count_word(found.others, words("measure.item"), capital=False),
                value=locale.money_long(found.others_value),
            )
        sums = words(
            "opportunities.sum", n=found.pursued, count=locale.count_word(found.pursued, words("measure.item"))
        )
        rows.append(
            line(
                [
                    "",
                    text(sums, bold=True),
                    locale.money(found.pursued_value),
                    {**text(rest, tone="quiet small light", span=len(columns) - 3), "classes": "pre"},
                ],
                "total",
            )
        )
    return table(words("opportunities.list"), columns, rows, after=_sensitivity(desk, found) if last else "")


def _sensitivity(desk: Desk, found: Opportunities) -> str:
    """What change of one weight brings another opportunity to the top."""
    words = desk.words
    if not found.leeways:
        return ""
    place = weakest(found.leeways)
    if place is None:
        return words("sensitivity.never", first=found.items[0].item.name)
    leeway = found.leeways[place]
    falls = leeway.change is not None and leeway.change < 0
    return words(
        "sensitivity.falls" if falls else "sensitivity.rises",
        first=found.items[0].item.name,
        factor=found.criteria[place].name,
        now=desk.locale.percent(leeway.share, 0),
        level=desk.locale.percent(leeway.low if falls else leeway.high),
        rival=found.items[leeway.rival or 0].item.name,
    )
