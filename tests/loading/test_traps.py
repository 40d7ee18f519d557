"""Every trap that people fall into, with the exact words in which both languages explain it.

`traps.txt` holds one block for each: its name, the text of a plan, and the reports in Chinese and in English.
Characters that cannot be seen stand as ⟨TAB⟩ or ⟨U+3000⟩. After a change of wording, run
`python -m tests.loading.test_traps` and read the difference before keeping it.
"""

import re
from pathlib import Path

import pytest

from acbp.loading.check import validate
from acbp.loading.compose import read_yaml
from acbp.problems import Problem, to_text

from .stand_in import Plan

CASES = Path(__file__).with_name("traps.txt")
_BLOCK = re.compile(
    r"=== (?P<name>.*)\n(?P<text>(?:.*\n)*?)--- zh\n(?P<zh>(?:.*\n)*?)--- en\n(?P<en>(?:.*\n)*?)(?=\n===|\Z)"
)


def read_cases() -> dict[str, tuple[str, str, str]]:
    """Name → text of the plan, report in Chinese, report in English."""
    blocks = CASES.read_text(encoding="utf-8")
    return {found["name"]: (found["text"], found["zh"], found["en"]) for found in _BLOCK.finditer(blocks)}


def unfold(text: str) -> str:
    """The text with the characters that its marks stand for."""
    text = re.sub(r"⟨U\+([0-9A-F]+)⟩", lambda found: chr(int(found[1], 16)), text)
    return text.replace("⟨TAB⟩", "\t")


def problems_of(text: str) -> list[Problem]:
    """Everything that is wrong with a plan of the stand-in model."""
    root, problems = read_yaml(unfold(text).encode(), "plan.yaml")
    if root is not None:
        problems += validate(root, Plan, {"currency": "CNY"})[1]
    return problems


@pytest.mark.parametrize("name", read_cases())
def test_a_trap_is_explained(name: str) -> None:
    text, zh, en = read_cases()[name]
    problems = problems_of(text)
    assert to_text(problems, "zh") == unfold(zh)
    assert to_text(problems, "en") == unfold(en)


def test_a_trap_is_one_problem() -> None:
    for name, (text, _, _) in read_cases().items():
        faults = int(name.rpartition("×")[2]) if "×" in name else 1
        assert len(problems_of(text)) == faults, name


def test_the_codes_of_the_reader_are_all_shown() -> None:
    shown = set(re.findall(r"[EW]1\d\d(?= )", CASES.read_text(encoding="utf-8")))
    elsewhere = {"E100", "E105", "E110", "E120", "E121", "E129", "E130"}  # too long to show, or no text
    assert shown | elsewhere >= {f"E{number}" for number in range(100, 139) if number != 104} | {"W104"}


def rewrite() -> None:
    """Write the reports anew, for the eye to judge."""
    blocks = []
    for name, (text, _, _) in read_cases().items():
        problems = problems_of(text)
        reports = "".join(f"--- {lang}\n{to_text(problems, lang)}" for lang in ("zh", "en"))
        blocks.append(f"=== {name}\n{text}{reports}")
    CASES.write_text("\n".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    rewrite()
