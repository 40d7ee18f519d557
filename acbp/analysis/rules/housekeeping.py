"""Rules R901 to R911: nothing is left over, unused, half translated or set aside without need."""

import re
from collections.abc import Iterator
from typing import Any

from acbp.analysis.rules.register import Case, Finding, rule
from acbp.analysis.rules.texts import customer_texts
from acbp.model.links import links_of
from acbp.model.texts import texts_of
from acbp.model.wording import Wording

_LEFT_OVER = re.compile(r"\b(TODO|TBD|TBC|FIXME|XXX+|lorem ipsum)\b|待定|待补|待填|？？|\?\?", re.IGNORECASE)
_FOREIGN = {
    "zh": re.compile("[\u4e00-\u9fff]"),
    "en": re.compile("[\u4e00-\u9fff]|[A-Za-z]{2,} [A-Za-z]{2,}"),
}
"""Texts that somebody who reads only the other language cannot read, by the language of the plan."""

_PAGES = {
    "performance": "situation.performance",
    "market": "situation.market",
    "competition": "situation.competition",
    "opportunities": "opportunities.items",
    "strategies": "strategies",
    "actions": "actions",
    "promotions": "promotions.items",
    "financials": "financials",
    "customer-profit": "financials.customer_profit",
    "contribution": "financials.contribution",
    "space": "space",
    "terms": "terms",
    "service": "service",
    "issues": "issues",
    "negotiation": "negotiation",
    "scenarios": "scenarios",
    "scorecard": "scorecard.kpis",
    "relationships": "relationships",
    "risks": "risks",
    "signoff": "signoff",
}
"""What a page is written from; without it there is no such page."""


@rule(
    "R901",
    "warning",
    zh=(
        "有的文字只有一种语言",
        "计划里有双语文字，却还有 {count} 处只有一种语言，第一处是“{text}”",
        "补上译文，或写进 translations",
        "双语计划印出来一半中文一半英文，哪一方都读不顺。",
    ),
    en=(
        "Some texts are in one language only",
        "the plan has texts in two languages, and {count} in one only; the first is '{text}'",
        "add the translation, there or in translations",
        "Printed in the other language, such a plan is half in one tongue and half in the other.",
    ),
    bad="""
strategies:
  - id: shelf
    name: {zh: 货架扩容, en: More shelf}
    how: «把茶移到首位|Move tea to the front»  # ←
""",
    good="""
strategies:
  - id: shelf
    name: «货架扩容|More shelf»
    how: «把茶移到首位|Move tea to the front»
""",
)
def half_translated(case: Case) -> Iterator[Finding]:
    """Once one text is given per language, all are; told at the first of the strategies and what the customer sees."""
    texts = list(texts_of(case.plan))
    if not any(isinstance(text, Wording) for _, text in texts):
        return
    foreign = _FOREIGN[case.plan.plan.language]
    single = [(at, text) for at, text in texts if not isinstance(text, Wording) and foreign.search(text)]
    if single:
        location, text = next((found for found in single if found[0][0] == "strategies"), single[0])
        yield location, {"count": str(len(single)), "text": text[:40]}


@rule(
    "R902",
    "warning",
    zh=(
        "为不存在的页面写了文字",
        "计划里没有“{page}”页的内容",
        "删掉这些文字，或补上该页的内容",
        "多半是部分改名或删除后留下的。",
    ),
    en=(
        "Words for a page that the plan does not have",
        "the plan has nothing for the page '{page}'",
        "delete these words, or write the section",
        "They were probably left when a section was dropped.",
    ),
    bad="""
plan:
  pages:
    risks: {title: «三项风险|Three risks»}  # ←
""",
    good="""
plan:
  pages:
    strategies: {title: «一项策略|One strategy»}
""",
)
def words_for_no_page(case: Case) -> Iterator[Finding]:
    """Every page that words are written for has a section."""
    reviewed = {f"review-{review.period}" for review in case.plan.reviews}
    for page in case.plan.plan.pages:
        held: Any = case.plan
        for name in _PAGES.get(page, "plan").split("."):
            held = getattr(held, name, None)
        if not held or (page.startswith("review-") and page not in reviewed):
            yield ("plan", "pages", page), {"page": page}


@rule(
    "R903",
    "warning",
    zh=(
        "品类没有用到",
        "品类“{name}”在计划中没有用到",
        "删掉它，或补上它的数据",
        "列了却没有数的品类，读者会以为漏了。",
    ),
    en=(
        "A category that is not used",
        "the category '{name}' is used nowhere in the plan",
        "delete it, or add its figures",
        "A category that is listed without figures looks forgotten.",
    ),
    bad="""
plan:
  categories:
    - {id: juice, name: «果汁|Juice»}  # ←
""",
    good="""
plan:
  categories:
    - {id: tea, name: «茶|Tea»}
""",
)
def unused_category(case: Case) -> Iterator[Finding]:
    """Every category of the plan's own list is used."""
    used = {link.target for link in links_of(case.plan) if link.kind == "categories"}
    if case.plan.plan.categories != case.workspace.categories:
        for at, category in enumerate(case.plan.plan.categories):
            if used and category.id not in used:
                yield ("plan", "categories", at), {"name": category.name}


@rule(
    "R904",
    "warning",
    zh=(
        "联系人没有用到",
        "联系人“{name}”没有负责任何事，也没有对口关系",
        "给他一件事，或从名单中删掉",
        "名单上的人越多，真正负责的人越看不清。",
    ),
    en=(
        "A contact who is not used",
        "{name} answers for nothing and is part of no pair",
        "give them a task, or take them off the list",
        "The longer the list, the harder it is to see who answers for what.",
    ),
    bad="""
relationships:
  contacts:
    - {id: hale, name: Hale, side: customer}  # ←
""",
    good="""
relationships:
  contacts:
    - {id: boyd, name: Boyd, side: customer}
""",
)
def unused_contact(case: Case) -> Iterator[Finding]:
    """Every contact is named somewhere, or has someone reporting to them."""
    used = {link.target for link in links_of(case.plan) if link.kind == "contacts"}
    for at, contact in enumerate(case.plan.relationships.contacts if case.plan.relationships else ()):
        if contact.id not in used:
            yield ("relationships", "contacts", at), {"name": contact.name}


@rule(
    "R905",
    "warning",
    zh=(
        "搁置的规则没有发现问题",
        "{rule} 在这里没有发现任何问题，不必搁置",
        "删掉这一条",
        "留着的搁置，会把以后真正的问题盖住。",
    ),
    en=(
        "A rule set aside without need",
        "{rule} finds nothing here, so there is nothing to set aside",
        "delete this line",
        "Left in place, it would hide a fault to come.",
    ),
    bad="""
plan:
  set_aside:
    - {rule: R402, at: "actions[pilot]", reason: «客户未定|Not settled by the customer»}  # ←
""",
    good="""
plan:
  set_aside:
    - {rule: R402, at: "actions[pilot]", reason: «客户未定|Not settled by the customer»}
actions:
  - {id: pilot, due: ~}
""",
)
def needless_setting_aside(case: Case) -> Iterator[Finding]:
    """Told by whoever checks all rules: this one needs to know what the others find."""
    yield from ()


@rule(
    "R906",
    "warning",
    zh=(
        "没有这条规则",
        "没有规则 {rule}，是不是 {nearest}？",
        "改正代码；全部规则见 acbp rules",
        "写错的代码什么也管不到。",
    ),
    en=(
        "No such rule",
        "there is no rule {rule}; did you mean {nearest}?",
        "correct the code; acbp rules lists them all",
        "A code with a slip does nothing at all.",
    ),
    bad="""
plan:
  set_aside:
    - {rule: R499, at: "actions[pilot]", reason: «客户未定|Not settled by the customer»}  # ←
""",
    good="""
plan:
  set_aside:
    - {rule: R402, at: "actions[pilot]", reason: «客户未定|Not settled by the customer»}
actions:
  - {id: pilot, due: ~}
""",
)
def unknown_rule(case: Case) -> Iterator[Finding]:
    """Told by whoever checks all rules, for plans and for the workspace file."""
    yield from ()


@rule(
    "R907",
    "warning",
    zh=(
        "留有未填的文字",
        "“{text}”像是还没填完",
        "填上内容，或删掉这一项",
        "印着“待定”的计划，客户一眼就看得到。",
    ),
    en=(
        "Text left unfinished",
        "'{text}' looks unfinished",
        "write what belongs there, or leave it out",
        "A plan that says 'to be done' in print is noticed at once.",
    ),
    bad="""
strategies:
  - {id: shelf, how: «待定|TBD»}  # ←
""",
    good="""
strategies:
  - {id: shelf, how: «茶移到首位|Tea moves to the front»}
""",
)
def unfinished_text(case: Case) -> Iterator[Finding]:
    """No text that the customer sees holds a mark of unfinished work."""
    for location, text in customer_texts(case.plan):
        if _LEFT_OVER.search(text):
            yield location, {"text": text[:40]}


@rule(
    "R908",
    "warning",
    zh=(
        "变更记录与版本不一致",
        "最后一条变更记录是 {logged}，计划版本是 {version}",
        "改正其中之一",
        "双方拿着不同的版本号，就会谈不同的计划。",
    ),
    en=(
        "The change log ends in another version",
        "the last change led to {logged}, the plan is {version}",
        "correct one of them",
        "With two version numbers both sides speak of two plans.",
    ),
    bad="""
plan:
  version: V1.0  # ←
  change_log:
    - {date: 2027-01-04, version: V2.0, what: «增加复盘|Review added»}
""",
    good="""
plan:
  version: V2.0
  change_log:
    - {date: 2027-01-04, version: V2.0, what: «增加复盘|Review added»}
""",
)
def version_mismatch(case: Case) -> Iterator[Finding]:
    """The last version of the change log is the plan's."""
    logged = [change.version for change in case.plan.plan.change_log if change.version]
    if logged and logged[-1] != case.plan.plan.version:
        yield ("plan", "version"), {"logged": logged[-1], "version": case.plan.plan.version}


@rule(
    "R909",
    "warning",
    zh=(
        "版本日期早于其中的复盘",
        "本版日期是 {date}，其中的 {period} 复盘在 {reviewed}",
        "更新 plan.date",
        "延误和到期都按版本日期判断，日期旧了，状态就错了。",
    ),
    en=(
        "The version is older than a review in it",
        "this version is dated {date}, its review of {period} {reviewed}",
        "renew plan.date",
        "Lateness is judged by the plan's date; with an old date the states are wrong.",
    ),
    bad="""
plan: {date: 2027-01-04}  # ←
reviews:
  - {period: Q1, date: 2027-04-15, summary: «达成 98%|98% of plan»}
""",
    good="""
plan: {date: 2027-04-16}
reviews:
  - {period: Q1, date: 2027-04-15, summary: «达成 98%|98% of plan»}
""",
)
def stale_version(case: Case) -> Iterator[Finding]:
    """The plan is dated no earlier than its last review."""
    last = max(case.plan.reviews, key=lambda review: review.date, default=None)
    if last and last.date > case.plan.plan.date:
        values = {"date": str(case.plan.plan.date), "period": last.period, "reviewed": str(last.date)}
        yield ("plan", "date"), values


@rule(
    "R910",
    "warning",
    zh=(
        "同一清单里有两项同名",
        "“{name}”已有同名的一项：{other}",
        "改一个名称，或合并",
        "同名的两项在图表上分不清。",
    ),
    en=(
        "Two items of one list have one name",
        "'{name}' is also the name of {other}",
        "rename one, or merge them",
        "On a chart two items of one name cannot be told apart.",
    ),
    bad="""
strategies:
  - {id: shelf, name: «货架扩容|More shelf»}
  - id: second-shelf
    name: «货架扩容|More shelf»  # ←
    how: «门店二期|Second wave»
    objective: sales
    customer_benefit: «增长|Growth»
""",
    good="""
strategies:
  - {id: shelf, name: «货架扩容|More shelf»}
""",
)
def same_name(case: Case) -> Iterator[Finding]:
    """Objectives, strategies, actions and KPIs have names of their own."""
    lists: dict[tuple[str, ...], Any] = {
        ("objectives",): case.plan.objectives,
        ("strategies",): case.plan.strategies,
        ("actions",): case.plan.actions,
        ("scorecard", "kpis"): [kpi for _, kpi in case.kpis()],
    }
    for path, items in lists.items():
        first: dict[str, str] = {}
        for at, item in enumerate(items):
            if item.name in first:
                yield (*path, at, "name"), {"name": item.name, "other": first[item.name]}
            first.setdefault(item.name, item.id)


@rule(
    "R911",
    "warning",
    zh=("指标分组是空的", "分组“{name}”里没有指标", "删掉分组，或把指标归进去", "空分组会让人以为漏印了指标。"),
    en=(
        "A group without KPIs",
        "no KPI belongs to the group '{name}'",
        "delete the group, or put a KPI into it",
        "An empty group looks as if its KPIs had been lost.",
    ),
    bad="""
scorecard:
  groups:
    - {id: supply, name: «供应|Supply»}  # ←
""",
    good="""
scorecard:
  groups:
    - {id: business, name: «生意|Business»}
  kpis:
    - {id: sales, group: business}
""",
)
def empty_group(case: Case) -> Iterator[Finding]:
    """Every group of KPIs has one."""
    used = {link.target for link in links_of(case.plan) if link.kind == "groups"}
    for at, group in enumerate(case.plan.scorecard.groups if case.plan.scorecard else ()):
        if group.id not in used:
            yield ("scorecard", "groups", at), {"name": group.name}
