"""A problem: its words, its severity, its order."""

import pickle

from acbp.problems import Place, Problem


def test_values_fill_the_words_of_the_language() -> None:
    problem = Problem("E101", {"key": "title", "first": "3"})
    assert problem.message("zh") == "“title”写了两次，第一次在第 3 行"
    assert problem.message("zh-CN") == problem.message("zh")
    assert problem.message("en") == "'title' is given twice; the first is on line 3"
    assert problem.hint("en").startswith("delete one of them or give it another name")


def test_a_term_is_put_in_the_language_of_the_message() -> None:
    problem = Problem("E204", {"expected": "@list"})
    assert "列表" in problem.message("zh")
    assert "a list" in problem.message("en")


def test_typed_text_is_never_taken_for_a_format_or_a_term() -> None:
    assert Problem("E201", {"key": "{known}", "known": "x"}).message("en") == "there is no '{known}' here"
    assert Problem("E201", {"key": "@home", "known": "x"}).message("en") == "there is no '@home' here"


def test_a_value_that_was_forgotten_does_not_hide_the_problem() -> None:
    assert Problem("E101", {"key": "a"}).message("en") == "'a' is given twice; the first is on line …"


def test_a_raised_warning_is_an_error() -> None:
    assert not Problem("W104").is_error
    assert Problem("W104", level="error").is_error


def test_order_is_file_line_column_code() -> None:
    def at(file: str, line: int, column: int, code: str = "E101") -> Problem:
        return Problem(code, {}, Place(file, line, column))

    ordered = [
        Problem("E904"),
        at("a.yaml", 2, 9),
        at("a.yaml", 10, 1),
        at("a.yaml", 10, 1, "E102"),
        at("a.yaml", 10, 2),
        at("b.yaml", 1, 1),
    ]
    assert sorted(reversed(ordered)) == ordered


def test_problems_can_be_told_apart_and_sent_to_another_process() -> None:
    problem = Problem("E101", {"key": "a", "first": "1"}, Place("a.yaml", 1, 1))
    assert pickle.loads(pickle.dumps(problem)) == problem
    assert len({problem, problem.at(None)}) == 2


def test_the_kind_of_value_that_is_wanted_chooses_the_hint() -> None:
    assert (
        Problem("E204", {"expected": "@list"}).hint("en")
        == "write [a, b], or one item a line, each beginning with '- '"
    )
    assert Problem("E204", {"expected": "@whole"}).hint("zh") == "请写不带小数和单位的数字，例如 3"
    assert Problem("E213", {"expected": "@percent"}).hint("en") == "a measure whose unit is % takes percentages, as 8%"
    assert Problem("E218", {"variant": "currency"}).hint("en") == "write three capital letters, as CNY, GBP"
