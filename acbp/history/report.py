"""A comparison as text for the terminal, Markdown for a merge request, and JSON for programs."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from acbp.analysis.explaining import Explanation
from acbp.history.changes import Change, Value
from acbp.history.comparison import Comparison
from acbp.history.versions import Version
from acbp.history.wording import Sayer
from acbp.model.base import Part
from acbp.model.chinese_names import COMMON_NAMES

SCHEMA_VERSION = 1
_SIGNS = {"added": "+ ", "gone": "- ", "moved": "~ ", "changed": ""}
_LONG = 36
"""Texts longer than this stand on lines of their own."""


def to_text(found: Comparison, language: str) -> str:
    """Every change by section, below them what follows from them; ends in a newline."""
    say = Sayer(found.references, language)
    return "\n".join((_heading(found, say), *_change_lines(found, say), *_effect_lines(found, say))) + "\n"


def to_markdown(found: Comparison, language: str) -> str:
    """The same as tables, for people who do not read the file; ends in a newline."""
    say = Sayer(found.references, language)
    lines = [f"### {_heading(found, say)}"]
    for section, changes in groupby(found.changes, key=lambda change: change.section):
        lines += [
            "",
            f"**{_section(section, say)}**",
            "",
            _row(*say("改动 原来 现在", "Change Before Now").split()),
            "|---|---|---|",
        ]
        lines += (_row(_about(change, say), *_sides(change, say)) for change in changes)
    effects = [effect for effect in found.effects if effect.main]
    if effects:
        lines += [
            "",
            f"**{say('随之变化', 'What follows')}**",
            "",
            _row(*say("数据 原来 现在", "Figure Before Now").split()),
        ]
        lines.append("|---|---|---|")
        lines += (_row(say.pick(each.title), *say.outcomes((each.old, each.new))) for each in effects)
    return "\n".join([*lines, *_others(found, say)]) + "\n"


def to_json(found: Comparison, language: str) -> str:
    """A JSON object: `version` (1), `plan`, `old`, `new`, `changes` and `effects`; figures exact, in single units."""
    say = Sayer(found.references, language)
    changes = [
        {
            "kind": change.kind,
            "name": change.name,
            "label": say.pick(change.label),
            "old": _plain(change.old),
            "new": _plain(change.new),
            "unit": next((value.unit for value in (change.new, change.old) if value), "") or None,
            "place": (place := found.place(change))
            and {"file": place.file, "line": place.line, "column": place.column},
        }
        for change in found.changes
    ]
    effects = [
        {
            "reference": effect.reference,
            "title": say.pick(effect.title),
            "old": _plain_outcome(effect.old, say),
            "new": _plain_outcome(effect.new, say),
            "unit": next((each.unit for each in (effect.new, effect.old) if isinstance(each, Explanation)), None),
            "main": effect.main,
        }
        for effect in found.effects
    ]
    told = {"version": SCHEMA_VERSION, "plan": found.plan, "old": _version(found.old), "new": _version(found.new)}
    return json.dumps({**told, "changes": changes, "effects": effects}, ensure_ascii=False, indent=2) + "\n"


def _heading(found: Comparison, say: Sayer) -> str:
    sides = " → ".join(_version_words(version, say) for version in (found.old, found.new) if version)
    count = len(found.changes)
    counted = say(f"{count} 处改动", "1 change" if count == 1 else f"{count} changes")
    words = counted if count or found.effects else say("没有变化", "no changes")
    return say(f"{found.plan}：{sides}：{words}", f"{found.plan}: {sides}: {words}")


def _version_words(version: Version, say: Sayer) -> str:
    name = version.name or say("现在的文件", "the files as they are")
    if version.commit is None:
        return name
    told = f"{version.commit.date.isoformat()}{say('，', ', ')}{version.commit.author}"
    return say(f"{name}（{told}）", f"{name} ({told})")


def _change_lines(found: Comparison, say: Sayer) -> Iterator[str]:
    for section, changes in groupby(found.changes, key=lambda change: change.section):
        yield ""
        yield _section(section, say)
        for change in changes:
            yield from _lines(change, say)


def _lines(change: Change, say: Sayer) -> Iterator[str]:
    head = f"  {_SIGNS[change.kind]}{change.name}"
    old, new = _sides(change, say)
    if change.kind == "changed" and max(len(old), len(new)) > _LONG:
        yield f"{head}:"
        yield f"    - {_indent(old)}"
        yield f"    + {_indent(new)}"
    elif change.kind in ("changed", "moved"):
        yield f"{head}: {old} → {new}"
    else:
        yield f"{head}: {_indent(new if change.kind == 'added' else old)}"


def _indent(text: str) -> str:
    return text.rstrip().replace("\n", "\n      ")


def _sides(change: Change, say: Sayer) -> tuple[str, ...]:
    if change.kind == "moved":
        return tuple(say(f"第 {value.held} 项", f"item {value.held}") for value in (change.old, change.new) if value)
    if change.kind == "changed":
        return say.values(change.old, change.new)
    return say.value(change.old), say.value(change.new)


def _effect_lines(found: Comparison, say: Sayer) -> Iterator[str]:
    effects = [effect for effect in found.effects if effect.main]
    if effects:
        yield ""
        yield say("随之变化", "what follows")
    for effect in effects:
        old, new = say.outcomes((effect.old, effect.new))
        yield f"  {effect.reference}  {say.pick(effect.title)}{say('：', ': ')}{old} → {new}"
    yield from _others(found, say)


def _others(found: Comparison, say: Sayer) -> Iterator[str]:
    others = sum(not effect.main for effect in found.effects)
    if others:
        yield ""
        yield say(
            f"另有 {others} 个数据变化，见 --format json",
            f"{'1 other figure' if others == 1 else f'{others} other figures'} changed: see --format json",
        )


def _section(section: str, say: Sayer) -> str:
    return say(COMMON_NAMES.get(section, section), section.replace("_", " "))


def _about(change: Change, say: Sayer) -> str:
    kinds = {"added": ("新增", "added"), "gone": ("删去", "removed"), "moved": ("移动", "moved")}
    kind = f"{say.pick(kinds[change.kind])}{say('：', ': ')}" if change.kind in kinds else ""
    return f"{kind}{say.pick(change.label)}<br>`{change.name}`"


def _row(*cells: str) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")


def _version(version: Version | None) -> dict[str, Any] | None:
    if version is None:
        return None
    commit = version.commit
    told = commit and {
        "id": commit.id,
        "date": commit.date.isoformat(),
        "author": commit.author,
        "subject": commit.subject,
    }
    return {"revision": version.name or None, "commit": told}


def _plain(value: Value | None) -> Any:
    if value is None:
        return None
    held = value.held
    if isinstance(held, Part):
        return held.model_dump(mode="json", exclude_defaults=True, warnings=False)
    if isinstance(held, tuple):
        return [_plain(Value(item)) for item in held]
    if isinstance(held, dict):
        return {key: _plain(Value(item)) for key, item in held.items()}
    if isinstance(held, Decimal):
        return f"{held.normalize():f}"
    return held.isoformat() if isinstance(held, date) else held


def _plain_outcome(found: Any, say: Sayer) -> Any:
    if isinstance(found, Explanation):
        return _plain(Value(found.value))
    return None if found is None else say.pick(found)
