"""How firm the relationship is and where it should go: levels, stance, ladders, coverage; for our own eyes only."""

from typing import get_args

from acbp.analysis.relationships import Ties
from acbp.model.relationships import Ladder, Level, Pair
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, column, line, lines, row, table, text

MOST_FUNCTIONS = 7
"""Functions of ours that the matrix has columns for."""


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where no level, ladder or stance is given, as in every customer's plan."""
    section, ties = desk.plan.relationships, desk.figures.ties
    if not desk.internal or section is None or ties is None:
        return []
    levelled = [pair for pair in section.pairs if pair.level or pair.wanted]
    judged = any(contact.stance or contact.influence for contact in section.contacts)
    if not (levelled or section.ladder or judged):
        return []
    rows: list[Row] = []
    if section.pairs and (levelled or judged):
        rows.append(row(_levels(desk, section.pairs)))
    if ties.threads and ties.functions and section.pairs:
        rows.append(row(_matrix(desk, ties)))
    halves = [_ladder(desk, section.ladder)] if section.ladder else []
    halves.append(_gaps(desk, ties))
    width = 84.0 if len(halves) == 2 else 174.0
    rows.append(row(*((width, [half]) for half in halves)))
    title = _title(desk, section.pairs, ties)
    return desk.bind("relationship-levels", 6, title, rows, notes=desk.words("ties.note"), internal=True)


def _title(desk: Desk, pairs: tuple[Pair, ...], ties: Ties) -> str:
    words, locale = desk.words, desk.locale
    wanted = [pair for pair in pairs if pair.level and pair.wanted]
    order = get_args(Level)
    short = [pair for pair in wanted if order.index(pair.level) < order.index(pair.wanted)]
    single = [thread for thread in ties.threads if thread.single]
    said = locale.count_word(len(single), words("measure.unit"), capital=False)
    hanging = words("ties.title_single", n=len(single), count=said) if single else words("ties.title_safe")
    if not short:
        return words("ties.title_plain", them=desk.them, hanging=hanging)
    count = locale.count_word(len(short), words("measure.pair"))
    key = "ties.title_all" if len(short) == len(wanted) > 1 else "ties.title"
    return words(key, n=len(short), short=count, all=locale.count_word(len(wanted), capital=False), hanging=hanging)


def _name(desk: Desk, contact: str) -> str:
    return desk.figures.names.person(contact) or contact


def _levels(desk: Desk, pairs: tuple[Pair, ...]) -> Module:
    words = desk.words
    person = desk.person + 2.0  # the names are bold here
    said = (174.0 - person - 80.0) / 2
    columns = [
        column(words("relationships.pair"), person),
        column(words("relationships.influence"), 15.0, "r"),
        column(words("relationships.stance"), 20.0, pre=True),
        column(words("relationships.level"), 29.0),
        column(words("ties.evidence"), said),
        column(words("relationships.next"), said),
        column(words("relationships.next_date"), 16.0, "r"),
    ]
    rows = []
    for pair in pairs:
        theirs = desk.figures.names.contacts.get(pair.theirs)
        now = words(f"level.{pair.level}") if pair.level else "—"
        wanted = words(f"level.{pair.wanted}") if pair.wanted else "—"
        rows.append(
            line(
                [
                    lines((_name(desk, pair.ours), "bold"), (_name(desk, pair.theirs), "bold")),
                    str(theirs.influence) if theirs and theirs.influence else "—",
                    words(f"stance.{theirs.stance}") if theirs and theirs.stance else "—",
                    now if now == wanted else f"{now} → {wanted}",
                    pair.evidence or "—",
                    pair.next_step or "—",
                    desk.locale.date(pair.next_date),
                ]
            )
        )
    return table(words("relationships.levels"), columns, rows, prose=True)


def _matrix(desk: Desk, ties: Ties) -> Module:
    """Function by function: how firm the firmest tie is, and how many of us hold it."""
    words = desk.words
    ours = ties.functions[:MOST_FUNCTIONS]
    width = (174.0 - 24.0 - 38.0) / len(ours)
    columns = [
        column(words("ties.theirs", them=desk.them), 24.0),
        *(column(function, width) for function in ours),
        column(words("ties.held_by"), 38.0, pre=True),
    ]

    def cell(theirs: str, function: str) -> str:
        pairs = ties.matrix.get((theirs, function), ())
        if not pairs:
            return "—"
        strength = words(f"strength.{pairs[0].strength}")
        return strength if len(pairs) == 1 else words("ties.several", strength=strength, count=str(len(pairs)))

    rows = []
    for thread in ties.threads:
        held = words("ties.nobody") if not thread.ours else words("common.list").join(thread.ours)
        if thread.single:
            held = words("ties.single", name=thread.ours[0])
        weak = len(thread.ours) < 2
        rows.append(
            line(
                [
                    text(thread.function, bold=True),
                    *(cell(thread.function, function) for function in ours),
                    text(held, bold=weak),
                ]
            )
        )
    return table(words("ties.matrix"), columns, rows, unit=words("ties.matrix_unit", us=desk.us))


def _ladder(desk: Desk, ladder: Ladder) -> Module:
    words = desk.words
    columns = [
        column(words("ties.ladder"), 24.0),
        column(words("ties.now"), 30.0),
        column(words("ties.year_end"), 30.0),
    ]

    def rung(family: str, value: str | None) -> str:
        return words(f"{family}.{value}") if value else "—"

    rows = [
        line([words("ties.business"), rung("rung", ladder.now), rung("rung", ladder.year_end)]),
        line(
            [
                words("ties.formation"),
                rung("formation", ladder.formation),
                rung("formation", ladder.formation_year_end),
            ]
        ),
    ]
    return table(words("ties.ladders"), columns, rows, after=ladder.evidence or "")


def _gaps(desk: Desk, ties: Ties) -> Module:
    words = desk.words
    separator = words("common.list")
    none = words("ties.none")
    found = (
        ("uncovered", separator.join(thread.function for thread in ties.uncovered)),
        ("unowned", separator.join(contact.name for contact in ties.unowned)),
        ("hanging", separator.join(thread.function for thread in ties.threads if thread.single)),
        (
            "critics",
            separator.join(
                contact.name for thread in ties.threads for contact in thread.contacts if contact.stance == "critic"
            ),
        ),
    )
    columns = [column("", 34.0), column("", 50.0)]
    rows = [
        line([text(words(f"ties.gap_{name}"), tone="muted"), text(said or none, bold=bool(said))])
        for name, said in found
    ]
    return table(words("ties.gaps"), columns, rows, headless=True)
