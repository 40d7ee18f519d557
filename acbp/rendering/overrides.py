"""A workspace's own templates: each wins over the one of the same name that ships, words key by key.

They are read once, checked as far as that is possible before a page is made, and only ever run in the sandbox.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from string import Formatter
from typing import Any

from acbp.loading.compose import read_yaml
from acbp.loading.files import read_bytes, shown_name
from acbp.loading.nodes import Node
from acbp.problems import Place, Problem, nearest
from acbp.rendering import template_codes  # noqa: F401  (registers the codes)
from acbp.rendering.resources import template_root
from acbp.rendering.words import read_catalogue

MESSAGES = {f"messages/{language}/": language for language in ("zh", "en")}
_SUFFIXES = (".j2", ".css", ".yml")
_INCLUDED = re.compile(r"\{%-?\s*(?:include|from|import|extends)\s+[\"']([^\"']+)[\"']")


@dataclass(frozen=True, slots=True)
class Override:
    """A template of the workspace's own: its text, and the name by which problems mention its file."""

    text: str
    file: str

    def place(self, line: int, column: int = 1) -> Place:
        """A point of the text, as problems show it."""
        lines = self.text.splitlines()
        return Place(self.file, line, column, None, lines[line - 1] if 0 < line <= len(lines) else "")


@dataclass(frozen=True, slots=True)
class Overrides:
    """Everything that a workspace has in place of what ships: templates by name, words by language and key."""

    templates: Mapping[str, Override] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def content(self) -> list[tuple[str, str]]:
        """Everything that the pages depend on, in a fixed order and wherever the files may lie."""
        words = [(f"{lang}:{key}", repr(text)) for lang, texts in self.words.items() for key, text in texts.items()]
        return sorted([*((name, own.text) for name, own in self.templates.items()), *words])

    def load(self, name: str) -> tuple[str, str, None] | None:
        """Return a template for the template engine: its text and file; None where the one that ships is used."""
        own = self.templates.get(name)
        return (own.text, own.file, None) if own else None


NONE = Overrides()


def known_templates() -> list[str]:
    """The names of everything that a workspace may put something of its own in place of."""
    root = template_root()
    names = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.suffix in _SUFFIXES)
    return sorted(name for name in names if not name.startswith(("brands/", "new/", "workspace/")))


def files_in(folder: Path) -> list[Path]:
    """The files of a workspace's folder of templates that are templates by their ending; none where it is missing."""
    return sorted(path for path in folder.rglob("*") if path.suffix in _SUFFIXES and not path.name.startswith("."))


def read_overrides(folder: Path | None) -> tuple[Overrides, list[Problem]]:
    """Read and check the templates in a folder; a faulty one counts as not there, and its problems are told."""
    if folder is None or not folder.is_dir():
        return NONE, []
    known = set(known_templates())
    problems: list[Problem] = []
    templates: dict[str, Override] = {}
    words: dict[str, dict[str, Any]] = {}
    for path in files_in(folder):
        name = path.relative_to(folder).as_posix()
        data = read_bytes(path, folder)
        if isinstance(data, Problem):
            problems.append(data)
        elif language := next((MESSAGES[start] for start in MESSAGES if name.startswith(start)), ""):
            read, found = _read_words(data, shown_name(path), language)
            words.setdefault(language, {}).update(read)
            problems += found
        else:
            templates[name] = Override(data.decode("utf-8-sig", "replace"), shown_name(path))
    included = {each for own in templates.values() for each in _INCLUDED.findall(own.text)}
    for name, own in templates.items():
        if name not in known | included:
            near = nearest(name, known) or ("-",)
            problems.append(Problem("W825", {"name": name, "nearest": near[0]}, own.place(1)))
        problems += _check_style(own) if name.endswith(".css") else _check_template(name, own)
    return Overrides(templates, words), sorted(problems)


def explain_failure(fault: Exception, own: Overrides) -> Problem:
    """What went wrong while a page was made with templates of the workspace's own, at the innermost line of one."""
    reason = f"{type(fault).__name__}: {fault}"
    files = {override.file: (name, override) for name, override in own.templates.items()}
    found, frame = None, fault.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename in files:
            found = *files[frame.tb_frame.f_code.co_filename], frame.tb_lineno
        frame = frame.tb_next
    if found is None:
        return Problem("E822", {"variant": "together", "names": ", ".join(own.templates), "reason": reason})
    _, override, line = found
    return Problem("E822", {"reason": reason}, override.place(line))


def _check_template(name: str, own: Override) -> list[Problem]:
    from jinja2 import TemplateSyntaxError

    from acbp.rendering.environment import make_environment

    try:
        make_environment("en").compile(own.text)
    except TemplateSyntaxError as fault:
        return [Problem("E821", {"name": name, "reason": fault.message or "?"}, own.place(fault.lineno))]
    return []


def _check_style(own: Override) -> list[Problem]:
    from acbp.rendering.pdf import complaints_about

    return [
        Problem("E823", {"reason": reason}, own.place(line, column))
        for reason, line, column in complaints_about(own.text)
    ]


def _read_words(data: bytes, file: str, language: str) -> tuple[dict[str, Any], list[Problem]]:
    """Read a catalogue of one's own: only keys that the program asks for, only with what it fills in."""
    root, problems = read_yaml(data, file)
    if root is None or root.value is None:
        return {}, problems
    catalogues = [read_catalogue(each) for each in dict.fromkeys((language, *MESSAGES.values()))]
    groups: dict[str, list[str]] = {}
    for key in catalogues[0]:
        group, _, name = key.partition(".")
        groups.setdefault(group, []).append(name)
    read: dict[str, Any] = {}
    problems = list(problems)
    for group, node in _entries(root, groups, problems):
        for name, text in _entries(node, groups[group], problems):
            key = f"{group}.{name}"
            forms = isinstance(catalogues[0][key], Mapping) and text.kind == "mapping"
            lines = list(_entries(text, ("one", "other"), problems)) if forms else [(name, text)]
            if all([_is_text(line, catalogues, key, problems) for _, line in lines]):
                read[key] = {form: str(line.value) for form, line in lines} if forms else str(text.value)
    return read, problems


def _entries(node: Node, known: Iterable[str], problems: list[Problem]) -> list[tuple[str, Node]]:
    """The children under known keys; any other is a problem."""
    if node.kind != "mapping":
        problems.append(Problem("E204", {"variant": "mapping", "expected": "@mapping"}, node.place()))
        return []
    for name, child in node.value.items():
        if name not in known and child.key is not None:
            near = nearest(name, known)
            values = {"variant": "near", "nearest": near[0]} if near else {"known": ", ".join(known)}
            problems.append(Problem("E201", {"key": name, **values}, child.key.place()))
    return [(name, child) for name, child in node.value.items() if name in known]


def _is_text(node: Node, catalogues: Iterable[Mapping[str, Any]], key: str, problems: list[Problem]) -> bool:
    """Whether a node is a text that can be filled in like the one that ships, in whichever language that names more."""
    if node.kind != "scalar" or node.value is None:
        problems.append(Problem("E204", {"variant": "text", "expected": "@text"}, node.place()))
        return False
    shipped = [catalogue[key] for catalogue in catalogues]
    texts = [form for held in shipped for form in (held.values() if isinstance(held, Mapping) else [held])]
    known = sorted({name for text in texts for name in _fields(text)})
    try:
        wrong = next((name for name in _fields(str(node.value)) if name not in known), None)
    except ValueError as fault:
        wrong = str(fault)
    if wrong is None:
        return True
    problems.append(Problem("E824", {"field": wrong, "known": ", ".join(known) or "-"}, node.place()))
    return False


def _fields(text: str) -> list[str]:
    """What stands between braces, with everything that would be done to it. Raises ValueError for an open brace."""
    parts = Formatter().parse(text)
    return [
        name + (f"!{conversion}" if conversion else "") + (f":{form}" if form else "")
        for _, name, form, conversion in parts
        if name is not None
    ]
