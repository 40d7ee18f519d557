"""The desk at which the pages are written: the plan, its figures, the language's words, the assets."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, Literal

from acbp.analysis.figures import Figures
from acbp.analysis.rates import Comparison, Figure
from acbp.charts.labels import may_break
from acbp.charts.metrics import measure
from acbp.charts.style import Palette
from acbp.model import Plan
from acbp.model.heading import PageWords
from acbp.rendering.assets import Assets
from acbp.rendering.layout import A4, Grid, Row, shorten
from acbp.rendering.locale import MISSING, STALE, UNSOURCED, Locale, own_decimals
from acbp.rendering.modules import Cell, Module, mm, module, rag, row
from acbp.rendering.packing import filled, pack
from acbp.rendering.redline import Redline
from acbp.rendering.references import price_unit
from acbp.rendering.typography import plain
from acbp.rendering.words import Words

Edition = Literal["internal", "customer"]
Page = dict[str, Any]
_NO_WORDS = PageWords()
_LACKS = re.compile(f"(?<!{MISSING}){MISSING}(?!{MISSING})")
"""A figure that is missing, and no Chinese dash."""
ELLIPSIS = "…"
SMALL_TITLE = 13.5
"""The size of a title that two lines of the usual size do not hold, in points."""
_UNSIGNED = re.compile(f"[{STALE}{UNSOURCED}]")


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that a page is written from; it has been cut down to one audience and one language before."""

    plan: Plan
    figures: Figures
    edition: Edition
    words: Words
    locale: Locale
    assets: Assets
    grid: Grid = A4
    redline: Redline | None = None
    """What changed since an earlier version, where that is to be told."""
    spare: Mapping[str, float] = field(default_factory=dict)
    """How many mm the pages of a name leave free, since they turned out higher than estimated."""

    @property
    def internal(self) -> bool:
        """Whether these are pages for our own eyes."""
        return self.edition == "internal"

    @property
    def us(self) -> str:
        """Our company's short name."""
        return self.plan.supplier.short_name

    @property
    def them(self) -> str:
        """The customer's short name."""
        return self.plan.account.short_name

    @property
    def palette(self) -> Palette:
        """The colour tokens."""
        return self.assets.style.palette

    @property
    def year(self) -> int:
        """The year planned."""
        return self.plan.plan.year

    @property
    def sales_name(self) -> str:
        """What the plan calls its sales."""
        return self.plan.plan.sales_name or self.words("common.sales")

    @property
    def sales_label(self) -> str:
        """The sales' name at the beginning of a line."""
        return capital(self.sales_name)

    @property
    def margin_name(self) -> str:
        """What the plan calls the customer's margin."""
        financials = self.plan.financials
        named = financials.customer_margin_name if financials else None
        return named or self.words("common.customer_margin")

    @property
    def money_label(self) -> str:
        """The unit of money in tables."""
        return self.locale.money_unit_label()

    @property
    def volume_label(self) -> str:
        """The unit of volume in tables."""
        return self.locale.volume_unit_label()

    # --- figures in words ---

    def growth(self, fraction: Figure, decimals: int = 1) -> str:
        """A growth rate with its sign: ``+12.9%``."""
        return self.locale.percent(fraction, decimals, signed=True)

    def measured(self, value: Figure, unit: str | None, *, like: Iterable[Figure] = (), signed: bool = False) -> str:
        """A KPI's value in its own unit, without the unit's name; per cent carries its sign.

        ``like`` are the values that it stands beside: all of them are printed with the same decimals, at most two.
        """
        if value is None:
            return MISSING
        if unit == "%":
            return self.locale.percent(value, 1, signed=signed)
        if unit == "money":
            return self.locale.money(value, signed=signed)
        if unit == "volume":
            return self.locale.volume(value, signed=signed)
        decimals = max((own_decimals(v) for v in (value, *like) if v is not None), default=0)
        return self.locale.number(value, min(2, decimals), signed=signed)

    def figure(self, value: Figure, unit: str | None, *, like: Iterable[Figure] = ()) -> tuple[str, str]:
        """A KPI's value and the unit to stand behind it: ``8.0`` and ``天``, ``£9,000k`` and nothing, ``28.0%``."""
        if unit == "money":
            return self.locale.money_figure(value)
        return self.measured(value, unit, like=like), "" if unit in ("%", None) else self.unit_name(unit)

    def unit_name(self, unit: str | None) -> str:
        """What a KPI's unit is called on a page."""
        return {"money": self.money_label, "volume": self.volume_label}.get(unit or "", unit or "")

    def past(self, year: int) -> str:
        """A past year: ``2026 实际``."""
        return self.words("common.year_actual", year=str(year))

    def planned(self) -> str:
        """The plan's year: ``2027 计划``."""
        return self.words("common.year_plan", year=str(self.year))

    def period(self, period: str | None) -> str:
        """A review's period: ``一季度``, ``全年``."""
        return self.words("common.full_year") if period in (None, "year") else self.locale.quarter(int(period[1]))

    def status(self, colour: str | None, *, large: bool = False, word: str = "") -> Cell:
        """A KPI's status mark with its letter."""
        mark = colour or "none"
        name = self.words(f"status.{mark}")
        return rag(mark, {"green": "G", "amber": "A", "red": "R"}.get(mark, ""), word=word, alt=name, large=large)

    def sources(self, named: Iterable[str | None]) -> str:
        """Where figures come from, for the footer: as many as two lines hold."""
        said = ""
        for source in dict.fromkeys(filter(None, named)):
            longer = (
                f"{said}{self.words('common.semicolon')}{source}" if said else self.words("note.source", source=source)
            )
            if said and measure(longer, 7) > 2 * self.grid.note_room:
                break
            said = longer
        return said

    def sentences(self, *said: str) -> str:
        """Notes one after the other, each ended as a sentence is, but for the last."""
        stop = self.words("common.stop")
        return stop.join(part.rstrip("。. ") for part in said if part)

    # --- pages ---

    def chart(
        self, name: str, heading: str, drawing: tuple[Any, Any], size: tuple[float, float], alt: str, **data: Any
    ) -> Module:
        """Draw a chart (its function and its data) at ``size`` mm and return the module that shows it."""
        draw, shown = drawing
        source = self.assets.draw(name, draw, shown, *size)
        return module("chart", heading, src=source, width=mm(size[0]), height=mm(size[1]), alt=plain(alt), **data)

    def bind(
        self,
        name: str,
        section: int,
        title: str,
        rows: Iterable[Row | None],
        *,
        lead: str = "",
        notes: str = "",
        remark: str = "",
        internal: bool = False,
    ) -> list[Page]:
        """Bind rows of modules into as many pages as they fill, all with the same title; none where there are no rows.

        The author's own words win; ``remark`` follows them in the footer all the same. A composed title drops its last
        clauses until it fits on two lines, an author's title is set smaller instead.
        """
        own = self.plan.plan.pages.get(name, _NO_WORDS)  # type: ignore[call-overload]
        written = (self.internal and own.internal_title) or own.title
        title = _UNSIGNED.sub("", written or shorten_title(self._told(title), self.grid))
        kept = filled(rows)
        if kept and "".join(set_title(title, "", self.grid)[0]).endswith(ELLIPSIS) and not title.endswith(ELLIPSIS):
            # What the title has no room for is told in full below it.
            said = module("text", paragraphs=[plain(title)], room=mm(self.grid.width), bare=True)
            kept.insert(0, row((self.grid.width, [said])))
        packed = pack(kept, self.grid.less(self.spare.get(name, 0.0)))
        return [
            self._page(name, section, title, page, lead, (notes, remark), internal, part)
            for part, page in enumerate(packed, start=1)
        ]

    def _page(
        self,
        name: str,
        section: int,
        title: str,
        rows: list[Row],
        lead: str,
        notes: tuple[str, str],
        internal: bool,
        part: int,
    ) -> Page:
        own = self.plan.plan.pages.get(name, _NO_WORDS)  # type: ignore[call-overload]
        lead = (self.internal and own.internal_lead) or own.lead or ("" if _LACKS.search(lead) else lead)
        continued = self.words("common.continued") if part > 1 else ""
        # The whole title stands where the subject begins; overleaf it may drop clauses so as not to be set smaller.
        written = bool((self.internal and own.internal_title) or own.title)
        shown = title if part == 1 else shorten_title(title, self.grid, continued, whole=written)
        said = self.sentences(own.note or notes[0], notes[1], self._signs(rows))
        parts, is_small = set_title(shown, continued, self.grid)
        return {
            "anchor": name if part == 1 else f"{name}-{part}",
            "name": name,
            "section": str(section),
            "part": part,
            "title": parts,
            "small": is_small,
            "bookmark": plain(title) + continued,
            # Two title lines leave no room for the lead: the block is the same height on every page.
            "lead": lead if len(parts) == 1 else "",
            "notes": shorten(said, self.grid.note_room, self.grid.note_lines, 7.0),
            "mark": self.words("common.internal_mark") if internal else self.mark,
            "rows": rows,
        }

    def _told(self, title: str) -> str:
        """A composed title without the clauses that lack a figure; the plan's own where nothing is left."""
        clauses = [clause for clause in title.split("|") if not _LACKS.search(clause)]
        return "|".join(clauses) or self.plan.plan.title

    def _signs(self, rows: list[Row]) -> str:
        """What the quiet signs on a page mean."""
        if self.locale.judged_on is None:
            return ""
        shown = str(rows)
        days = str(self.locale.stale_after)
        said = {STALE: self.words("note.stale", days=days), UNSOURCED: self.words("note.unsourced")}
        return self.words("common.semicolon").join(f"{sign} {what}" for sign, what in said.items() if sign in shown)

    def price_unit(self) -> str:
        """Money per unit of volume: ``元/标箱``, ``£/case``."""
        return price_unit(self.plan, self.words, self.locale)

    @property
    def person(self) -> float:
        """The width of a column of people's names, mm: as wide as the longest name, within bounds."""
        names = [contact.name for contact in self.figures.names.contacts.values()]
        return min(25.0, max(13.5, 2.6 + max((measure(name, 8.0) for name in names), default=0.0)))

    @property
    def sides(self) -> tuple[str, str]:
        """Our company and the customer as narrow table heads: short Chinese names, else ``ours`` and ``theirs``."""
        fallback = self.words("actions.us"), self.words("actions.them")
        room = self.person - 2.0
        return tuple(  # type: ignore[return-value]
            name if measure(name, 7.5) <= room else other
            for name, other in zip((self.us, self.them), fallback, strict=True)
        )

    def of(self, owner: str, thing: str) -> str:
        """Something of one company's: ``华联万家前台毛利``, ``Castlegate front margin``."""
        return plain(f"{owner}|{thing}")

    def date(self, day: date | None) -> str:
        """A day, with its year where that is not the plan's."""
        locale = self.locale
        return locale.date(day) if day is None or day.year == self.year else locale.date_long(day)

    def points(self, rate: Comparison) -> str:
        """The change of a rate in points, as the difference of the two printed percentages."""
        if rate.plan is None or rate.last is None:
            return MISSING
        tenth = Decimal("0.001")
        return self.locale.points(rate.plan.quantize(tenth, ROUND_HALF_UP) - rate.last.quantize(tenth, ROUND_HALF_UP))

    def tied_sum(self, amounts: Iterable[Figure]) -> Figure:
        """The sum of amounts as the table prints them, so that a printed column adds up."""
        scale = self.locale.money_scale
        step = scale.divisor.scaleb(-scale.decimals)
        known = [amount for amount in amounts if amount is not None]
        return sum(((amount / step).quantize(Decimal(1), ROUND_HALF_UP) * step for amount in known), Decimal(0))

    @property
    def mark(self) -> str:
        """The confidentiality mark."""
        if self.internal:
            return self.words("common.internal_mark")
        return self.plan.plan.confidentiality or self.words("common.confidential")


def capital(text: str) -> str:
    """The text with a capital letter first, as a heading or a label begins."""
    return text[:1].upper() + text[1:]


def title_width(title: str, size: float) -> float:
    """The width of a title, mm: its serif is as much as 3.6% wider than the sans measured, Chinese as wide."""
    latin = "".join(char for char in title if char < "\u2e80")
    return measure(title, size, True) + 0.036 * measure(latin, size, True)


def set_title(title: str, continued: str, grid: Grid = A4) -> tuple[list[str], bool]:
    """The lines of a title, two at the most, and whether they are set small.

    Where not even that holds it, it ends in …
    """
    for size, is_small in ((grid.title_size, False), (SMALL_TITLE, True)):
        for parts in (split_title(title + continued, grid.title_break, size), halve(plain(title) + continued, size)):
            if all(title_width(line, size) <= grid.title_room for line in parts):
                return parts, is_small
    whole = plain(title)
    for kept in range(len(whole), 0, -1):
        parts = halve(f"{whole[:kept].rstrip(' ，、；：,;:（(“')}{ELLIPSIS}{continued}", SMALL_TITLE)
        if all(title_width(line, SMALL_TITLE) <= grid.title_room for line in parts):
            return parts, True
    return [continued], True


def shorten_title(title: str, grid: Grid = A4, continued: str = "", *, whole: bool = False) -> str:
    """Drop a composed title's last clauses until two lines hold it, with what says that the page goes on.

    An author may break a ``whole`` sentence within a clause: it is shortened only where a clause ends.
    """
    pieces = title.split("|")
    while len(pieces) > 1 and any(
        title_width(line, grid.title_size) > grid.title_room
        for line in split_title("|".join(pieces) + continued, grid.title_break, grid.title_size)
    ):
        pieces.pop()
    if whole and len(pieces) < title.count("|") + 1 and not pieces[-1].rstrip().endswith(tuple("，；：,;:")):
        return title
    return "|".join(pieces).rstrip("，；：,;: ")


def split_title(title: str, room: float = A4.title_room, size: float = A4.title_size) -> list[str]:
    """Set a title on one line if it fits, else on two balanced ones.

    It is broken at the author's marks, else after a comma, else between words, else between Chinese characters.
    """
    whole = plain(title)
    if title_width(whole, size) <= room:
        return [whole]
    pieces = title.split("|") if "|" in title.replace("||", "") else _clauses(title)
    breaks = range(1, len(pieces))
    if not breaks:
        return [whole]

    def halves(at: int) -> tuple[str, str]:
        return plain("|".join(pieces[:at])).strip(), plain("|".join(pieces[at:])).strip()

    best = min(breaks, key=lambda at: max(title_width(half, size) for half in halves(at)))
    return list(halves(best))


def halve(whole: str, size: float) -> list[str]:
    """A title on two lines of about the same width, wherever a line may be broken; on one where it nowhere may.

    A compound with a hyphen is parted only where nothing else can be.
    """
    places = [at for at in range(1, len(whole)) if may_break(whole[at - 1], whole[at])]
    if not places:
        return [whole]
    best = min(
        [at for at in places if whole[at - 1] not in "-/"] or places,
        key=lambda at: max(title_width(part, size) for part in (whole[:at], whole[at:])),
    )
    return [whole[:best].rstrip(), whole[best:].lstrip()]


def _clauses(title: str) -> list[str]:
    pieces, start = [], 0
    for at, char in enumerate(title[:-1]):
        if char in "，：；、" or (char in ",;:" and title[at + 1] == " "):
            pieces.append(title[start : at + 1])
            start = at + 1
    if pieces:
        return [*pieces, title[start:]]
    return re.findall(r"\S+\s*", title) if " " in title else list(title)


def share_of(value: Figure, whole: Figure) -> Decimal | None:
    """A part of a whole, or None where either is missing or the whole is zero."""
    return None if value is None or not whole else value / whole
