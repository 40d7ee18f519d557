"""Modules and cells: headline figures of one size, and phrases no longer than their column."""

from acbp.rendering.modules import column, line, lines, module, table
from acbp.rendering.typography import LONGEST_PHRASE


def sizes(*figures: str, **data: str) -> list[str]:
    """The type sizes of headline figures side by side."""
    entries = [{"name": "Net sales", "figure": figure, "unit": "£k +9.9%"} for figure in figures]
    module("headlines", entries=entries, width="43.5", **data)
    return [entry["size"] for entry in entries]


def test_headline_figures_side_by_side_are_of_one_size() -> None:
    assert sizes("380", "28.0") == ["", ""]
    narrow = sizes("380", "46,800,000.0", "28.0")
    assert len(set(narrow)) == 1 and 8.0 <= float(narrow[0]) < 21.0
    smaller = sizes("380", "46,800,000.0", figure_size="17")
    assert len(set(smaller)) == 1 and float(smaller[0]) < 17.0
    assert sizes("46,800", figure_size="10") == [""]


def test_a_phrase_stays_together_only_as_far_as_its_column_is_wide() -> None:
    def phrases(width: float, said: str) -> list[int]:
        made = table("", [column("", width), column("", 174.0 - width)], [line([lines((said, "")), ""])])
        return [cell["phrase"] for cell in made["rows"][0]["cells"]]

    narrow, _ = phrases(18.0, "即饮茶与功能饮料|占供货额（累计）")
    assert narrow == 6
    assert phrases(60.0, "即饮茶与功能饮料|占供货额（累计）")[0] == LONGEST_PHRASE
    assert phrases(18.0, "Share of tea")[0] == LONGEST_PHRASE
