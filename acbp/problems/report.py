"""Problems as text for a terminal, as JSON for programs, and as annotations for GitHub."""

import json
import unicodedata
from collections.abc import Iterable
from typing import Any

from acbp.problems.problem import Place, Problem

SCHEMA_VERSION = 1
_RED, _YELLOW, _BOLD, _DIM, _RESET = "\x1b[31m", "\x1b[33m", "\x1b[1m", "\x1b[2m", "\x1b[0m"
_EXCERPT_WIDTH = 160


def to_text(problems: Iterable[Problem], lang: str, colour: bool = False) -> str:
    """All problems, sorted, each as `file:line:col: CODE message`, the source line with carets below, and a hint.

    What concerns a whole file names no line: `file: CODE message`.
    The caret line is padded by display width, so that it stands right below Chinese text too. Ends with a newline
    unless there is no problem at all.
    """
    return "".join(_block(problem, lang, colour) + "\n" for problem in sorted(problems))


def to_json(problems: Iterable[Problem], lang: str) -> str:
    """All problems, sorted, as a JSON object.

    `version` (1), `language`, `counts` (`errors`, `warnings`) and `problems`: a list of objects with `code`,
    `severity`, `message` and `hint` (in `language`), `messages` and `hints` (by language: zh, en), `item` (string or
    null) and `place` (null, or `file`, `line`, `column`, `end_column` (or null), `excerpt`, and in a workbook `cell`
    (`Sheet1!B12`); counted from 1, columns in code points; `line` and `column` are null where the whole file is
    concerned).
    """
    listed = sorted(problems)
    errors = sum(problem.is_error for problem in listed)
    return json.dumps(
        {
            "version": SCHEMA_VERSION,
            "language": "zh" if lang.startswith("zh") else "en",
            "counts": {"errors": errors, "warnings": len(listed) - errors},
            "problems": [_entry(problem, lang) for problem in listed],
        },
        ensure_ascii=False,
        indent=2,
    )


def to_github(problems: Iterable[Problem], lang: str) -> str:
    """All problems, sorted, as GitHub workflow commands (`::error file=…,line=…::message`), one per line."""
    return "".join(_annotation(problem, lang) + "\n" for problem in sorted(problems))


def _entry(problem: Problem, lang: str) -> dict[str, Any]:
    place = problem.place
    return {
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message(lang),
        "hint": problem.hint(lang),
        "messages": {each: problem.message(each) for each in ("zh", "en")},
        "hints": {each: problem.hint(each) for each in ("zh", "en")},
        "item": problem.item,
        "place": place
        and {
            "file": place.file,
            "line": None if problem.concerns_file else place.line,
            "column": None if problem.concerns_file else place.column,
            "end_column": place.end_column,
            "excerpt": place.excerpt,
            **({"cell": place.cell} if place.cell else {}),
        },
    }


def _annotation(problem: Problem, lang: str) -> str:
    properties = [f"title={_escape(problem.code, True)}"]
    if (place := problem.place) is not None:
        where = [] if problem.concerns_file else [f"line={place.line}", f"col={place.column}"]
        where += [f"endColumn={place.end_column}"] if place.end_column else []
        properties = [f"file={_escape(place.file, True)}", *where, *properties]
    words = [problem.message(lang) + (f" ({problem.item})" if problem.item else ""), problem.hint(lang)]
    return f"::{problem.severity} {','.join(properties)}::{_escape(chr(10).join(filter(None, words)), False)}"


def _escape(text: str, is_property: bool) -> str:
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if is_property else text


def _block(problem: Problem, lang: str, colour: bool) -> str:
    tint = _RED if problem.is_error else _YELLOW
    place = problem.place
    lines = []
    where = ""
    if place is not None:
        point = place.cell or f"{place.line}:{place.column}"
        point = "" if problem.concerns_file else f":{_visible(point)}"
        where = f"{_visible(place.file)}{point}: "
    item = f" ({problem.item})" if problem.item else ""
    head = _visible(problem.message(lang) + item)
    lines.append(f"{_BOLD}{where}{tint}{problem.code}{_RESET} {head}" if colour else f"{where}{problem.code} {head}")
    if place and place.excerpt.strip():
        excerpt, caret = _marked(place)
        lines += [f"    {excerpt}", f"    {tint}{caret}{_RESET}" if colour else f"    {caret}"]
    if hint := _visible(problem.hint(lang)):
        label = "  改法：" if lang.startswith("zh") else "  fix: "
        lines.append(f"{_DIM}{label}{hint}{_RESET}" if colour else f"{label}{hint}")
    return "\n".join(lines)


def _marked(place: Place) -> tuple[str, str]:
    """The source line, cut around the fault if it is long, and the carets below it."""
    text = _visible(place.excerpt)
    first = min(place.column - 1, len(text))
    last = min(max((place.end_column or 0) - 1, first + 1), max(len(text), first + 1))
    start = max(0, first - _EXCERPT_WIDTH // 2) if len(text) > _EXCERPT_WIDTH else 0
    stop = min(len(text), start + _EXCERPT_WIDTH)
    before, after = ("…" if start else ""), ("…" if stop < len(text) else "")
    caret = " " * _width(before + text[start:first]) + "^" * max(1, _width(text[first : min(last, stop)]))
    return before + text[start:stop] + after, caret


def _visible(text: str) -> str:
    """The text with each control character replaced by a visible mark, so that a terminal obeys none of them."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        " " if char == "\t" else "\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in _UNPRINTED else char
        for char in text
    )


_UNPRINTED = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _width(text: str) -> int:
    """Columns of a terminal that `text` takes: wide characters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )
