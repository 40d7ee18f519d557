"""What changed between two versions: every edit and no other."""

import random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from acbp.history.changes import find_changes
from tests.history.edits import Edit, edit
from tests.printing import Example


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_edit_and_no_other_comes_out(examples: dict[str, Example], language: str) -> None:
    plan = examples[language].plan

    @settings(max_examples=12, deadline=None, phases=[Phase.generate])
    @given(st.integers(0, 10**9), st.integers(1, 12))
    def check(seed: int, count: int) -> None:
        edited, done = edit(plan, random.Random(seed), count)
        assert {Edit(change.kind, change.location) for change in find_changes(plan, edited)} == done

    check()
