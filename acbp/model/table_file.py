"""A list that stands in a spreadsheet beside the plan: which file and sheet, and which column holds what."""

from typing import Literal

from acbp.model.base import Part, shared
from acbp.model.scalars import Line


class TableFile(Part):
    """A CSV or XLSX file in place of a list: its first row holds the heads, each further row is one item."""

    file: str = shared(
        "CSV or XLSX file beside the plan, with forward slashes.",
        "与计划同目录的 CSV 或 XLSX 文件，用正斜杠。",
        example="data/skus.xlsx",
    )
    sheet: Line | None = shared(
        "Sheet of a workbook; the first one where absent.", "工作表名；不写则取第一张。", None, example="明细"
    )
    head: int = shared("Row that holds the heads.", "表头在第几行。", 1, example=3, ge=1, le=100, strict=True)
    columns: dict[str, Line] = shared(
        "Heads of columns that are not called as the plan calls them, by the plan's name.",
        "表头与计划用词不同的列：计划用词 → 表头。",
        {},
        example={"sales": "2026 供货额"},
    )
    money_unit: Literal["1", "元", "千", "万", "亿", "k", "m", "bn"] | None = shared(
        "What a bare number of money counts in this file, where it is not the plan's own unit.",
        "本文件金额数字的单位；不写则与计划相同。",
        None,
        example="元",
    )
    volume_unit: Literal["1", "千", "万", "亿", "k", "m"] | None = shared(
        "What a bare number of volume counts in this file, where it is not the plan's own unit.",
        "本文件销量数字的单位；不写则与计划相同。",
        None,
    )
