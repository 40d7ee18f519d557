"""A way to run commands in this process, with what they print and their exit code."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from acbp.cli.door import run


@dataclass(frozen=True)
class Ran:
    """What a command printed, and how it ended."""

    code: int
    out: str
    err: str


@pytest.fixture
def acbp(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Run a command, in English unless the test sets another language; nothing may ever show a traceback."""
    monkeypatch.setenv("ACBP_LANG", "en")

    def call(*arguments: object) -> Ran:
        code = run([str(each) for each in arguments])
        shown = capsys.readouterr()
        assert "Traceback" not in shown.err
        return Ran(code, shown.out, shown.err)

    return call
