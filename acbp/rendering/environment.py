"""Templates: the only place that fills them, and the check that they are given nothing but plain data."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from jinja2 import ChoiceLoader, FileSystemLoader, FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from acbp.rendering.locale import STALE, UNSOURCED
from acbp.rendering.overrides import NONE, Overrides
from acbp.rendering.resources import template_root
from acbp.rendering.typography import markup, one_line

_SIGN = re.compile(rf"(?<=[\d%])[{STALE}{UNSOURCED}](?=$|<)")


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
    own: Overrides = NONE,
    *,
    template: str = "report/document.html.j2",
) -> str:
    """Fill a format's template with a document of plain data and return its HTML.

    The workspace's ``own`` templates win over those of the same name that ship.
    """
    check_plain(document)
    return make_environment(language, own).get_template(template).render(document=document)


def read_template(name: str, own: Overrides = NONE) -> str:
    """Return the text of a template file such as a style sheet."""
    replaced = own.templates.get(name)
    return replaced.text if replaced else (template_root() / name).read_text(encoding="utf-8")


def _hang_sign(html: Markup) -> Markup:
    """Let the quiet sign behind a figure hang out, so that the figures of a column stay below each other."""
    return Markup(_SIGN.sub(r'<span class="dagger">\g<0></span>', str(html)))  # of what was escaped before


def make_environment(language: str, own: Overrides = NONE) -> ImmutableSandboxedEnvironment:
    """The sandbox in which templates run: everything is escaped, nothing can be called or changed."""
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FunctionLoader(own.load), FileSystemLoader(str(template_root()), followlinks=False)]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def set_type(text: str, longest: int = 12) -> str:
        return _hang_sign(markup(text, language, longest=longest)) if text else ""

    def set_line(text: str) -> str:
        return _hang_sign(one_line(text, language)) if text else ""

    environment.filters = {"t": set_type, "s": set_line, "length": len}
    return environment
