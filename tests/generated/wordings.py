"""Texts as authors write them who keep to no measure: long names, long words, rare characters, whole pages."""

from random import Random

_ZH = (
    "全渠道重点单品冷藏陈列与即时零售协同推进项目第二阶段门店落地执行与复盘改进方案试点扩大至华东六省全部大卖场含县域"
    "，由区域经理逐店核对库存、价签与陈列位置；每周三前回报缺货清单（含原因），并与客户采购部约定补货日期。"
    "新品在 148 家门店上架 30 天内达到 85% 铺货率，单店周销不低于 12.5 箱，"
    "否则由双方在下一次月度例会上决定是否退出；费用按 2.4 万元/月计提，“先做后结”不再适用。"
)
_EN = (
    "Omnichannel chilled display and rapid-delivery programme, phase two, rolled out to every large store of the six "
    "eastern regions; regional managers check stock, shelf labels and facings store by store, report what is missing "
    "(with the cause) by Wednesday noon, and agree a date of replenishment with the buyer. New lines reach 85% "
    "distribution in 148 stores within 30 days and sell at least 12.5 cases a week and store, or both sides decide at "
    "the next monthly meeting whether they leave; the cost is accrued at £2.4k a month – “work first, bill later” "
    "ends. "
)
_GERMAN = (
    "Kühlmöbelbeschaffungsrahmenvereinbarung",
    "Warenwirtschaftssystemumstellungsprojekt",
    "Getränkefachgroßhandelskooperationspartner",
    "Verkaufsförderungsmaßnahmenkoordination",
    "Donaudampfschifffahrtsgesellschaftskapitän",
    "Internationalisation/multi-distribution",
)
_RARE = ("龘靐鱻犇", "㐂𠮷野家", "喆堃淼門", "囍燚犇羴", "𡈽𠂉𠮟")
_MIXED = ("Pro+ 2.0 版", "OTIF≥95%", "A/B 测试", "CRM-系统", "ΔΩ µ", "No. 1", "24×500ml", "3℃")


class Wordings:
    """Draws texts in one language."""

    def __init__(self, dice: Random, language: str) -> None:
        self.dice, self.chinese = dice, language == "zh"
        self.manner = dice.choice(("long", "long", "german", "rare", "short", "mixed"))

    def name(self) -> str:
        """A name: sixty characters at the most, or one."""
        return self._draw(self.dice.choice((8, 20, 30, 60)))

    def line(self) -> str:
        """A text of one line in the file: up to three lines on the page."""
        return self._draw(self.dice.choice((4, 40, 80, 140) if self.chinese else (8, 80, 160, 280)))

    def prose(self) -> str:
        """A text of three lines, or of a page."""
        lengths = (60, 120, 1400) if self.chinese else (120, 300, 3000)
        return self._draw(lengths[2] if self.dice.random() < 0.08 else self.dice.choice(lengths[:2]))

    def _draw(self, length: int) -> str:
        if self.manner == "short":
            return "促" if self.chinese else "Ad"
        source = _ZH if self.chinese else _EN
        start = 0 if self.dice.random() < 0.5 else self.dice.randrange(len(source))
        if not self.chinese:
            start = source.rfind(" ", 0, start) + 1
        text = source[start:] + source * (length // len(source) + 1)
        text = text[:length] if self.chinese else text[:length].rsplit(" ", 1)[0]
        text = text.strip("，；、。（”“） ,;–")
        extra = {"german": _GERMAN, "rare": _RARE, "mixed": _MIXED}.get(self.manner)
        if extra and self.dice.random() < 0.6:
            word = self.dice.choice(extra)
            kept = text[: max(0, length - len(word) - 1)].strip("，；、。（”“） ,;–0123456789.")
            text = f"{kept}{'' if self.manner == 'rare' and self.chinese else ' '}{word}".strip()
        if text.count("（") > text.count("）"):
            text += "）"
        if text.count("(") > text.count(")"):
            text += ")"
        return text or ("促" if self.chinese else "Ad")
