"""Every chart with sample figures, in Chinese and in English, on one HTML page."""

import base64
from collections.abc import Callable, Iterator
from decimal import Decimal as D
from html import escape
from typing import Literal

from acbp.charts import (
    bridge,
    columns,
    cover,
    history,
    landing,
    matrix,
    mix,
    pareto,
    pocket,
    quarters,
    risk,
    shares,
    spark,
    variance,
    waterfall,
)
from acbp.charts.style import Style

Say = Callable[[str, str], str]
"""Takes the Chinese and the English wording, gives the one to print."""


def page() -> str:
    """The gallery as an HTML document; the charts are embedded, nothing is loaded."""
    parts = []
    for language in ("zh", "en"):
        style = Style(language=language)
        for name, width, height, svg in samples(style):
            ground = f"background:{style.palette.deep};padding:6mm" if name == "cover" else ""
            data = base64.b64encode(svg.encode()).decode()
            size = f"width:{width}mm;height:{height}mm"
            image = f'<img alt="{name}" style="{size}" src="data:image/svg+xml;base64,{data}">'
            parts.append(f'<h2>{escape(name)} · {language}</h2><div style="{ground}">{image}</div>')
    css = (
        "@page{size:A4;margin:18mm}body{font:8pt 'Noto Sans CJK SC',sans-serif;color:#45515D;margin:0 auto;width:174mm}"
        "h2{font-size:9.5pt;border-top:.7pt solid #17212B;padding-top:1.6mm;margin:5mm 0 2mm}img{display:block}"
        "h2,div{break-inside:avoid}h2{break-after:avoid}"
    )
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>ACBP charts</title>'
        f"<style>{css}</style></head><body>\n{body}\n</body></html>\n"
    )


def samples(style: Style) -> Iterator[tuple[str, float, float, str]]:
    """Each chart once: its name, width and height in mm, and the SVG."""
    zh = style.language == "zh"

    def say(chinese: str, english: str) -> str:
        return chinese if zh else english

    yield "cover", 162, 100, cover.draw(_cover(say), 162, 100, style)
    yield "bridge", 174, 74, bridge.draw(_bridge(say), 174, 74, style)
    yield "columns", 84, 58, columns.draw(_columns(say), 84, 58, style)
    yield "shares", 84, 58, shares.draw(_shares(say), 84, 58, style)
    yield "mix", 68, 84, mix.draw(_mix(say), 68, 84, style)
    yield "pareto", 174, 62, pareto.draw(_pareto(say), 174, 62, style)
    yield "quarters", 110, 66, quarters.draw(_quarters(say), 110, 66, style)
    yield "matrix", 174, 111, matrix.draw(_matrix(say), 174, 111, style)
    yield "risk", 84, 70, risk.draw(_risk(say), 84, 70, style)
    yield "spark", 36, 8, spark.draw(spark.Spark((D(16820), D(17640), D(18600), D(21000))), 36, 8, style)
    yield "waterfall", 174, 66, waterfall.draw(_waterfall(say), 174, 66, style)
    yield "landing", 110, 58, landing.draw(_landing(say), 110, 58, style)
    yield "history", 174, 62, history.draw(_history(say), 174, 62, style)
    yield "pocket", 174, 58, pocket.draw(_pocket(say), 174, 58, style)
    yield "variance", 110, 56, variance.draw(_variance(say), 110, 56, style)


def _cover(say: Say) -> cover.Cover:
    years = []
    for index, (year, amount) in enumerate(((2024, "16,820"), (2025, "17,640"), (2026, "18,600"), (2027, "21,000"))):
        level = D(100 + 6 * index + 5 * (index == 3)) / 100
        weeks = []
        for week in range(52):
            summer = max(0, 13 - abs(week - 31)) * 9
            festival = max(0, 4 - abs(week - 4)) * 28
            weeks.append((230 + summer + festival + (week * 37 + index * 11) % 23) * level)
        kind = say("计划", "plan") if year == 2027 else say("实际", "actual")
        years.append(cover.CoverYear(f"{year} {kind}", amount, say("万元", "RMB 10k"), tuple(weeks)))
    return cover.Cover(tuple(years))


def _bridge(say: Say) -> bridge.Bridge:
    rows: tuple[tuple[str, str, int, str, Literal["past", "plan", "up", "down"]], ...] = (
        ("2026\n实际", "2026\nactual", 18600, "18,600", "past"),
        ("无糖茶\n货架", "Sugar-free\nshelf", 720, "+720", "up"),
        ("县域\n分销", "County\ndistribution", 620, "+620", "up"),
        ("冷藏\n陈列", "Chilled\ndisplay", 480, "+480", "up"),
        ("到家\n业务", "Home\ndelivery", 540, "+540", "up"),
        ("促销\n效率", "Promotion\nefficiency", 260, "+260", "up"),
        ("价格\n包装", "Price and\npack", 330, "+330", "up"),
        ("低效单品\n汰换", "Weak items\nout", -350, "−350", "down"),
        ("门店\n关闭", "Store\nclosures", -200, "−200", "down"),
        ("2027\n计划", "2027\nplan", 21000, "21,000", "plan"),
    )
    return bridge.Bridge(tuple(bridge.BridgeBar(say(c, e), D(v), t, k) for c, e, v, t, k in rows))


def _columns(say: Say) -> columns.Columns:
    rows = ((2024, 16820, "16,820", ""), (2025, 17640, "17,640", "+4.9%"), (2026, 18600, "18,600", "+5.4%"))
    past = [columns.Column(say(f"{y} 实际", f"{y} actual"), D(v), t, i) for y, v, t, i in rows]
    return columns.Columns((*past, columns.Column(say("2027 计划", "2027 plan"), D(21000), "21,000", "+12.9%", True)))


def _shares(say: Say) -> shares.Shares:
    rows = (("2024", "17.6", "18.9"), ("2025", "17.9", "19.3"), ("2026", "18.2", "19.6"))
    return shares.Shares(
        points=tuple(shares.SharePoint(y, D(a), a, D(b), b) for y, a, b in rows),
        own_name=say("清泉在华联", "Ours at the customer"),
        other_name=say("市场份额", "Market"),
        gap_text=say("差 1.4", "gap 1.4"),
        plan_label="2027",
        plan=D("19.5"),
        plan_text=say("2027 目标 19.5", "2027 target 19.5"),
        plan_note=say("+1.3 个百分点", "+1.3 points"),
    )


def _mix(say: Say) -> mix.Mix:
    rows = (
        ("即饮茶", "RTD tea", "17.0 19.0 21.0 23.5", True),
        ("功能饮料", "Energy", "8.4 9.5 11.0 13.4", True),
        ("果汁", "Juice", "14.0 13.2 12.0 10.7", False),
        ("碳酸饮料", "Carbonates", "29.6 27.9 26.0 23.6", False),
        ("包装水", "Water", "31.0 30.5 30.0 28.8", False),
    )
    parts = [
        mix.MixPart(say(c, e), tuple(D(v) for v in texts.split()), tuple(texts.split()), focus)
        for c, e, texts, focus in rows
    ]
    labels = ("2024", "2025", "2026", say("2027 计划", "2027 plan"))
    return mix.Mix(labels, ("16,820", "17,640", "18,600", "21,000"), tuple(parts))


def _pareto(say: Say) -> pareto.Pareto:
    sales = (2140, 1680, 1590, 1420, 1310, 1160, 1050, 980, 930, 860, 790, 720, 640, 560, 480, 420, 380, 320, 290, 240)
    whole = sum(sales)
    return pareto.Pareto(
        shares=tuple(D(amount) / whole for amount in sales),
        eighty=12,
        marked=D("0.8"),
        marked_text="80%",
        mark_text=say("12 支单品占 80%", "12 articles make 80%"),
        first=say("1 纯净水 550 mL", "1 Still water 550 mL"),
        last="20",
    )


def _quarters(say: Say) -> quarters.Quarters:
    rows = ((4620, 4505, 4150, "97.5%"), (5670, 5785, 4980, "102.0%"), (6300, None, 5510, ""), (4410, None, 3960, ""))
    return quarters.Quarters(
        quarters=tuple(
            quarters.Quarter(
                f"Q{number}", D(t), None if a is None else D(a), D(b), f"{t:,}", f"{a or 0:,}", f"{b:,}", attainment
            )
            for number, (t, a, b, attainment) in enumerate(rows, 1)
        ),
        target_name=say("目标", "Target"),
        actual_name=say("实际", "Actual"),
        last_year_name=say("去年同期", "Last year"),
        attainment_name=say("达成率", "Attainment"),
    )


def _matrix(say: Say) -> matrix.Matrix:
    rows = (
        ("无糖茶货架扩容", "Sugar-free tea shelf", 720, "4.0", "4.6", True),
        ("县域门店分销补齐", "County distribution", 620, "3.4", "4.2", True),
        ("冷藏陈列加密", "Chilled display", 480, "4.4", "3.6", True),
        ("到家业务提速", "Home delivery", 540, "3.1", "3.9", True),
        ("促销效率提升", "Promotion efficiency", 260, "4.5", "2.5", True),
        ("价格包装升级", "Price and pack", 330, "3.7", "2.9", True),
        ("会员联名定制", "Member co-branding", 180, "2.4", "2.0", False),
        ("自有品牌代工", "Private label", 400, "1.6", "3.2", False),
        ("果汁高端化", "Premium juice", 120, "2.8", "1.7", False),
    )
    return matrix.Matrix(
        bubbles=tuple(
            matrix.Bubble(str(rank), say(c, e), say(f"{v} 万元", f"RMB {v / 100:.2f} m"), D(x), D(y), D(v), chosen)
            for rank, (c, e, v, x, y, chosen) in enumerate(rows, 1)
        ),
        x_name=say("易行度：5 = 双方现有资源当季可做", "Ease: 5 = this season, with what both sides have"),
        y_name=say("影响", "Impact"),
        x_low=say("难", "Hard"),
        y_note=say("5 = 增量\n≥ 800 万", "5 = gain\n≥ 8 m"),
        line=(D("4.0"), D("1.6")),
        line_name=say("立项线（综合分 3.0）", "Decision line (score 3.0)"),
        above_name=say("立项区", "Go"),
        below_name=say("暂不投入", "Not now"),
    )


def _risk(say: Say) -> risk.RiskGrid:
    places = ((4, 4, True), (3, 5, True), (3, 3, False), (3, 3, False), (3, 3, False), (2, 4, False), (5, 2, False))
    marks = [risk.RiskMark(str(n), x, y, focus) for n, (x, y, focus) in enumerate(places, 1)]
    return risk.RiskGrid(
        marks=(*marks, risk.RiskMark("8", None, 4)),
        likelihood_name=say("可能性", "Likelihood"),
        impact_name=say("影响", "Impact"),
        likelihood_ticks=(
            say("罕见", "rare"),
            say("偶发", "low"),
            say("可能", "medium"),
            say("较大", "high"),
            say("几乎必然", "certain"),
        ),
        impact_ticks=(
            say("轻微", "slight"),
            say("较小", "minor"),
            say("中等", "medium"),
            say("较大", "major"),
            say("严重", "severe"),
        ),
        unplaced_name=say("未评", "Not rated"),
    )


def _waterfall(say: Say) -> waterfall.Waterfall:
    rows: tuple[tuple[str, str, int, str, Literal["operating", "support", "expense", "total"]], ...] = (
        ("前台毛利", "Front margin", 6000, "+6,000", "operating"),
        ("年度返利", "Rebate", 840, "+840", "support"),
        ("陈列与冰柜", "Display and coolers", 735, "+735", "support"),
        ("促销补贴", "Promotion support", 1050, "+1,050", "support"),
        ("物流费用", "Logistics", -1260, "−1,260", "expense"),
        ("门店人工", "Store labour", -1890, "−1,890", "expense"),
        ("损耗", "Shrinkage", -310, "−310", "expense"),
        ("资金占用", "Capital cost", -220, "−220", "expense"),
        ("2027\n客户净利", "2027\nnet profit", 4945, "4,945", "total"),
    )
    items = [waterfall.WaterfallItem(say(c, e), D(v), t, k) for c, e, v, t, k in rows]
    return waterfall.Waterfall(tuple(items), say("2026\n客户净利", "2026\nnet profit"), D(4130), "4,130")


def _history(say: Say) -> history.History:
    values = (("2026-11-20", "20100", "201.0"), ("2026-12-18", "20650", "206.5"), ("2027-01-29", "21000", "210.0"))
    return history.History(
        tuple(history.Point(day, D(wan), say(f"{int(wan):,} 万元", f"RMB {m} m")) for day, wan, m in values)
    )


def _landing(say: Say) -> landing.Landing:
    plan: list[int | None] = [1610, 2920, 4620, 6330, 8170, 10290, 12560, 14700, 16590, 18100, 19480, 21000]
    actual: list[int | None] = [1640, 2860, 4505, 6190, *[None] * 8]
    ahead: list[int | None] = [None] * 3 + [6190, 8010, 10110, 12360, 14480, 16350, 17850, 19210, 20710]
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    labels = [say(f"{number} 月", month) for number, month in enumerate(months, 1)]

    def series(values: list[int | None]) -> tuple[D | None, ...]:
        return tuple(None if value is None else D(value) for value in values)

    return landing.Landing(
        labels=tuple(labels),
        plan=series(plan),
        actual=series(actual),
        landing=series(ahead),
        plan_name=say("计划 21,000", "Plan 21,000"),
        actual_name=say("4 月累计 6,190", "April 6,190"),
        landing_name=say("预计 20,710", "Landing 20,710"),
        gap_text=say("差 −290", "gap −290"),
    )


def _variance(say: Say) -> variance.Variance:
    rows = (
        ("果汁", "Juice", 629, 690, "690 629 −61 −10.8%", True),
        ("即饮茶", "RTD tea", 882, 940, "940 882 −58 +20.0%", True),
        ("功能饮料", "Energy", 525, 540, "540 525 −15 +26.5%", False),
        ("碳酸饮料", "Carbonates", 1233, 1240, "1,240 1,233 −7 +3.6%", False),
        ("包装水", "Water", 1236, 1210, "1,210 1,236 +26 +11.9%", False),
    )
    return variance.Variance(
        heads=(say("计划", "Plan"), say("实际", "Actual"), say("差异", "Gap"), say("同比", "YoY")),
        rows=tuple(variance.VarianceRow(say(c, e), D(a), D(p), tuple(t.split()), f) for c, e, a, p, t, f in rows),
        total=(say("合计", "Total"), say("97.5% 达成", "97.5% attained"), ("4,620", "4,505", "−115", "+8.6%")),
        bold_column=2,
    )


def _pocket(say: Say) -> pocket.Pocket:
    rows: tuple[tuple[str, str, int, str, Literal["list", "level", "deduction"]], ...] = (
        ("目录价销售额", "List sales", 24000, "24,000 35.09 —", "list"),
        ("票面折扣", "On-invoice discount", -3000, "−3,000 −4.39 —", "deduction"),
        ("发票供货额", "Invoiced supply", 21000, "21,000 30.70 100.0%", "level"),
        ("年度返利", "Annual rebate", -840, "−840 −1.23 4.0%", "deduction"),
        ("陈列与冰柜", "Display and coolers", -735, "−735 −1.07 3.5%", "deduction"),
        ("促销补贴", "Promotion support", -1050, "−1,050 −1.54 5.0%", "deduction"),
        ("会员与到家推广", "Members and delivery", -315, "−315 −0.46 1.5%", "deduction"),
        ("物流补贴", "Logistics support", -420, "−420 −0.61 2.0%", "deduction"),
        ("口袋净额", "Pocket sales", 17640, "17,640 25.79 84.0%", "level"),
    )
    heads = (say("万元", "RMB 10k"), say("元/标箱", "RMB/case"), say("占供货额", "of supply"))
    made = (pocket.PocketRow(say(c, e), D(v), tuple(texts.split()), kind) for c, e, v, texts, kind in rows)
    return pocket.Pocket(tuple(made), heads, say("项目", "Item"))
