"""How the names of a plan are written in Chinese: one spelling for each field, and one for each word of a closed list.

The tables hold pairs `field=中文`. A field has the spelling that stands under its part in `_OF_PARTS`, or else that of
`_NAMES`; within a part no two fields are spelled alike. Words of closed lists stand under `Part.field` in `_OF_FIELDS`,
or else in `_WORDS`. All spellings end with a Chinese character.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from acbp.model.heading import PAGE_NAMES


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


_NAMES = _pairs("""
    audience=可见范围 internal=仅内部 id=编号 name=名称

    plan=计划 account=客户 supplier=我方 goals=业务目标 situation=现状 opportunities=机会 objectives=目标
    strategies=策略 actions=行动 promotions=促销 financials=财务 commitments=承诺 scorecard=打分卡 reviews=复盘
    relationships=关系 risks=风险 signoff=签署 translations=译文 space=空间 terms=条款 service=服务 issues=问题
    exit_plan=退出预案 negotiation=谈判 scenarios=情景 layout=版面

    Q1=一季度 Q2=二季度 Q3=三季度 Q4=四季度 zh=中文 en=英文

    acceptable=可接受 accountability=责任处理 accountable=总负责 action=行动 actual_cost=实际费用
    actual_incremental=实际增量 actuals=实际 adjustments=调整项 after=事后 after_date=改善后日期 age=账龄
    agreed=达成一致 agreement=协议编号 aim=目的 aims=议题目标 all=全部排面 alternative=替代方案 amber=关注线
    amount=金额 answer=应对 answer_hours=回复时限 answered=我方答复 answers=答卷数 approach=风格应对 approvals=审批
    area=营业面积 asked=客户提出 assessments=评估 at=所在项 at_risk=有风险 average=平均库存 balance=应收余额
    bargaining=议价能力 barrier=防守屏障 base=基数 baseline=基线 before=事前 before_date=改善前日期 block=所属指标
    brand=品牌包 budget=预算 business_return=业务回报 buying=购买要素 buying_process=决策流程 by=增减比率 calendar=日历
    campaigns=客户档期 candidates=候选对象 cannibalisation=替代比例 cap=达成率上限 capital=占用资金
    capital_rate=资金成本率 carried=遗留行动 cases=箱数 categories=品类 category=品类 category_sales=品类零售额
    category_volumes=品类销量 cause=原因 causes=原因 change_log=变更记录 changes=变动 chart=图 checks=清单
    close_days=关闭时限 closed=关闭日期 closeness=客情 closing=期末库存 closures=关店数 cluster=集群 columns=列
    competition=竞争 competitors=竞争对手 complaint_terms=投诉时限 concessions=让步 conclusion=结论
    conclusion_from=来自结论 condition=条件 confidentiality=密级 consulted=咨询 contact=联系人 contacts=联系人
    contingency=应急预案 contribution=客户损益 controls=控制 coolers=冰柜 cost=费用 cost_to_serve=服务成本 count=档期数
    counted_on=盘点日期 credit_limit=信用额度 criteria=评分项 cumulative=季度累加 currency=币种 customer=客户
    customer_benefit=客户利益 customer_capital=客户占用资金 customer_class=客户级别 customer_expense=客户费用支出
    customer_growth=客户同比 customer_margin=客户毛利 customer_margin_name=客户毛利名称 customer_owner=客户方负责人
    customer_profit=客户利润 customer_sales=客户零售额 customer_since=合作起始年 customer_type=客户类型
    customer_value=客户毛利增量 data_owner=数据负责人 date=日期 dates=日期 days=天数 decision=决定 decisions=会议决定
    decisions_wanted=待决事项 defence=我方应对 definitions=口径 delivery=交货方式 dependency=依赖度警戒线
    depends_on=前置行动 depth=让利幅度 direction=方向 discount=折扣 discounts=票面折扣 displays=二次陈列
    distribution=分销 distribution_of=铺货口径 done=已完成 done_for_them=已为客户做 done_on=实际完成日 driver=成本动因
    due=期限 during=事中 effect=影响 enablement=赋能 end_week=结束周 escalation=升级规则 evaluations=评价
    every=间隔天数 evidence=完成凭据 exit_tests=退出指标 expected_asks=预计要求 experience_return=经验回报 factors=因素
    facts=要点 fast_lane=绿色通道 feasibility=可行性 fees=费用 fifo_checked=先进先出检查数 fifo_kept=先进先出达标数
    file=文件 first_in_first_out=先进先出 fiscal_start=财年起始月 floor=贡献底线 focus=重点 follow_up=跟进
    footfall=日均客流 forces=外部因素 forecast=预测 format=业态 formation=形成阶梯 formation_year_end=形成阶梯年末
    found=发现 from_day=开始天 function=职能 fund=促销费用总额 get=换取 give=让出 governance=客户治理 grade=等级
    grades=客户等级 grading=分级 green=达标线 gross_profit=毛利增量 group=分组 groups=分组 half=半栏
    handler_sales=在售门店零售额 handling=铺货门店数 handling_sales=铺货门店零售额 head=表头行 heading=标题
    help=回款帮助 high=满分含义 highlight=上一页纸 history=历年 holidays=节日 horizon=期限长短 horizontal=横轴 how=办法
    impact=影响 implication=启示 incentives=激励 incremental=增量销售额 influence=影响力 informed=知会
    internal_lead=内部版导语 internal_note=内部备注 internal_title=内部版标题 investment=我方投入 items=清单
    joint=共同目标 joint_value=共同价值 journeys=购买过程 kam=客户经理考核 kam_reward=考核奖励 kam_skills=客户经理能力
    kept_on=兑现日期 kind=类别 kinds=困难类型 kpi=指标 kpis=指标 label=项目 ladder=关系阶梯 language=语言 last=上年
    last_capital=上年占用资金 last_sales=上年零售额 last_year=上年 last_year_categories=上年同期品类
    launch_plan=启动方案 lead=主推 lesson=经验 lessons=经验 level=关系现状 levels=阶梯 lever=发展方法 levers=其他手段
    liaison=沟通接口 likelihood=可能性 limit=上限 line=所属费用行 lines=明细 list_price=目录价 logo=标志 low=最低分含义
    margin=毛利率 mark=特征 markdown=降价比率 market=市场 market_share=市场份额 marks=核心特征 materials=售点物料
    matter=沟通事项 meaning=含义 measure=衡量方式 measures=衡量指标 mechanic=机制 meetings=会议 menu=服务菜单
    menu_withheld=不提供的服务 messages=关键信息 met=已做到 method=方法 metric=衡量指标 milestone=里程碑
    milestones=里程碑 millilitres=毫升数 minimum_order=起订量 mode=方式 modules=内容块 money_unit=金额单位
    monitoring=条款监控 month=月份 months=各月 move=动作 need=需求 needs=需求 next=下一次 next_date=下次会面
    next_step=下一步 next_steps=下一步 not_due=未到期 note=备注 now=现状 object=采购对象 objective=目标 of=引用
    offer=优惠 on_volume=与销量挂钩 opening=期初库存 openings=开店数 opportunity=机会 orders=年订单数
    orders_per_year=年订单数 organisation=客户组织 our_benefit=我方利益 our_growth=我方同比 our_share=我方份额
    ours=我方 outcome=去向 output=产出 over_90=九十天以上 own=我方排面 owner=负责人 owner_title=编制人职务 pages=页面
    paid=结算方式 pairs=对口 part=部分 party=受益方 path=路径 payment=付款方式 payment_days=账期
    payment_roadmap=现结步骤 peers=同类均值 people=参加人 performance=业绩 period=期间 period_baseline=季度基线
    person=对方岗位 personal_file=个人资料文件 photos=对比图 place=地点 pocket_floor=口袋底线 points=数据点
    policies=级别政策 policy=政策 potential=潜力 previous=上次得分 previous_cases=上年箱数 previous_dso=上年应收天数
    previous_share=上年份额 price_basis=价格口径 price_change=调价规则 price_from=价格生效日 price_list=价目表
    price_to=价格截止日 prices=价格 priority=优先级 process=采购流程 profile=档案 progress=进度 projects=项目
    promise=副题 proof=凭据 purchase=采购特征 quality=质量 quantity=数量 quarters=分季度 rate=比率 reason=原因
    rebates=票外返利 receivables=应收账款 received=本期进货 recommended=建议价 recovery=补回措施 recovery_date=追回日
    remeasure=复测日期 reports_to=上级 reserve=预备金 reserve_uses=预备金使用 resources=客户资源 response=应对
    responses=指标应对 responsible=执行 result=结果 retail=建议零售价 retailers=其他零售商 return_cost=换取的成本
    return_value=换取的价值 returns=退换货 revenue=收入 review_calendar=复盘日历 rhythm=频率 risk=风险 roi=回报口径
    role=角色 rounds=历次 routes=供货渠道 rows=行 rule=规则代码 rules=规则 safety=安全库存 sales=销售额
    sales_name=销售口径 sales_share=销售占比 satisfaction=满意度 scale=满分 score=得分 scored_by=评分人 scores=得分
    screening=筛选标准
    segment=细分品类 sell_in=出货量 sell_out=动销量 sell_through=动销率口径 set_aside=搁置规则 severity=严重程度
    share=份额 share_target=份额目标 sheet=工作表 shelves=货架 shopper=购物者 short_name=简称 side=哪一方 sign=表现
    signatories=签署人 skill=能力 sku=单品 skus=单品 slow=滞销库存 sold=本期销售 source=来源 sources=信息来源
    stage=阶段 stages=谈判阶段 stale_after=档案过期天数 stance=态度 standards=服务承诺 start=开始日期 start_week=开始周
    statement=年度目标 status=状态 step=步骤 steps=步骤 stock=库存 stock_change=库存增减 stocking_up=囤货比例
    stores=门店 stores_per_agent=代理门店上限 story=情景说明 strategy=策略 strength=联络强度 strengths=优势
    style=合作风格 subject=议题 summary=概述
    support=三管服务 support_plan=支援计划 surveyed=调查日期 swot=态势分析 table=表格 tactics=客户招数 target=目标值
    task=负责事项 tasks=分工 tax_basis=含税口径 team=团队 term=术语 test=标准 tests=指标 text=内容 theirs=对方
    threats=威胁 threshold=立项线 tier=层级 title=标题 to=改为 to_30=三十天内 to_60=六十天内 to_90=九十天内
    to_day=结束天 top_box=满分占比 topic=事项 total=合计行 total_contribution=全部客户贡献 total_sales=全部客户销售额
    total_volume=全部客户销量 touchpoints=接触点 trade_spend=贸易费用 trigger=触发信号 type=类型 unit=单位
    unit_cases=折标箱数 unit_cost=单位成本 units=每箱瓶数 updated=更新日期 uplift=增量比例 use=用法 valid_from=生效日
    valid_to=到期日 value=金额 value_proposition=价值主张 verdict=评价 version=版本 version_note=版本说明 vertical=纵轴
    visit_checklist=拜访检查表 visits=拜访 volume=销量 volume_name=销量单位名称 volume_unit=销量单位 walk_away=离席线
    wanted=年末目标 way=采购方式 weaknesses=劣势 week=周 weekly_sales=周均销售 weeks=每周 weight=权重
    weighted_distribution=加权铺货率 what=事项 when=时间 where=地点 who=人员 whom=对象 why=说明 why_key=重点理由
    within=时限 year=年度 year_end=年末 years=合作年数
""")

_OF_PARTS = {
    part: _pairs(text)
    for part, text in {
        "Account": "name=全称",
        "Action": "recovery=追回办法",
        "Adjustment": "value=影响额 customer_value=客户毛利影响",
        "Allowance": "limit=金额上限",
        "Approval": "name=审批人 title=职务",
        "Bargaining": "ours=我方筹码 theirs=客户筹码",
        "Buying": "who=谁买 what=买什么 when=何时买 where=在哪里买 how=怎样买 why=为什么买",
        "BuyingStep": "who=决策人 people=参与人",
        "Cause": "what=经过",
        "Change": "what=变更内容",
        "Commitment": "what=承诺内容",
        "Contact": "name=姓名 title=职务 focus=关注点",
        "CostToServe": "name=作业",
        "Counted": "due=应达数量 met=达到数量",
        "CustomerProfit": "items=项目 sales=零售额",
        "Department": "role=职责",
        "Distribution": "now=现在门店数 last=上年门店数 target=目标门店数 stores=应覆盖门店数",
        "Escalation": "level=升级到",
        "Fact": "value=内容",
        "Financials": "fund=贸易费用总额",
        "FreePage": "lead=导语 note=页脚说明",
        "Goals": "customer=客户目标 ours=我方目标",
        "Heading": "owner=编制人",
        "Issue": "answer=处理办法 date=提出日期 outcome=结果 lesson=总结",
        "JointValue": "value=得到 cost=付出",
        "JourneyStep": "answer=双方做法 what=购物者行为",
        "Kpi": "low=下限 high=上限",
        "Ladder": "now=合作阶梯 year_end=合作阶梯年末",
        "LaunchStep": "measure=衡量标准",
        "MonthSales": "previous=上年销售额",
        "Need": "who=提出人 response=回应",
        "Opportunity": "value=销售增量",
        "PageWords": "lead=导语 note=页脚说明",
        "PhotoPair": "before=改善前图片 after=改善后图片 effect=改善效果",
        "Receivables": "terms=约定账期",
        "Rhythm": "last=最近一次 ours=我方联系人 theirs=客户联系人",
        "Risk": "cases=发生次数",
        "Route": "name=供货方 stores=供货门店数",
        "Satisfaction": "items=调查项目",
        "Service": "levels=服务水平",
        "ServiceLevel": "measure=口径",
        "Shelf": "now=现有排面 last=上年排面 target=目标排面",
        "Skill": "next_step=提升办法",
        "SkuSales": "brand=品牌 previous=上年销售额",
        "Stock": "age=库龄",
        "StockLine": "sales=零售额",
        "StoreGroup": "stores=门店数",
        "StoreSales": "previous=上年销售额",
        "Strategy": "value=销售增量 how=打法",
        "StrategyMeasure": "start=起点值",
        "Supplier": "name=全称",
        "SurveyItem": "action=改进措施",
        "Visit": "place=走访处 ours=拜访人 theirs=受访人",
        "Voice": "part=角色",
        "Year": "year=年份",
    }.items()
}

_WORDS = _pairs("""
    internal=内部 us=我方 customer=客户 shopper=购物者 Q1=一季度 Q2=二季度 Q3=三季度 Q4=四季度 year=全年 zh=中文
    en=英文 money=金额 volume=销量 other=其他

    overview=一页纸 account=客户 classification=客户分级 performance=业绩 market=市场 competition=竞争
    opportunities=机会 strategies=策略 actions=行动 promotions=促销 financials=财务 customer-profit=客户利润
    contribution=客户损益 scorecard=打分卡 review-Q1=一季度复盘 review-Q2=二季度复盘 review-Q3=三季度复盘
    review-Q4=四季度复盘 review-year=全年复盘 relationships=关系 risks=风险 signoff=签署 satisfaction=满意度
    swot=态势分析

    draft=草稿 proposed=已提出 agreed=已同意 closed=已结束 open=进行中 done=完成 dropped=取消 moved=顺延 kept=已兑现
    broken=未兑现 answered=已回应 declined=已婉拒 excluded=不含税 included=含税

    global=全球 international=国际 national=全国 local=地方 strategic=战略 key=重点 ordinary=普通 hypermarket=大卖场
    supermarket=超市 convenience=便利店 online=线上 drugstore=个护药妆店 intermediary=中间商 institution=机构客户
    catering=餐饮

    economy=经济 trade=渠道 finance=金融与成本 nature=自然 people=人为 technology=技术 regulation=法规 opportunity=机会
    threat=威胁 neutral=中性

    distribution=分销 range=选品 space=陈列空间 promotion=促销 price-pack=价格与规格 channel=渠道 supply=供应
    cross-sell=交叉销售 referral=转介绍 group-buy=团购 new-stores=新店 idea=想法 designed=已设计 selling=推销中
    follow-up=跟进中 pursue=立项 watch=观察 drop=放弃 interest=利益 service=服务 participation=参与 communication=沟通
    retention=留存 up=越高越好 down=越低越好 higher=越高越好 lower=越低越好 band=区间

    profit=毛利回报 net-profit=净毛利回报 revenue=销售回报 operating=经营利润 support=费用支持 expense=费用支出
    list=目录价销售额 invoice=票面折扣 goods=销货成本 cost=服务费用

    responsible=执行 accountable=总负责 consulted=咨询 informed=知会 executive=高层 business=业务 function=职能
    firm=稳固 growing=发展中 to-build=待建立 basic=基本型 reactive=被动型 proactive=能动型 partnership=伙伴型
    supporter=支持 critic=批评

    consumer=面向消费者 three-blocks=三类指标 own=自定 store=店铺 warehouse=仓库 minor=一般 major=重要 critical=严重
    trade-spend=贸易费用 retail=客户零售额 using=使用部门 buying=采购部门 supporting=支持部门 management=管理部门
    structural=结构性折扣 efficiency=效率折扣 do-for=替做 do-with=带做 teach=教做 let-do=让做 short=短期 long=长期
    balance=顺差逆差 control=能否控制 pass=通过 fail=不通过 keep=保留 fix=整改 exit=退出 strength=实力 ability=能力
    figures=硬指标 columns=柱形 bars=条形 upgrade=升级 cut-cost=降本 assessment=客户评估 assortment=单品
    breakdown=销售明细 stock=库存 launch=新品启动 terms=条款 pocket=口袋价格 negotiation=谈判 scenarios=情景
    measures=衡量指标 issues=问题 promises=承诺 relationship-levels=关系水平 contact-plan=联络计划 governance=客户治理
    interaction=互动关系 loyalty=忠诚度 profitability=盈利性 delivery=交付 quality=质量 price=价格 payment=费用与账款
    data=数据 received=记录 assigned=判定责任人 approved=主管批示 told=通知客户 carried-out=实施 settled=责任处理
    reviewed=总结评价 need=引发需求 information=收集资料 comparison=比较评价 purchase=决定购买 after=购后感觉
    personal=个人 commercial=商业 public=公共 experience=经验 satisfied=满意 repeat=重复 long-term=长期 partner=伙伴
    potential=潜在 first=首次 loyal=忠诚 member=成员 advocate=拥护者 eight-step=八步骤 six-step=六步 exclusivity=专营
    loading=压货 purchase-bonus=进货奖励 own-resources=客户出资源 logistics=物流 marketing=市场 production=生产
    legal=法务 sales=销售额 dependency=依赖性 stability=稳定性 bargaining=议价能力 alliance=未来联盟 new=全新 good=完好
    worn=磨损 replace=待换 high=高 medium=中 low=低 report=定期报告 round-table=座谈会 event=客户活动 training=客户培训
    offered=已提出 hard=硬资源 soft=软资源 third-party=第三方资源 visit=拜访 phone=电话 mail=邮件 meeting=会议
    council=核心客户组织 diversion=窜货 price-chaos=乱价 slow-stock=滞销 bad-stock=不良库存 collection=回款
    philosophy=经营理念 credit=财务信誉 share=销售份额 margin=毛利 otif=按时足量率 on-time=准时率 in-full=足量率
    case-fill=箱满足率 on-shelf-hours=在架时长率 on-shelf-audit=在架盘点率 resources=调度资源 problem-solving=解决问题
    expertise=专业知识 response=响应时间 resolution=解决率 material=物质 authority=权限 integration=一体化
    contract=合同 process=计划流程 of-available=可售动销率 of-received=进货动销率 demanding=要求高 laborious=麻烦
    emotional=情绪化 seasonal=有时间性 unreasonable=不太合理 first-offer=不接受第一次提议 good-and-bad=红脸白脸
    delay=拖延 nibble=得寸进尺 no-authority=无权决定 rival-offer=拿对手压价 decider=决策 influencer=影响 user=使用
    buyer=采购 gatekeeper=把关 team=客户团队 off=关闭 warning=警告 error=错误 escalation=问题升级 contingency=应急预案
    direct=直供 distributor=经销商 agent=代理商
""")

_OF_FIELDS = {
    field: _pairs(text)
    for field, text in {
        "Allowance.kind": "performance=绩效类 promotion=促销类",
        "ChecklistItem.place": "trade=终端",
        "Concession.base": "invoice=发票额",
        "Contact.stance": "neutral=中立",
        "ContributionLine.kind": "trade=票外贸易费用",
        "ExitTest.test": "profit=能否盈利",
        "Force.kind": "shopper=消费者",
        "Grading.action": "keep=保持 drop=淘汰",
        "Issue.kind": "promotion=促销陈列",
        "Issue.status": "proposed=提出方案",
        "Liaison.function": "finance=财务",
        "Need.status": "open=待回应",
        "Pair.level": "accountable=负责型",
        "Pair.wanted": "accountable=负责型",
        "PaymentStep.status": "open=未开始",
        "Rhythm.mode": "event=活动",
        "Risk.status": "closed=已关闭",
        "Skill.skill": "information=掌控信息",
        "Support.part": "people=管人 money=管资金 goods=管物品",
        "Visit.place": "trade=终端",
    }.items()
}

_SIGNS = ("money_unit", "volume_unit")
"""Closed lists of signs, which are the same in every language."""
_BESIDE_OWN = {"unit": ("money", "volume"), "PageGroup.pages": PAGE_NAMES}
"""The words that a field knows beside the author's own."""
FLAGS = {True: "是", False: "否"}
COMMON_NAMES: Mapping[str, str] = _WORDS | _NAMES
COMMON_WORDS: Mapping[str, str] = _NAMES | _WORDS | {"true": FLAGS[True], "false": FLAGS[False]}
"""The spellings of names and of words as prose uses them, where no part tells which of several is meant."""


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
    path = f"{part.__name__}.{name}"
    known = _WORDS | _OF_FIELDS.get(path, {})
    listed = _BESIDE_OWN.get(path) or _BESIDE_OWN.get(name) or closed_list(annotation)
    return {word: known[word] for word in listed if word in known}


def closed_list(annotation: Any) -> Iterator[Any]:
    """Yield the values of the closed lists in a field's type."""
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for inner in get_args(annotation):
            yield from closed_list(inner)
