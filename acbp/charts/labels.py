"""Labels that keep to their room: wrapped, cut, or thinned out; in millimetres and points."""

from dataclasses import dataclass

from acbp.charts.metrics import CAP, LEADING, MM, measure

_NEVER_FIRST = set("，。；：、！？）」』》】”’%％…·,.;:!?)]}")
_NEVER_LAST = set("（「『《【“‘([{")


@dataclass(frozen=True, slots=True)
class Box:
    """An area in mm, ``top`` above ``bottom``."""

    left: float
    top: float
    right: float
    bottom: float

    def overlap(self, other: "Box") -> float:
        """The area both have in common, in mm²."""
        width = min(self.right, other.right) - max(self.left, other.left)
        height = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(width, 0.0) * max(height, 0.0)

    def within(self, other: "Box") -> bool:
        """Whether this box lies wholly inside the other one."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


def occupy(x: float, baseline: float, text: str, size: float, bold: bool = False, anchor: str = "start") -> Box:
    """The area one line of text takes: its width, from a little above the digits to the foot of a g."""
    width = measure(text, size, bold)
    left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * width
    return Box(left, baseline - 0.85 * size * MM, left + width, baseline + 0.22 * size * MM)


def centred(y: float, size: float) -> float:
    """The baseline of a line whose digits are centred on the height ``y``."""
    return y + CAP * size * MM


def line_height(size: float) -> float:
    """From baseline to baseline in mm."""
    return LEADING * size * MM


def cut(text: str, width: float, size: float, bold: bool = False) -> str:
    """The text, shortened with … until it is no wider than ``width`` mm; empty if not even … has room."""
    if measure(text, size, bold) <= width:
        return text
    room = width - measure("…", size, bold)
    kept = 0
    while kept < len(text) and room >= (step := measure(text[kept], size, bold)):
        room -= step
        kept += 1
    return text[:kept].rstrip(" …") + "…" if room >= 0 else ""


def wrap(text: str, width: float, size: float, bold: bool = False, lines: int = 2) -> list[str]:
    """The text on at most ``lines`` lines of ``width`` mm; what is too long ends in ….

    Line feeds in the text are kept as breaks. A text that fits stays on one line; otherwise it is broken in two where
    the lines become most equal: at a space or between Chinese characters, never before closing punctuation, and a
    Chinese name of an even number of characters after an even one, since most words have two.
    """
    given = [part.strip() for part in text.split("\n") if part.strip()]
    if not given:
        return []
    if len(given) == 1 and lines > 1 and measure(given[0], size, bold) > width:
        given = _halve(cut(given[0], 2 * width, size, bold), width, size, bold)
    if len(given) > lines:
        given = [*given[: lines - 1], " ".join(given[lines - 1 :])]
    return [cut(line, width, size, bold) for line in given]


def _halve(text: str, width: float, size: float, bold: bool) -> list[str]:
    places = [i for i in range(1, len(text)) if may_break(text[i - 1], text[i])]
    if not places:
        return [text]
    halves = [(text[:i].rstrip(), text[i:].lstrip()) for i in places]
    fitting = [pair for pair in halves if measure(pair[0], size, bold) <= width]
    if not fitting:
        return [text]

    paired = len(text) % 2 == 0 and all("\u4e00" <= char <= "\u9fff" for char in text)

    def cost(pair: tuple[str, str]) -> tuple[bool, bool, float, int]:
        first, second = pair
        widest = max(measure(half, size, bold) for half in pair)
        splits_word = paired and len(first) % 2 == 1
        # What the words are about comes first and is the longer half of a name: 冷藏陈列／加密.
        return measure(second, size, bold) > width, splits_word, widest, -len(first) if paired else 0

    return list(min(fitting, key=cost))


def may_break(before: str, after: str) -> bool:
    """Whether a line may be broken between two characters."""
    if after in _NEVER_FIRST or before in _NEVER_LAST or after == " ":
        return False
    return before in " -/" or before > "\u2e80" or after > "\u2e80"


def thin(count: int, pitch: float, widest: float) -> int:
    """Print every how-manieth of ``count`` labels, so that the widest (mm) never meets its neighbour."""
    step = 1
    while step < count and step * pitch < widest:
        step += 1
    return step


def free(box: Box, taken: list[Box], gap: float = 0.3) -> bool:
    """Whether nothing taken lies under the box or nearer than ``gap`` mm to its sides."""
    wider = Box(box.left - gap, box.top, box.right + gap, box.bottom)
    return all(wider.overlap(other) < 0.05 for other in taken)


def place(candidates: list[Box], taken: list[Box], room: Box) -> tuple[int, float]:
    """The index of the candidate that covers least of what is taken and leaves the room least, and how much that is.

    The cost is in mm², what lies outside the room counting twentyfold; earlier candidates win a tie.
    """

    def cost(box: Box) -> float:
        outside = (box.right - box.left) * (box.bottom - box.top) - box.overlap(room)
        return round(20 * max(outside, 0.0) + sum(box.overlap(other) for other in taken), 6)

    costs = [cost(box) for box in candidates]
    best = min(range(len(costs)), key=costs.__getitem__)
    return best, costs[best]
