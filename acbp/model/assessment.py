"""Parts of section `account` that judge the customer: grading, weighted assessments, screening, tests for exit."""

from decimal import Decimal
from typing import Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError, PydanticKnownError

from acbp.model.base import Part, internal
from acbp.model.scalars import Flag, Identifier, Line, Score

Block = Literal["strength", "ability", "figures"]
Result = Literal["pass", "fail"]

BLOCKS: dict[str, Block] = {
    **dict.fromkeys(("capital", "network", "logistics", "relations", "people"), "strength"),
    **dict.fromkeys(("thinking", "management", "marketing"), "ability"),
    **dict.fromkeys(("sales", "margin"), "figures"),
}
"""The ten factors of an assessment in three blocks, and the block of each."""

FACTORS: dict[str, tuple[str, ...]] = {
    "intermediary": (
        "coverage",
        "reputation",
        "track-record",
        "willingness",
        "range",
        "finances",
        "location",
        "promotion",
    ),
    "three-blocks": tuple(BLOCKS),
    "own": (),
}
"""The factors that belong to each kind of assessment, by their ids; they have names of their own on the page."""


class Factor(Part):
    """One weighted factor of an assessment."""

    id: Identifier = internal("Short name.", "短名。", example="coverage", required=True)
    name: Line | None = internal(
        "Name of the factor; the factors of a kind have one already.", "因素名称；该评估类型自带的因素可不写。"
    )
    weight: Score = internal(
        "Weight; the weights of one assessment are compared with each other.",
        "权重，同一评估内相互比较。",
        example=15,
        required=True,
    )
    score: Score | None = internal("This customer's score.", "本客户的得分。", example=4)
    block: Block | None = internal(
        "Block it belongs to: strength, ability, hard figures; known for the ten usual ones.",
        "所属指标：实力、能力、硬指标；常用的十项可不写。",
    )
    evidence: Line | None = internal("What the score rests on.", "评分依据。")

    @field_validator("weight")
    @classmethod
    def _weighs_something(cls, weight: Decimal) -> Decimal:
        if weight < 0:
            raise PydanticKnownError("greater_than_equal", {"ge": 0})
        return weight


class Candidate(Part):
    """Another customer, or another way to the shopper, scored on the same factors."""

    name: Line = internal("Name.", "名称。", required=True)
    scores: dict[Identifier, Score] = Field(
        default_factory=dict,
        description="各因素得分，以因素 id 为键 · Score on each factor, by its id.",
        json_schema_extra={
            "x-audience": "internal",
            "x-description": {"en": "Score on each factor, by its id.", "zh": "各因素得分，以因素 id 为键。"},
        },
    )


class Assessment(Part):
    """A weighted assessment of the customer, beside others where it is a choice."""

    name: Line = internal("What is assessed.", "评估内容。", example="县域渠道伙伴", required=True)
    kind: Literal["intermediary", "three-blocks", "own"] = internal(
        "Set of factors: the eight of an intermediary, the three blocks (strength, ability, figures), or one's own.",
        "因素组：中间商八因素、三类指标（实力、能力、硬指标）或自定。",
        "own",
    )
    scale: Score = internal("Top of the scale; the bottom is 1.", "满分值，最低为 1。", Decimal(5), example=5)
    scored_by: Line | None = internal("Who scored, and when.", "由谁何时评分。")
    factors: tuple[Factor, ...] = internal(
        "Weighted factors.", "加权因素。", required=True, min_length=1, max_length=12
    )
    candidates: tuple[Candidate, ...] = internal(
        "Others, scored on the same factors.", "按同样因素评分的其他对象。", (), max_length=4
    )
    conclusion: Line | None = internal("What follows from it.", "结论。")

    @model_validator(mode="after")
    def _scores_name_factors(self) -> "Assessment":
        known = [factor.id for factor in self.factors]
        for index, candidate in enumerate(self.candidates):
            for key in candidate.scores:
                if key not in known:
                    said = {"key": key, "known": ", ".join(known), "within": ["candidates", index, "scores", key]}
                    raise PydanticCustomError("E201", "no factor {key}", said)
        return self


class ScreeningTest(Part):
    """One of the four tests that a customer passes before we invest."""

    test: Literal["philosophy", "credit", "share", "margin"] = internal(
        "Business philosophy, financial standing, share of sales, gross margin.",
        "经营理念、财务信誉、销售份额、毛利。",
        required=True,
    )
    result: Result | None = internal("Passed or not; absent while open.", "通过与否，未定则不写。")
    evidence: Line | None = internal("What it rests on.", "依据。")


class ExitTest(Part):
    """One of the three tests of whether a large customer is still worth it."""

    test: Literal["profit", "balance", "control"] = internal(
        "Do we still earn on it; do we get more than we give; can we still steer it.",
        "还赚钱吗、顺差还是逆差、能否控制。",
        required=True,
    )
    result: Result | None = internal("Passed or not; absent while open.", "通过与否，未定则不写。")
    evidence: Line | None = internal("What it rests on.", "依据。")


class Identification(Part):
    """A score of one of the three ways to tell a key account."""

    method: Literal["interaction", "loyalty", "profitability"] = internal(
        "By interaction, loyalty or profitability.", "互动关系、忠诚度、盈利性。", required=True
    )
    score: int = internal("Score, 1 to 5.", "得分，1 至 5 分。", required=True, ge=1, le=5, strict=True)
    evidence: Line | None = internal("What it rests on.", "依据。")


class Mark(Part):
    """One of the five marks of a core account."""

    mark: Literal["sales", "dependency", "stability", "bargaining", "alliance"] = internal(
        "Sales, dependency on each other, stability, bargaining power, alliance ahead.",
        "销售额、依赖性、稳定性、议价能力、未来联盟。",
        required=True,
    )
    met: Flag = internal("Whether the customer bears it.", "是否具备。", required=True)
    evidence: Line | None = internal("What it rests on.", "依据。")


class Grading(Part):
    """What stands behind the grade, and what we do about it."""

    scores: tuple[Identification, ...] = internal("The three scores.", "三种识别得分。", (), max_length=3)
    action: Literal["upgrade", "keep", "cut-cost", "drop"] | None = internal(
        "What the tier asks for: upgrade, keep, cut cost, drop.", "分级动作：升级、保持、降本、淘汰。"
    )
    reason: Line | None = internal("Why, and how.", "理由与做法。")


class ExitTests(Part):
    """The three tests for exit, and what was decided."""

    tests: tuple[ExitTest, ...] = internal("The three tests.", "三项指标。", (), max_length=3)
    decision: Literal["keep", "fix", "exit"] | None = internal(
        "What was decided; worked out from the tests where absent.", "决定：保留、整改、退出；不写则按三项指标判断。"
    )
    next_step: Line | None = internal("What we do about it.", "下一步。")
