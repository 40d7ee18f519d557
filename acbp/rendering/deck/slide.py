"""The slide: its measures, and how tables and modules are put on it.

A slide is laid out in the report's type and millimetres and enlarged as a whole by a third: 8 pt becomes 10.7 pt, and
254 mm become 338.67 mm. So everything that the report's pages are put together from fits the slides as it is.
"""

from itertools import zip_longest

from acbp.rendering.cutting import split
from acbp.rendering.layout import Grid, Row
from acbp.rendering.modules import Module, row, stretch

ENLARGED = 4 / 3
WIDTH = 230.0
"""Of the text, mm before the enlargement, as all lengths of the slides."""
FULL = 92.5
BETWEEN = 10.0
SLIDE = Grid(WIDTH, 90.0, FULL, 17.25, title_room=228.0, title_break=150.0, note_room=160.0, strip=200.0, note_lines=2)


def table_rows(table: Module) -> list[Row]:
    """A table over the width of the slide, cut where one slide does not hold it."""
    return [row((WIDTH, [part])) for part in split(stretch(table, WIDTH), FULL)]


def beside(*columns: tuple[float, Module | None], room: float = FULL) -> list[Row]:
    """The modules that there are side by side, of the widths given; a table that is too long goes on overleaf."""
    parts = [
        [(width, [part]) for part in (split(made, room) if made["kind"] == "table" else [made])]
        for width, made in columns
        if made
    ]
    return [row(*(each for each in shown if each), gap=BETWEEN) for shown in zip_longest(*parts)]
