"""What is wrong with a plan's layout: pages that do not exist or are placed twice, tables that are not whole."""

from collections.abc import Iterator

from acbp.model.heading import PAGE_NAMES
from acbp.model.layout import FreeModule, Layout
from acbp.model.links import Location
from acbp.model.plan import Plan
from acbp.problems import nearest

Fault = tuple[str, dict[str, str], Location]


def check_layout(plan: Plan) -> Iterator[Fault]:
    """The faults of the layout, each as code, values and location."""
    if plan.layout is None:
        return
    yield from _check_groups(plan.layout)
    taken = set(PAGE_NAMES)
    for index, page in enumerate(plan.layout.pages):
        here: Location = ("layout", "pages", index)
        if page.id in taken:
            yield "E252", {"page": page.id}, (*here, "id")
        taken.add(page.id)
        for at, module in enumerate(page.modules):
            yield from _check_module(module, (*here, "modules", at))


def _check_groups(layout: Layout) -> Iterator[Fault]:
    known = (*PAGE_NAMES, *(page.id for page in layout.pages))
    placed = set[str]()
    for index, group in enumerate(layout.groups):
        for at, name in enumerate(group.pages):
            here: Location = ("layout", "groups", index, "pages", at)
            if name not in known:
                near = nearest(name, known)
                said = {"variant": "near", "nearest": near[0]} if near else {"known": ", ".join(known)}
                yield "E250", {"page": name, **said}, here
            elif name in placed:
                yield "E251", {"page": name}, here
            placed.add(name)


def _check_module(module: FreeModule, here: Location) -> Iterator[Fault]:
    for at, row in enumerate(module.table.rows if module.table else ()):
        columns = len(module.table.columns) if module.table else 0
        if len(row) != columns:
            yield "E253", {"count": str(len(row)), "columns": str(columns)}, (*here, "table", "rows", at)
    for at, point in enumerate(module.chart.points if module.chart else ()):
        if (point.value is None) == (point.of is None):
            yield "E254", {}, (*here, "chart", "points", at)
