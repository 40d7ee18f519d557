"""The charts of a composed document, each by itself: where it stands, and as an SVG or a picture."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from acbp.charts.placing import place_chart, size_of
from acbp.problems import Problem
from acbp.rendering.assets import SVG, Assets

COVER_MARGIN = 6.0
"""What the dark ground of the cover's chart reaches beyond it, mm."""
FRAME = 2.0
"""White around any other chart in a picture, mm."""


@dataclass(frozen=True, slots=True)
class FoundChart:
    """A chart by the name that the pages know it by, with the number of its page and its heading there."""

    name: str
    page: str
    heading: str


def find_charts(document: Mapping[str, Any], assets: Assets) -> list[FoundChart]:
    """Every chart of a document, in the order of its pages."""
    addresses = {f"asset:{name}.svg": name for name in assets.drawn}
    found = [("1", document["cover"])]
    found += [(document["numbers"].get(page["anchor"], ""), page["rows"]) for page in document["pages"]]
    charts: dict[str, FoundChart] = {}
    for number, part in found:
        for held in _mappings(part):
            for value in held.values():
                name = addresses.get(value) if isinstance(value, str) else None
                if name is not None:
                    heading = held.get("heading") or held.get("name") or held.get("alt") or ""
                    charts.setdefault(name, FoundChart(name, number, heading.replace("|", "")))
    return list(charts.values())


def extract_chart(assets: Assets, name: str, width: float | None = None, *, framed: bool = False) -> str:
    """Return a chart as SVG, ``width`` mm wide or as wide as on its page; that of the cover on its dark ground.

    Any other is transparent, or ``framed`` in white. Fonts are named, not embedded. Raises KeyError for a name that no
    chart has.
    """
    held = assets.get(f"{name}.svg")
    if held is None or name not in assets.drawn:
        raise KeyError(name)
    svg = held[1].decode()
    palette = assets.style.palette
    if name == "cover":
        return place_chart(svg, width, palette.deep, COVER_MARGIN)
    return place_chart(svg, width, palette.white, FRAME) if framed else place_chart(svg, width)


def picture_chart(svg: str, assets: Assets, dpi: int) -> tuple[bytes, Sequence[Problem]]:
    """Return a chart as PNG, and what the typesetter says against it."""
    from acbp.rendering.pdf import typeset
    from acbp.rendering.pictures import picture_pages

    width, height = size_of(svg)
    alone = Assets(assets.style)
    address = alone.add("chart.svg", SVG, svg.encode())
    sheet = (
        f"@page {{ size: {width}mm {height}mm; margin: 0 }} html, body {{ margin: 0 }} "
        f"img {{ display: block; width: {width}mm; height: {height}mm }}"
    )
    page = f'<!DOCTYPE html><html lang="en"><title>chart</title><body><img src="{address}" alt="chart"></body></html>'
    made = typeset(page, [sheet], alone)
    return next(picture_pages(made.content, dpi)), made.problems


def _mappings(part: Any) -> Iterator[Mapping[str, Any]]:
    """Every mapping within plain data, the outer before the inner."""
    if isinstance(part, Mapping):
        yield part
    for inner in part.values() if isinstance(part, Mapping) else part if isinstance(part, (list, tuple)) else ():
        yield from _mappings(inner)
