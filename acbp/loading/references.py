"""Ids that are given twice, and ids that point at nothing."""

from acbp.loading.nodes import Node
from acbp.loading.positions import find
from acbp.loading.positions import name_of as item_name
from acbp.model.links import items_of, links_of
from acbp.model.plan import Plan
from acbp.problems import Problem, nearest

MOST_NAMES = 12


def check_references(plan: Plan, root: Node) -> list[Problem]:
    """The faults of a plan's ids: E209 where two items of one kind share an id, E210 where there is no such item."""
    problems, known = [], {}
    for kind, items in items_of(plan).items():
        first: dict[str, str] = {}
        for location, item in items:
            here, name = (*location, "id"), str(item.id)  # type: ignore[attr-defined]
            place = find(root, here).node.place()
            if name in first:
                values = {"id": name, "first": first[name]}
                problems.append(Problem("E209", values, place, item_name(root, here)))
            first.setdefault(name, f"{place.file}:{place.line}")
        known[kind] = list(first)
    for link in links_of(plan):
        names = known.get(link.kind)
        if names is None or link.target in names:
            continue
        found = find(root, link.location)
        is_key = found.node.key is not None and found.node.key.text == link.target and not found.beyond
        place = found.node.key.place() if is_key and found.node.key is not None else found.node.place()
        values = {"id": link.target, "target": link.kind}
        if near := nearest(link.target, names):
            values |= {"variant": "near", "nearest": near[0]}
        else:
            values["known"] = ", ".join(names[:MOST_NAMES]) + (", …" if len(names) > MOST_NAMES else "") or "—"
        problems.append(Problem("E210", values, place, item_name(root, link.location)))
    return problems
