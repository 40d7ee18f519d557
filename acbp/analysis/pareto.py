"""The articles of the business by weight: which few bring most of it, which many bring little (Pareto, 20/80)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.analysis.catalogue import Catalogue
from acbp.analysis.rates import Figure, growth, product, ratio, share, sum_known, total
from acbp.model import Plan, Workspace
from acbp.model.records import SkuConversion, SkuSales

Grade = Literal["A", "B", "C"]
GRADES: tuple[Grade, ...] = ("A", "B", "C")
MOST, NEARLY_ALL = Decimal("0.80"), Decimal("0.95")
"""Cumulative shares at which class A and class B end."""
UNIT_CASE = 24 * 8 * Decimal("29.5735295625")
"""One unit case in millilitres: 24 × 8 US fluid ounces."""


@dataclass(frozen=True, slots=True)
class RankedSku:
    """One article by rank of its sales."""

    item: SkuSales
    rank: int
    category: str
    """The category's name; empty where none is given."""
    growth: Figure
    share: Figure
    """Of all articles' sales."""
    cumulative: Figure
    """Share of this and all better articles."""
    grade: Grade
    volume: Figure
    """In unit cases, or in physical cases where no article is converted."""
    price: Figure
    """sales ÷ volume."""
    distribution: Figure
    """Numeric: stores that handle it ÷ all stores. Not additive over articles."""


@dataclass(frozen=True, slots=True)
class GradeTotal:
    """The articles of one class."""

    grade: Grade
    count: int
    sales: Figure
    share: Figure


@dataclass(frozen=True, slots=True)
class Assortment:
    """All articles whose sales are known, the best first."""

    skus: tuple[RankedSku, ...]
    unknown: int
    """Articles without sales; they are in no total."""
    total: Figure
    growth: Figure
    """Missing where one article's year before is."""
    volume: Figure
    eighty: int
    """How many of the best articles together make 80 % of the sales."""
    grades: tuple[GradeTotal, ...]


def rank_skus(plan: Plan, names: Catalogue, workspace: Workspace | None = None) -> Assortment | None:
    """Rank the articles by sales; None where no sales are known or they come to nothing."""
    performance = plan.situation.performance if plan.situation else None
    given = performance.skus if performance else ()
    sold = sorted((sku for sku in given if sku.sales is not None), key=lambda sku: (-(sku.sales or 0), sku.id))
    whole = total(sku.sales for sku in sold)
    if performance is None or whole is None or whole <= 0:
        return None
    conversions = {item.sku: item for item in workspace.skus} if workspace else {}
    converted = any(_unit_cases(sku, conversions) is not None for sku in given)
    stores = sum(row.stores for row in performance.stores) or None
    ranked: list[RankedSku] = []
    running = Decimal(0)
    for rank, sku in enumerate(sold, start=1):
        before = running / whole
        running += sku.sales or 0
        volume = product(sku.cases, _unit_cases(sku, conversions)) if converted else sku.cases
        ranked.append(
            RankedSku(
                item=sku,
                rank=rank,
                category=names.category_name(sku.category) if sku.category else "",
                growth=growth(sku.sales, sku.previous),
                share=share(sku.sales, whole),
                cumulative=running / whole,
                grade="A" if before < MOST else "B" if before < NEARLY_ALL else "C",
                volume=volume,
                price=ratio(sku.sales, volume),
                distribution=share(_decimal(sku.stores), _decimal(stores)),
            )
        )
    return Assortment(
        skus=tuple(ranked),
        unknown=len(given) - len(sold),
        total=whole,
        growth=growth(whole, total(sku.previous for sku in sold)),
        volume=total(sku.volume for sku in ranked),
        eighty=sum(sku.grade == "A" for sku in ranked),
        grades=tuple(_total(grade, [sku for sku in ranked if sku.grade == grade], whole) for grade in GRADES),
    )


def _unit_cases(sku: SkuSales, conversions: Mapping[str, SkuConversion]) -> Figure:
    """Unit cases in one physical case: as the article says, else as the workspace says; None where nobody does."""
    if sku.unit_cases is not None:
        return sku.unit_cases
    found = conversions.get(sku.id)
    if found is None:
        return None
    if found.unit_cases is not None:
        return found.unit_cases
    return ratio(product(_decimal(found.units), found.millilitres), UNIT_CASE)


def _total(grade: Grade, skus: Iterable[RankedSku], whole: Figure) -> GradeTotal:
    held = tuple(skus)
    sales = sum_known(sku.item.sales for sku in held)
    return GradeTotal(grade, len(held), sales, share(sales, whole))


def _decimal(count: int | None) -> Figure:
    return None if count is None else Decimal(count)
