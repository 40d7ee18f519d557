"""A finished chart → the same chart at another size, and on a ground of its own."""

import re

from acbp.charts.svg import plain

_ROOT = re.compile(
    r'(?P<start><svg [^>]*?)width="(?P<width>[\d.]+)mm" height="(?P<height>[\d.]+)mm" '
    r'viewBox="0 0 (?P<across>[\d.]+) (?P<down>[\d.]+)"(?P<end>[^>]*>)'
)


def place_chart(svg: str, width: float | None = None, ground: str | None = None, margin: float = 0.0) -> str:
    """Return a chart ``width`` mm wide, type and all, with a ``ground`` (``#RRGGBB``) ``margin`` mm beyond it.

    ``margin`` is measured before the chart is brought to its width. Raises ValueError for what is no chart of ours.
    """
    root = _ROOT.match(svg)
    if root is None:
        raise ValueError("not a chart")
    own_width, own_height, across, down = (float(root[name]) for name in ("width", "height", "across", "down"))
    edge = margin * across / own_width
    factor = (width or own_width + 2 * margin) / (own_width + 2 * margin)
    box = " ".join(plain(side, 4) for side in (-edge, -edge, across + 2 * edge, down + 2 * edge))
    size = (plain((side + 2 * margin) * factor) for side in (own_width, own_height))
    start = '{}width="{}mm" height="{}mm" viewBox="{}"{}'.format(root["start"], *size, box, root["end"])
    x, y, wide, high = box.split()
    ground = f'<rect x="{x}" y="{y}" width="{wide}" height="{high}" fill="{ground}"/>' if ground else ""
    return start + ground + svg[root.end() :]


def size_of(svg: str) -> tuple[float, float]:
    """Return the width and height of a chart, mm. Raises ValueError for what is no chart of ours."""
    found = re.match(r'<svg [^>]*?width="([\d.]+)mm" height="([\d.]+)mm"', svg)
    if found is None:
        raise ValueError("not a chart")
    return float(found[1]), float(found[2])
