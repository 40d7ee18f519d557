"""Section `scenarios`: named sets of changed inputs, worked out beside the plan; internal as a whole."""

from pydantic import Field

from acbp.model.base import Part, internal
from acbp.model.scalars import Identifier, Line, Percent, Quantity


class ScenarioChange(Part):
    """One input of the plan, changed."""

    path: Line = internal(
        "The figure, or the part whose figures all change: keys parted by dots, items by id, `*` for every item.",
        "要改的数字，或其下数字全部改变的部分：用点分隔，条目写 id，`*` 表示所有条目。",
        required=True,
        example="strategies.tea-shelf.value",
    )
    to: Quantity | None = internal("The value that it takes.", "改为。", example="500")
    by: Percent | None = internal("By how much it changes, of itself.", "按自身增减的比率。", example="-5%")
    why: Line | None = internal("Why.", "原因。")


class Scenario(Part):
    """A year that may come otherwise than planned."""

    id: Identifier = internal("Short name.", "短名。", required=True, example="downside")
    name: Line = internal("Name as printed.", "名称。", required=True, example="保守")
    story: Line | None = internal("What happens in it.", "情景说明。")
    likelihood: Percent | None = internal("How likely we think it is.", "我方判断的可能性。", example="25%")
    changes: tuple[ScenarioChange, ...] = internal(
        "What differs from the plan; none for the plan itself.", "与计划的不同；计划本身不写。", (), max_length=40
    )
    kpis: dict[Identifier, Quantity] = Field(
        default_factory=dict,
        description="年末各指标的预计值，未写的按目标计 · KPIs at the end of the year; those left out reach target.",
        json_schema_extra={
            "x-audience": "internal",
            "x-description": {
                "en": "KPIs at the end of the year; those left out reach their target.",
                "zh": "年末各指标的预计值，未写的按目标计。",
            },
            "x-link-keys": "kpis",
        },
    )
    response: Line | None = internal("What we do if it comes.", "出现时的对策。")
