"""A plan and the name of a chart → that chart alone."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from acbp.building.jobs import Options
from acbp.building.making import LibraryMissing, load_renderer, read_plan
from acbp.problems import Problem, nearest

if TYPE_CHECKING:
    from acbp.rendering.extracts import FoundChart

DPI = 200
"""Dots per inch of pictures, unless another number is asked for."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What was found: the charts of the plan, and one of them as a file if it was asked for and is among them."""

    problems: tuple[Problem, ...]
    language: str
    charts: "tuple[FoundChart, ...]" = ()
    content: bytes = b""
    path: Path = Path()
    """What the file is called unless the user says otherwise."""

    @property
    def has_errors(self) -> bool:
        """Whether the plan, or the chart, cannot be printed as it is."""
        return any(problem.is_error for problem in self.problems)

    def nearest(self, name: str) -> tuple[str, ...]:
        """Names of charts that resemble this one."""
        return nearest(name, [chart.name for chart in self.charts], 3)


def draw_chart(
    path: Path,
    name: str | None,
    options: Options,
    *,
    edition: str = "customer",
    form: str = "svg",
    width: float | None = None,
    dpi: int = DPI,
) -> Drawn:
    """Find the charts of a plan's report, and draw the one of this name as ``svg`` or ``png``, ``width`` mm wide.

    Of ``options`` the language, the brand, the day, the overrides and the output folder count.
    """
    from acbp.loading.source import locate

    source = locate(path)
    if isinstance(source, Problem):
        return Drawn((source,), "en")
    outcome, read = read_plan(source, options)
    if read is None:
        return Drawn(outcome.problems, outcome.language)
    try:
        load_renderer()
    except LibraryMissing as fault:
        return Drawn((Problem("E904", {"name": str(fault)}),), outcome.language)
    from acbp.rendering.extracts import extract_chart, find_charts, picture_chart
    from acbp.rendering.report import compose

    heading = read.plan.plan
    lang = options.lang or heading.language
    document, assets, _ = compose(
        read.plan,
        read.workspace,
        edition=edition,  # type: ignore[arg-type]
        language=lang,
        brand=read.brand,
        as_of=options.as_of or heading.date,
        folder=read.folder,
        own=read.own,
    )
    charts = tuple(find_charts(document, assets))
    if name not in (chart.name for chart in charts):
        return Drawn((), outcome.language, charts)
    assert name is not None
    svg = extract_chart(assets, name, width, framed=form == "png")
    content, problems = picture_chart(svg, assets, dpi) if form == "png" else (svg.encode(), ())
    file = options.output / heading.id / "charts" / f"{heading.id}-{edition}-{name}-{lang}.{form}"
    return Drawn(tuple(problems), outcome.language, charts, content, file)
