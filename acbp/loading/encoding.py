"""Bytes → text: UTF-8 only, with a clear word about every other encoding and about characters that nobody can see."""

import re
import unicodedata

from acbp.loading.nodes import Mark, SourceText
from acbp.problems import Place, Problem

LARGEST_FILE = 1024 * 1024
MOST_INVISIBLE = 20

# Line breaks for YAML, but not for most editors: line numbers would differ.
_STRANGE_BREAKS = "\r\x85\u2028\u2029"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
_INVISIBLE = "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
HIDDEN = re.compile(rf"\r(?!\n)|[\x85\u2028\u2029{_CONTROLS}{_INVISIBLE}]")
_HANZI = re.compile("[\u4e00-\u9fff]")


def decode(data: bytes, file: str, largest: int = LARGEST_FILE) -> tuple[SourceText | None, list[Problem]]:
    """The text of a file named `file`, without byte-order mark, and every fault of its encoding.

    There is no text if the file is too large (`largest` in bytes), empty, binary, not UTF-8, or holds characters that
    break lines differently in YAML and in editors.
    """
    whole = Place(file, 1, 1)
    if len(data) > largest:
        values = {"size": f"{-(-len(data) // 1024):,} KiB", "limit": f"{largest // 1024:,} KiB"}
        return None, [Problem("E006", values, whole)]
    if not data.strip():
        return None, [Problem("E004", {}, whole)]
    wide = _wide_encoding(data)
    if wide and _is_text(data, wide):
        return None, [Problem("E120", {"encoding": wide}, whole)]
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in data:
        return None, [Problem("E005", {}, whole)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        return None, [_explain_bytes(data, fault.start, file)]
    if not text.strip():
        return None, [Problem("E004", {}, whole)]
    source = SourceText(file, text)
    problems, readable = [], True
    for found in HIDDEN.finditer(text):
        line = text.count("\n", 0, found.start()) + 1
        column = found.start() - (text.rfind("\n", 0, found.start()) + 1) + 1
        place = source.place(Mark(line, column), Mark(line, column + 1))
        problems.append(Problem("E122", {"char": name_of(found[0])}, place))
        readable = readable and re.match(f"[{_INVISIBLE}]", found[0]) is not None
        if len(problems) == MOST_INVISIBLE:
            break
    return (source if readable else None), problems


def name_of(char: str) -> str:
    """A character's number and name, as `U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".strip()


def _wide_encoding(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "UTF-32"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "UTF-16"
    head = data[:64]
    if len(head) >= 4 and head.count(0) >= len(head) * 2 // 3:
        return "UTF-32"
    even, odd = head[::2].count(0), head[1::2].count(0)
    # Text of Latin letters in UTF-16 has its zeros all on one side; anything else with zeros is binary.
    if (even == 0) != (odd == 0) and even + odd >= len(head) // 8 and not data.startswith((b"PK", b"%PDF", b"\x89PNG")):
        return "UTF-16"
    return None


def _is_text(data: bytes, encoding: str) -> bool:
    """Whether the bytes can be read in that encoding, and what is read is for the most part fit to print."""
    if not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")):
        # Without a mark the zeros of Latin letters tell which byte comes first.
        encoding += "-BE" if data[:64:2].count(0) > data[1:64:2].count(0) else "-LE"
    text = data.decode(encoding, "replace")
    return sum(map(_is_readable, text)) * 10 >= len(text) * 9


def _is_readable(char: str) -> bool:
    return (char.isprintable() or char in "\t\r\n\ufeff") and char != "\N{REPLACEMENT CHARACTER}"


def _explain_bytes(data: bytes, position: int, file: str) -> Problem:
    """The problem of the first byte that is not UTF-8; the excerpt shows the line in the encoding it seems to have."""
    line_start = data.rfind(b"\n", 0, position) + 1
    line_end = data.find(b"\n", position)
    line = data[line_start : len(data) if line_end < 0 else line_end].rstrip(b"\r")
    controls = sum(byte < 9 or 13 < byte < 32 for byte in data[:4096])
    if controls > len(data[:4096]) // 50:
        return Problem("E005", {}, Place(file, 1, 1))
    encoding, excerpt = "Latin-1", line.decode("latin-1")
    try:
        chinese = data.decode("gb18030")
    except UnicodeDecodeError:
        pass
    else:
        foreign = [char for char in chinese if ord(char) > 127]
        if len(_HANZI.findall(chinese)) * 2 >= len(foreign):
            encoding, excerpt = "GBK (GB18030)", line.decode("gb18030", "replace")
    column = len(data[line_start:position].decode("utf-8", "replace")) + 1
    place = Place(file, data.count(b"\n", 0, position) + 1, column, column + 1, excerpt)
    return Problem("E121", {"byte": f"{data[position]:02x}", "encoding": encoding}, place)
