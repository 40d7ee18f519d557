"""A repository with nothing in it yet."""

from pathlib import Path

import pytest

from tests.history.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ledger:
    """An empty repository, the working folder within it, and a git without settings of the user's."""
    made = Ledger(tmp_path / "plans of 华联")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    monkeypatch.chdir(made.folder)
    return made
