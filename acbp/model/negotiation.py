"""Section `negotiation`: the sheet that we take into the talks; internal as a whole."""

from typing import Literal

from acbp.model.base import Part, internal
from acbp.model.scalars import Amount, Day, Line, Percent

TacticKind = Literal["first-offer", "good-and-bad", "delay", "nibble", "no-authority", "rival-offer"]
Base = Literal["list", "invoice", "trade-spend", "retail"]


class Aim(Part):
    """One subject of the talks: what we want, what we can live with, and where we walk away."""

    subject: Line = internal("Subject.", "议题。", required=True, example="年度返利")
    wanted: Line = internal("What we want.", "理想结果。", required=True, example="4.0%，与季度得分挂钩")
    acceptable: Line | None = internal("What we can live with.", "可接受结果。")
    walk_away: Line | None = internal("Where we walk away.", "底线。")


class Favour(Part):
    """Something that we have done for the customer already."""

    what: Line = internal("What we did.", "我方已做的事。", required=True, example="12 人支援夜间改架")
    value: Amount | None = internal("What it was worth to them.", "对客户的价值。", example="40")


class Stage(Part):
    """A stage of the talks with our best alternative to an agreement at it."""

    name: Line = internal("Stage.", "阶段。", required=True, example="第一轮：摸底")
    date: Day | None = internal("When.", "时间。", example="2027-11-04")
    aim: Line | None = internal("What the stage must bring.", "本阶段要达到什么。")
    alternative: Line | None = internal(
        "Our best alternative if it brings no agreement (BATNA).", "谈不成时的最佳替代方案（BATNA）。"
    )


class Concession(Part):
    """A rung of the ladder: what we give only if we get something for it."""

    give: Line = internal("What we give.", "我方给出。", required=True, example="年度返利加 0.3 个百分点")
    get: Line | None = internal("What we get for it.", "换取。", example="无糖茶首位货架锁定全年")
    rate: Percent | None = internal("What we give, as a rate on `base`.", "让步比率，乘以 `base`。", example="0.3%")
    base: Base = internal(
        "What the rate is taken of: sales at `list` price, `invoice` sales, `trade-spend`, or the customer's "
        "`retail` sales of our goods.",
        "比率的基数：`list` 目录价销售额、`invoice` 发票额、`trade-spend` 贸易费用、`retail` 客户零售额。",
        "invoice",
    )
    amount: Amount | None = internal(
        "What we give in money, where it is no rate.", "让步金额（非比率时）。", example="60"
    )
    customer_value: Amount | None = internal(
        "What it is worth to the customer, where that differs from what it costs us.",
        "对客户的价值（与我方成本不同时）。",
    )
    return_value: Amount | None = internal(
        "What the thing that we get adds to our contribution.", "换取的东西给我方增加的贡献。", example="90"
    )
    return_cost: Amount | None = internal(
        "What the thing that we get costs the customer's profit.", "换取的东西使客户利润减少的金额。", example="20"
    )


class Tactic(Part):
    """A tactic of the buyer and the answer that we have ready."""

    kind: TacticKind = internal(
        "`first-offer` is never taken, `good-and-bad` buyer, `delay`, `nibble` at the end, `no-authority`, "
        "`rival-offer`.",
        "`first-offer` 不接受第一次提议、`good-and-bad` 红脸白脸、`delay` 拖延、`nibble` 得寸进尺、"
        "`no-authority` 无权决定、`rival-offer` 拿对手压价。",
        required=True,
        example="delay",
    )
    sign: Line | None = internal("How it shows here.", "在这里的表现。")
    answer: Line = internal("Our answer.", "我方应对。", required=True)


class Round(Part):
    """What was asked and answered on one day."""

    date: Day = internal("Day.", "日期。", required=True, example="2026-11-12")
    asked: Line = internal("What the customer asked.", "客户提出。", required=True)
    answered: Line = internal("What we answered.", "我方答复。", required=True)
    agreed: Line | None = internal("What was agreed.", "达成一致。")


class Negotiation(Part):
    """The negotiation sheet."""

    aims: tuple[Aim, ...] = internal("Aims by subject.", "分议题目标。", (), max_length=8)
    facts: tuple[Line, ...] = internal("Facts that speak for us.", "有利事实。", (), max_length=8)
    done_for_them: tuple[Favour, ...] = internal("What we did for them.", "我方已为客户做的事。", (), max_length=8)
    stages: tuple[Stage, ...] = internal("Stages with our best alternative.", "阶段与最佳替代方案。", (), max_length=6)
    walk_away: Line | None = internal("When we end the talks.", "何时离席。")
    floor: Percent | None = internal(
        "Lowest contribution ÷ invoiced sales that we accept.", "客户贡献占发票额的底线。", example="16%"
    )
    concessions: tuple[Concession, ...] = internal(
        "The ladder, in the order in which rungs are given.", "让步阶梯，按让出顺序。", (), max_length=10
    )
    tactics: tuple[Tactic, ...] = internal("The buyer's tactics and our answers.", "客户招数与应对。", (), max_length=8)
    rounds: tuple[Round, ...] = internal("Record of the rounds.", "谈判记录。", (), max_length=12)
