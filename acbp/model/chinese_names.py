"""How the names of a plan are written in Chinese: one spelling for each field, and one for each word of a closed list.

The tables hold pairs `field=中文`. A field has the spelling that stands under its part in `_OF_PARTS`, or else that of
`_NAMES`; within a part no two fields are spelled alike. Words of closed lists stand under `Part.field` in `_OF_FIELDS`,
or else in `_WORDS`. All spellings end with a Chinese character.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


_NAMES = _pairs("""
    audience=可见范围 internal=仅内部 id=编号 name=名称

    plan=计划 account=客户 supplier=我方 goals=业务目标 situation=现状 opportunities=机会 objectives=目标 strategies=策略
    actions=行动 promotions=促销 financials=财务 commitments=承诺 scorecard=打分卡 reviews=复盘 relationships=关系
    risks=风险 signoff=签署 translations=译文

    Q1=一季度 Q2=二季度 Q3=三季度 Q4=四季度 zh=中文 en=英文

    action=行动 actual_cost=实际费用 actual_incremental=实际增量 actuals=实际 adjustments=调整项 aim=目的 amber=关注线
    amount=金额 answers=答卷数 approvals=审批 area=营业面积 assessment=评估 at_risk=有风险 baseline=基线 brand=品牌包
    budget=预算 buying_process=决策流程 campaigns=客户档期 cap=达成率上限 capital=占用资金 carried=遗留行动 categories=品类
    category=品类 category_volumes=品类销量 cause=原因 causes=原因 change_log=变更记录 checks=清单 closeness=客情
    closures=关店数 competition=竞争 competitors=竞争对手 conclusion=结论 conclusion_from=来自结论 confidentiality=密级
    contact=联系人 contacts=联系人 contribution=客户损益 cost=费用 count=档期数 criteria=评分项 cumulative=季度累加
    currency=币种 customer=客户 customer_benefit=客户利益 customer_class=客户级别 customer_growth=客户同比
    customer_margin=客户毛利 customer_margin_name=客户毛利名称 customer_owner=客户方负责人 customer_profit=客户利润
    customer_sales=客户零售额 customer_since=合作起始年 customer_type=客户类型 customer_value=客户毛利增量
    data_owner=数据负责人 date=日期 dates=日期 decision=决定 decisions=会议决定 decisions_wanted=待决事项 defence=我方应对
    definitions=口径 dependency=依赖度警戒线 depends_on=前置行动 depth=让利幅度 direction=方向 displays=二次陈列
    done_on=实际完成日 due=期限 effect=影响 end_week=结束周 evidence=完成凭据 expected_asks=预计要求 facts=要点
    fiscal_start=财年起始月 focus=重点 footfall=日均客流 forces=外部因素 forecast=预测 format=业态 function=职能
    fund=促销费用总额 grade=等级 grades=客户等级 green=达标线 gross_profit=毛利增量 group=分组 groups=分组 heading=标题
    high=满分含义 highlight=上一页纸 history=历年 holidays=节日 horizontal=横轴 how=打法 impact=影响 implication=启示
    incremental=增量销售额 influence=影响力 internal_lead=内部版导语 internal_note=内部备注 internal_title=内部版标题
    investment=我方投入 items=清单 joint=共同目标 joint_value=共同价值 kam=客户经理考核 kam_reward=考核奖励 kind=类别 kpi=指标
    kpis=指标 label=项目 language=语言 last_capital=上年占用资金 last_sales=上年零售额 last_year=上年
    last_year_categories=上年同期品类 lead=主推 lesson=经验 lessons=经验 level=关系现状 levels=阶梯 lever=发展方法
    likelihood=可能性 logo=标志 low=最低分含义 margin=毛利率 market=市场 market_share=市场份额 meaning=含义 measure=衡量方式
    measures=衡量指标 mechanic=机制 meetings=会议 messages=关键信息 met=已做到 metric=衡量指标 milestone=里程碑
    milestones=里程碑 money_unit=金额单位 month=月份 move=动作 need=需求 needs=需求 next_date=下次会面 next_step=下一步
    next_steps=下一步 note=备注 objective=目标 on_volume=与销量挂钩 openings=开店数 opportunity=机会 orders=年订单数
    orders_per_year=年订单数 organisation=客户组织 our_benefit=我方利益 our_growth=我方同比 our_share=我方份额 ours=我方
    outcome=去向 output=产出 owner=负责人 owner_title=编制人职务 pages=页面 pairs=对口 party=受益方 people=参加人
    performance=业绩 period=期间 previous=上次得分 previous_share=上年份额 profile=档案 progress=进度 projects=项目
    promise=副题 proof=凭据 quarters=分季度 reason=原因 recovery=补回措施 recovery_date=追回日 reports_to=上级
    reserve=预备金 response=应对 responses=指标应对 review_calendar=复盘日历 rhythm=频率 roi=回报口径 role=角色 rules=规则
    sales=销售额 sales_name=销售口径 sales_share=销售占比 satisfaction=满意度 scale=满分 score=得分 scored_by=评分人
    scores=得分 sell_in=出货量 sell_out=动销量 share=份额 share_target=份额目标 shopper=购物者 short_name=简称 side=哪一方
    signatories=签署人 source=来源 stage=阶段 stale_after=档案过期天数 stance=态度 start=开始日期 start_week=开始周
    statement=年度目标 status=状态 step=步骤 stores=门店 strategy=策略 strength=联络强度 strengths=优势 style=合作风格
    summary=概述 support_plan=支援计划 surveyed=调查日期 swot=态势分析 target=目标值 task=负责事项 tax_basis=含税口径 team=团队
    term=术语 text=内容 theirs=对方 threats=威胁 threshold=立项线 tier=层级 title=标题 top_box=满分占比 topic=事项
    total_sales=全部客户销售额 trade_spend=贸易费用 trigger=触发信号 type=类型 unit=单位 updated=更新日期 uplift=增量比例
    value=金额 value_proposition=价值主张 version=版本 version_note=版本说明 vertical=纵轴 volume=销量
    volume_name=销量单位名称 volume_unit=销量单位 wanted=年末目标 weaknesses=劣势 week=周 weeks=每周 weight=权重 what=事项
    when=时间 who=人员 why=说明 why_key=重点理由 year=年度 years=合作年数
""")

_OF_PARTS = {
    part: _pairs(text)
    for part, text in {
        "Account": "name=全称 stores=门店",
        "Action": "recovery=追回办法",
        "Adjustment": "value=影响额 customer_value=客户毛利影响",
        "Approval": "name=审批人 title=职务",
        "BuyingStep": "who=决策人",
        "Cause": "what=经过",
        "Change": "what=变更内容",
        "Commitment": "what=承诺内容",
        "Contact": "name=姓名 title=职务 focus=关注点",
        "CustomerProfit": "items=项目 sales=零售额",
        "Department": "role=职责",
        "Fact": "value=内容",
        "Force": "text=内容",
        "Goals": "customer=客户目标 ours=我方目标",
        "Heading": "owner=编制人",
        "JointValue": "value=得到 cost=付出",
        "Kpi": "low=下限 high=上限",
        "Need": "who=提出人 response=回应",
        "Opportunity": "value=销售增量",
        "PageWords": "lead=导语 note=页脚说明",
        "Satisfaction": "items=调查项目",
        "Span": "name=名称",
        "StoreGroup": "stores=门店数",
        "Strategy": "value=销售增量",
        "StrategyMeasure": "start=起点值",
        "Supplier": "name=全称",
        "Support": "how=办法",
        "SurveyItem": "action=改进措施",
        "Year": "year=年份",
    }.items()
}

_WORDS = _pairs("""
    internal=内部 us=我方 customer=客户 shopper=购物者 Q1=一季度 Q2=二季度 Q3=三季度 Q4=四季度 year=全年 zh=中文 en=英文
    money=金额 volume=销量 other=其他

    overview=一页纸 account=客户 classification=客户分级 performance=业绩 market=市场 competition=竞争 opportunities=机会
    strategies=策略 actions=行动 promotions=促销 financials=财务 customer-profit=客户利润 contribution=客户损益 scorecard=打分卡
    review-Q1=一季度复盘 review-Q2=二季度复盘 review-Q3=三季度复盘 review-Q4=四季度复盘 review-year=全年复盘
    relationships=关系 risks=风险 signoff=签署 satisfaction=满意度 swot=态势分析

    draft=草稿 proposed=已提出 agreed=已同意 closed=已结束 open=进行中 done=完成 dropped=取消 moved=顺延 kept=已兑现
    broken=未兑现 answered=已回应 declined=已婉拒 excluded=不含税 included=含税

    global=全球 international=国际 national=全国 local=地方 strategic=战略 key=重点 ordinary=普通
    hypermarket=大卖场 supermarket=超市 convenience=便利店 online=线上 drugstore=个护药妆店 intermediary=中间商
    institution=机构客户 catering=餐饮

    economy=经济 trade=渠道 finance=金融与成本 nature=自然 people=人为 technology=技术 regulation=法规
    opportunity=机会 threat=威胁 neutral=中性

    distribution=分销 range=选品 space=陈列空间 promotion=促销 price-pack=价格与规格 channel=渠道 supply=供应
    cross-sell=交叉销售 referral=转介绍 group-buy=团购 new-stores=新店
    idea=想法 designed=已设计 selling=推销中 follow-up=跟进中 pursue=立项 watch=观察 drop=放弃
    interest=利益 service=服务 participation=参与 communication=沟通 retention=留存
    up=越高越好 down=越低越好 higher=越高越好 lower=越低越好 band=区间

    profit=毛利回报 net-profit=净毛利回报 revenue=销售回报 operating=经营利润 support=费用支持 expense=费用支出
    list=目录价销售额 invoice=票面折扣 goods=销货成本 cost=服务费用

    responsible=执行 accountable=总负责 consulted=咨询 informed=知会
    executive=高层 business=业务 function=职能 firm=稳固 growing=发展中 to-build=待建立
    basic=基本型 reactive=被动型 proactive=能动型 partnership=伙伴型 supporter=支持 critic=批评
""")

_OF_FIELDS = {
    field: _pairs(text)
    for field, text in {
        "Contact.stance": "neutral=中立",
        "ContributionLine.kind": "trade=票外贸易费用",
        "Force.kind": "shopper=消费者",
        "Need.status": "open=待回应",
        "Pair.level": "accountable=负责型",
        "Pair.wanted": "accountable=负责型",
        "Risk.status": "closed=已关闭",
    }.items()
}

_SIGNS = ("money_unit", "volume_unit")
"""Closed lists of signs, which are the same in every language."""
_UNITS = ("money", "volume")
"""The words that `unit` knows beside the author's own."""
FLAGS = {True: "是", False: "否"}


@cache
def chinese_names(part: type[BaseModel]) -> Mapping[str, str]:
    """Return the Chinese spelling of each field of a part."""
    known = dict(_NAMES)
    for kind in reversed(part.__mro__):
        known |= _OF_PARTS.get(kind.__name__, {})
    return {name: known[name] for name in part.model_fields if name in known}


@cache
def chinese_words(part: type[BaseModel], name: str) -> Mapping[Any, str]:
    """Return the Chinese spelling of each value that a field knows by name; empty for a field that takes anything."""
    if name == "internal":
        return chinese_names(part)
    if name in _SIGNS:
        return {}
    annotation = part.model_fields[name].annotation
    if annotation is bool or bool in get_args(annotation):
        return FLAGS
    known = _WORDS | _OF_FIELDS.get(f"{part.__name__}.{name}", {})
    listed = _UNITS if name == "unit" else closed_list(annotation)
    return {word: known[word] for word in listed if word in known}


def closed_list(annotation: Any) -> Iterator[Any]:
    """Yield the values of the closed lists in a field's type."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for inner in get_args(annotation):
            yield from closed_list(inner)
