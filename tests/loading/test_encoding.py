"""Bytes → text, and a clear word about what is no UTF-8 text."""

import pytest

from acbp.loading.encoding import LARGEST_FILE, decode

TEXT = "plan:\n  title: 年度客户业务计划\n"


def only_problem(data: bytes) -> tuple[str, dict[str, str], int, int]:
    _, problems = decode(data, "plan.yaml")
    (problem,) = problems
    assert problem.place is not None and problem.place.file == "plan.yaml"
    return problem.code, dict(problem.values), problem.place.line, problem.place.column


def test_utf_8_is_read_with_and_without_mark() -> None:
    for data in (TEXT.encode(), TEXT.encode("utf-8-sig"), TEXT.replace("\n", "\r\n").encode()):
        source, problems = decode(data, "plan.yaml")
        assert source is not None and not problems
        assert source.line(2) == "  title: 年度客户业务计划"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named(encoding: str) -> None:
    assert only_problem(TEXT.encode(encoding))[:2] == ("E120", {"encoding": "UTF-16"})


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be"])
def test_utf_32_is_named(encoding: str) -> None:
    assert only_problem(TEXT.encode(encoding))[:2] == ("E120", {"encoding": "UTF-32"})


def test_gbk_is_named_with_the_place_and_the_readable_line() -> None:
    _, (problem,) = decode(TEXT.encode("gbk"), "plan.yaml")
    assert (problem.code, problem.values["encoding"]) == ("E121", "GBK (GB18030)")
    assert problem.place is not None
    assert (problem.place.line, problem.place.column) == (2, 10)
    assert problem.place.excerpt == "  title: 年度客户业务计划"
    assert problem.message("zh") == "这个字节(0xc4)不是 UTF-8 编码，文件很可能是 GBK (GB18030)"
    assert problem.message("en") == "byte 0xc4 is not UTF-8; the file looks like GBK (GB18030)"


def test_a_broken_byte_after_good_chinese_has_its_column_in_characters() -> None:
    code, values, line, column = only_problem(TEXT.encode() + "价格: ".encode() + b"caf\xe9\n")
    assert (code, line, column) == ("E121", 3, 8)
    assert values == {"byte": "e9", "encoding": "Latin-1"}


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + b"\x3e\x00\x03\x00\xfe\xff\x09\x00" + bytes(480),
        b"\xff\xfe\x00\x00" + bytes(range(256)) * 4,
        b"\x01\x00\x02\x00\x03\x00\x04\x00" * 40,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x01\x02\x03\x04\x05\x06",
        b"plan: a\x00b and more text that is long enough to count as text\n",
    ],
)
def test_binary_files_are_no_text(data: bytes) -> None:
    assert only_problem(data)[0] == "E005"


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", "\u3000\n".encode()])
def test_empty_files(data: bytes) -> None:
    assert only_problem(data)[0] == "E004"


def test_too_large_a_file() -> None:
    assert only_problem(b"a" * (LARGEST_FILE + 1))[:2] == ("E006", {"size": "1,025 KiB", "limit": "1,024 KiB"})
    assert decode(b"a" * LARGEST_FILE, "f")[1] == []


@pytest.mark.parametrize("char", ["\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c", "\x1b", "\x7f"])
def test_characters_that_move_lines_or_command_terminals_stop_the_reading(char: str) -> None:
    source, (problem,) = decode(f"a: 1\nb: x{char}y\n".encode(), "f")
    assert source is None
    assert problem.code == "E122" and problem.values["char"].startswith(f"U+{ord(char):04X}")
    assert problem.place is not None and (problem.place.line, problem.place.column) == (2, 5)


@pytest.mark.parametrize("char", ["\u200b", "\u202e", "\u2066", "\ufeff", "\u2060"])
def test_invisible_characters_are_reported_and_the_rest_is_read(char: str) -> None:
    source, (problem,) = decode(f"a: x{char}y\n".encode(), "f")
    assert source is not None and problem.code == "E122"


def test_joined_emoji_are_text() -> None:
    assert decode("a: \N{WOMAN}\u200d\N{PERSONAL COMPUTER}\ufe0f\n".encode(), "f")[1] == []


def test_utf_16_that_breaks_off_is_named_all_the_same() -> None:
    assert only_problem(TEXT.encode("utf-16")[:-1])[:2] == ("E120", {"encoding": "UTF-16"})
