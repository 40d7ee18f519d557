"""Our room in the stores: shelf against sales, displays and coolers, distribution, material, pictures."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from acbp.analysis.rates import Figure
from acbp.analysis.space import PlacementState, ShelfShare, SpaceFigures
from acbp.charts.metrics import measure
from acbp.model.space import Space
from acbp.rendering.desk import Desk, Page, capital
from acbp.rendering.layout import Row, shorten
from acbp.rendering.modules import TEXT_WIDTH, Module, bar, column, line, lines, module, row, table, text

HALF = 84.0
_BAR = 32.0
_TENTH = Decimal("0.001")


def write(desk: Desk) -> list[Page]:
    """Write the page; a second one where the pictures do not fit. Nothing where the plan has no such section."""
    section, figures = desk.plan.space, desk.figures.space
    if section is None or figures is None:
        return []
    rows: list[Row] = []
    if figures.shelves:
        rows.append(row(shelves_table(desk, section, figures)))
    placed = [
        (name, states) for name, states in (("displays", figures.displays), ("coolers", figures.coolers)) if states
    ]
    width = HALF if len(placed) > 1 else 174.0
    if placed:
        rows.append(row(*((width, [placements_table(desk, name, states, width)]) for name, states in placed)))
    if figures.distribution:
        rows.append(row(_distribution(desk, figures)))
    rows += _photos(desk, section)
    if section.materials:
        rows.append(row(_materials(desk, section)))
    notes = desk.sentences(desk.words("space.note") if figures.shelves else "", desk.sources([section.source]))
    return desk.bind("space", 2, section.conclusion, rows, notes=notes)


def shelves_table(desk: Desk, section: Space, figures: SpaceFigures) -> Module:
    """Our share of each shelf beside our share of its sales."""
    words, locale = desk.words, desk.locale
    columns = [
        column(words("space.shelf"), 34.0),
        column(words("space.last"), 16.0, "r"),
        column(words("space.now"), 52.0, pre=True),
        column(words("space.target"), 16.0, "r"),
        column(words("space.to_go"), 20.0, "r"),
        column(words("space.sales_share"), 18.0, "r"),
        column(words("space.fair_share"), 18.0, "r"),
    ]
    shown = [*figures.shelves, *([figures.total] if figures.total else [])]
    top = max((value for s in shown for value in (s.now, s.target) if value is not None), default=Decimal(0))
    rows = []
    for shelf in shown:
        name = shelf.name if shelf.item else words("space.all_shelves")
        if shelf.item and shelf.item.segment:
            name = words("space.segment", name=name)
        rows.append(
            line(
                [
                    text(name, bold=shelf.focus),
                    locale.percent(shelf.last),
                    bar(shelf.now, top, _BAR, locale.percent(shelf.now), "fill" if shelf.focus else ""),
                    locale.percent(shelf.target),
                    words("space.reached") if is_reached(shelf) else locale.points(_to_go(shelf)),
                    locale.percent(shelf.sales_share),
                    locale.number(shelf.fair_share_index, 0),
                ],
                "total" if shelf.item is None else "",
            )
        )
    unit = words("space.counted", us=desk.us, date=locale.date_long(section.counted_on)) if section.counted_on else ""
    return table(_finding(desk, figures.lead), columns, rows, unit=unit, after=words("space.fair_share_meaning"))


def _finding(desk: Desk, lead: ShelfShare | None) -> str:
    words, locale = desk.words, desk.locale
    if lead is None or lead.now is None:
        return words("space.shelves")
    values = {"name": lead.name, "now": locale.percent(lead.now)}
    to_go = _to_go(lead)
    if is_reached(lead):
        return words("space.finding_reached", **values)
    if to_go is None or to_go < 0:
        return words("space.shelves")
    return words("space.finding", **values, to_go=locale.points(to_go, long=locale.chinese).lstrip("+"))


def _to_go(shelf: ShelfShare) -> Figure:
    """The points to go as the difference of the two printed percentages."""
    if shelf.now is None or shelf.target is None:
        return None
    return shelf.target.quantize(_TENTH, ROUND_HALF_UP) - shelf.now.quantize(_TENTH, ROUND_HALF_UP)


def is_reached(shelf: ShelfShare) -> bool:
    """Whether the target is reached, from above where the plan gives space up."""
    to_go = _to_go(shelf)
    gives = shelf.target is not None and shelf.last is not None and shelf.target < shelf.last
    return to_go is not None and (to_go >= 0 if gives else to_go <= 0)


def placements_table(desk: Desk, name: str, states: Sequence[PlacementState], width: float) -> Module:
    """Displays or coolers by kind, in a table of that width."""
    words, locale = desk.words, desk.locale
    columns = [
        column(words("space.what"), width - 48.0),
        column(words("space.last"), 14.0, "r"),
        column(words("space.now"), 14.0, "r", focus=True),
        column(words("space.target"), 20.0, "r"),
    ]
    rows = [
        line(
            [
                lines((state.item.name, "bold"), (state.item.place or "", "quiet")),
                locale.number(state.item.last),
                text(locale.number(state.item.now), bold=True),
                locale.number(state.item.target),
            ]
        )
        for state in states
    ]
    units = {state.item.unit for state in states}
    only = next(iter(units)) if len(units) == 1 else None
    return table(words(f"space.{name}"), columns, rows, unit=only or "")


def _distribution(desk: Desk, figures: SpaceFigures) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("space.range"), 50.0),
        column(words("space.stores"), 18.0, "r"),
        column(words("space.last"), 18.0, "r"),
        column(words("space.numeric"), 48.0, pre=True),
        column(words("space.target"), 18.0, "r"),
        column(words("space.weighted"), 22.0, "r"),
    ]
    rows = [
        line(
            [
                text(reach.item.name, bold=True),
                f"{locale.number(reach.item.now)}/{locale.number(reach.item.stores)}",
                locale.percent(reach.last),
                bar(reach.now, Decimal(1), 28.0, locale.percent(reach.now), "fill"),
                locale.percent(reach.target),
                locale.percent(reach.weighted),
            ]
        )
        for reach in figures.distribution
    ]
    return table(words("space.distribution"), columns, rows, after=words("space.distribution_meaning"))


def _materials(desk: Desk, section: Space) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("space.material"), 46.0),
        column(words("space.quantity"), 18.0, "r"),
        column(words("space.place"), 66.0, pre=True),
        column(words("space.condition"), 20.0),
        column(words("space.first_in"), 24.0),
    ]
    rows = []
    for item in section.materials:
        rotated = item.first_in_first_out
        rows.append(
            line(
                [
                    text(item.name, bold=True),
                    locale.number(item.quantity),
                    item.place or "—",
                    capital(words(f"condition.{item.condition}")) if item.condition else "—",
                    "—" if rotated is None else capital(words("space.rotated" if rotated else "space.not_rotated")),
                ]
            )
        )
    return table(words("space.materials"), columns, rows)


def _photos(desk: Desk, section: Space) -> list[Row]:
    """The pairs of pictures, a row each, so that a page break falls between them; none without any picture."""
    words = desk.words
    pairs = []
    for index, photo in enumerate(section.photos):
        shots = []
        for when, day in (("before", photo.before_date), ("after", photo.after_date)):
            name = f"photo-{index}-{when}"
            caption = words(f"space.{when}")
            if day:
                caption = words("common.pair", name=caption, value=desk.locale.date_long(day))
            held = desk.assets.get(name)
            alt = words("space.photo_alt", name=photo.name, when=words(f"space.{when}"))
            shots.append({"src": f"asset:{name}" if held else "", "alt": alt, "caption": caption})
        if any(shot["src"] for shot in shots):
            # One line above the pictures: the name first, and what it brought where there is room.
            name = shorten(photo.name, TEXT_WIDTH - 2.0, 1, bold=True)
            room = TEXT_WIDTH - 6.0 - measure(name, 8.0, True)
            effect = shorten(photo.effect, room, 1) if photo.effect and room > 20.0 else ""
            pairs.append({"name": name, "effect": effect, "shots": shots})
    return [
        row(module("photos", words("space.photos") if not index else "", pairs=[pair], bare=bool(index)))
        for index, pair in enumerate(pairs)
    ]
