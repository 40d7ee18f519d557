"""What changed since the version that the reader knows: every edit with its old and new words, and what followed."""

from acbp.rendering.cutting import split
from acbp.rendering.desk import Desk, Page, capital
from acbp.rendering.modules import Module, column, line, row, table, text
from acbp.rendering.redline import Group, Redline


def write(desk: Desk) -> list[Page]:
    """Write the pages, for the first part of the document; nothing where nobody asked what changed."""
    redline = desk.redline
    if redline is None:
        return []
    tables = [_group(desk, group) for group in redline.groups if group.lines]
    rows = [row(part) for each in tables for part in split(each, desk.grid.aim)]
    if not rows:
        rows = [row(table("", [column("", 174.0)], [line([desk.words("changes.none")])]))]
    notes = desk.words("changes.note", version=redline.version, date=desk.locale.date_long(redline.day))
    return desk.bind("changes", 1, _title(desk, redline), rows, notes=notes)


def _title(desk: Desk, redline: Redline) -> str:
    words, version, day = desk.words, redline.version, desk.locale.date_long(redline.day)
    if not redline.count:
        return words("changes.title_none", version=version, date=day)
    count = desk.locale.number(redline.count)
    return words("changes.title", n=redline.count, count=count, version=version, date=day)


def _group(desk: Desk, group: Group) -> Module:
    words = desk.words
    heading = group.heading or words("changes.effects")
    columns = [
        column(words("changes.what"), 54.0),
        column(words("changes.old"), 60.0, pre=True),
        column(words("changes.new"), 60.0, pre=True),
    ]
    rows = [
        line([text(each.what, bold=True), text(each.old or "—", tone="muted"), each.new or "—"]) for each in group.lines
    ]
    return table(capital(heading), columns, rows)
