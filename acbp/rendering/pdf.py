"""HTML → PDF: the one place that knows the typesetter, WeasyPrint; whatever it says against the page is a problem."""

import gc
import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from weasyprint import CSS, HTML, Attachment
from weasyprint.document import Document, Page
from weasyprint.text.fonts import FontConfiguration

from acbp.charts.style import Style
from acbp.problems import Problem
from acbp.rendering.assets import Assets
from acbp.rendering.fetcher import AssetFetcher

PDF_VARIANT = "pdf/ua-1"
"""Tagged, with language, title and bookmarks, as assistive technology needs it."""


SOURCE_NAME = "plan-source.zip"
"""The attachment with the plan's files."""


_CSS_PLACE = re.compile(r" at (\d+):(\d+)")


@dataclass(frozen=True, slots=True)
class Typeset:
    """A finished PDF, its number of pages, what was found while it was made, and on which page each anchor stands."""

    content: bytes
    pages: int
    problems: tuple[Problem, ...]
    places: Mapping[str, int]
    spilt: Mapping[str, float]
    """Anchor → how many mm of what it begins stand on further pages."""


def typeset(
    html: str,
    sheets: list[str],
    assets: Assets,
    zoom: float = 1.0,
    source: bytes | None = None,
    day: date | None = None,
) -> Typeset:
    """Typeset a document; every warning, refused address and missing glyph comes back as a problem.

    With a ``zoom`` the finished pages are enlarged, type and all. ``source`` is attached as a ZIP file of that ``day``:
    the clock must not tell two builds apart.
    """
    fetcher = AssetFetcher(assets)
    with _listening() as said, _without_collector():
        content, pages, places, spilt, glyphs = _print(html, sheets, fetcher, zoom, _attach(source, day, fetcher))
    problems = [Problem("E901", {"characters": " ".join(f"{c} (U+{ord(c):04X})" for c in glyphs)})] if glyphs else []
    problems += [Problem("E902", {"file": url, "reason": "asset:"}) for url in dict.fromkeys(fetcher.refused)]
    problems += [Problem("E903", {"text": text}) for text in dict.fromkeys(said) if not (glyphs and "glyph" in text)]
    return Typeset(content, pages, tuple(problems), places, spilt)


def measure(html: str, sheets: list[str], assets: Assets) -> dict[str, float]:
    """Lay a document out without writing it: `Typeset.spilt` of it."""
    with _listening(), _without_collector():
        return _spilt(_lay_out(html, sheets, AssetFetcher(assets)).pages)


def _lay_out(html: str, sheets: list[str], fetcher: AssetFetcher) -> Document:
    fonts = FontConfiguration()
    # Every channel gets the same fetcher, and no base address: nothing may reach the disk or the network.
    css = [CSS(string=sheet, url_fetcher=fetcher, font_config=fonts, base_url=None) for sheet in sheets]
    return HTML(string=html, url_fetcher=fetcher, base_url=None).render(
        stylesheets=css, font_config=fonts, presentational_hints=False, cache={}
    )


def _print(
    html: str, sheets: list[str], fetcher: AssetFetcher, zoom: float, attachments: list[Attachment]
) -> tuple[bytes, int, dict[str, int], dict[str, float], list[str]]:
    """Lay out and write; returns the PDF, its pages, the page of each anchor, what spilt, and glyphs that no font has.

    The laid-out document is left behind here, so that the collector finds it right after.
    """
    document = _lay_out(html, sheets, fetcher)
    content = document.write_pdf(
        zoom=zoom,
        pdf_variant=PDF_VARIANT,
        pdf_forms=False,
        custom_metadata=False,
        attachments=attachments,
        xmp_metadata=None,
    )
    # What goes on overleaf has its anchor on each of its pages: it begins on the first.
    places: dict[str, int] = {}
    for number, page in enumerate(document.pages, start=1):
        for anchor in page.anchors:
            places.setdefault(anchor, number)
    glyphs = sorted({chr(code) for font in document.fonts.values() for code in font.missing})
    return content, len(document.pages), places, _spilt(document.pages), glyphs


def _spilt(pages: Iterable[Page]) -> dict[str, float]:
    """How much of what an anchor begins stands on further pages, on which nothing begins, mm."""
    found: dict[str, float] = {}
    seen: set[str] = set()
    anchor = ""
    for page in pages:
        if fresh := [name for name in page.anchors if name not in seen]:
            anchor = fresh[-1]
            seen.update(fresh)
        elif anchor:
            # The page's content is the root element; the boxes in the margins come after it.
            content = page._page_box.children[0]
            found[anchor] = found.get(anchor, 0.0) + (_foot(content) - content.position_y) * 25.4 / 96
    return found


def _foot(box: Any) -> float:
    """Where the lowest line or picture of a laid-out box ends, px."""
    if not hasattr(box, "children"):
        return float(box.position_y + box.margin_height())
    return max((_foot(child) for child in box.children), default=float(box.position_y))


def _attach(source: bytes | None, day: date | None, fetcher: AssetFetcher) -> list[Attachment]:
    if source is None:
        return []
    moment = datetime.combine(day or date(2000, 1, 1), time(), UTC)
    return [
        Attachment(
            string=source,
            url_fetcher=fetcher,
            name=SOURCE_NAME,
            description=SOURCE_NAME,
            created=moment,
            modified=moment,
            relationship="Source",
        )
    ]


def complaints_about(sheet: str) -> list[tuple[str, int, int]]:
    """What the typesetter cannot use of a style sheet as it stands: the reason, line and column."""
    with _listening() as said:
        CSS(string=sheet, url_fetcher=AssetFetcher(Assets(Style())), font_config=FontConfiguration(), base_url=None)
    found = []
    for text in said:
        place = _CSS_PLACE.search(text)
        line, column = (int(place[1]), int(place[2])) if place else (1, 1)
        found.append((_CSS_PLACE.sub("", text), line, column))
    return found


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Gather what the typesetter logs: by itself it warns and writes the PDF all the same."""
    said: list[str] = []

    class Ear(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    logger, ear = logging.getLogger("weasyprint"), Ear(logging.WARNING)
    kept = logger.handlers[:], logger.propagate
    logger.handlers, logger.propagate = [ear], False
    try:
        yield said
    finally:
        logger.handlers, logger.propagate = kept


@contextmanager
def _without_collector() -> Iterator[None]:
    """Layout makes millions of long-lived objects; looking through them for rubbish costs a fifth of the time.

    What one document leaves behind is collected before the next one, and set aside after the last: a process that
    ends right after has no use for it.
    """
    enabled = gc.isenabled()
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
