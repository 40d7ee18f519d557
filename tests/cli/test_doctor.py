"""`acbp doctor`: findings with their remedies."""

from pathlib import Path

import pytest

from acbp.building import machine
from acbp.building.machine import Finding, Words

GOOD = Finding("git", True, "warning", Words("有 git", "git is there"))
POOR = Finding("harbuzz", False, "warning", Words("较慢", "slower"), "apt-get install libharfbuzz-subset0")
BAD = Finding("fonts", False, "error", Words("缺字体", "no fonts"), "apt-get install fonts-noto-cjk")


@pytest.mark.parametrize(("findings", "code"), [([GOOD], 0), ([GOOD, POOR], 0), ([POOR, BAD], 1)])
def test_the_exit_code_tells_whether_plans_can_be_built(
    acbp, monkeypatch: pytest.MonkeyPatch, findings: list[Finding], code: int
) -> None:
    monkeypatch.setattr(machine, "examine", lambda output: tuple(findings))
    assert acbp("doctor").code == code


def test_each_finding_is_a_line_with_its_command_below(acbp, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []
    monkeypatch.setattr(machine, "examine", lambda output: seen.append(output) or (GOOD, POOR, BAD))
    assert acbp("doctor", "--output", "there").out.splitlines() == [
        "✓ git is there",
        "! slower",
        "    apt-get install libharfbuzz-subset0",
        "✗ no fonts",
        "    apt-get install fonts-noto-cjk",
    ]
    assert seen == [Path("there")]
    monkeypatch.setenv("ACBP_LANG", "zh")
    assert "✗ 缺字体" in acbp("doctor").out
