"""Tree → model: the kinds of fault that `traps.txt` does not show."""

from enum import Enum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from acbp.loading.check import validate
from acbp.loading.compose import read_yaml
from acbp.problems import Problem


class Colour(Enum):
    """A choice."""

    RED = "red"


class Cat(BaseModel):
    """One member of a union."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["cat"]
    lives: int


class Dog(BaseModel):
    """Another."""

    model_config = ConfigDict(extra="forbid")
    kind: Literal["dog"]
    bark: str


class Zoo(BaseModel):
    """Fields of the plain kinds."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    colour: Colour | None = None
    name: str = Field("x", max_length=5, min_length=2)
    code: str = Field("ABC", pattern="^[A-Z]{3}$")
    year: int = Field(2027, ge=2000, le=2100)
    ready: bool = False
    pets: tuple[Annotated[Cat | Dog, Field(discriminator="kind")], ...] = Field((), max_length=2)
    names: list[str] = Field(["x"], min_length=1)

    @model_validator(mode="after")
    def _has_no_clash(self) -> "Zoo":
        if self.name == "clash":
            raise PydanticCustomError("E209", "E209", {"id": "a", "first": "b", "within": ["pets", 0, "kind"]})
        if self.name == "wrong":
            raise ValueError("a text that nobody shall read")
        if self.name == "new":
            raise PydanticCustomError("E998", "unknown code")
        return self


def problems_of(text: str, model: type[BaseModel] = Zoo) -> list[Problem]:
    root, problems = read_yaml(text.encode(), "zoo.yaml")
    assert root is not None and not problems
    return validate(root, model, {})[1]


@pytest.mark.parametrize(
    ("text", "code", "values", "line", "column"),
    [
        ("colour: blue", "E203", {"allowed": "red"}, 1, 9),
        ("name: elephant", "E206", {"limit": "5", "length": "8"}, 1, 7),
        ("name: a", "E211", {}, 1, 7),
        ("name:", "E211", {}, 1, 1),
        ("code: abc", "E218", {"variant": "code"}, 1, 7),
        ("year: 1999", "E205", {"range": "≥ 2000"}, 1, 7),
        ("year: 2027.5", "E204", {"expected": "@whole"}, 1, 7),
        ("year:", "E211", {}, 1, 1),
        ("ready: maybe", "E106", {"expected": "@flag"}, 1, 8),
        ("names: []", "E215", {"limit": "1", "count": "0"}, 1, 1),
        ("names: {a: b}", "E204", {"expected": "@list"}, 1, 1),
        ("names: [[a]]", "E204", {"expected": "@text"}, 1, 9),
        ("pets:\n  - kind: cow", "E203", {"allowed": "cat, dog"}, 2, 11),
        ("pets:\n  - bark: x", "E202", {"key": "kind"}, 2, 5),
        ("pets:\n  - kind: cat\n    lives: many", "E107", {}, 3, 12),
        ("pets:\n  - kind: cat\n    live: 9", "E201", {"nearest": "lives"}, 3, 5),
        ("pets: [{kind: cat, lives: 9}, {kind: cat, lives: 9}, {kind: cat, lives: 9}]", "E207", {"count": "3"}, 1, 1),
        ("name: clash\npets: [{kind: dog, bark: w}]", "E209", {"id": "a"}, 2, 15),
        ("name: wrong", "E219", {"kind": "value_error"}, 1, 1),
        ("name: new", "E219", {}, 1, 1),
    ],
)
def test_each_fault_has_its_code_and_place(
    text: str, code: str, values: dict[str, str], line: int, column: int
) -> None:
    (problem,) = problems_of(text)
    assert problem.code == code
    assert values.items() <= problem.values.items()
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (line, column)


def test_no_message_repeats_a_value_or_the_words_of_pydantic() -> None:
    for text in ("colour: secret", "name: secretive", "code: secret", "year: secret", "ready: secret", "name: wrong"):
        (problem,) = problems_of(text)
        for lang in ("zh", "en"):
            words = problem.message(lang) + problem.hint(lang)
            assert "secret" not in words and "nobody" not in words


def test_a_whole_plan_is_returned() -> None:
    root, _ = read_yaml(b"year: 2028\npets: [{kind: cat, lives: 9}]", "f")
    assert root is not None
    zoo, problems = validate(root, Zoo, {})
    assert zoo is not None and not problems
    assert zoo.year == 2028 and isinstance(zoo.pets[0], Cat)


def test_a_failing_validator_is_a_problem_too() -> None:
    class Fragile(BaseModel):
        name: Any

        @model_validator(mode="before")
        @classmethod
        def _overflow(cls, values: Any) -> Any:
            raise OverflowError("too large")

    (problem,) = problems_of("name: x", Fragile)
    assert (problem.code, problem.values["kind"]) == ("E219", "OverflowError")
