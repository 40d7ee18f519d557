"""The example plans, and their pages: read once by each worker, and printed once for all tests."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.printing import Example, Press, read_example

ROOT = Path(__file__).parent.parent
PLANS = {"zh": ROOT / "plans/qingquan-hualian-2027", "en": ROOT / "plans/northfield-castlegate-2027.yaml"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--refresh`, which writes expected texts anew instead of comparing with them."""
    parser.addoption("--refresh", action="store_true", help="write expected texts anew")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Give each file to one process as a whole, so that it sets up only once; generated plans go ten at a time."""
    from xdist.scheduler import LoadFileScheduling

    class ByFile(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            seed = re.search(r"\[seed-(\d+)\d\]$", nodeid)
            return super()._split_scope(nodeid) + (f" {seed[1]}" if seed else "")

    return ByFile(config, log)


@pytest.fixture(scope="session")
def examples() -> dict[str, Example]:
    """The example plans by the language in which they are written."""
    return {language: read_example(path) for language, path in PLANS.items()}


@pytest.fixture(scope="session")
def printed(examples: dict[str, Example], tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Press:
    """The documents of both examples, for all workers of the run."""
    alone = worker_id == "master"
    folder = tmp_path_factory.mktemp("printed") if alone else tmp_path_factory.getbasetemp().parent / "printed"
    folder.mkdir(exist_ok=True)
    return Press(examples, folder, alone)
