"""Problems as text, JSON and annotations."""

import json

import pytest

from acbp.problems import Place, Problem, to_github, to_json, to_text

COLON = Problem("E113", {"key": "客户"}, Place("plan.yaml", 3, 3, 4, "客户：华联"), "account.name")
COMMENT = Problem("W104", {"text": "#1"}, Place("plan.yaml", 2, 4, 6, "a: #1"))


def test_text_shows_place_source_caret_and_hint() -> None:
    assert to_text([COLON], "zh") == (
        "plan.yaml:3:3: E113 这里用了全角冒号“：” (account.name)\n"
        "    客户：华联\n"
        "        ^^\n"
        "  改法：请改成半角冒号加一个空格：“客户: …”\n"
    )


def test_text_is_sorted_and_empty_without_problems() -> None:
    text = to_text([COLON, COMMENT], "en")
    assert text.index("W104") < text.index("E113")
    assert to_text([], "en") == ""


@pytest.mark.parametrize(
    ("excerpt", "column", "end", "caret"),
    [
        ("abc", 2, 3, "     ^"),
        ("深圳市x", 4, 5, " " * 10 + "^"),
        ("深圳", 1, 3, "    ^^^^"),
        ("e\u0301x", 3, 4, "     ^"),
        ("a\tb", 3, 4, "      ^"),
        ("abc", 9, None, "       ^"),
        ("abc", 1, 99, "    ^^^"),
    ],
)
def test_the_caret_stands_below_the_fault(excerpt: str, column: int, end: int | None, caret: str) -> None:
    lines = to_text([Problem("E100", {}, Place("f", 1, column, end, excerpt))], "en").splitlines()
    assert lines[2] == caret


def test_a_long_line_is_cut_around_the_fault() -> None:
    excerpt = "x" * 500 + "!" + "y" * 500
    lines = to_text([Problem("E100", {}, Place("f", 1, 501, 502, excerpt))], "en").splitlines()
    assert len(lines[1]) < 180
    assert lines[1][lines[2].index("^")] == "!"


def test_a_terminal_is_never_commanded() -> None:
    excerpt = "a: \x1b[31mred\u202e"
    text = to_text([Problem("E122", {"char": "\x1b]0;x\x07"}, Place("\x1b.yaml", 1, 4, 5, excerpt))], "en")
    assert "\x1b" not in text and "\u202e" not in text and "\x07" not in text


def test_colour_adds_nothing_but_colour() -> None:
    import re

    assert re.sub("\x1b\\[[0-9]+m", "", to_text([COLON], "en", colour=True)) == to_text([COLON], "en")


def test_json_has_a_stable_shape() -> None:
    report = json.loads(to_json([COLON, COMMENT, Problem("E904", {"name": "Pango"})], "zh"))
    assert list(report) == ["version", "language", "counts", "problems"]
    assert (report["version"], report["language"]) == (1, "zh")
    assert report["counts"] == {"errors": 2, "warnings": 1}
    assert report["problems"][0]["place"] is None
    assert report["problems"][2] == {
        "code": "E113",
        "severity": "error",
        "message": "这里用了全角冒号“：”",
        "hint": "请改成半角冒号加一个空格：“客户: …”",
        "messages": {"zh": "这里用了全角冒号“：”", "en": "a full-width colon '：' is used here"},
        "hints": {
            "zh": "请改成半角冒号加一个空格：“客户: …”",
            "en": "type an ordinary colon and a space: '客户: …'",
        },
        "item": "account.name",
        "place": {"file": "plan.yaml", "line": 3, "column": 3, "end_column": 4, "excerpt": "客户：华联"},
    }


def test_github_annotations_escape_what_would_break_them() -> None:
    problem = Problem("E101", {"key": "100%\n::error::x", "first": "1"}, Place("a,b:c.yaml", 2, 5, 9, ""))
    line = to_github([problem], "en")
    assert line.startswith("::error file=a%2Cb%3Ac.yaml,line=2,col=5,endColumn=9,title=E101::'100%25%0A::error::x'")
    assert line.count("\n") == 1
    assert to_github([COMMENT], "en").startswith("::warning file=plan.yaml,line=2,")


def test_what_concerns_a_whole_file_names_no_line() -> None:
    problem = Problem("E001", {"file": "nosuch"}, Place("nosuch", 1, 1))
    assert to_text([problem], "en").startswith("nosuch: E001 the file 'nosuch' does not exist\n")
    place = json.loads(to_json([problem], "en"))["problems"][0]["place"]
    assert place == {"file": "nosuch", "line": None, "column": None, "end_column": None, "excerpt": ""}
    assert to_github([problem], "en").startswith("::error file=nosuch,title=E001::")


def test_a_fault_of_a_file_that_stands_in_a_line_keeps_it() -> None:
    problem = Problem("E012", {"section": "scorecard"}, Place("scorecard.yaml", 2, 1, 10, "scorecard:"))
    assert to_text([problem], "en").startswith("scorecard.yaml:2:1: E012 ")
    assert to_github([problem], "en").startswith("::error file=scorecard.yaml,line=2,col=1,endColumn=10,")
