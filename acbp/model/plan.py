"""The whole plan: its sections, each of which may be absent."""

from acbp.model.account import Account, Goals, Supplier
from acbp.model.activity import Action, Commitment, Promotions
from acbp.model.ambitions import Objective, Opportunities, Strategy
from acbp.model.base import Part, internal, shared
from acbp.model.financials import Financials
from acbp.model.heading import Heading
from acbp.model.layout import Layout
from acbp.model.negotiation import Negotiation
from acbp.model.partnership import Signoff
from acbp.model.progress import Review, Scorecard
from acbp.model.relationships import Relationships
from acbp.model.risks import ExitPlan, Risk
from acbp.model.scenarios import Scenario
from acbp.model.service import Issues, Service
from acbp.model.situation import Situation
from acbp.model.space import Space
from acbp.model.terms import Terms
from acbp.model.translations import SpentTranslations


class Plan(Part):
    """An annual customer business plan."""

    plan: Heading = shared("What the document is.", "计划本身。")
    account: Account = shared("The customer.", "客户。")
    supplier: Supplier = shared("Our company.", "我方公司。")
    goals: Goals | None = shared("What both sides want.", "双方的业务目标。", None)
    situation: Situation | None = shared("Where we are.", "现状。", None)
    opportunities: Opportunities | None = shared("What we could do.", "机会。", None)
    objectives: tuple[Objective, ...] = shared("What we want to achieve.", "目标。", (), max_length=12)
    strategies: tuple[Strategy, ...] = shared("How we get there.", "策略。", (), max_length=20)
    actions: tuple[Action, ...] = shared("What must be done, by whom and when.", "行动计划。", (), max_length=2000)
    promotions: Promotions | None = shared("The promotion calendar.", "促销日历。", None)
    space: Space | None = shared("Our room in the stores.", "空间：货架、陈列、冰柜与物料。", None)
    terms: Terms | None = shared("Price, discounts, rebates, fees and payment.", "合作条款。", None)
    financials: Financials | None = shared("The year in money and volume.", "财务。", None)
    service: Service | None = shared("What we deliver beside the goods, and how well.", "服务。", None)
    issues: Issues | None = shared("Complaints and problems.", "投诉与问题。", None)
    commitments: tuple[Commitment, ...] = shared("What each side promises.", "双方承诺。", (), max_length=60)
    scorecard: Scorecard | None = shared("What the year is measured by.", "打分卡。", None)
    reviews: tuple[Review, ...] = shared("What each review found.", "复盘。", (), max_length=5)
    relationships: Relationships | None = shared("Who meets whom.", "对口关系。", None)
    risks: tuple[Risk, ...] = internal("What may go wrong.", "风险。", (), max_length=40)
    exit_plan: ExitPlan | None = internal("How we would leave in good order.", "退出预案。")
    negotiation: Negotiation | None = internal("What we take into the talks.", "谈判准备。")
    scenarios: tuple[Scenario, ...] = internal("Years that may come otherwise.", "情景。", (), max_length=6)
    signoff: Signoff | None = shared("Who signs.", "签署。", None)
    layout: Layout | None = shared("How the document is made up.", "版面：页面的取舍、顺序与自定义页。", None)
    translations: SpentTranslations = internal("The texts in the other language.", "另一种语言的译文。")
