"""The plan on one page."""

from acbp.rendering.desk import Desk, Page
from acbp.rendering.layout import Grid

SHEET = Grid(194.0, 280.0, 284.0, 16.5, 192.0, 192.0, 118.0)
REDUCED = 0.9375


def write(desk: Desk) -> Page:
    """Write the page."""
    return {"rows": []}
