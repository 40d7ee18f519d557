"""Where references stand in the file."""

from acbp.loading.braces import brace_places
from acbp.loading.compose import read_yaml

TEXT = """\
plain: Grow to {{ a.b }} and {{ c }}
quoted: "{{ a }} of 'x' {{ b }}"
folded: >-
  First {{ a }}
  then {{ b }} and {{ c
  }}
open: "{{ a"
"""


def places(name: str, count: int) -> list[tuple[int, int, int | None]]:
    root, problems = read_yaml(TEXT.encode(), "plan.yaml")
    assert problems == []
    return [(place.line, place.column, place.end_column) for place in brace_places(root.get(name), count)]


def test_each_reference_has_its_own_place() -> None:
    assert places("plain", 2) == [(1, 16, 25), (1, 30, 37)]
    assert places("quoted", 2) == [(2, 10, 17), (2, 25, 32)]
    assert places("folded", 3) == [(4, 9, 16), (5, 8, 15), (5, 20, 22)]
    assert places("open", 1) == [(7, 8, 10)]


def test_a_text_that_reads_otherwise_than_its_file_is_one_place() -> None:
    assert places("plain", 3) == [(1, 8, 37)] * 3
