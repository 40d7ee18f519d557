"""A class of information: its facts, where they come from, and its one conclusion."""

from acbp.model.account import Fact
from acbp.model.base import Part, shared
from acbp.model.scalars import Line, Prose


class Block(Part):
    """One class of information: its facts, where they come from, and the one conclusion."""

    summary: Prose | None = shared("What is known, in a few sentences.", "已知情况。", None)
    facts: tuple[Fact, ...] = shared("Figures and facts worth a line each.", "要点数据。", (), max_length=12)
    source: Line | None = shared("Where it comes from, with its date.", "资料来源及日期。", None)
    conclusion: Line = shared("The one key conclusion.", "一个关键结论。", example="先补货架，再谈促销")
    implication: Line | None = shared("What it means for the plan.", "对计划的含义。", None)
