"""Looks over every page of a printed document: what a careful reader would send back to the printer."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from acbp.charts.labels import Box, occupy
from acbp.charts.metrics import MM as POINT
from acbp.rendering.formats import FORMATS
from tests.lines import PICTURE, Line
from tests.printing import Printed

FLOORS = {"deck": 7.95}
"""The smallest type that a format may print, in points; others print nothing below seven."""
BODIES = {"report": (53.0, 276.0), "review": (53.0, 276.0), "deck": (36.75, 130.2), "onepage": (13.0, 316.8)}
"""Where the body of a page begins and ends, mm, before the page is enlarged."""

_HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_NEVER_FIRST = "，。、；：！？）》」』】〕”’%‰"
_NEVER_LAST = "（《「『【〔“‘"
_CRAMPED = re.compile(f"[{_HAN}][0-9A-Za-z]|[0-9A-Za-z%][{_HAN}]")
_LACKS = re.compile("(?<!—)—(?!—)")
_LONE = re.compile(f"[{_NEVER_FIRST}{_NEVER_LAST}]*[{_HAN}b-hj-z]?[{_NEVER_FIRST}{_NEVER_LAST}.,;:)]*")
"""A last line of one Chinese character, of the last letter of a broken word, or of nothing but marks."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something on a page that must not be."""

    page: int
    kind: str
    what: str

    def __str__(self) -> str:
        return f"page {self.page}: {self.kind}: {self.what}"


def inspect(made: Printed, form: str, language: str) -> list[Finding]:
    """Everything that is wrong with the pages of a document in that format and language, page by page."""
    zoom = FORMATS[form].zoom
    top, bottom = BODIES[form]
    found = [
        *look_at_problems(made.problems),
        *look_at_misfits(made.misfits),
        *look_at_count(made, form),
        *look_at_filling(made, form, top, bottom),
        *(finding for name, drawing in made.drawings.items() for finding in look_at_chart(name, drawing, language)),
    ]
    for number, lines in enumerate(made.lines, start=1):
        body = [line for line in lines if not line.in_margin]
        found += [
            *look_at_type(number, lines, zoom, FLOORS.get(form, 6.95)),
            *look_at_title(number, lines),
            *look_at_headings(number, body),
            *look_at_breaks(number, lines),
            *look_at_spaces(number, lines),
            *look_at_overlaps(number, lines),
            *look_at_foot(number, body, bottom + 1.5 if form != "onepage" else _foot(body) - 1.9),
        ]
    return sorted(found, key=lambda finding: finding.page)


def look_at_problems(problems: Sequence[object]) -> Iterator[Finding]:
    """What the typesetter complained of: glyphs that no font has, rules that it cannot use, pictures not found."""
    for problem in problems:
        if problem.code != "W907":  # type: ignore[attr-defined]
            yield Finding(0, "complaint", f"{problem.code} {problem.values}")  # type: ignore[attr-defined]


def look_at_misfits(misfits: Sequence[str]) -> Iterator[Finding]:
    """What is cut, leaves the page or runs out of its cell."""
    for misfit in misfits:
        number, said = misfit.removeprefix("page ").split(": ", 1)
        yield Finding(int(number), "misfit", said)


def look_at_count(made: Printed, form: str) -> Iterator[Finding]:
    """Pages that ran over: each page that was composed is printed on one sheet."""
    pages = made.document["pages"]
    places = [made.places.get(page["anchor"]) for page in pages]
    for page, here, after in zip(pages, places, [*places, made.pages + 1][1:], strict=True):
        if here is None or after is None or after - here != 1:
            yield Finding(here or 0, "ran over", f"{page['anchor']} takes {(after or 0) - (here or 0)} pages")


def look_at_filling(made: Printed, form: str, top: float, bottom: float) -> Iterator[Finding]:
    """Pages that end above their first third although their subject goes on overleaf or began before."""
    if form == "onepage":
        return
    pages = made.document["pages"]
    for page, after in zip(pages, [*pages, None][1:], strict=True):
        number = made.places.get(page["anchor"])
        if number is None:
            continue
        ends = max((line.bottom for line in made.lines[number - 1] if not line.in_margin), default=0.0)
        goes_on = after is not None and after["name"] == page["name"]
        if ends < top + (bottom - top) / 3 and (goes_on or page["part"] > 1):
            yield Finding(number, "empty", f"{page['anchor']} ends at {ends:.0f} mm")


def look_at_type(number: int, lines: Sequence[Line], zoom: float, floor: float) -> Iterator[Finding]:
    """Type that is too small, slanted, or of a weight that the fonts do not have."""
    for line in lines:
        if line.size * zoom < floor:
            yield Finding(number, "small type", f"{line.size * zoom:.2f} pt: {line.text[:40]}")
        if line.style != "normal" or line.weight not in (400, 700):
            yield Finding(number, "false face", f"{line.style} {line.weight}: {line.text[:40]}")


def look_at_title(number: int, lines: Sequence[Line]) -> Iterator[Finding]:
    """A title of more than two lines, or one that tells a figure which is not there."""
    title = [line for line in lines if line.inside("div.title") and line.inside("h1")]
    if len(title) > 2:
        yield Finding(number, "title", f"{len(title)} lines: {''.join(line.text for line in title)[:80]}")
    if any(_LACKS.search(line.text) for line in title):
        yield Finding(number, "title", f"lacks a figure: {''.join(line.text for line in title)[:80]}")


def look_at_headings(number: int, body: Sequence[Line]) -> Iterator[Finding]:
    """A heading with nothing below it in its column."""
    for line in body:
        if (
            line.column != (0.0, 0.0)
            and line.inside("h2", "thead", "tr.group", "tr.sub")
            and not any(
                other.top > line.bottom - 1 and other.right > line.column[0] and other.left < line.column[1]
                for other in body
                if other.block != line.block and not (other.inside("thead") and line.inside("thead"))
            )
        ):
            yield Finding(number, "orphan", line.text[:60])


def look_at_breaks(number: int, lines: Sequence[Line]) -> Iterator[Finding]:
    """Lines that begin or end with a mark that may not stand there, and last lines of a single character."""
    for _, block in groupby(lines, key=lambda line: line.block):
        paragraph = _rows(list(block))
        for before, after in pairwise(paragraph):
            if PICTURE in (before, after):
                continue
            if after[0] in _NEVER_FIRST:
                yield Finding(number, "begins", f"{before[-8:]} ⏎ {after[:12]}")
            if before[-1] in _NEVER_LAST:
                yield Finding(number, "ends", f"{before[-8:]} ⏎ {after[:12]}")
        if len(paragraph) > 1 and _LONE.fullmatch(paragraph[-1]):
            yield Finding(number, "lone character", f"{paragraph[-2][-12:]} ⏎ {paragraph[-1]}")


def _rows(lines: list[Line]) -> list[str]:
    return [line.text for line in lines if line.text]


def look_at_spaces(number: int, lines: Sequence[Line]) -> Iterator[Finding]:
    """Chinese and Latin or digits without the space between them."""
    for line in lines:
        if line.inside("span.months"):
            continue  # The heads of the twelve months are as narrow as labels of an axis.
        for found in _CRAMPED.finditer(line.text):
            yield Finding(number, "no space", f"{found[0]} in {line.text[:60]}")


def look_at_overlaps(number: int, lines: Sequence[Line]) -> Iterator[Finding]:
    """Lines of text that run into each other."""
    held = sorted((line for line in lines if line.text not in ("", PICTURE)), key=lambda line: line.top)
    for index, one in enumerate(held):
        for other in held[index + 1 :]:
            if other.top > one.bottom:
                break
            down = min(one.bottom, other.bottom) - max(one.top, other.top)
            across = min(one.right, other.right) - max(one.left, other.left)
            if across > 0.6 and down > 0.25 * min(one.bottom - one.top, other.bottom - other.top):
                yield Finding(number, "overlap", f"{one.text[:30]} × {other.text[:30]}")


def _foot(body: Sequence[Line]) -> float:
    """Where the foot of the one page begins, which stands in its body."""
    return min(line.top for line in body if line.inside("div.last"))


def look_at_foot(number: int, body: Sequence[Line], limit: float) -> Iterator[Finding]:
    """Text that runs into the footer."""
    for line in body:
        if line.bottom > limit and not line.inside("section.cover", "div.last"):
            yield Finding(number, "below the body", f"{line.bottom:.1f} mm: {line.text[:40]}")


def look_at_chart(name: str, drawing: str, language: str) -> Iterator[Finding]:
    """Labels of a chart that leave it, run into each other, are too small or lack a space."""
    root = ET.fromstring(drawing)
    width, height = (float(root.get(key, "0").removesuffix("mm")) for key in ("width", "height"))
    labels: list[tuple[str, Box]] = []
    for label in root.iter("{http://www.w3.org/2000/svg}text"):
        text, size = label.text or "", float(label.get("font-size", "0"))
        at = (float(label.get("x", "0")) * POINT, float(label.get("y", "0")) * POINT)
        box = occupy(*at, text, size, label.get("font-weight") == "700", label.get("text-anchor", "start"))
        if size < 6.95:
            yield Finding(0, "chart: small type", f"{name}: {size} pt: {text[:40]}")
        if box.left < -0.6 or box.top < -0.6 or box.right > width + 0.6 or box.bottom > height + 0.6:
            yield Finding(0, "chart: leaves", f"{name}: {text[:40]} {box} of {width:.0f} × {height:.0f}")
        if language.startswith("zh") and (cramped := _CRAMPED.search(text)):
            yield Finding(0, "chart: no space", f"{name}: {cramped[0]} in {text[:40]}")
        for other, place in labels:
            across = min(box.right, place.right) - max(box.left, place.left)
            down = min(box.bottom, place.bottom) - max(box.top, place.top)
            if across > 0.5 and down > 0.35 * min(box.bottom - box.top, place.bottom - place.top):
                yield Finding(0, "chart: overlap", f"{name}: {text[:30]} × {other[:30]}")
        labels.append((text, box))
