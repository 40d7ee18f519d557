"""What every chart is drawn with: the colour tokens of the brand and the page's font families."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colour tokens as ``#RRGGBB``; the brand gives the first seven, the rest is the same for every brand."""

    accent: str = "#00698C"
    accent_ink: str = "#00698C"
    """The accent, darkened where needed until it reads on white: any text in the brand's colour."""
    fill: str = "#00698C"
    """The accent as a data fill: the accent itself, or the accent ink where the brand is too pale for white."""
    on_fill: str = "#FFFFFF"
    """Text on ``fill``: white, or ink where white would not read."""
    deep: str = "#003346"
    t60: str = "#7FACC2"
    t30: str = "#BDD5E2"
    t12: str = "#E5EEF3"
    t06: str = "#F3F8FA"
    ink: str = "#17212B"
    ink2: str = "#45515D"
    ink3: str = "#64707C"
    n400: str = "#8C97A2"
    n300: str = "#B6BFC7"
    n200: str = "#D6DCE1"
    n100: str = "#E9EDF0"
    n50: str = "#F4F6F8"
    white: str = "#FFFFFF"
    green: str = "#1A7A58"
    amber: str = "#F0A81C"
    red: str = "#B4231A"


@dataclass(frozen=True, slots=True)
class Style:
    """A palette, the two font families of the page and its language (``zh`` or ``en``)."""

    palette: Palette = Palette()
    sans: str = "Noto Sans CJK SC"
    serif: str = "Noto Serif CJK SC"
    language: str = "zh"
