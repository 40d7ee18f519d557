"""The negotiation sheet: aims, the ladder of concessions on both accounts, stages, tactics, rules and the record."""

from collections.abc import Sequence

from acbp.analysis.negotiation import Negotiation, Rung
from acbp.analysis.rates import Figure
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.locale import MISSING
from acbp.rendering.modules import Cell, Module, column, line, module, rag, row, table, text

HALF = 84.0


def write(desk: Desk) -> list[Page]:
    """Write the pages; nothing where the plan has no negotiation sheet, as in every customer's plan."""
    found = desk.figures.negotiation
    if found is None:
        return []
    item = found.item
    rows = [
        row(_aims(desk, found)) if item.aims else None,
        row(_ladder(desk, found)) if found.rungs else None,
        row(_stages(desk, found)) if item.stages else None,
        _arguments(desk, found),
        row(_tactics(desk, found)) if item.tactics else None,
        _rules_and_record(desk, found),
    ]
    note = desk.words("negotiation.note", name=desk.sales_name) if found.rungs else ""
    return desk.bind("negotiation", 4, _title(desk, found), rows, notes=note, internal=True)


def _title(desk: Desk, found: Negotiation) -> str:
    words, locale = desk.words, desk.locale
    if not found.rungs or found.room is None or found.rungs[-1].ours_so_far is None:
        return words("negotiation.title_plain", met=str(found.met), all=str(len(found.rules)))
    count = locale.count_word(len(found.rungs), words("measure.item"))
    if found.last_above is None:
        return words("negotiation.title_none")
    if found.last_above is found.rungs[-1]:
        return words("negotiation.title_safe", count=count)
    last = locale.number(found.rungs.index(found.last_above) + 1)
    so_far, _ = _so_far(desk, found.rungs)
    given = locale.money_long(-so_far) if so_far is not None else MISSING
    return words("negotiation.title", count=count, given=given, last=last)


def _aims(desk: Desk, found: Negotiation) -> Module:
    words = desk.words
    columns = [
        column(words("negotiation.subject"), 24.0),
        *(column(words(f"negotiation.{name}"), 50.0) for name in ("wanted", "acceptable", "walk_away")),
    ]
    rows = [
        line([text(aim.subject, bold=True), aim.wanted, aim.acceptable or "—", aim.walk_away or "—"])
        for aim in found.item.aims
    ]
    leave = found.item.walk_away
    after = words("negotiation.leave", text=leave) if leave else ""
    return table(words("negotiation.aims"), columns, rows, after=after, tag=words("common.internal_tag"))


def _ladder(desk: Desk, found: Negotiation) -> Module:
    words, locale = desk.words, desk.locale
    columns = [
        column(words("negotiation.rung"), 7.0),
        column(words("negotiation.give"), 42.0),
        column(words("negotiation.get"), 38.0),
        *(
            column(words(f"negotiation.{name}"), 14.5, "r")
            for name in ("ours", "theirs", "ours_so_far", "theirs_so_far")
        ),
        column(words("negotiation.left"), 14.5, "r", focus=True),
        column(words("negotiation.above"), 14.5, "r"),
    ]

    def money(value: Figure) -> str:
        return locale.money(value, signed=True)

    def added(start: Figure, so_far: Figure) -> Figure:
        return None if start is None or so_far is None else desk.tied_sum((start, so_far))

    def shown(number: int, rung: Rung) -> dict[str, object]:
        ours, theirs = _so_far(desk, found.rungs[:number])
        left, above = added(found.contribution, ours), added(found.room, ours)
        below = above is not None and above < 0
        cells: list[Cell | str] = [
            str(number),
            text(rung.item.give, bold=True),
            rung.item.get or "—",
            money(rung.ours),
            money(rung.theirs),
            money(ours),
            money(theirs),
            locale.money(left),
            text(money(above), bold=below, tone="accent" if below else ""),
        ]
        return line(cells)

    start: list[Cell | str] = ["", words("negotiation.start"), "", "", "", "", "", locale.money(found.contribution)]
    rows = [line([*start, money(found.room)], "muted")]
    rows += [shown(number, rung) for number, rung in enumerate(found.rungs, start=1)]
    unit = desk.money_label
    if found.floor is not None:
        unit = words(
            "negotiation.ladder_unit",
            unit=unit,
            contribution=locale.percent(found.contribution_rate),
            floor=locale.percent(found.item.floor),
        )
    return table(words("negotiation.ladder"), columns, rows, unit=unit)


def _so_far(desk: Desk, rungs: Sequence[Rung]) -> tuple[Figure, Figure]:
    """What the rungs come to for us and for the customer, as their printed figures add up."""
    last = rungs[-1]
    ours = None if last.ours_so_far is None else desk.tied_sum(rung.ours for rung in rungs)
    theirs = None if last.theirs_so_far is None else desk.tied_sum(rung.theirs for rung in rungs)
    return ours, theirs


def _stages(desk: Desk, found: Negotiation) -> Module:
    words = desk.words
    columns = [
        column(words("negotiation.stage"), 24.0),
        column(words("negotiation.date"), 30.0),
        column(words("negotiation.aim"), 52.0),
        column(words("negotiation.alternative"), 68.0),
    ]
    rows = [
        line([text(s.name, bold=True), desk.locale.date_long(s.date), s.aim or "—", s.alternative or "—"])
        for s in found.item.stages
    ]
    return table(words("negotiation.stages"), columns, rows)


def _arguments(desk: Desk, found: Negotiation) -> Row | None:
    words, locale = desk.words, desk.locale
    sides = []
    if found.item.facts:
        facts = module("list", words("negotiation.facts"), entries=list(found.item.facts), room=str(HALF))
        sides.append((HALF, [facts]))
    if found.item.done_for_them:
        entries = [
            each.what
            if each.value is None
            else words("negotiation.worth", what=each.what, value=locale.money_long(each.value))
            for each in found.item.done_for_them
        ]
        heading = words("negotiation.done_plain")
        if found.done is not None:
            heading = words("negotiation.done", value=locale.money_long(found.done))
        sides.append((HALF, [module("list", heading, entries=entries, room=str(HALF))]))
    return row(*sides) if sides else None


def _tactics(desk: Desk, found: Negotiation) -> Module:
    words = desk.words
    columns = [
        column(words("negotiation.tactic"), 34.0),
        column(words("negotiation.sign"), 62.0),
        column(words("negotiation.answer"), 78.0),
    ]
    rows = [
        line([text(words(f"negotiation.tactic_{each.kind}"), bold=True), each.sign or "—", each.answer])
        for each in found.item.tactics
    ]
    return table(words("negotiation.tactics"), columns, rows)


def _rules_and_record(desk: Desk, found: Negotiation) -> Row:
    words = desk.words
    checks = [
        line([words(f"negotiation.rule_{name}"), _mark(desk, is_kept)], head=False) for name, is_kept in found.rules
    ]
    met = found.met == len(found.rules)
    heading = words("negotiation.rules_met" if met else "negotiation.rules", met=desk.locale.count(found.met))
    rules = table(heading, [column("", 40.0), column("", 18.0)], checks, headless=True)
    if not found.item.rounds:
        return row((58.0, [rules]))
    columns = [
        column(words("negotiation.date"), 24.0),
        column(words("negotiation.asked"), 30.0),
        column(words("negotiation.answered"), 31.0),
        column(words("negotiation.agreed"), 25.0),
    ]
    rounds = [
        line([desk.locale.date_long(each.date), each.asked, each.answered, each.agreed or "—"])
        for each in found.item.rounds
    ]
    return row((110.0, [table(words("negotiation.rounds"), columns, rounds)]), (58.0, [rules]))


def _mark(desk: Desk, is_kept: bool) -> Cell:
    word = desk.words("negotiation.kept" if is_kept else "negotiation.missing")
    return rag("green" if is_kept else "red", "", word=word)
