"""All pages of the examples, as they looked before: every text with its place and face, and pictures in characters.

Beside this file stand the goldens, in the form that `tests/rendering/looks.py` describes. After a change of the pages,
run `pytest tests/goldens --refresh` and read the difference before keeping it.
"""

from pathlib import Path

import pytest

from tests.printing import KINDS, Press
from tests.rendering.comparing import compare
from tests.rendering.looks import look_at, read_looks, write_looks

HERE = Path(__file__).parent


@pytest.mark.parametrize("name", KINDS)
def test_each_page_looks_as_before(name: str, printed: Press, pytestconfig: pytest.Config) -> None:
    golden, pages = HERE / f"{name}.txt", look_at(printed[name].content)
    if pytestconfig.getoption("--refresh"):
        golden.write_text(write_looks(pages), encoding="utf-8", newline="\n")
    if told := compare(read_looks(golden.read_text(encoding="utf-8")), pages):
        pytest.fail("\n".join([f"{name} differs from its golden", *told]), pytrace=False)


def test_each_golden_belongs_to_a_document() -> None:
    assert {path.stem for path in HERE.glob("*.txt")} == set(KINDS)
