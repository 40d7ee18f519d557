"""This year's plan → next year's: what goes on is carried, actuals become baselines, and the rest is a gap."""

import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acbp.building import version_codes  # noqa: F401  (registers the codes)
from acbp.building.writing import write_file
from acbp.problems import Problem

if TYPE_CHECKING:
    from acbp.loading import PlanSource
    from acbp.loading.editing import Edits
    from acbp.loading.nodes import Node
    from acbp.model import Plan

LEFT_OUT = (
    "plan.version_note",
    "plan.approvals",
    "plan.change_log",
    "plan.set_aside",
    "plan.pages",
    "reviews",
    "scenarios",
    "negotiation",
    "situation.performance.share_target",
    "objectives.*.target",
    "objectives.*.quarters",
    "strategies.*.value",
    "strategies.*.customer_value",
    "strategies.*.investment",
    "strategies.*.gross_profit",
    "strategies.*.measures.*.target",
    "opportunities.items.*.value",
    "promotions.last_year",
    "promotions.fund",
    "promotions.expected_asks",
    "promotions.items.*.cost",
    "promotions.items.*.baseline",
    "promotions.items.*.period_baseline",
    "promotions.items.*.uplift",
    "promotions.items.*.actual_cost",
    "promotions.items.*.actual_incremental",
    "financials",
    "scorecard.kpis.*.target",
    "scorecard.kpis.*.quarters",
    "scorecard.kpis.*.low",
    "scorecard.kpis.*.high",
    "scorecard.kam.*.target",
    "scorecard.kam.*.quarters",
    "signoff.signatories.*.date",
)
"""What belongs to the old year alone: its figures are gaps in the new one, never carried as if they still held."""
RENEWED = (
    "plan.promise",
    "goals.statement",
    "situation.*.conclusion",
    "situation.*.implication",
    "strategies.*.how",
)
"""Texts that stay to be read and are marked as unfinished, which the rules tell until they are written anew."""
_MARK = {"zh": "待定：", "en": "TODO: "}
_OTHER = {"zh": "en", "en": "zh"}
_LONGEST = 280
_REFERENCE = re.compile(r"\{\{.*?\}\}")


@dataclass(frozen=True, slots=True)
class Rolled:
    """Next year's plan, its folder or file; or the problems because of which there is none."""

    path: Path | None
    language: str
    problems: tuple[Problem, ...] = ()


def roll(path: Path, year: int, today: date) -> Rolled:
    """Write next year's plan beside this year's; nothing that exists is overwritten (E911).

    Contacts, open actions, promises and issues are carried with their dates, actuals of the whole year become
    baselines, history and last year's values. A plan with errors is E925, a year that does not come later E924.
    """
    from acbp.loading import load_plan
    from acbp.loading.editing import Edits
    from acbp.loading.files import shown_name
    from acbp.loading.source import locate, read_plan
    from acbp.model import Plan

    source = locate(path)
    if isinstance(source, Problem):
        return Rolled(None, "en", (source,))
    loaded = load_plan(source)
    plan = loaded.plan
    # The tree as the author wrote it: nothing of the workspace, of tables or of translations in it.
    root = read_plan(source, Plan).root
    if plan is None or root is None:
        return Rolled(None, loaded.language, (Problem("E925", {"file": source.name}),))
    if year <= plan.plan.year:
        values = {"year": str(year), "planned": str(plan.plan.year)}
        return Rolled(None, loaded.language, (Problem("E924", values),))
    place = source.root if source.is_folder else source.path
    target = place.with_name(_renamed(Path(os.path.realpath(place)).name, plan.plan.year, year))
    if os.path.lexists(target):
        return Rolled(None, loaded.language, (Problem("E911", {"file": shown_name(target)}),))
    files = {shown_name(file): file for file in loaded.sources if file.is_relative_to(source.root)}
    edits = Edits()
    _Roller(plan, root, edits, year, today).roll()
    texts = {files[name]: text for name, text in edits.apply().items() if name in files}
    problems = (*_write(source, target, texts), *_drop_translations(target))
    return Rolled(target, loaded.language, problems)


def _write(source: "PlanSource", target: Path, texts: dict[Path, str]) -> Iterator[Problem]:
    if not source.is_folder:
        written = [write_file(target, texts[source.path].encode())]
    else:
        ignored = shutil.ignore_patterns("output", ".*", "reviews", "复盘")
        shutil.copytree(source.root, target, ignore=ignored)
        written = []
        for file, text in texts.items():
            copy = target / file.relative_to(source.root)
            if copy.exists():
                written.append(_rewrite(copy, text))
    yield from (problem for problem in written if problem)


def _drop_translations(target: Path) -> Iterator[Problem]:
    """Leave out the translations of what was not carried on."""
    from acbp.loading import load_plan
    from acbp.loading.editing import Edits
    from acbp.loading.files import shown_name
    from acbp.loading.source import PlanSource, locate, read_plan
    from acbp.model import Plan

    source = locate(target)
    root = read_plan(source, Plan).root if isinstance(source, PlanSource) else None
    section = root.get("translations") if root is not None else None
    if section is None:
        return
    loaded = load_plan(source)
    stale = {problem.place for problem in loaded.problems if problem.code == "W291"}
    edits = Edits()
    kept = 0
    for language in section.children():
        entries = list(language.children())
        gone = [entry for entry in entries if entry.key is not None and entry.key.place() in stale]
        kept += len(entries) - len(gone)
        for node in gone if len(gone) < len(entries) else [language]:
            edits.leave_out(node)
    if not kept:
        edits.leave_out(section)
    files = {shown_name(file): file for file in loaded.sources}
    written = (_rewrite(files[name], text) for name, text in edits.apply().items())
    yield from (problem for problem in written if problem)


def _rewrite(file: Path, text: str) -> Problem | None:
    """Write a file anew; one that says nothing any more goes."""
    if all(not line.strip() or line.startswith("#") for line in text.split("\n")):
        file.unlink(missing_ok=True)
        return None
    return write_file(file, text.encode())


def _renamed(name: str, old: int, new: int) -> str:
    stem, dot, suffix = name.partition(".")
    return (stem.replace(str(old), str(new)) if str(old) in stem else f"{stem}-{new}") + dot + suffix


class _Roller:
    """Notes every edit of the plan's files that makes next year's plan of it."""

    def __init__(self, plan: "Plan", root: "Node", edits: "Edits", year: int, today: date) -> None:
        from acbp.analysis.catalogue import list_names
        from acbp.analysis.sales import work_out_sales
        from acbp.analysis.variance import ReviewedYear

        self.plan, self.root, self.edits, self.year, self.today = plan, root, edits, year, today
        self.old, self.gap = plan.plan.year, year - plan.plan.year
        self.reviewed = ReviewedYear(plan, work_out_sales(plan, list_names(plan)))
        self.translations = {
            " ".join(entry.key.text.split()): (language, entry)
            for language in _OTHER
            for entry in self._find(f"translations.{language}.*")
            if entry.key is not None
        }

    def roll(self) -> None:
        """Note all edits."""
        self._head()
        for pattern in LEFT_OUT:
            for node in self._find(pattern):
                self.edits.leave_out(node)
        for pattern in RENEWED:
            for node in self._find(pattern):
                self._renew(node)
        if self.plan.layout and self.plan.layout.pages:
            # Pages of one's own say what the old year had to say.
            for node in self._find("layout"):
                self.edits.leave_out(node)
        self._baselines()
        self._history()
        self._carry()

    def _find(self, pattern: str) -> list["Node"]:
        nodes = [self.root]
        for step in pattern.split("."):
            nodes = [
                found
                for node in nodes
                for found in (node.children() if step == "*" else filter(None, [node.get(step)]))
            ]
        return nodes

    def _put(self, path: str, text: str) -> None:
        for node in self._find(path):
            self.edits.put(node, text)

    def _head(self) -> None:
        from acbp.model.periods import last_day

        heading = self.plan.plan
        self._put("plan.id", _renamed(heading.id, self.old, self.year))
        self._put("plan.year", str(self.year))
        self._put("plan.version", "V1.0")
        self._put("plan.date", self.today.isoformat())
        for node in self._find("plan.status"):
            self.edits.put(node, "草稿" if node.chinese and _written(node) not in ("agreed", "closed") else "draft")
        for node in self._find("plan.title"):
            for text in node.children() if node.kind == "mapping" else [node]:
                renamed = str(text.value).replace(str(self.old), str(self.year))
                self.edits.put(text, renamed if renamed != text.value and not text.style else _quoted(renamed))
                self._translate(text, lambda words, _: words.replace(str(self.old), str(self.year)))
        for node in (*self._find("plan.review_calendar.*.date"), *self._find("objectives.*.due")):
            try:
                day = date.fromisoformat(str(node.value))
            except ValueError:
                continue
            later = min(day.day, 28) if day.month == 2 else day.day
            if day <= last_day(self.old, heading.fiscal_start).replace(year=self.old + 2):
                self.edits.put(node, day.replace(year=day.year + self.gap, day=later).isoformat())

    def _renew(self, node: "Node") -> None:
        for text in node.children() if node.kind == "mapping" else [node]:
            if isinstance(text.value, str):
                self.edits.put(text, _quoted(_marked(text.value, self.plan.plan.language)))
                self._translate(text, _marked)

    def _translate(self, text: "Node", change: Callable[[str, str], str]) -> None:
        """Where a text has a translation, give one to what becomes of it too: both are changed alike."""
        original = " ".join(str(text.value).split())
        language, entry = self.translations.pop(original, ("", None))
        if entry is None or entry.key is None:
            return
        before = entry.source.line(entry.key.start.line)[: entry.key.start.column - 1]
        words = change(original, _OTHER[language]), change(str(entry.value), language)
        if words[0] != original and not before.strip(" ?"):
            self.edits.add_below(entry, [before.partition("?")[0] + ": ".join(map(_quoted, words))])

    def _baselines(self) -> None:
        """What the year brought in each KPI is next year's `last_year`, and the baseline of its objective."""
        year = self.reviewed.actuals.get("year")
        kpis = self.plan.scorecard.kpis if self.plan.scorecard else ()
        brought = {kpi.id: self._brought(kpi, year) for kpi in kpis}
        for kpi, node in zip(kpis, self._find("scorecard.kpis.*"), strict=False):
            self._replace(node.get("last_year"), brought[kpi.id])
        for objective, node in zip(self.plan.objectives, self._find("objectives.*"), strict=False):
            measured = [kpi for kpi in kpis if kpi.objective == objective.id and kpi.unit == objective.unit]
            self._replace(node.get("baseline"), brought[measured[0].id] if measured else None)
        for node in self._find("scorecard.kam.*"):
            self._replace(node.get("last_year"), None)
        for node in self._find("strategies.*.measures.*"):
            self._replace(node.get("start"), None)

    def _brought(self, kpi: Any, year: Any) -> str | None:
        value = year.kpis.get(kpi.id) if year else None
        if value is not None and value.percent:
            return f"{(value.value * 100).normalize():f}%"
        if value is not None:
            return f"{value.value.normalize():f}" if value.bare else None
        sales = self.reviewed.sales_of("year") if kpi.objective and kpi.unit == "money" and year else None
        return self._typed(sales, self.plan.plan.money_unit)

    def _replace(self, node: "Node | None", text: str | None) -> None:
        if node is not None and text is not None:
            self.edits.put(node, text)
        elif node is not None:
            self.edits.leave_out(node)

    def _history(self) -> None:
        """The year that ends joins the past years, with whatever is known of it as a whole."""
        from acbp.model.chinese_names import chinese_names
        from acbp.model.situation import Year

        (listed,) = self._find("situation.performance.history") or [None]
        if listed is None or listed.kind != "list" or not listed.value or listed.value[-1].key:
            return
        last = listed.value[-1]
        names = chinese_names(Year) if last.chinese else {}
        money, volume = self.plan.plan.money_unit, self.plan.plan.volume_unit
        quarters = [self._typed(self.reviewed.sales_of(each), money) for each in ("Q1", "Q2", "Q3", "Q4")]  # type: ignore[arg-type]
        categories = {
            each.id: self._typed(self.reviewed.category_of("year", each.id), money)
            for each in self.plan.plan.categories
        }
        facts = {
            "year": str(self.old),
            "sales": self._typed(self.reviewed.sales_of("year"), money),
            "quarters": _mapping({f"Q{at}": text for at, text in enumerate(quarters, start=1)}),
            "volume": self._typed(self._total("volume"), volume),
            "categories": _mapping(categories) if all(categories.values()) else None,
            "customer_margin": self._typed(self._total("customer_margin"), money),
            "trade_spend": self._typed(self._total("trade_spend"), money),
        }
        known = {names.get(name, name): text for name, text in facts.items() if text is not None}
        if last.source is listed.source and len(known) > 1:
            line = last.source.line(last.start.line)
            dash = line[: last.start.column - 1].rfind("-")
            self.edits.add_below(last, [f"{' ' * dash}- {_mapping(known)}"])
            if len(listed.value) >= 6:
                self.edits.leave_out(listed.value[0])

    def _total(self, name: str) -> Decimal | None:
        """What the year brought: as its review states, or else the sum of all four quarters."""
        from acbp.analysis.rates import total
        from acbp.model.periods import QUARTERS

        actuals = self.reviewed.actuals
        stated = getattr(actuals.get("year"), name, None)
        return stated if stated is not None else total(getattr(actuals.get(each), name, None) for each in QUARTERS)

    def _typed(self, value: Decimal | None, unit: str) -> str | None:
        """A figure as its author would type it, in the plan's unit."""
        from acbp.model.scalars import magnitude

        return None if value is None else f"{(value / (magnitude(unit) or 1)).normalize():f}"

    def _carry(self) -> None:
        """Only what is open goes on; links to what does not are left out with it."""
        from acbp.model.links import links_of

        plan, issues = self.plan, self.plan.issues
        gone = {
            "actions": self._keep("actions", plan.actions, [item.status == "open" for item in plan.actions]),
            "commitments": self._keep("commitments", plan.commitments, [i.status == "open" for i in plan.commitments]),
        }
        if issues:
            gone["issues"] = self._keep("issues.items", issues.items, [i.status != "closed" for i in issues.items])
        for link in links_of(plan):
            if link.target in gone.get(link.kind, ()):
                node: Node | None = self.root
                for step in link.location:
                    if node is not None:
                        inside = node.kind == "list" and isinstance(step, int) and step < len(node.value)
                        node = node.value[step] if inside else node.get(str(step))  # type: ignore[index]
                if node is not None:
                    self.edits.leave_out(node)

    def _keep(self, path: str, items: Iterable[Any], kept: list[bool]) -> set[str]:
        if kept and not any(kept):
            for node in self._find(path):
                self.edits.leave_out(node)
        for node, stays in zip(self._find(f"{path}.*"), kept, strict=False):
            if not stays and any(kept):
                self.edits.leave_out(node)
        return {item.id for item, stays in zip(items, kept, strict=True) if not stays}


def _mapping(values: dict[str, str | None]) -> str | None:
    known = [f"{name}: {text}" for name, text in values.items() if text is not None]
    return "{" + ", ".join(known) + "}" if known else None


def _marked(text: str, language: str) -> str:
    """A text that is to be written anew."""
    words, mark = _REFERENCE.sub("…", " ".join(text.split())), _MARK[language]
    return mark + words if len(words) < _LONGEST else mark.strip(" ：:")


def _quoted(text: str) -> str:
    escaped = re.sub(r'(["\\])', r"\\\1", text)
    return f'"{escaped}"'


def _written(node: "Node") -> str:
    return node.source.line(node.start.line)[node.start.column - 1 : node.end.column - 1]
