"""Our room in the stores: share of shelf against share of sales, placements against target, distribution."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.performance import Performance
from acbp.analysis.rates import Figure, difference, index, share
from acbp.model import Plan
from acbp.model.space import Distribution, Facings, Placement, Shelf


@dataclass(frozen=True, slots=True)
class ShelfShare:
    """One shelf, or all category shelves together."""

    item: Shelf | None
    """None for the total."""
    name: str
    focus: bool
    last: Figure
    """Share of shelf: own facings ÷ all facings."""
    now: Figure
    target: Figure
    change: Figure
    """now − last."""
    to_go: Figure
    """target − now; negative where the target is passed."""
    sales_share: Figure
    fair_share_index: Figure
    """Share of shelf now ÷ share of sales × 100: below 100 we have less shelf than we sell."""


@dataclass(frozen=True, slots=True)
class PlacementState:
    """One kind of display or cooler."""

    item: Placement
    change: Figure
    """now − last."""
    to_go: Figure
    """target − now."""
    reached: Figure
    """now ÷ target."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The distribution of one line or range."""

    item: Distribution
    last: Figure
    """Numeric distribution: stores handling ÷ stores."""
    now: Figure
    target: Figure
    weighted: Figure
    """Weighted distribution now: category sales of handlers ÷ category sales of all."""


@dataclass(frozen=True, slots=True)
class SpaceFigures:
    """Our room in the stores."""

    shelves: tuple[ShelfShare, ...]
    total: ShelfShare | None
    """Over whole categories only, not their segments; None for fewer than two of them."""
    lead: ShelfShare | None
    """The shelf with the longest way to go, else the one that gained most."""
    displays: tuple[PlacementState, ...]
    coolers: tuple[PlacementState, ...]
    distribution: tuple[Reach, ...]


def measure_space(plan: Plan, names: Catalogue, performance: Performance | None) -> SpaceFigures | None:
    """Work out our room in the stores; None where the plan has no such section."""
    given = plan.space
    if given is None:
        return None
    known = {gap.id: gap.our_share for gap in performance.categories} if performance else {}
    shelves = tuple(_shelf(shelf, names, known.get(shelf.category)) for shelf in given.shelves)
    whole = performance.total.our_share if performance and performance.total else None
    return SpaceFigures(
        shelves=shelves,
        total=_sum(given.shelves, whole, set(known)),
        lead=_lead(shelves),
        displays=tuple(map(_place, given.displays)),
        coolers=tuple(map(_place, given.coolers)),
        distribution=tuple(_reach(item) for item in given.distribution),
    )


def _shelf(item: Shelf, names: Catalogue, category_share: Figure) -> ShelfShare:
    sales_share = item.sales_share if item.sales_share is not None or item.segment else category_share
    name = item.segment or names.category_name(item.category)
    return _compare(item, name, names.is_focus(item.category), (item.last, item.now, item.target), sales_share)


def _compare(
    item: Shelf | None,
    name: str,
    focus: bool,
    counts: tuple[Facings | None, Facings | None, Facings | None],
    sales_share: Figure,
) -> ShelfShare:
    last, now, target = (share(Decimal(count.own), Decimal(count.all)) if count else None for count in counts)
    return ShelfShare(
        item=item,
        name=name,
        focus=focus,
        last=last,
        now=now,
        target=target,
        change=difference(now, last),
        to_go=difference(target, now),
        sales_share=sales_share,
        fair_share_index=index(now, sales_share),
    )


def _sum(shelves: tuple[Shelf, ...], sales_share: Figure, selling: set[str]) -> ShelfShare | None:
    """All category shelves together; their share of sales is known only where they are the categories sold."""
    whole = [shelf for shelf in shelves if not shelf.segment]
    if len(whole) < 2:
        return None
    counts = tuple(_add([getattr(shelf, name) for shelf in whole]) for name in ("last", "now", "target"))
    known = sales_share if {shelf.category for shelf in whole} == selling else None
    return _compare(None, "", False, counts, known)  # type: ignore[arg-type]


def _add(counts: list[Facings | None]) -> Facings | None:
    known = [count for count in counts if count]
    if len(known) < len(counts):
        return None
    return Facings(own=sum(count.own for count in known), all=sum(count.all for count in known))


def _lead(shelves: tuple[ShelfShare, ...]) -> ShelfShare | None:
    behind = [shelf for shelf in shelves if shelf.to_go is not None and shelf.to_go > 0]
    if behind:
        return max(behind, key=lambda shelf: shelf.to_go or 0)
    grown = [shelf for shelf in shelves if shelf.change is not None]
    return max(grown, key=lambda shelf: shelf.change or 0) if grown else None


def _place(item: Placement) -> PlacementState:
    last, now, target = (None if count is None else Decimal(count) for count in (item.last, item.now, item.target))
    return PlacementState(item, difference(now, last), difference(target, now), share(now, target))


def _reach(item: Distribution) -> Reach:
    def numeric(count: int | None) -> Figure:
        return None if count is None else share(Decimal(count), Decimal(item.stores))

    return Reach(
        item=item,
        last=numeric(item.last),
        now=numeric(item.now),
        target=numeric(item.target),
        weighted=share(item.handler_sales, item.category_sales),
    )
