"""Merge conflicts: both values and whose they are, for every item."""

from acbp.loading.compose import read_yaml
from acbp.problems import Problem

HEAD, TAIL = "<<<<<<< HEAD\n", ">>>>>>> price-round\n"


def read(text: str) -> list[Problem]:
    """The problems of a file that cannot be read."""
    root, problems = read_yaml(text.encode(), "plan.yaml")
    assert root is None
    return problems


def test_both_values_and_whose_they_are() -> None:
    (problem,) = read(
        f"objectives:\n  - id: sales\n{HEAD}    target: 21000\n=======\n    target: 21500\n{TAIL}    unit: money\n"
    )
    assert (problem.code, problem.place.line) == ("E700", 3)
    said = "objectives[sales].target: 21000 (HEAD) ≠ 21500 (price-round)"
    assert problem.message("en") == f"a merge conflict: {said}"
    assert said in problem.message("zh")


def test_one_problem_for_each_conflict_and_only_what_differs() -> None:
    one = f"{HEAD}a: 1\nb: 2\n=======\na: 1\nb: 3\n{TAIL}"
    other = f"{HEAD}c: x\n||||||| base\nc: w\n=======\nc: y\n{TAIL}"
    first, second = read(one + "same: 0\n" + other)
    assert first.values["items"] == "b: 2 (HEAD) ≠ 3 (price-round)"
    assert (second.place.line, second.values["items"]) == (9, "c: x (HEAD) ≠ y (price-round)")


def test_what_one_side_removed() -> None:
    (problem,) = read(f"a: 1\n{HEAD}=======\nb: 2\n{TAIL}")
    assert problem.values["items"] == "b: — (HEAD) ≠ 2 (price-round)"


def test_a_side_that_cannot_be_read_alone() -> None:
    (problem,) = read(f"{HEAD}a: [1\n=======\na: 1\n{TAIL}")
    assert problem.message("en") == "a merge conflict: HEAD and price-round changed the same lines"


def test_a_long_list_of_differences_is_cut() -> None:
    ours, theirs = ("".join(f"k{n}: {n * by}\n" for n in range(1, 9)) for by in (1, 2))
    (problem,) = read(f"{HEAD}{ours}======={chr(10)}{theirs}{TAIL}")
    assert problem.values["items"].count("≠") == 5 and problem.values["items"].endswith("; …")


def test_marks_inside_a_text_are_no_conflict() -> None:
    root, problems = read_yaml(b"a: |\n  <<<<<<< x\n  =======\n  >>>>>>> y\n", "plan.yaml")
    assert root is not None and not problems
