"""Templates: the only place that fills them, and the check that they are given nothing but plain data."""

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from acbp.rendering.resources import template_root
from acbp.rendering.typography import markup, one_line


class NotPlainError(TypeError):
    """A template would have been given something else than text, numbers, lists and mappings."""


def check_plain(value: Any, path: str = "document") -> None:
    """Raise NotPlainError if anything below ``value`` is no plain data: a template must have nothing to call."""
    if value is None or type(value) in (str, bool, int, Decimal):
        return
    if type(value) in (list, tuple):
        for index, item in enumerate(value):
            check_plain(item, f"{path}[{index}]")
    elif isinstance(value, Mapping):
        for key, item in value.items():
            if type(key) is not str:
                raise NotPlainError(f"{path} has a key that is no text: {type(key).__name__}")
            check_plain(item, f"{path}.{key}")
    else:
        raise NotPlainError(f"{path} is {type(value).__name__}")


def fill(
    document: Mapping[str, Any],
    language: str,
    folder: Path | None = None,
    *,
    template: str = "report/document.html.j2",
) -> str:
    """Fill a format's template with a document of plain data and return its HTML.

    ``folder`` may hold templates of the workspace's own, which win over those of the same name that ship.
    """
    check_plain(document)
    return _environment(language, folder).get_template(template).render(document=document)


def read_template(name: str) -> str:
    """Return the text of a template file such as a style sheet."""
    return (template_root() / name).read_text(encoding="utf-8")


def _environment(language: str, folder: Path | None) -> ImmutableSandboxedEnvironment:
    folders = [FileSystemLoader(str(path), followlinks=False) for path in (folder, template_root()) if path]
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(folders), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )

    def set_type(text: str, longest: int = 12) -> str:
        return markup(text, language, longest=longest) if text else ""

    def set_line(text: str) -> str:
        return one_line(text, language) if text else ""

    environment.filters = {"t": set_type, "s": set_line, "length": len}
    return environment
