"""Changes of scenarios that cannot be made: paths that lead to no figure, values of the wrong kind."""

from collections.abc import Iterator

from acbp.model.links import Location
from acbp.model.paths import find_figures, read_as
from acbp.model.plan import Plan

Fault = tuple[str, dict[str, str], Location]
"""A problem's code, its values and where it lies."""


def changes_amiss(plan: Plan) -> Iterator[Fault]:
    """Every change that cannot be made, at the place to mend."""
    for index, scenario in enumerate(plan.scenarios):
        for at, change in enumerate(scenario.changes):
            here: Location = ("scenarios", index, "changes", at)
            if (change.to is None) == (change.by is None):
                yield "E241", {}, here
                continue
            found = find_figures(plan, change.path)
            if not found:
                yield "E240", {"path": change.path}, (*here, "path")
            elif change.to is not None:
                if any(read_as(figure.kind, change.to, plan.plan) is None for figure in found):
                    expected = "@percent" if found[0].kind == "percent" else "@number"
                    yield "E213", {"expected": expected}, (*here, "to")
            elif all(figure.value is None for figure in found):
                yield "E242", {"path": change.path}, (*here, "path")
