"""The strip of a launch keeps its ticks few, however long it takes."""

from types import SimpleNamespace

import pytest

from acbp.rendering.pages.launch import _TICKS, _tick


@pytest.mark.parametrize(
    ("days", "every"), [(1, 10), (60, 10), (120, 10), (121, 20), (300, 50), (365, 50), (9_999, 1_000)]
)
def test_ticks_stand_further_apart_in_a_longer_launch(days: int, every: int) -> None:
    assert _tick(SimpleNamespace(days=days)) == every  # type: ignore[arg-type]
    assert days <= every * _TICKS
