"""A CSV file or a sheet of a workbook → rows of nodes, each cell with its place; formulas by their stored results."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from itertools import zip_longest
from pathlib import Path
from typing import Any

from acbp.loading.encoding import decode
from acbp.loading.files import read_bytes, shown_name
from acbp.loading.nodes import Mark, Node, Scalar, SourceText
from acbp.problems import Place, Problem

LARGEST_TABLE = 10 * 1024 * 1024
LARGEST_UNPACKED = 200 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 200
SUFFIXES = (".csv", ".xlsx")

Row = list[Node]
"""The cells of one row, empty ones as scalars of None."""


@dataclass(slots=True)
class Sheet:
    """The rows of a table and what is wrong with it.

    ``spoilt`` are the cells that hold no value to read, by their `id`: they matter only if somebody reads them.
    """

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    spoilt: dict[int, Problem] = field(default_factory=dict)

    def spoil(self, cell: Node, code: str, **values: str) -> None:
        """Say that a cell cannot be read."""
        cell.faulty = True
        self.spoilt[id(cell)] = Problem(code, values, cell.place())


@dataclass(frozen=True)
class _CellText(SourceText):
    """The content of one cell of a workbook, which is named by its sheet, column and row."""

    cell: str = ""
    row: int = 1

    def place(self, start: Mark, end: Mark | None = None) -> Place:
        return Place(self.file, self.row, 1, len(self.text) + 1 if self.text else None, self.text, self.cell)


def read_sheet(path: Path, root: Path, sheet: str | None) -> Sheet:
    """Read a CSV file (UTF-8), or a workbook's sheet (the first one where none is named).

    `root` is the folder that the file must lie in. Empty rows are kept as rows of no cells, so that the number of a row
    is its place in the list, from 1.
    """
    shown = shown_name(path)
    whole = Place(shown, 1, 1)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        return Sheet(problems=[Problem("E154", {"suffix": suffix or path.name}, whole)])
    data = read_bytes(path, root, LARGEST_TABLE)
    if isinstance(data, Problem):
        return Sheet(problems=[data])
    if suffix == ".csv":
        return _read_csv(data, shown)
    try:
        return _read_workbook(data, shown, sheet)
    except Exception:  # a broken workbook raises whatever its broken part brings up: zip, XML, number formats
        return Sheet(problems=[Problem("E155", {"suffix": suffix}, whole)])


def _read_csv(data: bytes, shown: str) -> Sheet:
    source, problems = decode(data, shown, LARGEST_TABLE)
    if source is None:
        return Sheet(problems=problems)
    first = source.line(1)
    delimiter = max(",;\t", key=first.count)
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(source.text, newline=""), delimiter=delimiter, strict=True)
    try:
        start = 1
        for texts in reader:
            cells = list(_cells_of_line(source, start, texts))
            # A cell may hold line breaks; the lines that it takes count as rows without cells.
            rows += [cells, *([] for _ in range(reader.line_num - start))]
            start = reader.line_num + 1
            if len(rows) > MOST_ROWS:
                problems.append(_too_long(source.place(Mark(start, 1))))
                break
    except csv.Error:
        problems.append(Problem("E155", {"suffix": ".csv"}, source.place(Mark(reader.line_num, 1))))
    return Sheet(rows, problems)


def _cells_of_line(source: SourceText, line: int, texts: list[str]) -> Iterator[Node]:
    written, at = source.line(line), 0
    for text in texts:
        found = written.find(text.split("\n")[0], at)
        at = found if found >= 0 else at
        start, end = Mark(line, at + 1), Mark(line, at + 1 + len(text))
        at += len(text)
        yield Node("scalar", text.strip() or None, source, start, end)


def _read_workbook(data: bytes, shown: str, name: str | None) -> Sheet:
    from openpyxl import load_workbook

    whole = Place(shown, 1, 1)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        unpacked = sum(entry.file_size for entry in packed.infolist())
    if unpacked > LARGEST_UNPACKED:
        values = {"size": f"{unpacked // 1024:,} KiB", "limit": f"{LARGEST_UNPACKED // 1024:,} KiB"}
        return Sheet(problems=[Problem("E006", values, whole)])
    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    if name is not None and name not in book.sheetnames:
        return Sheet(problems=[Problem("E150", {"sheet": name, "known": ", ".join(book.sheetnames)}, whole)])
    name = book.sheetnames[0] if name is None else name
    sheet = Sheet()
    for number, cells in enumerate(_rows_of(book[name]), 1):
        sheet.rows.append([_read_cell(cell, shown, name, number, at, sheet) for at, cell in enumerate(cells, 1)])
        if number > MOST_ROWS:
            sheet.problems.append(_too_long(replace(whole, line=number)))
            break
    formulas = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)[name]
    for row, cells in zip(sheet.rows, _rows_of(formulas), strict=False):
        for node, cell in zip_longest(row, cells):
            # A program that writes workbooks without calculating them leaves formulas without results.
            if node is not None and node.value is None and cell is not None and cell.data_type == "f":
                sheet.spoil(node, "E152")
    sheet.rows = [_trim(row) for row in sheet.rows]
    return sheet


def _trim(row: Row) -> Row:
    """The row without the empty cells at its end."""
    filled = [at for at, cell in enumerate(row, 1) if cell.value is not None or cell.faulty]
    return row[: filled[-1]] if filled else []


def _rows_of(sheet: Any) -> Iterator[tuple[Any, ...]]:
    # What a workbook says of its own size may be wrong, in both directions.
    sheet.reset_dimensions()
    return sheet.iter_rows(max_col=MOST_COLUMNS)


def _read_cell(cell: Any, shown: str, name: str, row: int, column: int, sheet: Sheet) -> Node:
    from openpyxl.utils import get_column_letter

    value = _value_of(cell)
    text = "" if value is None else str(value)
    source = _CellText(shown, text.split("\n")[0], f"{name}!{get_column_letter(column)}{row}", row)
    node = Node("scalar", value, source, Mark(row, column), Mark(row, column + 1))
    if getattr(cell, "data_type", "") == "e":
        sheet.spoil(node, "E153", value=text)
    return node


def _value_of(cell: Any) -> Scalar:
    """What a cell shows, as it might be written in a plan: a percentage with its sign, a day as 2027-03-01."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and not isinstance(value, bool):
        # Fifteen digits are what a spreadsheet itself keeps; the rest is the binary form of the number.
        value = Decimal(f"{value:.15g}")
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool) and "%" in (cell.number_format or ""):
        return f"{_plain(Decimal(value) * 100)}%"
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else _plain(value)
    if isinstance(value, str):
        return value.strip() or None
    return value if isinstance(value, (int, bool)) else None if value is None else str(value)


def _plain(number: Decimal) -> Decimal:
    """The number without an exponent and without zeros at its end."""
    number = number.normalize()
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else Decimal(f"{number:f}")


def _too_long(place: Place) -> Problem:
    return Problem("E207", {"limit": f"{MOST_ROWS:,}", "count": f"> {MOST_ROWS:,}"}, place)
