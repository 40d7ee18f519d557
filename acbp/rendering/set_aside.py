"""The rules that the plan sets aside, with their reasons, as rows of an internal page."""

import re
from typing import Any

from acbp.analysis.rules import find_rule
from acbp.rendering.desk import Desk
from acbp.rendering.modules import column, line, row, table, text


def set_aside_title(desk: Desk) -> str:
    """Return the title of a page that holds nothing else."""
    count = len(desk.plan.plan.set_aside)
    return desk.words("set_aside.title", n=count, count=desk.locale.count_word(count, desk.words("measure.rule")))


def set_aside_rows(desk: Desk) -> list[list[dict[str, Any]]]:
    """Return the table of what is set aside, as one row; nothing where there is nothing."""
    if not desk.plan.plan.set_aside:
        return []
    words = desk.words
    columns = [
        column(words("set_aside.rule"), 12.0),
        column(words("set_aside.about"), 52.0),
        column(words("set_aside.at"), 44.0),
        column(words("set_aside.reason"), 66.0),
    ]
    shown = []
    for item in desk.plan.plan.set_aside:
        rule = find_rule(item.rule)
        title = rule.words[words.language].title if rule else "—"
        place = _place(desk, item.at) if item.at else words("set_aside.everywhere")
        shown.append(line([text(item.rule, bold=True), title, place, item.reason]))
    return [row(table(words("set_aside.heading"), columns, shown))]


def _place(desk: Desk, at: str) -> str:
    """What a place of the plan is called on its pages: the name of the item that it leads to, else the place itself."""
    found: object = desk.plan
    for key, item in re.findall(r"(\w+)(?:\[([\w-]+)\])?", at):
        found = getattr(found, key, None)
        if item:
            items = found if isinstance(found, tuple) else ()
            found = next((one for one in items if getattr(one, "id", None) == item), None)
    return str(getattr(found, "name", None) or at)
