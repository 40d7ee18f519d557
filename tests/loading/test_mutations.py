"""Damaged plans: whatever is done to a plan, the answer is a plan or problems with places, never an exception."""

import random

import pytest

from acbp.loading.check import validate
from acbp.loading.compose import read_yaml
from acbp.loading.nodes import Node
from acbp.problems import Problem, to_github, to_json, to_text

from .stand_in import Plan

SOUND = """\
plan:
  id: demo-2027
  title: {zh: 年度客户业务计划, en: "Plan 'A'"}
  money_unit: 万
supplier:
  name: 清泉饮料 # our company
actions:
  - id: tasting
    name: >
      门店试饮
      第一批
    value: 1,200.5
    target: 8%
    due: 2027-06-30
    tags: [茶, "水", 'a: b']
  - id: cooler
    note: |
      第一行：冷柜
        第二行
    share: 12.5%
    stores: 148
    focus: true
quarters: {Q1: 12万, Q2: 13.5, Q3: -1, Q4: ￥100}
"""
PIECES = [
    *"：，“”－＃　【】＊&*!|>%@`\\\"'{}[]#:-?,~\t\n\r\0\x1b",
    "\u00a0",
    "\u200b",
    "\u202e",
    "\ufeff",
    "\u2028",
    "\n---\n",
    "\n...\n",
    ": ",
    " #",
    "- ",
    "? ",
    "<<: ",
    "&a ",
    "*a",
    "!!int ",
    "%YAML 1.1\n",
    "\\uD800",
    "  ",
    "9" * 40,
    "1e999",
    "{{ x }}",
    "null",
]
VALUES = [
    None,
    True,
    "",
    "x",
    "1_0",
    -1,
    10**30,
    "8%",
    "9e9",
    "\u202e",
    [],
    {},
    [[]],
    {"zh": 1},
    {"a": {"b": []}},
    "字" * 400,
]


def check(data: bytes) -> list[Problem]:
    root, problems = read_yaml(data, "plan.yaml")
    assert root is not None or problems
    return problems + (check_tree(root) if root is not None else [])


def check_tree(root: Node) -> list[Problem]:
    return validate(root, Plan, {"currency": "CNY"})[1]


def assert_told(problems: list[Problem]) -> None:
    for problem in problems:
        assert problem.place is not None
        assert problem.place.line >= 1 and problem.place.column >= 1
        assert "…" not in problem.message("en").replace("{{ … }}", ""), problem
    for lang in ("zh", "en"):
        assert to_text(problems, lang) or not problems
        to_json(problems, lang)
        to_github(problems, lang)


def test_the_plan_is_sound_before_it_is_damaged() -> None:
    assert check(SOUND.encode()) == []


@pytest.mark.parametrize("seed", range(8))
def test_damaged_texts(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(200):
        text = SOUND
        for _ in range(dice.randint(1, 3)):
            start = dice.randrange(len(text))
            end = start + dice.choice((0, 0, 1, 1, 3, 20))
            text = text[:start] + dice.choice(PIECES) + text[end:]
        assert_told(check(text.encode("utf-8", "surrogatepass")))


@pytest.mark.parametrize("seed", range(4))
def test_damaged_bytes(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(200):
        data = bytearray(SOUND.encode(dice.choice(["utf-8", "utf-8", "gb18030", "utf-16"])))
        for _ in range(dice.randint(1, 4)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        assert_told(check(bytes(data[: dice.choice((len(data), len(data), dice.randrange(1, len(data))))])))


@pytest.mark.parametrize("seed", range(4))
def test_damaged_trees(seed: int) -> None:
    dice = random.Random(seed)
    for _ in range(100):
        root, _ = read_yaml(SOUND.encode(), "plan.yaml")
        assert root is not None
        for _ in range(dice.randint(1, 3)):
            node = dice.choice(list(root.walk())[1:])
            value = dice.choice(VALUES)
            if node.kind == "scalar" and not isinstance(value, (list, dict)):
                node.value = value
            elif node.kind == "mapping" and node.value and dice.random() < 0.5:
                node.value.pop(dice.choice(list(node.value)))
            elif node.kind != "scalar":
                node.kind, node.value = "scalar", "x"
        assert_told(check_tree(root))


@pytest.mark.parametrize("seed", range(3))
def test_cut_and_joined_texts(seed: int) -> None:
    dice = random.Random(seed)
    lines = SOUND.splitlines(keepends=True)
    for _ in range(200):
        chosen = [dice.choice(lines) for _ in range(dice.randint(1, 12))]
        dice.shuffle(chosen)
        assert_told(check("".join(chosen).encode()))


def test_every_beginning_of_a_plan() -> None:
    for end in range(1, len(SOUND), 5):
        assert_told(check(SOUND[:end].encode()))
