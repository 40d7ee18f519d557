"""The press that prints for all workers of a run: each document once, and its fault as well."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest
from filelock import FileLock

from tests import printing
from tests.printing import DOCUMENTS, Press, Printed

PAPER = Printed({}, b"%PDF", 1, (), {}, ())


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, all_printed: Event) -> list[str]:
    """What was really printed, in order."""
    names: list[str] = []

    def print_document(_: object, name: str) -> Printed:
        names.append(name)
        if name.endswith("jammed"):
            raise ValueError("no paper")
        if name == DOCUMENTS[-1]:
            all_printed.set()
        return PAPER

    monkeypatch.setattr(printing, "print_document", print_document)
    return names


@pytest.fixture
def all_printed() -> Event:
    """That the last of DOCUMENTS was printed."""
    return Event()


def press(folder: Path) -> Press:
    """The press as one of several workers has it."""
    return Press(dict.fromkeys(("zh", "en")), folder, alone=False)  # type: ignore[arg-type]


def test_a_document_is_printed_once_for_all_workers(tmp_path: Path, asked: list[str]) -> None:
    first, second = press(tmp_path), press(tmp_path)
    assert first["zh-customer-zh-deck"] == second["zh-customer-zh-deck"] == first["zh-customer-zh-deck"] == PAPER
    assert asked == ["zh-customer-zh-deck"]


def test_a_fault_is_told_to_all_workers(tmp_path: Path, asked: list[str]) -> None:
    for each in (press(tmp_path), press(tmp_path)):
        with pytest.raises(AssertionError, match="ValueError: no paper"):
            each["en-customer-en-jammed"]
    assert asked == ["en-customer-en-jammed"]


def test_while_another_worker_prints_one_the_others_are_printed(
    tmp_path: Path, asked: list[str], all_printed: Event
) -> None:
    wanted, *others = DOCUMENTS
    begun = Event()

    def print_elsewhere() -> None:
        with FileLock(tmp_path / f"{wanted}.lock"):
            begun.set()
            all_printed.wait(60)

    with ThreadPoolExecutor(1) as elsewhere:
        elsewhere.submit(print_elsewhere)
        begun.wait()
        assert press(tmp_path)[wanted] == PAPER
    # The other worker gave up, so that it was printed here after all.
    assert asked == [*others, wanted]
