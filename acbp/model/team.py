"""Parts of section `supplier`: the account team, its tasks, our own liaison, the key account manager's skills."""

from typing import Literal

from acbp.model.base import Part, internal
from acbp.model.scalars import Identifier, Line


class TeamMember(Part):
    """A colleague on the account team and what they answer for."""

    contact: Identifier = internal("Who: the id of a contact.", "成员：联系人 id。", link="contacts", required=True)
    task: Line = internal("What they answer for.", "负责事项。", example="订单满足率", required=True)
    role: Literal["responsible", "accountable", "consulted", "informed"] = internal(
        "RACI role.", "RACI 角色。", "responsible"
    )


class Task(Part):
    """A task of the account team and who takes what part in it (RACI)."""

    name: Line = internal("The task.", "事项。", example="旺季联合预测", required=True)
    accountable: Identifier | None = internal("Who answers for the result.", "总负责。", link="contacts")
    responsible: tuple[Identifier, ...] = internal("Who does it.", "执行。", (), link="contacts")
    consulted: tuple[Identifier, ...] = internal("Who is asked before.", "咨询。", (), link="contacts")
    informed: tuple[Identifier, ...] = internal("Who is told after.", "知会。", (), link="contacts")


class Liaison(Part):
    """A department of ours through which the account manager gets things done."""

    function: Literal["finance", "logistics", "marketing", "production", "legal", "other"] = internal(
        "Department.", "部门：财务、物流、市场、生产、法务、其他。", required=True
    )
    contact: Identifier | None = internal("Who: the id of a contact.", "接口人：联系人 id。", link="contacts")
    matter: Line = internal("What it is about.", "沟通事项。", required=True)
    rhythm: Line | None = internal("How often.", "频率。")


class Skill(Part):
    """One of the five skills of a key account manager, as they see themselves."""

    skill: Literal["resources", "problem-solving", "expertise", "information", "communication"] = internal(
        "Moving resources, solving problems, expert knowledge, command of information, communication.",
        "调度资源、解决问题、专业知识、掌控信息、沟通。",
        required=True,
    )
    score: int = internal("Score now, 1 to 5.", "现状得分，1 至 5。", required=True, ge=1, le=5, strict=True)
    wanted: int | None = internal("Score wanted at the end of the year.", "年末目标得分。", ge=1, le=5, strict=True)
    next_step: Line | None = internal("How to get there.", "提升办法。")
