"""The versions of a plan, and the moves of a figure, as text to read, as JSON, and as a chart."""

import json
from collections.abc import Sequence
from typing import Any

from acbp.history.chronicle import Entry, Move
from acbp.history.wording import Sayer
from acbp.model.chinese_names import COMMON_WORDS

SCHEMA_VERSION = 1
_SALES, _SCORE = "sales.plan", "scorecard.total"
WIDTH, HEIGHT = 174, 62
"""Of the chart, in mm."""


def version_line(entry: Entry, language: str) -> str:
    """One version in one line: when, which, by whom, its state, what it plans, how much it changed, and why."""
    if entry.references is None:
        cause = next(problem for problem in reversed(entry.problems) if problem.is_error)
        where = f" {cause.place.file}:{cause.place.line}" if cause.place else ""
        return "  ".join((*_origin(entry, language), f"{cause.code} {cause.message(language)}{where}"))
    say = Sayer(entry.references, language)
    heading = entry.plan.plan
    status = COMMON_WORDS.get(heading.status, heading.status) if language == "zh" else heading.status
    changes = entry.changes
    counted = (
        say("首个版本", "first version")
        if changes is None
        else say(f"{changes} 处改动", "1 change" if changes == 1 else f"{changes} changes")
    )
    sales, score = (say.outcome(_known(entry, name)) for name in (_SALES, _SCORE))
    stated = (f"{heading.version} {status}", sales, say(f"得分 {score}", f"score {score}"), counted, _subject(entry))
    return "  ".join(part for part in (*_origin(entry, language), *stated) if part)


def moves_to_text(moves: Sequence[Move], language: str) -> str:
    """How a figure moved: each version that changed it, by whom and why; ends in a newline."""
    say = _sayer(moves, language)
    head = next(move.found for move in reversed(moves) if move.found)
    lines = [f"{head.reference}{say('：', ': ')}{say.pick(head.title)}"]
    several = len({move.found.reference for move in moves if move.found}) > 1
    for move in moves:
        told = [*_origin(move.entry, language), _printed(move, say), _subject(move.entry)]
        if several and move.found:
            told.insert(-1, move.found.reference)
        if move.accuracy is not None and move.bias is not None:
            accuracy, bias = (f"{value * 100:,.1f}%" for value in (move.accuracy, move.bias))
            told.append(say(f"准确率 {accuracy}，偏差 {bias}", f"accuracy {accuracy}, bias {bias}"))
        reasons = say("；", "; ").join(move.entry.reasons)
        told.append(f"{say('原因：', 'reason: ')}{reasons}" if reasons else "")
        lines.append("  " + "  ".join(part for part in told if part))
    return "\n".join(lines) + "\n"


def moves_to_svg(moves: Sequence[Move], language: str) -> str:
    """The moves of a figure as a step chart."""
    from acbp.charts import history
    from acbp.charts.style import Style

    say = _sayer(moves, language)
    points = [
        history.Point(
            _day(move.entry),
            move.found.value if move.found and not hasattr(move.found.value, "year") else None,
            _printed(move, say),
        )
        for move in moves
    ]
    return history.draw(history.History(tuple(points)), WIDTH, HEIGHT, Style(language=language))


def to_json(entries: Sequence[Entry], moves: Sequence[Move] | None = None) -> str:
    """A JSON object: `version` (1), and `versions`, or `reference` and `moves`; figures exact; ends in a newline."""
    told: dict[str, Any] = {"version": SCHEMA_VERSION}
    if moves is None:
        told["versions"] = [
            {
                **_commit(entry),
                "problems": [problem.code for problem in entry.problems],
                "state": entry.references and {"version": entry.plan.plan.version, "status": entry.plan.plan.status},
                "changes": entry.changes,
                **{name: _exact(_known(entry, name)) for name in (_SALES, _SCORE)},
            }
            for entry in entries
        ]
    else:
        told["reference"] = next((move.found.reference for move in reversed(moves) if move.found), None)
        told["moves"] = [
            {
                **_commit(move.entry),
                "value": _exact(move.found),
                "accuracy": None if move.accuracy is None else f"{move.accuracy:f}",
                "bias": None if move.bias is None else f"{move.bias:f}",
                "reasons": list(move.entry.reasons),
            }
            for move in moves
        ]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _sayer(moves: Sequence[Move], language: str) -> Sayer:
    return Sayer(moves[-1].entry.references, language)


def _printed(move: Move, say: Sayer) -> str:
    return say.outcome(move.found if move.found and move.found.value is not None else None)


def _known(entry: Entry, name: str) -> Any:
    found = entry.references.look_up(name) if entry.references else None
    return found if found and found.value is not None else None


def _origin(entry: Entry, language: str) -> tuple[str, ...]:
    commit = entry.version.commit
    if commit is None:
        return ("现在的文件" if language == "zh" else "the files as they are",)
    return commit.date.isoformat(), commit.short, commit.author


def _subject(entry: Entry) -> str:
    return entry.version.commit.subject if entry.version.commit else ""


def _day(entry: Entry) -> str:
    return entry.version.commit.date.isoformat() if entry.version.commit else entry.plan.plan.date.isoformat()


def _commit(entry: Entry) -> dict[str, Any]:
    commit = entry.version.commit
    return {
        "id": commit and commit.id,
        "date": commit and commit.date.isoformat(),
        "author": commit and commit.author,
        "subject": commit and commit.subject,
    }


def _exact(found: Any) -> str | None:
    if found is None or found.value is None:
        return None
    return found.value.isoformat() if hasattr(found.value, "isoformat") else f"{found.value.normalize():f}"
