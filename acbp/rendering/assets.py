"""What the pages refer to: every picture and chart by a name of its own, registered before it is asked for."""

from collections.abc import Callable

from acbp.charts.style import Palette, Style

SVG = "image/svg+xml"


class Assets:
    """The registered assets of one document: name → (media type, bytes). The typesetter gets nothing else."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.aspects: dict[str, float] = {}
        """Width divided by height of the companies' marks, by name."""
        self.drawn: dict[str, tuple[float, float]] = {}
        """Width and height in mm of the charts, by name."""
        self._held: dict[str, tuple[str, bytes]] = {}

    def add(self, name: str, media_type: str, content: bytes) -> str:
        """Register content under a name and return the address by which a page refers to it."""
        self._held[name] = (media_type, content)
        return f"asset:{name}"

    def draw(self, name: str, chart: Callable[..., str], data: object, width: float, height: float) -> str:
        """Draw a chart at its exact size in mm, register it and return its address."""
        self.drawn[name] = (width, height)
        return self.add(f"{name}.svg", SVG, chart(data, width, height, self.style).encode())

    def get(self, name: str) -> tuple[str, bytes] | None:
        """Return an asset's media type and bytes, or None where no such name was registered."""
        return self._held.get(name)

    def __iter__(self):
        return iter(self._held.items())


def add_marks(assets: Assets) -> None:
    """Register the status marks, the milestones and the ties of the relationship map, in the brand's tokens."""
    for name, drawing in marks(assets.style.palette, assets.style.sans).items():
        assets.add(f"{name}.svg", SVG, drawing.encode())


def marks(palette: Palette, sans: str) -> dict[str, str]:
    """Return the marks as SVG: worse means more ink, so that the order holds without colour."""
    p = palette
    letter = (
        f'<text x="8" y="{{y}}" text-anchor="middle" font-family="{sans}" font-weight="700" font-size="{{size}}" '
        'fill="{fill}">{letter}</text>'
    )

    def svg(body: str, box: str = "0 0 16 16") -> str:
        width, height = box.split()[2:]
        return f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="{box}">{body}</svg>'

    ring = f'<circle cx="8" cy="8" r="{{r}}" fill="#FFFFFF" stroke="{p.green}" stroke-width="{{w}}"/>'
    triangle = f'<path d="M8 1 L15.6 15 L0.4 15 Z" fill="{p.amber}"/>'
    square = f'<rect x="{{x}}" y="{{x}}" width="{{s}}" height="{{s}}" fill="{p.red}"/>'
    diamond = '<path d="M8 1.4 L14.6 8 L8 14.6 L1.4 8 Z" fill="{fill}" stroke="{edge}" stroke-width="2"/>'
    ties = {
        "firm": f'<path d="M6 8 H254" stroke="{p.fill}" stroke-width="4.4"/>',
        "growing": f'<path d="M6 8 H254" stroke="{p.fill}" stroke-width="1.8"/>',
        "to-build": f'<path d="M6 8 H254" stroke="{p.ink2}" stroke-width="2" stroke-dasharray="8 6"/>',
    }
    drawn = {
        "mark-green": svg(ring.format(r="6.4", w="2.4")),
        "mark-amber": svg(triangle),
        "mark-red": svg(square.format(x="1.6", s="12.8")),
        "mark-none": svg(f'<path d="M3 8 H13" stroke="{p.n400}" stroke-width="2"/>'),
        "mark-done": svg(
            f'<circle cx="8" cy="8" r="7.4" fill="{p.ink3}"/>'
            '<path d="M4.4 8.2 L7 10.8 L11.6 5.6" fill="none" stroke="#FFFFFF" stroke-width="1.9"/>'
        ),
        "mark-waiting": svg(
            f'<circle cx="8" cy="8" r="6.8" fill="none" stroke="{p.n400}" stroke-width="1.5" '
            'stroke-dasharray="2.6 2.2"/>'
        ),
        "mark-dropped": svg(f'<path d="M3.4 3.4 L12.6 12.6 M12.6 3.4 L3.4 12.6" stroke="{p.n400}" stroke-width="2"/>'),
        "mark-milestone": svg(diamond.format(fill=p.ink, edge=p.ink)),
        "mark-milestone-open": svg(diamond.format(fill="#FFFFFF", edge=p.ink)),
        "mark-green-large": svg(
            ring.format(r="6.9", w="1.5") + letter.format(y="10.7", size="7.6", fill=p.green, letter="G")
        ),
        "mark-amber-large": svg(triangle + letter.format(y="13.7", size="7.2", fill=p.ink, letter="A")),
        "mark-red-large": svg(
            square.format(x="0.9", s="14.2") + letter.format(y="10.9", size="8", fill="#FFFFFF", letter="R")
        ),
        "mark-none-large": svg(f'<path d="M4 8 H12" stroke="{p.n400}" stroke-width="1.6"/>'),
    }
    for name, tie in ties.items():
        open_ = name == "to-build"
        ends = "".join(
            f'<circle cx="{x}" cy="8" r="5" fill="{"#FFFFFF" if open_ else p.fill}" '
            f'stroke="{p.ink2 if open_ else p.fill}" stroke-width="1.8"/>'
            for x in (6, 254)
        )
        drawn[f"tie-{name}"] = svg(tie + ends, "0 0 260 16")
    return drawn
