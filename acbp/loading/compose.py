"""Text → tree: a strict part of YAML, read event by event so that every value keeps its place and nothing runs away.

No anchors, aliases, tags, merge keys or second documents. Quoted and block texts are text. A plain value is `true`,
`false`, null (`null`, `~` or nothing), a whole number, a decimal number, or text: no dates, octals, or yes and no.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from acbp.loading import traps
from acbp.loading.conflicts import find_conflicts
from acbp.loading.encoding import HIDDEN, decode, name_of
from acbp.loading.nodes import Key, Mark, Node, Scalar, SourceText
from acbp.problems import Place, Problem

DEEPEST = 40
MOST_NODES = 100_000
LONGEST_NUMBER = 30

_WHOLE = re.compile(r"-?(0|[1-9]\d*)", re.ASCII)
_DECIMAL = re.compile(r"-?(0|[1-9]\d*)\.\d+", re.ASCII)
_WORDS: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}
_KEY_LIKE = re.compile(r"\s*[\w-]+:(\s|$)")


def read_yaml(data: bytes, file: str) -> tuple[Node | None, list[Problem]]:
    """The tree of a YAML file and all problems of its text, sorted; there is no tree if the text cannot be read.

    `file` is the name that problems mention. Raises nothing for any content.
    """
    source, problems = decode(data, file)
    if source is None:
        return None, problems
    if conflicts := find_conflicts(source):
        return None, sorted(problems + conflicts)
    root, found = compose(source)
    return root, sorted(problems + found)


def interpret(text: str) -> Scalar:
    """The value that an unquoted scalar stands for."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) <= LONGEST_NUMBER:
        if _WHOLE.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return Decimal(text)
    return text


def compose(source: SourceText) -> tuple[Node | None, list[Problem]]:
    """The tree of a text and its problems; there is no tree if the text cannot be read to its end."""
    import yaml

    if not yaml.__with_libyaml__:
        return None, [Problem("E904", {"name": "libyaml (PyYAML)"}, Place(source.file, 1, 1))]
    composer = _Composer(source, yaml)
    try:
        for event in yaml.parse(source.text, Loader=yaml.CSafeLoader):
            composer.take(event)
            if composer.stopped:
                return None, composer.problems
    except yaml.MarkedYAMLError as fault:
        known = {(problem.code, problem.place) for problem in composer.problems}
        failure = _failure(fault, composer)
        causes = traps.explain_failure(source, failure)
        if any(code == "E114" and place and place.line == failure.problem.line for code, place in known):
            # A full-width comma joins two entries, so that the parser stumbles over the colon of the second.
            causes = [each for each in causes if each.code not in ("E132", "E133")]
        return None, composer.problems + [each for each in causes if (each.code, each.place) not in known]
    except (yaml.YAMLError, ValueError, OverflowError, RecursionError, UnicodeError):
        place = source.place(composer.last_start)
        return None, [*composer.problems, Problem("E100", {}, place)]
    return composer.finish()


def _failure(fault: Any, composer: "_Composer") -> traps.Failure:
    def mark(each: Any) -> Mark | None:
        return None if each is None else Mark(each.line + 1, each.column + 1)

    problem = mark(fault.problem_mark) or composer.last_start
    return traps.Failure(
        problem, mark(fault.context_mark), composer.last_node, composer.text_lines(), composer.is_closed()
    )


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is still open, and the key that waits for its value."""

    node: Node
    flow: bool
    key: Key | None = None
    awaits_value: bool = False
    before: Node | None = None
    repeats: bool = False


class _Composer:
    """Builds the tree from parser events; the parser's own stack is not used, so that depth costs nothing."""

    def __init__(self, source: SourceText, yaml: Any) -> None:
        self.source = source
        self.problems: list[Problem] = []
        self.stopped = False
        self.root: Node | None = None
        self.last_node: Node | None = None
        self.last_start = Mark(1, 1)
        self._stack: list[_Frame] = []
        self._count = 0
        self._documents = 0
        self._starts = {yaml.MappingStartEvent: "mapping", yaml.SequenceStartEvent: "list"}
        self._ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        self._scalar, self._alias, self._document = yaml.ScalarEvent, yaml.AliasEvent, yaml.DocumentStartEvent

    def take(self, event: Any) -> None:
        """Take the next event of the parser."""
        kind = type(event)
        if kind is self._scalar:
            self._take_scalar(event)
        elif kind in self._starts:
            self._open(event, self._starts[kind])
        elif kind in self._ends:
            self._close(event)
        elif kind is self._alias:
            self._take_alias(event)
        elif kind is self._document:
            self._documents += 1
            if self._documents > 1:
                self._report("E123", self._mark(event.start_mark), self._mark(event.end_mark))
                self.stopped = True

    def finish(self) -> tuple[Node | None, list[Problem]]:
        """The tree and the problems, once the text is read."""
        root = self.root
        if root is None or (root.kind == "scalar" and root.value is None and not root.faulty):
            return None, [*self.problems, Problem("E004", {}, Place(self.source.file, 1, 1))]
        if root.kind == "scalar":
            return None, self.problems or traps.explain_text(self.source, root)
        return root, self.problems

    def is_closed(self) -> bool:
        """Whether a whole document has been read."""
        return self.root is not None and self.root.kind != "scalar" and not self._stack

    def text_lines(self) -> set[int]:
        """The lines that hold nothing but text read so far, whatever signs it holds; the last one read is left out."""
        lines: set[int] = set()
        for node in self.root.walk() if self.root else ():
            if node.kind == "scalar" and node is not self.last_node:
                alone = not self.source.line(node.start.line)[: node.start.column - 1].strip(" -")
                first = node.start.line + (0 if alone else 1)
                lines.update(range(first, node.end.line + (0 if node.style in (">", "|") else 1)))
        return lines

    def _take_scalar(self, event: Any) -> None:
        start, end = self._mark(event.start_mark), self._mark(event.end_mark)
        text, style = event.value, event.style or ""
        node = Node("scalar", interpret(text) if not style else text, self.source, start, end, style)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, node)
        elif style:
            self._check_quoted(node)
        self._add(node, text)

    def _take_alias(self, event: Any) -> None:
        start, end = self._mark(event.start_mark), self._mark(event.end_mark)
        self._report("E102", start, end, name=event.anchor)
        self._add(Node("scalar", None, self.source, start, end, faulty=True), f"*{event.anchor}")

    def _open(self, event: Any, kind: Any) -> None:
        start = self._mark(event.start_mark)
        node = Node(kind, {} if kind == "mapping" else [], self.source, start, start)
        if event.anchor is not None or event.tag is not None:
            self._refuse_properties(event, node)
        if len(self._stack) >= DEEPEST:
            self._report("E105", start, limit=str(DEEPEST))
            self.stopped = True
            return
        self._add(node, None)
        self._stack.append(_Frame(node, bool(event.flow_style)))

    def _close(self, event: Any) -> None:
        node = self._stack.pop().node
        node.end = self._mark(event.end_mark)
        self.last_node = node

    def _add(self, node: Node, text: str | None) -> None:
        """Put a node in its place: as a key, as the value of a key, as an item, or as the root."""
        self._count += 1
        if self._count > MOST_NODES:
            self._report("E129", node.start, limit=f"{MOST_NODES:,}")
            self.stopped = True
        self.last_start, self.last_node = node.start, node
        if not self._stack:
            self.root = node
            return
        frame = self._stack[-1]
        if frame.node.kind == "mapping" and not frame.awaits_value:
            frame.awaits_value = True
            frame.key = self._take_key(frame, node, text)
            return
        if node.kind == "scalar" and not node.style:
            self._check_plain(frame, node, text or "")
        frame.before = node
        if frame.node.kind == "list":
            frame.node.value.append(node)
            return
        frame.awaits_value = False
        if frame.key is not None:
            node.key = frame.key
            frame.node.value[frame.key.text] = node

    def _take_key(self, frame: _Frame, node: Node, text: str | None) -> Key | None:
        """The key that a node stands for; None if it is none, and then its value is read but not kept."""
        fault: tuple[str, dict[str, str]] | None = None
        if text is None and frame.flow and frame.node.start == (node.start.line, node.start.column - 1):
            end = Mark(node.start.line, node.start.column + 1)
            self._report("E139", frame.node.start, end, example=traps.QUOTED_REFERENCE)
            frame.node.faulty = True
            return None
        if text is None or not text or node.style in ("|", ">"):
            fault = ("E124", {})
        elif node.faulty:
            frame.node.faulty = True
            return None
        elif text[0] in traps.WIDE_SPACES:
            fault = ("E112", {})
        elif plain := traps.KEY_SIGNS.get(text[0]):
            fault = ("E114", {"sign": text[0], "plain": plain})
        elif text == "<<":
            fault = ("E126", {"char": "<<"})
        elif frame.flow and "：" in text:
            fault = ("E113", {"key": text.split("：")[0]})
        elif frame.flow and self._is_cut_number(frame.before, node, text):
            assert frame.before is not None
            self._report_cut_number(frame.before, node, text)
            return None
        elif HIDDEN.search(text):  # reported with the characters of the file
            frame.node.faulty = True
            return None
        elif odd := _odd_character(text):
            fault = ("E122", {"char": name_of(odd)})
        elif (first := frame.node.value.get(text)) is not None:
            fault = ("E101", {"key": text, "first": str(first.key.start.line)})
        repeated, frame.repeats = frame.repeats, fault is not None and fault[0] == "E101"
        if repeated and frame.repeats:
            return None  # a whole item whose dash is missing is one fault
        if fault is None:
            return Key(text or "", self.source, node.start, node.end)
        end = node.end if node.kind == "scalar" else None
        if fault[0] == "E114":
            end = Mark(node.start.line, node.start.column + 1)
        elif fault[0] == "E112":
            wide = len(text or "") - len((text or "").lstrip())
            end = Mark(node.start.line, node.start.column + wide)
        self._report(fault[0], node.start, end, **fault[1])
        if fault[0] != "E101":
            frame.node.faulty = True
        return None

    def _check_plain(self, frame: _Frame, node: Node, text: str) -> None:
        """What people type by habit and YAML takes for something else, in an unquoted value."""
        if frame.flow:
            if self._is_cut_number(frame.before, node, text):
                assert frame.before is not None
                self._report_cut_number(frame.before, node, text)
                node.faulty = frame.node.faulty = True
            elif "，" in text:
                at = Mark(node.start.line, node.start.column + text.index("，"))
                self._report("E114", at, Mark(at.line, at.column + 1), sign="，", plain=", ")
                node.faulty = frame.node.faulty = True
        line = self.source.line(node.end.line)
        if "#" in line and (comment := traps.SWALLOWED.match(line, node.end.column - 1)):
            at = Mark(node.end.line, comment.start(1) + 1)
            stop = Mark(at.line, len(line.rstrip()) + 1)
            self._report("W104" if text else "E138", at, stop, text=comment[1].rstrip())
            node.faulty = node.faulty or not text

    @staticmethod
    def _is_cut_number(before: Node | None, node: Node, text: str) -> bool:
        """Whether `before,node` was meant as one number with a thousands comma: `[1,200]`."""
        return (
            before is not None
            and before.kind == "scalar"
            and not before.style
            and isinstance(before.value, int)
            and abs(before.value) < 1000
            and before.end.line == node.start.line
            and before.end.column + 1 == node.start.column
            and re.match(r"\d{3}(?!\d)", text) is not None
        )

    def _report_cut_number(self, before: Node, node: Node, text: str) -> None:
        self._report("E116", before.start, node.end, text=f"{before.value},{text}")

    def _check_quoted(self, node: Node) -> None:
        if node.style == '"' and (hidden := HIDDEN.search(node.value)):
            self._report("E122", node.start, node.end, char=name_of(hidden[0]))
            node.faulty = True
        if node.style in ("'", '"') and node.end.line > node.start.line and self._stack:
            # A quote that was never closed runs on to the next one and takes whole lines with it.
            indent = self._stack[-1].node.start.column
            for number in range(node.start.line + 1, node.end.line + 1):
                line = self.source.line(number)
                if _KEY_LIKE.match(line) and len(line) - len(line.lstrip()) < indent:
                    self._report("E128", node.start, Mark(node.start.line, node.start.column + 1), quote=node.style)
                    node.faulty = True
                    return

    def _refuse_properties(self, event: Any, node: Node) -> None:
        if event.anchor is not None:
            self._report("E103", node.start, name=event.anchor)
        else:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._report("E125", node.start, tag=tag)
        node.faulty = True

    def _report(self, code: str, start: Mark, end: Mark | None = None, **values: str) -> None:
        self.problems.append(Problem(code, values, self.source.place(start, end)))

    @staticmethod
    def _mark(mark: Any) -> Mark:
        return Mark(mark.line + 1, mark.column + 1)


def _odd_character(key: str) -> str | None:
    """A character that may not stand in a key: invisible, or part of a letter that is not in its composed form."""
    if key.isascii():
        return None
    for char in key:
        if unicodedata.category(char) == "Cf":
            return char
    if unicodedata.normalize("NFC", key) != key:
        return next((char for char in key if unicodedata.combining(char)), key[0])
    return None
