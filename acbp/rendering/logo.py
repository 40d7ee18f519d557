"""A logo file made safe to print: an SVG rebuilt from what is allowed in it, or a picture encoded afresh."""

import math
import re
import warnings
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from acbp.loading.files import find_inside, read_bytes
from acbp.problems import Problem
from acbp.rendering import brand_codes  # noqa: F401  (registers the codes)

if TYPE_CHECKING:
    from PIL import Image

MOST_SVG_BYTES = 200 * 1024
MOST_SVG_ELEMENTS = 2_000
MOST_SVG_DEPTH = 40
MOST_PICTURE_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 20_000_000
_LONGEST_SIDE = 1_600
"""Pixels of the longer side that are kept: over 600 dpi at the largest size a logo is printed."""

_SVG = "http://www.w3.org/2000/svg"
_SVG_TYPE = "image/svg+xml"
_WHITE = "#FFFFFF"
_DRAWN = frozenset({"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "g", "svg", "title", "desc"})
_KEPT = frozenset(
    {"viewBox", "width", "height", "preserveAspectRatio", "transform", "d", "points", "pathLength"}
    | {"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry"}
    | {"fill", "fill-rule", "fill-opacity", "opacity", "color", "display", "visibility"}
    | {"stroke", "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity"}
    | {"stroke-dasharray", "stroke-dashoffset"}
)
# Dropping these would change the drawing or hide that it reaches outside the file; any other unknown one is dropped.
_REFUSED = re.compile(r"style|on.*|(?:.*\})?href|clip-path|mask|filter")


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo as printed: the bytes of a safe SVG, PNG or JPEG, their media type, and width divided by height."""

    data: bytes
    mime: str
    aspect: float


class LogoError(ValueError):
    """A logo that cannot be used; ``code`` is the problem's code and ``values`` fill its message."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values


def read_logo(data: bytes) -> Logo:
    """The logo in these bytes, told apart by their content and not by a file's name. Raises LogoError."""
    if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        return _picture(data)
    return _drawing(data)


def inks_of(logo: Logo) -> set[str]:
    """Return the colours that a drawing is filled and stroked with, as it writes them; none of a picture."""
    if logo.mime != _SVG_TYPE:
        return set()
    inks: set[str] = set()
    waiting = [(ElementTree.fromstring(logo.data), "#000000", "none")]  # what SVG paints where nothing is said
    while waiting:
        element, fill, stroke = waiting.pop()
        fill, stroke = element.get("fill", fill), element.get("stroke", stroke)
        if len(element):
            waiting += [(child, fill, stroke) for child in element]
        if element.tag.rpartition("}")[2] not in ("svg", "g", "title", "desc"):
            inks |= {fill.lower(), stroke.lower()} - {"none", "transparent"}
    return inks


def whiten(logo: Logo) -> Logo | None:
    """Return a drawing of one colour in white, for the dark cover; None for a picture or a drawing of several."""
    if len(inks_of(logo)) != 1:
        return None
    root = ElementTree.fromstring(logo.data)
    for element in root.iter():
        for name in ("fill", "stroke"):
            if element.get(name, "none") not in ("none", "transparent"):
                element.set(name, _WHITE)
    root.set("fill", root.get("fill", _WHITE))
    ElementTree.register_namespace("", _SVG)
    return replace(logo, data=ElementTree.tostring(root, encoding="utf-8"))


def _drawing(data: bytes) -> Logo:
    if len(data) > MOST_SVG_BYTES:
        raise LogoError("E806", size=_kilobytes(len(data)), limit=_kilobytes(MOST_SVG_BYTES))
    try:
        text = data.decode("utf-8-sig")
        if "<!ENTITY" in text or re.search(r"<!DOCTYPE[^>]*\[", text):
            raise LogoError("E805", part="<!ENTITY>")
        source = ElementTree.fromstring(text)
    except (UnicodeDecodeError, ElementTree.ParseError, ValueError) as error:
        if isinstance(error, LogoError):
            raise
        raise LogoError("E807") from None
    if source.tag != f"{{{_SVG}}}svg":
        raise LogoError("E807")
    aspect = _aspect(source)
    rebuilt = _rebuilt(source)
    rebuilt.set("xmlns", _SVG)
    return Logo(ElementTree.tostring(rebuilt, encoding="utf-8"), _SVG_TYPE, aspect)


def _rebuilt(source: ElementTree.Element) -> ElementTree.Element:
    """A copy that holds nothing but allowed elements and attributes."""
    count = sum(1 for _ in source.iter())
    if count > MOST_SVG_ELEMENTS:
        raise LogoError("E809", count=f"{count:,}", limit=f"{MOST_SVG_ELEMENTS:,}")
    root = ElementTree.Element("svg", _attributes(source))
    waiting = [(source, root, 1)]
    while waiting:
        element, copy, depth = waiting.pop()
        for child in element:
            space, _, name = str(child.tag).rpartition("}")
            if space != f"{{{_SVG}" or name not in _DRAWN:
                raise LogoError("E805", part=f"<{name}>")
            if depth >= MOST_SVG_DEPTH:
                raise LogoError("E805", part=f"<{name}> × {depth + 1}")
            made = ElementTree.SubElement(copy, name, _attributes(child))
            made.text = child.text if name in ("title", "desc") else None
            waiting.append((child, made, depth + 1))
    return root


def _attributes(element: ElementTree.Element) -> dict[str, str]:
    for name, value in element.attrib.items():
        if _REFUSED.fullmatch(name.lower()):
            raise LogoError("E805", part=f"{name.rpartition('}')[2]}=")
        # A backslash could spell url( in escapes.
        if name in _KEPT and ("url(" in value.lower() or "\\" in value):
            raise LogoError("E805", part=f"{name}={value[:20]}")
    return {name: value for name, value in element.attrib.items() if name in _KEPT}


def _aspect(svg: ElementTree.Element) -> float:
    box = svg.get("viewBox", "").replace(",", " ").split()
    sides = box[2:] if len(box) == 4 else [svg.get("width", ""), svg.get("height", "")]
    try:
        width, height = (float(re.sub(r"(?:px|pt|mm|cm|in)$", "", side)) for side in sides)
    except ValueError:
        raise LogoError("E805", part="viewBox") from None
    if not (math.isfinite(width) and math.isfinite(height) and width > 0 and height > 0):
        raise LogoError("E805", part="viewBox")
    return width / height


def read_logo_beside(folder: Path, name: str) -> Logo | Problem:
    """Read the logo that a plan names beside itself, or say what is wrong with it.

    A path that leads out of the plan's folder is refused before it is touched.
    """
    path = find_inside(folder, name)
    data = path if isinstance(path, Problem) else read_bytes(path, folder, MOST_PICTURE_BYTES)
    if isinstance(data, Problem):
        return Problem(data.code, {**data.values, "file": name})
    try:
        return read_logo(data)
    except LogoError as fault:
        return Problem(fault.code, {"file": name, **fault.values})


def _picture(data: bytes) -> Logo:
    from PIL import Image, ImageFile, ImageOps

    if len(data) > MOST_PICTURE_BYTES:
        raise LogoError("E806", size=_kilobytes(len(data)), limit=_kilobytes(MOST_PICTURE_BYTES))
    # The typesetter, once loaded, lets Pillow pass over the missing end of a picture; here it is a fault.
    tolerant, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a damaged or huge picture is told below, in our words
            with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    size = f"{picture.width} × {picture.height} px"
                    raise LogoError("E806", size=size, limit=f"{MOST_PIXELS // 1_000_000} MP")
                return _encoded(ImageOps.exif_transpose(picture), picture.format == "PNG")
    except LogoError:
        raise
    except Image.DecompressionBombError:
        raise LogoError("E806", size="> 150 MP", limit=f"{MOST_PIXELS // 1_000_000} MP") from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise LogoError("E807") from None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = tolerant


def _encoded(picture: "Image.Image", png: bool) -> Logo:
    from PIL import Image

    picture.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    mode = "RGBA" if png else "RGB"
    clean = Image.new(mode, picture.size)  # a new picture carries no place, device or comment of the old one
    clean.paste(picture.convert(mode))
    out = BytesIO()
    clean.save(out, "PNG" if png else "JPEG", **({"optimize": True} if png else {"quality": 92}))
    return Logo(out.getvalue(), "image/png" if png else "image/jpeg", clean.width / clean.height)


def _kilobytes(size: int) -> str:
    return f"{math.ceil(size / 1024):,} KB"
