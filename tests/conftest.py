"""The example plans, and their pages: read once by each worker, and printed once for all tests."""

from pathlib import Path

import pytest

from tests.printing import Example, Press, read_example

ROOT = Path(__file__).parent.parent
PLANS = {"zh": ROOT / "plans/qingquan-hualian-2027", "en": ROOT / "plans/northfield-castlegate-2027.yaml"}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--refresh`, which writes expected texts anew instead of comparing with them."""
    parser.addoption("--refresh", action="store_true", help="write expected texts anew")


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
