"""The name of a plan before it is read as a whole: its id and language decide what its files are called."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from acbp.loading import PlanSource
    from acbp.loading.nodes import Node

_SECTION = re.compile(rb"^(?:plan|%s)\s*:.*?(?=^[^\s#])" % "计划".encode(), re.MULTILINE | re.DOTALL)


def read_name(source: "PlanSource", overrides: Iterable[str] = ()) -> tuple[str, str] | None:
    """The id and the language of a plan, from section `plan` alone and without checking it; None if it names neither.

    Meant for telling clashes in time; what is wrong with the file is told when it is read as a whole.
    """
    from acbp.loading.compose import read_yaml
    from acbp.loading.files import read_bytes

    data = read_bytes(source.path, source.root)
    if not isinstance(data, bytes):
        return None
    # A section of a few lines is read in no time, a whole plan is not.
    found = _SECTION.search(data + b"\n.")
    root, _ = read_yaml(found[0] if found else data, source.name)
    if root is None or root.kind != "mapping":
        return None
    overrides = [each for each in overrides if each.startswith(("plan.", "计划."))]
    if overrides or not all(_said(root)):
        # Only now is the model worth its loading: it knows what the names are in Chinese.
        from acbp.loading.overrides import apply_overrides
        from acbp.loading.spelling import respell
        from acbp.model import Plan

        respell(root, Plan)
        apply_overrides(root, overrides, Plan)
    plan_id, language = _said(root)
    return (plan_id, language) if plan_id and language else None


def _said(root: "Node") -> tuple[str, ...]:
    """The id and the language, each empty if the plan does not name it."""
    found = (root.get("plan", key) for key in ("id", "language"))
    return tuple("" if node is None or node.value is None else str(node.value) for node in found)


def read_language(source: "PlanSource") -> str:
    """The language of a plan's problems, where the plan could not be read as a whole: `zh` or `en`."""
    from acbp.loading.language import language_of

    named = read_name(source)
    return language_of("", named[1] if named else None)
