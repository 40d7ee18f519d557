"""The lines of text of a laid-out page: what each says, where it stands and what it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

MM = 25.4 / 96
"""Millimetres per CSS pixel."""
PICTURE = "\ufffc"
"""What a picture says."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its box in mm from the page's top left corner, and its type."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    """Points, before the page as a whole is enlarged."""
    weight: int
    style: str
    block: int
    """The same number for all lines of one paragraph."""
    within: tuple[str, ...]
    """The elements around it, from the page inwards: names and classes, as ``h2`` or ``tr.group``."""
    column: tuple[float, float]
    """From where to where the column or table goes that it stands in, mm."""

    @property
    def in_margin(self) -> bool:
        """Whether it is printed in a margin of the page: tracker or footer."""
        return "div.tracker" in self.within or "div.foot" in self.within

    def inside(self, *names: str) -> bool:
        """Whether it belongs to an element of one of these names."""
        return any(name in self.within for name in names)


Rect = tuple[float, float, float, float]


def lines_of(page: Any) -> Iterator[Line]:
    """Every line of a page of WeasyPrint's, in the order of the document; what is clipped away is left out.

    A picture counts as a line that says PICTURE.
    """
    yield from _walk(page, (), 0, None, (0.0, 0.0))


def unwrapped(box: Any) -> Any:
    """The box itself: one that is placed absolutely stands behind a placeholder."""
    from weasyprint.layout.absolute import AbsolutePlaceholder

    return box._box if isinstance(box, AbsolutePlaceholder) else box


def _walk(
    box: Any, within: tuple[str, ...], block: int, window: Rect | None, column: tuple[float, float]
) -> Iterator[Line]:
    from weasyprint.formatting_structure import boxes

    box = unwrapped(box)
    element = getattr(box, "element", None)
    if element is not None and not isinstance(box, (boxes.TextBox, boxes.LineBox)):
        classes = [f"{element.tag}.{name}" for name in (element.get("class") or "").split()]
        named = (element.tag, *classes)
        if within[-len(named) :] != named:
            within = (*within, *named)
    if isinstance(box, boxes.LineBox):
        texts = list(_texts(box))
        if texts and (line := _line(texts, within, block, window, column)):
            yield line
    if isinstance(box, boxes.ReplacedBox):
        left, top = box.position_x * MM, box.position_y * MM
        yield Line(
            PICTURE, left, top, left + box.width * MM, top + box.height * MM, 99, 400, "normal", id(box), within, column
        )
    if isinstance(box, boxes.BlockContainerBox):
        block = id(box)
        if not isinstance(box, boxes.PageBox) and box.style["overflow"] == "hidden":
            left, top = box.position_x, box.position_y
            window = (left, top, left + box.margin_width(), top + box.margin_height())
        if within[-1:] == ("div.col",):
            column = (box.position_x * MM, (box.position_x + box.margin_width()) * MM)
    if isinstance(box, boxes.ParentBox) and not isinstance(box, boxes.TextBox):
        for child in box.children:
            yield from _walk(child, within, block, window, column)


def _texts(box: Any) -> Iterator[Any]:
    """The texts of a line, without those of the blocks that stand in it."""
    from weasyprint.formatting_structure import boxes

    for child in box.children:
        if isinstance(child, boxes.TextBox):
            if child.text.strip():
                yield child
        elif isinstance(child, boxes.InlineBox):
            yield from _texts(child)


def _line(
    texts: list[Any], within: tuple[str, ...], block: int, window: Rect | None, column: tuple[float, float]
) -> Line | None:
    first = max(texts, key=lambda text: text.style["font_size"])
    left, right = min(text.position_x for text in texts), max(text.position_x + text.width for text in texts)
    # The ink goes from the top of the capitals to the foot of a comma, whatever the height of the line.
    top = min(text.position_y + text.baseline - 0.84 * text.style["font_size"] for text in texts)
    bottom = max(text.position_y + text.baseline + 0.14 * text.style["font_size"] for text in texts)
    if window:
        left, right = max(left, window[0]), min(right, window[2])
        top, bottom = max(top, window[1]), min(bottom, window[3])
        if right <= left or bottom - top < 0.5 * first.style["font_size"]:
            return None
    said, at = "", None
    for text in texts:
        gap = at is not None and text.position_x - at > 0.1 * text.style["font_size"] and not said.endswith(" ")
        said += (" " if gap else "") + text.text
        at = text.position_x + text.width
    smallest = min(text.style["font_size"] for text in texts)
    return Line(
        said.strip(),
        left * MM,
        top * MM,
        right * MM,
        bottom * MM,
        smallest * 0.75,
        max(int(text.style["font_weight"]) for text in texts),
        first.style["font_style"],
        block,
        within,
        column,
    )
