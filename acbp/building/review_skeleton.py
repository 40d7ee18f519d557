"""A plan and a period → the review to be filled in: every figure that is wanted, with its plan beside it, as a gap."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acbp.building import build_codes  # noqa: F401  (registers the codes)
from acbp.building.writing import write_file
from acbp.problems import Place, Problem

if TYPE_CHECKING:
    from acbp.analysis.rates import Figure
    from acbp.loading import PlanSource
    from acbp.model import Plan
    from acbp.model.periods import Period

_COLUMN = 30
"""Where the comments begin, so that they stand below each other."""
_FOLDER = "reviews"


@dataclass(frozen=True, slots=True)
class Draft:
    """A review's skeleton: the file that it was written to, or its text for the author to put into the plan.

    With problems there is neither.
    """

    file: Path | None = None
    text: str = ""
    problems: tuple[Problem, ...] = ()
    language: str = "en"


def draft_review(path: Path, period: "Period") -> Draft:
    """Write the skeleton of a review beside the others of a plan in a folder; for any other plan return its text.

    Nothing that exists is changed: a period that is reviewed already is E915, a file in the way E911.
    """
    from acbp.loading import load_plan
    from acbp.loading.files import shown_name
    from acbp.loading.source import locate

    source = locate(path)
    if isinstance(source, Problem):
        return Draft(problems=(source,))
    loaded = load_plan(source)
    errors = tuple(problem for problem in loaded.problems if problem.is_error)
    if loaded.plan is None:
        return Draft(problems=errors, language=loaded.language)
    plan = loaded.plan
    reviewed = [review.period for review in plan.reviews]
    if period in reviewed:
        place = loaded.place(("reviews", reviewed.index(period)))
        return Draft(problems=(Problem("E915", {"period": period}, place),), language=loaded.language)
    lines = list(_Writer(plan, period).lines())
    is_chinese = loaded.root is not None and loaded.root.chinese
    if is_chinese:
        lines = _in_chinese(lines)
    folder = _folder_of(source, loaded.root)
    if folder is None:
        named = "复盘:" if is_chinese else "reviews:"
        head = [] if loaded.root is not None and loaded.root.get("reviews") else [named]
        item = [f"  - {lines[0]}", *(f"    {line}".rstrip() for line in lines[1:])]
        return Draft(text="\n".join([*head, *item, ""]), language=loaded.language)
    file = folder / f"{plan.plan.year}-{period}.yaml"
    if file.exists():
        shown = shown_name(file)
        return Draft(problems=(Problem("E911", {"file": shown}, Place(shown, 1, 1)),), language=loaded.language)
    unwritten = write_file(file, "\n".join([*lines, ""]).encode())
    return Draft(file, problems=(unwritten,) if unwritten else (), language=loaded.language)


def _in_chinese(lines: list[str]) -> list[str]:
    """The same review in the spelling of a plan whose names are Chinese."""
    from acbp.loading.chinese_text import comment_in_chinese, write_in_chinese
    from acbp.model.progress import Review

    return comment_in_chinese(write_in_chinese("\n".join(lines), Review)).split("\n")


def _folder_of(source: "PlanSource", root: Any) -> Path | None:
    """The folder of a plan's reviews, one file each; None where the reviews stand in one file."""
    if not source.is_folder:
        return None
    node = root.get("reviews")
    if node is None:
        return source.root / _FOLDER
    named = source.root / Path(node.source.file).name
    return named if named.is_dir() else None


class _Writer:
    """Writes the lines of one skeleton, in the plan's language."""

    def __init__(self, plan: "Plan", period: "Period") -> None:
        from acbp.analysis.catalogue import list_names
        from acbp.analysis.sales import work_out_sales
        from acbp.analysis.variance import ReviewedYear

        self.plan, self.period, self.heading = plan, period, plan.plan
        self.names = list_names(plan)
        self.sales = work_out_sales(plan, self.names)
        self.year = ReviewedYear(plan, self.sales)
        self.day = self._meeting_day()

    def say(self, zh: str, en: str) -> str:
        """The words in the plan's language."""
        return zh if self.heading.language == "zh" else en

    def lines(self) -> Iterator[str]:
        """Every line: keys with a gap behind them, and in comments what the plan says."""
        say = self.say
        calendar = any(each.period == self.period for each in self.heading.review_calendar)
        yield _line(f"period: {self.period}", say("填好每个空着的值", "fill in every value that is empty"))
        told = say("按复盘日历", "from the review calendar") if calendar else say("请改为会议日期", "set the day")
        yield _line(f"date: {self.day.isoformat()}", told)
        yield _line("summary:", say("用一两句话说结果", "the result in a sentence or two"))
        yield "actuals:"
        yield from self._sales()
        yield from self._kpis()
        yield from self._carried()
        yield from self._reminders()

    def _meeting_day(self) -> date:
        from acbp.model.periods import last_day, quarter_end

        planned = {each.period: each.date for each in self.heading.review_calendar}
        if self.period in planned:
            return planned[self.period]
        if self.period == "year":
            return last_day(self.heading.year, self.heading.fiscal_start)
        return quarter_end(self.heading.year, self.heading.fiscal_start, self.period)

    def _sales(self) -> Iterator[str]:
        from acbp.model.periods import QUARTERS
        from acbp.model.units import MONEY, VOLUME

        place = None if self.period == "year" else QUARTERS.index(self.period)
        if self.sales.categories:
            yield "  categories:"
            for item in self.sales.categories:
                planned = item.sales.plan if place is None else item.quarters[place]
                yield _line(f"    {item.id}:", f"{item.name}{self._against(planned, MONEY)}")
        else:
            yield _line("  sales:", self._against(self.year.plan_of(self.period), MONEY))
        rows = [
            ("volume", self.sales.volume, VOLUME),
            ("trade_spend", self.sales.trade_spend, MONEY),
            ("customer_margin", self.sales.customer_margin, MONEY),
        ]
        for key, row, unit in rows:
            planned = row.year.plan if place is None else row.quarters[place]
            if planned is not None:
                yield _line(f"  {key}:", self._against(planned, unit))
        profit = self.plan.financials.customer_profit if self.plan.financials else None
        if profit is not None:
            planned = getattr(profit.quarters, self.period, None) if place is not None else profit.target
            yield _line(
                "  customer_profit:", f"{self.say('客户利润', 'their own profit')}{self._against(planned, MONEY)}"
            )

    def _kpis(self) -> Iterator[str]:
        from acbp.analysis.scorecard import score_kam, score_kpis

        card, kam = score_kpis(self.plan, self.period), score_kam(self.plan, self.period)
        kpis = card.kpis if card else ()
        for key, listed in (("kpis", [kpi for kpi in kpis if not kpi.item.checks]), ("kam", kam.kpis if kam else ())):
            if listed:
                yield f"  {key}:"
            for kpi in listed:
                item = kpi.item
                aim = self._against(kpi.target, item.unit, self.say("目标", "target"))
                if item.direction == "band":
                    low, high = self._typed(kpi.low, item.unit), self._typed(kpi.high, item.unit)
                    aim = self.say(f"，区间 {low} 至 {high}", f", band {low} to {high}")
                owner = self.names.person(item.data_owner)
                asked = self.say(f"，数据：{owner}", f", figure from {owner}") if owner else ""
                yield _line(f"    {item.id}:", f"{item.name}{aim}{asked}")
                yield from (f"    #   {level} {words}" for level, words in enumerate(item.levels, start=1))
        checklists = [kpi.item for kpi in kpis if kpi.item.checks]
        if checklists:
            yield "  met:"
        for item in checklists:
            told = self.say("：写做到的项目，如 [a, b]", ": list what is met, as [a, b]")
            yield _line(f"    {item.id}:", f"{item.name}{told}")
            yield from (f"    #   {check.id}: {check.name}" for check in item.checks)

    def _carried(self) -> Iterator[str]:
        """Every open action: those that are due want an outcome, the others stand in comments."""
        from acbp.analysis.actions import is_open

        moved = {held.action: held.due for review in self.plan.reviews for held in review.carried if held.due}
        found = [action for action in self.plan.actions if is_open(action, self.day)]
        due = [action for action in found if action.due is not None and action.due < self.day]
        if due:
            yield _line(
                "carried:", self.say("done、moved（写 due）或 dropped，并写 reason", "done, moved (with due), dropped")
            )
        for action in due:
            later = moved.get(action.id)
            again = self.say(f"，上次顺延到 {later}", f", last moved to {later}") if later else ""
            yield _line(f"  - action: {action.id}", f"{action.name}{self._owners(action)}{action.due}{again}")
            yield "    outcome:"
        rest = [action for action in found if action not in due]
        if rest:
            yield f"# {self.say('未到期的行动，有变化才写进 carried：', 'Not due yet; carry over only what changes:')}"
        for action in rest:
            yield f"#   - action: {action.id}  # {action.name}{self._owners(action)}{action.due or '-'}"

    def _reminders(self) -> Iterator[str]:
        """What the meeting needs beside figures, to be uncommented, and the promotions that come next."""
        from acbp.analysis.promotions import total_promotions
        from acbp.model.periods import QUARTERS

        yield _line("# forecast:", self.say("我方对全年的预测，仅内部", "our forecast of the year, internal"))
        yield _line("# decisions_wanted: []", self.say("请会议决定的事项", "what the meeting is to decide"))
        yield _line(
            "# causes: []", self.say("差异原因：category、what、lesson", "of variances: category, what, lesson")
        )
        yield _line("# responses: []", self.say("黄红指标：kpi、cause、response、owner", "kpi, cause, response, owner"))
        yield _line("# next_steps: []", self.say("下一步：what、owner、due", "what, owner, due"))
        place = QUARTERS.index(self.period) + 1 if self.period in QUARTERS else len(QUARTERS)
        promotions = total_promotions(self.plan, self.names) if place < len(QUARTERS) else None
        coming = [held.item for held in promotions.items if held.quarter == QUARTERS[place]] if promotions else []
        if coming:
            yield f"# {self.say(f'{QUARTERS[place]} 的促销档期：', f'Promotions of {QUARTERS[place]}:')}"
        yield from (f"#   W{item.start_week}-W{item.end_week}  {item.name}" for item in coming)

    def _owners(self, action: Any) -> str:
        people = [name for each in (action.owner, action.customer_owner) if (name := self.names.person(each))]
        told = self.say("、", ", ").join(people)
        return f"{self.say('；', '; ')}{told}{self.say('；', '; ')}" if told else self.say("；", "; ")

    def _against(self, planned: "Figure", unit: str | None, name: str = "") -> str:
        if planned is None:
            return ""
        said = name or self.say("计划", "plan")
        return f"{self.say('，', ', ')}{said} {self._typed(planned, unit)}"

    def _typed(self, value: "Figure", unit: str | None) -> str:
        """A figure as the author would type it: in the plan's own units of money and volume."""
        from acbp.model.scalars import magnitude
        from acbp.model.units import MONEY, PERCENT, VOLUME

        if value is None:
            return "-"
        if unit == PERCENT:
            return f"{(value * 100).normalize():f}%"
        counted = {MONEY: self.heading.money_unit, VOLUME: self.heading.volume_unit}.get(unit or "", "1")
        return f"{(value / (magnitude(counted) or Decimal(1))).normalize():f}"


def _line(text: str, comment: str) -> str:
    comment = comment.lstrip("，, ")
    return f"{text.ljust(_COLUMN)}# {comment}" if comment else text
