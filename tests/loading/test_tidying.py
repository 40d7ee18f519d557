import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from acbp.loading import load_plan
from acbp.loading.compose import read_yaml
from acbp.loading.tidying import tidy
from acbp.model import Plan
from acbp.model.activity import Action

PLANS = Path(__file__).parents[2] / "plans"
ENGLISH = PLANS / "northfield-castlegate-2027.yaml"


def shuffled(seed: int):
    """An order of keys that no author would choose."""
    dice = random.Random(seed)

    def order(keys: list[str], part: type[BaseModel]) -> list[str]:
        return dice.sample(keys, len(keys))

    return order


def meaning(text: str) -> object:
    root, problems = read_yaml(text.encode(), "plan.yaml")
    assert root is not None and problems == []
    return root.plain()


@settings(derandomize=True, max_examples=6, deadline=None)
@given(st.integers(0, 10_000))
def test_whatever_the_order_of_keys_one_text_comes_out_and_the_plan_is_the_same(seed: int) -> None:
    text = ENGLISH.read_text("utf-8")
    tidied = tidy(text, Plan)
    strange = tidy(text, Plan, shuffled(seed))
    assert strange != tidied
    assert meaning(strange) == meaning(text) == meaning(tidied)
    assert tidy(strange, Plan) == tidied
    assert tidy(tidied, Plan) == tidied


def test_a_tidied_plan_is_read_as_the_same_plan(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "acbp.yaml").write_bytes((PLANS / "acbp.yaml").read_bytes())
    for file in (PLANS / "data").iterdir():
        (tmp_path / "data" / file.name).write_bytes(file.read_bytes())
    moved = tmp_path / "plan.yaml"
    moved.write_text(tidy(ENGLISH.read_text("utf-8"), Plan, shuffled(7)), "utf-8")
    assert load_plan(moved).plan == load_plan(ENGLISH).plan is not None


def test_blocks_move_with_their_comments_and_blank_lines_stay() -> None:
    text = """\
# The head of the file

supplier:
  name: Fieldstone
  # their short name
  short_name: Field
# What the customer is
account:
  short_name: Harbour
    # a remark deeper down

  name: Harbour Stores
  # tier: national
# the end
"""
    assert (
        tidy(text, Plan)
        == """\
# The head of the file

# What the customer is
account:
  name: Harbour Stores

  short_name: Harbour
    # a remark deeper down
  # tier: national
supplier:
  name: Fieldstone
  # their short name
  short_name: Field
# the end
"""
    )


def test_the_first_key_of_an_item_keeps_the_dash_and_a_comment_goes_above_it() -> None:
    text = "- due: 2028-03-01\n  # what it is called\n  id: tasting\n  name: Tasting\n"
    assert tidy(text, tuple[Action, ...]) == (
        "# what it is called\n- id: tasting\n  name: Tasting\n  due: 2028-03-01\n"
    )


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        ("- {name: Tasting, id: tasting}\n", "- {id: tasting, name: Tasting}\n"),
        ("- { due: 2028-03-01,  id: a, name: 'x' }\n", "- { id: a,  name: x, due: 2028-03-01 }\n"),
        ("- {audience: internal, id: a, name: b}\n", "- {id: a, name: b, audience: internal}\n"),
        ('- id: "tasting"\n  name: "a: b"\n', '- id: tasting\n  name: "a: b"\n'),
        ("- id: a\n  name: 'yes'\n", '- id: a\n  name: "yes"\n'),
        ('- id: a\n  name: "2028"\n', '- id: a\n  name: "2028"\n'),
        ('- id: a\n  name: "# 1"\n', '- id: a\n  name: "# 1"\n'),
        ("- id: a # first \t\n  name: b\t\t# tab\n", "- id: a  # first\n  name: b  # tab\n"),
        ("- id: a      # aligned\n  name: long # one\n", "- id: a      # aligned\n  name: long  # one\n"),
        ("\ufeff- id: a  \r\n  name: b\r\n\r\n\r\n", "- id: a\n  name: b\n"),
        ("- id: a\n  name: b", "- id: a\n  name: b\n"),
        (
            "- name: >-\n    two # no comment  \n    lines\n  id: a\n",
            "- id: a\n  name: >-\n    two # no comment  \n    lines\n",
        ),
        ("- name: a\n  id:\n", "- id:\n  name: a\n"),
        ("- {name: a, id: }\n", "- {id: , name: a}\n"),
    ],
)
def test_one_way_to_write(written: str, tidied: str) -> None:
    assert tidy(written, tuple[Action, ...]) == tidied
    assert tidy(tidied, tuple[Action, ...]) == tidied


def test_chinese_names_are_put_in_the_same_order() -> None:
    assert tidy("客户:\n  简称: 华联\n  全称: 华联万家\n", Plan) == "客户:\n  全称: 华联万家\n  简称: 华联\n"


def test_a_text_with_faults_is_left_as_it_is() -> None:
    for text in ("a: [1, 2\n", "name: x  \nname: y\n", ""):
        assert tidy(text, Plan) == text
