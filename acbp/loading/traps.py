"""What people type by habit and YAML cannot read: found in the source text, and named in their words.

Used when parsing has failed, or when a value is not of the kind that is wanted there. Works from marks and characters,
never from the parser's English messages.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from acbp.loading.nodes import Mark, Node, SourceText
from acbp.problems import Problem

WIDE_SPACES = "\u3000\u00a0\u2002\u2003\u2007\u2009\u202f"
QUOTED_REFERENCE = '"… {{ sales.growth }} …"'
SWALLOWED = re.compile(r"\s+(#[^\s#].*)")

_NAME = r"[\w][\w-]{0,29}"
_WIDE_COLON = re.compile(rf"[ {WIDE_SPACES}]*(?:- +)*(?P<key>{_NAME}) ?(?P<sign>：)")
_WIDE_SPACE_AFTER = re.compile(rf"\s*(?:- +)*{_NAME}:(?P<sign>[{WIDE_SPACES}])")
_NO_SPACE_AFTER = re.compile(rf"\s*(?:- +)*(?P<key>[^\W\d]{_NAME[4:]}):(?=[^\s/\\:])")
_UNQUOTED_BRACES = re.compile(rf"(?:\s*(?:- +)*(?:{_NAME}: +)?|[^'\"#]*\{{[^'\"]*[:,] +(?:[^'\",]* )?)\{{\{{")
_INDENT = re.compile(rf"[ \t{WIDE_SPACES}]*")
_BLOCK_TEXT = re.compile(r".*[:-]\s+[|>][-+0-9]*\s*(#.*)?$")
_LINE_SIGNS = {"－": "- ", "—": "- ", "＃": "#", "｛": "{", "［": "["}
_VALUE_SIGNS = {"“": '"', "”": '"', "‘": "'", "［": "[", "【": "[", "｛": "{", "（": "("}
KEY_SIGNS = _LINE_SIGNS | {"“": '"', "”": '"', "‘": "'"}
_RESERVED = "@`%|>*&!?-,]}"


@dataclass(frozen=True)
class Failure:
    """Where the parser gave up, where the thing began that it was reading, and what it had read last.

    `text_lines` are the lines that belong to texts read without fault; `finished` says that a whole document was read.
    """

    problem: Mark
    context: Mark | None = None
    last: Node | None = None
    text_lines: Iterable[int] = field(default=())
    finished: bool = False


def explain_failure(source: SourceText, failure: Failure) -> list[Problem]:
    """Why the text could not be read: at least one problem, each a fault of its own."""
    found = list(_scan(source, frozenset(failure.text_lines), failure.problem.line))
    first = failure.last.start.line if failure.last else 1
    near = range(min(first, failure.problem.line), failure.problem.line + 1)
    habits = found + [each for number in near for each in _scan_near(source, number)]
    if any(each.place and each.place.line <= failure.problem.line for each in habits):
        return sorted(_one_per_line(habits))
    return sorted([_diagnose(source, failure), *found])


def explain_text(source: SourceText, root: Node) -> list[Problem]:
    """Why a whole file was read as one text: at least one problem."""
    numbers = range(root.start.line, root.end.line + 1)
    found = [
        *_scan(source, frozenset(), len(source.lines)),
        *(each for number in numbers for each in _scan_near(source, number)),
    ]
    return sorted(_one_per_line(found)) or [Problem("E136", {}, source.place(root.start, root.end))]


def explain_value(node: Node) -> Problem | None:
    """Why a text stands where a list or a group of names is wanted; None if no habit explains it."""
    if node.kind != "scalar" or node.style or not isinstance(node.value, str):
        return None
    source, start = node.source, node.start
    if match := re.match(rf"(?P<key>{_NAME}) ?(?P<sign>：)", node.value):
        at = Mark(start.line, start.column + match.start("sign"))
        return Problem("E113", {"key": match["key"]}, source.place(at, Mark(at.line, at.column + 1)))
    sign = node.value[0]
    if plain := _LINE_SIGNS.get(sign) or _VALUE_SIGNS.get(sign):
        return Problem("E114", {"sign": sign, "plain": plain}, source.place(start, Mark(start.line, start.column + 1)))
    if match := _NO_SPACE_AFTER.match(node.value):
        at = Mark(start.line, start.column + match.end() - 1)
        return Problem("E131", {"key": match["key"]}, source.place(at, Mark(at.line, at.column + 1)))
    return None


def _one_per_line(problems: Iterable[Problem]) -> list[Problem]:
    """The first problem of each line: what follows on the same line is most often its consequence."""
    kept: dict[int, Problem] = {}
    for problem in sorted(problems):
        kept.setdefault(problem.place.line if problem.place else 0, problem)
    return list(kept.values())


def _scan(source: SourceText, skipped: frozenset[int], reached: int) -> Iterator[Problem]:
    """Faults that break the structure wherever they stand: tabs, wide spaces, wide colons and dashes.

    Beyond line `reached` nobody knows what is text, so that only lines that cannot be a text of their own count.
    """
    text_indent, before = None, ""
    for number, line in enumerate(source.lines, 1):
        stripped = line.strip()
        if not stripped or number in skipped:
            continue
        opens_text, before = number > reached and before.endswith(":"), stripped
        lead = _INDENT.match(line)
        indent = lead.end() if lead else 0
        if text_indent is not None:
            if indent > text_indent:
                continue
            text_indent = None
        if stripped.startswith("#"):
            continue
        if _BLOCK_TEXT.match(line):
            text_indent = indent
        if number > reached and (opens_text or stripped.startswith("- ")):
            continue
        yield from _scan_line(source, number, line, indent)


def _scan_line(source: SourceText, number: int, line: str, indent: int) -> Iterator[Problem]:
    for column, char in enumerate(line[:indent], 1):
        if char != " ":
            code = "E111" if char == "\t" else "E112"
            yield Problem(code, {}, source.place(Mark(number, column), Mark(number, indent + 1)))
            return
    if match := _WIDE_COLON.match(line):
        yield _at(source, number, match.start("sign"), "E113", key=match["key"])
    elif match := _WIDE_SPACE_AFTER.match(line):
        yield _at(source, number, match.start("sign"), "E112")
    elif (plain := _LINE_SIGNS.get(line[indent])) is not None:
        yield _at(source, number, indent, "E114", sign=line[indent], plain=plain)


def _scan_near(source: SourceText, number: int) -> Iterator[Problem]:
    """Faults that are faults only where the parser has stumbled: an unquoted reference, a colon without space."""
    line = source.line(number)
    if match := _UNQUOTED_BRACES.match(line):
        at = match.end() - 1
        yield Problem("E139", {"example": QUOTED_REFERENCE}, source.place(Mark(number, at), Mark(number, at + 2)))
    elif match := _NO_SPACE_AFTER.match(line):
        yield _at(source, number, match.end() - 1, "E131", key=match["key"])
    elif (match := re.match(rf"\s*(?:- +)*(?:{_NAME}: +)?(?P<sign>[“‘【［｛（])", line)) and re.search(": |,", line):
        sign = match["sign"]
        if ": " in line[match.end() :] or sign in "［｛":
            yield _at(source, number, match.start("sign"), "E114", sign=sign, plain=_VALUE_SIGNS[sign])


def _at(source: SourceText, number: int, index: int, code: str, **values: str) -> Problem:
    return Problem(code, values, source.place(Mark(number, index + 1), Mark(number, index + 2)))


def _diagnose(source: SourceText, failure: Failure) -> Problem:
    """The one fault behind a failure that no habit explains, from the characters at its marks."""
    problem, context, last = _inside(source, failure.problem), failure.context, failure.last
    line = source.line(problem.line)
    char = line[problem.column - 1 : problem.column]
    opened = "" if context is None else source.line(context.line)[context.column - 1 : context.column]
    at_line_start = not line[: problem.column - 1].strip()

    def report(code: str, start: Mark, length: int = 1, **values: str) -> Problem:
        return Problem(code, values, source.place(start, Mark(start.line, start.column + length)))

    if failure.finished:
        return report("E123", problem)
    if context is not None and opened and opened in "'\"":
        escape = source.line(failure.problem.line).rfind("\\", 0, failure.problem.column)
        if opened == '"' and escape >= 0 and failure.problem.line < len(source.lines):
            return report("E126", Mark(problem.line, escape + 1), char="\\")
        return report("E128", context, quote=opened)
    if last is not None and last.kind == "scalar" and last.style in ("'", '"') and last.end.line == problem.line:
        if last.end.line > last.start.line:
            return report("E128", last.start, quote=last.style)
        if not at_line_start:
            return report("E137", problem)
    if context is not None and opened and opened in "[{":
        if char == ":" and last is not None and last.kind == "scalar" and last.start.line == problem.line:
            return report("E132", problem, variant="bracket")
        return report("E133", context, char=opened)
    if last is not None and last.kind != "scalar" and last.end.line == problem.line and not at_line_start:
        bracket = source.line(last.start.line)[last.start.column - 1 : last.start.column]
        return report("E126", last.start, char=bracket)
    if char == "\t":
        return report("E111", problem)
    if char == ":" and last is not None and last.kind == "scalar":
        if last.end.line == last.start.line == problem.line:
            return report("E132", problem)
        if not source.line(last.start.line)[: last.start.column - 1].strip(" -"):
            return Problem("E136", {}, source.place(last.start, last.end))
        return report("E135", _first_sign(source, problem.line))
    if context is not None and opened and opened in "|>*&!%":
        return report("E126", context, char=opened)
    if char and char in _RESERVED and not at_line_start:
        return report("E126", problem, char=char)
    if char == ":" and at_line_start:
        return report("E124", problem)
    if context is not None and failure.problem > (context.line, len(source.line(context.line).rstrip())):
        words = source.line(context.line)[context.column - 1 :].rstrip()
        if words and ":" not in words and not words.startswith("-"):
            return report("E136", context, len(words))
    if at_line_start and (char not in ("", *_RESERVED) or line.lstrip().startswith("- ")):
        return report("E135", problem)
    if char and char in _RESERVED:
        return report("E126", problem, char=char)
    return report("E100", problem)


def _first_sign(source: SourceText, number: int) -> Mark:
    line = source.line(number)
    return Mark(number, len(line) - len(line.lstrip()) + 1)


def _inside(source: SourceText, mark: Mark) -> Mark:
    """The mark itself, or the end of the last line that holds anything if the parser ran to the end of the file."""
    if mark.line < len(source.lines) or source.line(mark.line).strip():
        return mark
    for number in range(min(mark.line, len(source.lines)), 0, -1):
        if source.line(number).strip():
            return Mark(number, max(1, len(source.line(number).rstrip())))
    return Mark(1, 1)
