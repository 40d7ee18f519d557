"""Lists that stand in a spreadsheet beside the plan, put into the tree row by row before it is checked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic.fields import FieldInfo

from acbp.loading.check import validate
from acbp.loading.compose import interpret
from acbp.loading.files import find_inside
from acbp.loading.nodes import Key, Node
from acbp.loading.positions import kinds_of
from acbp.loading.spelling import english_names, english_path, english_word
from acbp.model.base import Part
from acbp.model.chinese_names import chinese_names
from acbp.model.scalars import Amount, Volume, magnitude
from acbp.model.table_file import TableFile
from acbp.problems import Problem, nearest

if TYPE_CHECKING:
    from acbp.loading.sheets import Sheet

Row = list[Node]

TOTALS = frozenset({"合计", "总计", "小计", "total", "totals", "grand total", "subtotal", "sum"})
"""What the first cell of a row says that sums the others; the program sums for itself."""
_UNIT_BESIDE = re.compile(r"\s*[(（][^()（）]*[)）]$")
"""A unit in brackets after a head: `sales (k)`."""


@dataclass(slots=True)
class Tables:
    """What was found while the tables were put in: problems, and the files that were read."""

    folder: Path
    units: Mapping[str, Decimal | None]
    problems: list[Problem]
    files: list[Path]


def fill_tables(root: Node, model: type[Part], folder: Path, units: Mapping[str, Any]) -> Tables:
    """Put the rows of each `{file: …}` that stands where the model wants a list into its place in the tree.

    `folder` is the plan's; `units` holds what the plan's bare figures count (`money_unit`, `volume_unit`). A row is a
    mapping of the columns that the list's items know; empty cells are absent, rows of sums are left out.
    """
    tables = Tables(folder, units, [], [])
    _walk(root, model, tables)
    return tables


def _walk(node: Node, model: type[Part], tables: Tables) -> None:
    if node.kind != "mapping":
        return
    for name, field in model.model_fields.items():
        child = node.value.get(name)
        if child is not None and child.kind != "scalar":
            for kind in kinds_of(field.annotation):
                _enter(child, kind, tables)


def _enter(node: Node, kind: Any, tables: Tables) -> None:
    if isinstance(kind, type) and issubclass(kind, Part):
        _walk(node, kind, tables)
        return
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        parts = [each for each in kinds_of(inner[0]) if isinstance(each, type) and issubclass(each, Part)]
        if parts and node.kind == "mapping" and "file" in node.value:
            _fill(node, parts[0], tables)
        for item in node.value if node.kind == "list" else ():
            _enter(item, inner[0], tables)
    elif isinstance(origin, type) and issubclass(origin, Mapping) and node.kind == "mapping":
        for item in node.value.values():
            _enter(item, inner[1], tables)


def _fill(node: Node, part: type[Part], tables: Tables) -> None:
    """Turn the node that names a file into the list of its rows; a list of which nothing is known where that fails."""
    from acbp.loading.sheets import Sheet, read_sheet

    spec, problems = validate(node, TableFile, {})
    sheet = Sheet()
    path = find_inside(tables.folder, spec.file) if spec else None
    if spec is not None and path is not None:
        if isinstance(path, Problem):
            problems.append(path.at(node.value["file"].place()))
        else:
            tables.files.append(path)
            sheet = read_sheet(path, tables.folder, spec.sheet)
            problems += [_at_name(problem, node) for problem in sheet.problems]
    items = list(_items(sheet, part, spec, tables, problems)) if spec is not None and sheet.rows else []
    tables.problems += problems
    node.kind, node.value = "list", items
    node.faulty = not items and any(problem.is_error for problem in problems)


def _at_name(problem: Problem, node: Node) -> Problem:
    """A problem of the file as a whole is told where the plan names the file."""
    place = problem.place
    return problem.at(node.value["file"].place()) if place is None or not (place.excerpt or place.cell) else problem


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that is read: its place, its head, the path of keys that it fills, the last as written, its field."""

    at: int
    head: Node
    path: tuple[str, ...]
    written: str
    field: FieldInfo


def _items(
    sheet: "Sheet", part: type[Part], spec: TableFile, tables: Tables, problems: list[Problem]
) -> Iterator[Node]:
    rows = sheet.rows
    heads = rows[spec.head - 1] if spec.head <= len(rows) else []
    columns = _columns(heads, part, spec, problems)
    missing = _missing(columns, part)
    if missing:
        if any(column.written != column.path[-1] for column in columns):
            missing = [chinese_names(part).get(key, key) for key in missing]
        known = ", ".join(_text(head) for head in heads if head.value is not None) or "—"
        place = next((head.place() for head in heads), rows[0][0].place() if rows[0] else None)
        problems += [Problem("E151", {"key": key, "row": str(spec.head), "known": known}, place) for key in missing]
        return
    for row in rows[spec.head :]:
        if not any(cell.value is not None or cell.faulty for cell in row) or _is_total(row):
            continue
        problems += [
            Problem("E157", {"value": _text(cell)}, cell.place())
            for cell in row[len(heads) :]
            if cell.value is not None
        ]
        read = [id(row[column.at]) for column in columns if column.at < len(row)]
        problems += [sheet.spoilt[cell] for cell in read if cell in sheet.spoilt]
        yield _item(row, columns, part, spec, tables)


def _columns(heads: Row, part: type[Part], spec: TableFile, problems: list[Problem]) -> list[_Column]:
    called = {head: name for name, head in spec.columns.items()}
    columns: list[_Column] = []
    first: dict[str, Node] = {}
    for at, head in enumerate(heads):
        text = _text(head)
        if not text:
            continue
        if text in first:
            problems.append(Problem("E156", {"key": text, "first": _where(first[text])}, head.place()))
            continue
        first[text] = head
        written = tuple((called.get(text) or _UNIT_BESIDE.sub("", text)).split("."))
        path = english_path(part, written)
        field = _field_at(part, path)
        if field is not None:
            columns.append(_Column(at, head, path, written[-1], field))
        elif near := nearest(text, [*part.model_fields, *english_names(part)]):
            problems.append(Problem("W150", {"key": text, "nearest": near[0]}, head.place()))
    for head in spec.columns.values():
        if head not in first and heads:
            values = {"key": head, "row": str(spec.head), "known": ", ".join(first)}
            problems.append(Problem("E151", values, heads[0].place()))
    return columns


def _where(node: Node) -> str:
    place = node.place()
    return place.cell or f"{place.line}:{place.column}"


def _field_at(part: type[Part], path: tuple[str, ...]) -> FieldInfo | None:
    """The field that a head such as `sales` or `quarters.Q1` stands for; None if it stands for none."""
    model: Any = part
    for depth, name in enumerate(path, 1):
        field = model.model_fields.get(name) if isinstance(model, type) and issubclass(model, Part) else None
        if field is None:
            return None
        if depth == len(path):
            return field
        (model, *_) = kinds_of(field.annotation)
        if get_origin(model) is dict and depth == len(path) - 1:
            return field
    return None


def _missing(columns: list[_Column], part: type[Part]) -> list[str]:
    """The keys that every item must have and that no column brings."""
    brought = {column.path[0] for column in columns}
    return [name for name, field in part.model_fields.items() if field.is_required() and name not in brought]


def _is_total(row: Row) -> bool:
    first = next((_text(cell) for cell in row if cell.value is not None), "")
    return first.strip().rstrip(":：").lower() in TOTALS


def _item(row: Row, columns: list[_Column], part: type[Part], spec: TableFile, tables: Tables) -> Node:
    start = row[0]
    item = Node("mapping", {}, start.source, start.start, start.end)
    for column in columns:
        cell = row[column.at] if column.at < len(row) else None
        if cell is None or (cell.value is None and not cell.faulty):
            continue
        cell.value = english_word(part, column.path, _read(cell, column.field, spec, tables))
        holder = item
        for name in column.path[:-1]:
            holder = holder.value.setdefault(name, Node("mapping", {}, cell.source, cell.start, cell.end))
        cell.key = Key(column.written, column.head.source, column.head.start, column.head.end)
        holder.value[column.path[-1]] = cell
    return item


def _read(cell: Node, field: FieldInfo, spec: TableFile, tables: Tables) -> Any:
    """The value of a cell as the field wants it: text for names and codes, and money in the plan's unit."""
    kinds = kinds_of(field.annotation)
    if any(kind is str for kind in kinds):
        return _text(cell)
    value = interpret(cell.value.replace(",", "")) if isinstance(cell.value, str) else cell.value
    if isinstance(value, str):
        return cell.value
    for scalar, unit, plans in ((Amount, spec.money_unit, "money_unit"), (Volume, spec.volume_unit, "volume_unit")):
        if unit is not None and not isinstance(value, bool) and _is_of(field, scalar):
            with localcontext(prec=60):
                return Decimal(value) * (magnitude(unit) or 1) / (tables.units.get(plans) or 1)
    return value


def _is_of(field: FieldInfo, scalar: Any) -> bool:
    """Whether a field holds that scalar, or may, or maps to it."""
    mark = scalar.__metadata__[0]
    return mark in field.metadata or any(
        mark in getattr(each, "__metadata__", ()) for each in get_args(field.annotation)
    )


def _text(cell: Node) -> str:
    return "" if cell.value is None else str(cell.value).strip()
