"""The example plans, and their pages: read once, composed once and printed once for all tests."""

from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.printing import DOCUMENTS, Example, Printed, print_document, read_example

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
def printed(examples: dict[str, Example]) -> Iterator[dict[str, Printed]]:
    """The PDFs of both examples by `plan-edition-language`, as `zh-customer-zh`: printed on two processors."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        jobs = {name: pool.submit(print_document, examples[name[:2]], name) for name in DOCUMENTS}
        yield {name: job.result() for name, job in jobs.items()}
