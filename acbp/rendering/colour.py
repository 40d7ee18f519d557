"""The colour tokens of a page, worked out from the one colour of a brand.

Lightness and chroma are OKLCH (Björn Ottosson, "A perceptual color space for image processing", 2020): lightness 0
to 1, chroma from 0, hue in radians. Contrast is the ratio of WCAG 2.2, 1 to 21. Colours are written ``#RRGGBB``.
"""

import math
import re

from acbp.charts.style import Palette

_NEUTRAL = Palette()
_INK_CONTRAST = 5.5
_TEXT_CONTRAST = 4.5
_FILL_CONTRAST = 3.0
_DEEP = (0.30, 0.085)
_TINTS = {"t60": (0.72, 0.60), "t30": (0.86, 0.32), "t12": (0.945, 0.12), "t06": (0.975, 0.06)}

TEXT_PAIRS = (
    ("ink", "white"),
    ("ink", "n100"),
    ("ink", "t30"),
    ("ink", "t12"),
    ("ink", "t06"),
    ("ink2", "t06"),
    ("ink3", "white"),
    ("accent_ink", "white"),
    ("accent_ink", "n50"),
    ("accent_ink", "t06"),
    ("on_fill", "fill"),
    ("white", "deep"),
    ("t30", "deep"),
    ("ink", "t60"),
)
"""Every pair of tokens (text, ground) that a page sets text in."""

Oklch = tuple[float, float, float]


def is_colour(text: str) -> bool:
    """Whether the text is a colour as this product writes it: ``#`` and six hexadecimal digits."""
    return re.fullmatch(r"#[0-9A-Fa-f]{6}", text) is not None


def derive(brand: str) -> Palette:
    """The whole palette of a brand's one colour.

    Tints lie at fixed lightness with the hue of the brand, so that any two brands print the same page in grey. The
    brand's colour is kept as it is where it can carry text or data; elsewhere a darker ink of the same hue stands in.
    """
    if not is_colour(brand):
        raise ValueError("a brand colour is written #RRGGBB")
    accent = brand.upper()
    _, chroma, hue = to_oklch(accent)
    ink = _darkened(accent)
    white, dark = _NEUTRAL.white, _NEUTRAL.ink
    readable = max(contrast(white, accent), contrast(dark, accent)) >= _TEXT_CONTRAST
    # Between 3.6 and 4.5 against white neither white nor ink would read on the brand's own colour.
    fill = accent if readable and contrast(accent, white) >= _FILL_CONTRAST else ink
    return Palette(
        accent=accent,
        accent_ink=ink,
        fill=fill,
        on_fill=white if contrast(white, fill) >= _TEXT_CONTRAST else dark,
        deep=from_oklch(_DEEP[0], min(chroma, _DEEP[1]), hue),
        **{token: from_oklch(level, chroma * share, hue) for token, (level, share) in _TINTS.items()},
    )


def weak_pairs(palette: Palette) -> list[tuple[str, str, float]]:
    """The pairs of ``TEXT_PAIRS`` with a contrast under 4.5, as (text, ground, contrast); none if derived."""
    ratios = [(text, ground, contrast(getattr(palette, text), getattr(palette, ground))) for text, ground in TEXT_PAIRS]
    return [pair for pair in ratios if pair[2] < _TEXT_CONTRAST]


def contrast(first: str, second: str) -> float:
    """The contrast of two colours, 1 (none) to 21 (black and white), by WCAG 2.2."""
    dark, light = sorted((_luminance(first), _luminance(second)))
    return (light + 0.05) / (dark + 0.05)


def to_oklch(colour: str) -> Oklch:
    """Lightness, chroma and hue of a colour."""
    red, green, blue = _linear(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short, math.hypot(a, b), math.atan2(b, a)


def from_oklch(lightness: float, chroma: float, hue: float) -> str:
    """The colour at this lightness and hue, with as much of the chroma as a screen can show."""
    if not _shown(_rgb(lightness, chroma, hue)):
        least, most = 0.0, chroma
        for _ in range(16):
            middle = (least + most) / 2
            least, most = (middle, most) if _shown(_rgb(lightness, middle, hue)) else (least, middle)
        chroma = least
    return "#" + "".join(f"{round(255 * _encoded(part)):02X}" for part in _rgb(lightness, chroma, hue))


def _darkened(colour: str) -> str:
    lightness, chroma, hue = to_oklch(colour)
    while contrast(colour, _NEUTRAL.white) < _INK_CONTRAST:
        lightness -= 0.002
        colour = from_oklch(lightness, chroma, hue)
    return colour


def _rgb(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def _shown(parts: tuple[float, float, float]) -> bool:
    return all(-1e-4 <= part <= 1 + 1e-4 for part in parts)


def _linear(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return _decoded(red), _decoded(green), _decoded(blue)


def _decoded(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _encoded(part: float) -> float:
    part = min(1.0, max(0.0, part))
    return 12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
