"""The ledger of promises: each side's beside the other's, and how many were kept by their date."""

from acbp.analysis.commitments import SIDES, Promise, Promises, Tally
from acbp.model.periods import QUARTERS
from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Row
from acbp.rendering.modules import Module, column, line, lines, rag, row, table, text

HALF = 84.0
_ON_A_PAGE = 12
MARKS = {
    "kept": ("done", ""),
    "kept-late": ("amber", "A"),
    "broken": ("red", "R"),
    "late": ("red", "R"),
    "open": ("waiting", ""),
}


def write(desk: Desk) -> list[Page]:
    """Write the page, further ones for many promises; nothing where the plan holds none."""
    promises = desk.figures.promises
    if promises is None:
        return []
    rows: list[Row] = [row(_tallies(desk, promises))]
    longest = max(len(promises.sides[side].items) for side in SIDES)
    for start in range(0, longest, _ON_A_PAGE):
        halves = [
            (HALF, [side_table(desk, side, shown, start)])
            for side in SIDES
            if (shown := promises.sides[side].items[start : start + _ON_A_PAGE])
        ]
        rows.append(row(*halves))
    notes = desk.words("promises.note", date=desk.locale.date_long(promises.as_of))
    return desk.bind("promises", 6, page_title(desk, promises), rows, notes=notes)


def page_title(desk: Desk, promises: Promises) -> str:
    """What the page concludes, in a sentence with its figures."""
    words, whole = desk.words, promises.both.whole
    if not whole.due:
        count = len(promises.both.items)
        return words("promises.title_none", n=count, count=desk.locale.count_word(count, words("measure.item")))
    parts = [
        words("promises.side", name=name, kept=desk.locale.count(tally.kept), due=desk.locale.count(tally.due))
        for name, tally in ((desk.us, promises.sides["us"].whole), (desk.them, promises.sides["customer"].whole))
        if tally.due
    ]
    return words(
        "promises.title_one" if whole.kept == 1 and whole.due > 1 else "promises.title",
        n=whole.due,
        kept=desk.locale.count(whole.kept, capital=True),
        due=desk.locale.count(whole.due),
        sides=words("common.comma").join(parts),
    )


def _tallies(desk: Desk, promises: Promises) -> Module:
    words = desk.words
    columns = [
        column(words("promises.who"), 48.0),
        *(column(desk.period(quarter), 21.0, "r") for quarter in QUARTERS),
        column(words("promises.to_date"), 20.0, "r", focus=True),
        column(words("promises.rate"), 22.0, "r"),
    ]
    sides = [(desk.us, promises.sides["us"]), (desk.them, promises.sides["customer"])]
    sides.append((words("promises.both"), promises.both))
    rows = [
        line(
            [
                name,
                *(_count(tally) for tally in side.quarters.values()),
                text(_count(side.whole), bold=True),
                desk.locale.percent(side.whole.rate, 0),
            ],
            "total" if side is promises.both else "",
        )
        for name, side in sides
    ]
    return table(words("promises.kept_of_due"), columns, rows, unit=words("promises.kept_of_due_unit"))


def _count(tally: Tally) -> str:
    return f"{tally.kept}/{tally.due}" if tally.due else "—"


def side_table(desk: Desk, side: str, promises: tuple[Promise, ...], start: int) -> Module:
    """The promises of one side from ``start`` on, each with what became of it."""
    words = desk.words
    columns = [
        column(words("promises.promise"), HALF - 39.0),
        column(words("promises.due"), 17.0, "r"),
        column(words("promises.state"), 22.0, pre=True),
    ]
    rows = []
    for promise in promises:
        mark, letter = MARKS[promise.state]
        under = [part for part in (promise.owner, promise.item.proof) if part]
        rows.append(
            line(
                [
                    lines((promise.item.what, "bold"), (" · ".join(under), "quiet")),
                    desk.locale.date(promise.item.due) if promise.item.due else words("common.all_year"),
                    rag(mark, letter, word=_word(desk, promise)),
                ]
            )
        )
    heading = words(f"promises.{side}", us=desk.us, them=desk.them)
    return table(heading + (words("common.continued") if start else ""), columns, rows, prose=True)


def _word(desk: Desk, promise: Promise) -> str:
    if promise.days_late:
        return desk.words(f"promise_state.{promise.state}", n=promise.days_late, days=str(promise.days_late))
    return desk.words(f"promise_state.{promise.state}")
