"""The terms of trade in money: chained invoice price, pocket price, spend tied to volume, the customer's margins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.analysis.contribution import Contribution
from acbp.analysis.customer_profit import CustomerProfit
from acbp.analysis.rates import Comparison, Figure, compare, difference, product, share, total
from acbp.analysis.sales import Sales
from acbp.model import Plan
from acbp.model.terms import Allowance, Discount, PaymentStep, Price, Terms

StepKind = Literal["structural", "efficiency", "performance", "promotion", "consumer"]
LevelName = Literal["list", "invoice", "net", "pocket"]

_ONE = Decimal(1)
_DAYS = Decimal(365)
_TOLERANCE = Decimal("0.0005")
"""Of the figure itself: what lies closer together differs by the rounding of a rate only."""


@dataclass(frozen=True, slots=True)
class PriceStep:
    """A discount, a rebate or a fee."""

    item: Discount | Allowance
    kind: StepKind
    amount: Figure
    """Of the year, positive."""
    per_unit: Figure
    of_list: Figure
    """amount ÷ sales at list price."""
    rate: Figure
    """As agreed, or amount ÷ what it is taken of."""


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """A level of the price: list, invoice, net or pocket."""

    name: LevelName
    amount: Figure
    per_unit: Figure
    of_list: Figure


@dataclass(frozen=True, slots=True)
class PriceFigures:
    """A price with the customer's margins."""

    item: Price
    off_list: Figure
    """(list − cost) ÷ list."""
    initial: Figure
    """(retail − cost) ÷ retail."""
    maintained: Figure
    """markup − markdown × (1 − markup), the markup being the initial margin."""


@dataclass(frozen=True, slots=True)
class RoadStep:
    """A step from credit to cash."""

    item: PaymentStep
    tied_up: Figure
    """Receivable at that many days: sales × days ÷ 365."""
    credit_cost: Figure
    """tied up × yearly rate of capital."""
    discount_cost: Figure
    """sales × the discount given for it; None where none is given."""
    saving: Figure
    """Credit cost of today's days − that of the step − its discount."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Money that the terms and our profit on the customer state differently."""

    name: str
    """A level's name, or the name of a line."""
    terms: Decimal
    contribution: Decimal


@dataclass(frozen=True, slots=True)
class TermsFigures:
    """The terms in money; an amount is missing where its base is."""

    item: Terms
    rows: tuple[PriceStep | PriceLevel, ...]
    """From list price down to pocket price; a level only where steps lead to it."""
    at_list: Figure
    """The year's sales at list price."""
    discounts: tuple[PriceStep, ...]
    allowances: tuple[PriceStep, ...]
    """Rebates, then fees."""
    discount_rate: Figure
    """1 − Π(1 − dᵢ): all discounts chained, of list."""
    pocket: PriceLevel
    spend: Figure
    """Rebates and fees together."""
    spend_of_list: Figure
    spend_of_invoice: Figure
    pocket_rate: Figure
    """pocket ÷ invoice."""
    above_floor: Figure
    """pocket − floor × invoice; negative below the floor."""
    tied: Figure
    """Rebates and fees paid only on volume sold; None where the plan tells it of none of them."""
    tied_share: Figure
    """tied ÷ spend."""
    prices: tuple[PriceFigures, ...]
    front: Comparison
    """The customer's front margin ÷ its retail sales of our goods."""
    back: Comparison
    """Rebates and fees ÷ the same retail sales."""
    margin: Comparison
    """front + back."""
    receivable: Figure
    """sales × days of credit ÷ 365."""
    credit_cost: Figure
    roadmap: tuple[RoadStep, ...]
    gaps: tuple[Gap, ...]
    missing: tuple[str, ...]
    """Names of discounts, rebates and fees that have neither a rate nor an amount."""


def price_terms(
    plan: Plan, sales: Sales, contribution: Contribution | None, profit: CustomerProfit | None
) -> TermsFigures | None:
    """Work out the terms in money for the year planned; None where the plan has none.

    The way begins at the plan's invoiced sales: list price is what the discounts, taken one after the other, lead down
    from. Invoice price = list × Π(1 − dᵢ).
    """
    terms = plan.terms
    if terms is None:
        return None
    invoice, volume = sales.year.plan, sales.volume.year.plan
    start = _list_sales(invoice, terms.discounts)
    discounts: list[PriceStep] = []
    left = start
    for discount in terms.discounts:
        amount = product(left, discount.rate) if discount.rate is not None else discount.amount
        discounts.append(_step(discount, discount.kind, amount, left, start, volume))
        left = difference(left, amount)
    allowances = tuple(
        _step(
            item, item.kind, item.amount if item.rate is None else product(invoice, item.rate), invoice, start, volume
        )
        for item in (*terms.rebates, *terms.fees)
    )
    early = [step for step in allowances if step.kind != "consumer"]
    late = [step for step in allowances if step.kind == "consumer"]
    net = _less(invoice, early)

    def level(name: LevelName, amount: Figure) -> PriceLevel:
        return PriceLevel(name, amount, share(amount, volume), share(amount, start))

    pocket = level("pocket", _less(net, late))
    rows: list[PriceStep | PriceLevel] = [level("list", start)] if discounts else []
    rows += [*discounts, level("invoice", invoice)]
    rows += [step for kind in ("performance", "promotion") for step in early if step.kind == kind]
    rows += [level("net", net), *late] if early and late else late
    rows += [pocket] if allowances else []
    spend = total(step.amount for step in allowances) if allowances else None
    tied = [step for step in allowances if isinstance(step.item, Allowance) and step.item.on_volume]
    is_told = any(isinstance(step.item, Allowance) and step.item.on_volume is not None for step in allowances)
    tied_sum = (total(step.amount for step in tied) if tied else Decimal(0)) if is_told else None
    front = _of_retail(sales.customer_margin.year, profit)
    back = _of_retail(sales.trade_spend.year, profit)
    receivable = _tied_up(invoice, terms.payment_days)
    credit_cost = product(receivable, terms.capital_rate)
    steps = (*discounts, *allowances)
    return TermsFigures(
        item=terms,
        rows=tuple(rows),
        at_list=start if discounts else None,
        discounts=tuple(discounts),
        allowances=allowances,
        discount_rate=difference(_ONE, share(invoice, start)) if discounts else None,
        pocket=pocket,
        spend=spend,
        spend_of_list=share(spend, start),
        spend_of_invoice=share(spend, invoice),
        pocket_rate=share(pocket.amount, invoice),
        above_floor=difference(pocket.amount, product(terms.pocket_floor, invoice)),
        tied=tied_sum,
        tied_share=share(tied_sum, spend),
        prices=tuple(_price(price) for price in terms.prices),
        front=front,
        back=back,
        margin=compare(total((front.plan, back.plan)), total((front.last, back.last))),
        receivable=receivable,
        credit_cost=credit_cost,
        roadmap=tuple(_road_step(step, terms, invoice, credit_cost) for step in terms.payment_roadmap),
        gaps=tuple(_gaps(start, invoice, pocket.amount, steps, contribution, discounts=bool(discounts))),
        missing=tuple(step.item.name for step in steps if step.item.rate is None and step.item.amount is None),
    )


def maintained_margin(markup: Figure, markdown: Figure) -> Figure:
    """Return markup − markdown × (1 − markup), all as fractions of retail sales; None where one is missing."""
    return difference(markup, product(markdown, difference(_ONE, markup)))


def _list_sales(invoice: Figure, discounts: Sequence[Discount]) -> Figure:
    """Climb back from the invoice to the list price, the last discount first."""
    amount = invoice
    for discount in reversed(discounts):
        rate = discount.rate
        amount = total((amount, discount.amount)) if rate is None else share(amount, _ONE - rate)
    return amount


def _step(
    item: Discount | Allowance, kind: StepKind, amount: Figure, base: Figure, start: Figure, volume: Figure
) -> PriceStep:
    rate = share(amount, base) if item.rate is None else item.rate
    return PriceStep(item, kind, amount, share(amount, volume), share(amount, start), rate)


def _less(level: Figure, steps: Sequence[PriceStep]) -> Figure:
    return difference(level, total(step.amount for step in steps)) if steps else level


def _of_retail(part: Comparison, profit: CustomerProfit | None) -> Comparison:
    retail = profit.sales if profit else Comparison()
    return compare(share(part.plan, retail.plan), share(part.last, retail.last))


def _price(item: Price) -> PriceFigures:
    initial = share(difference(item.retail, item.cost), item.retail)
    return PriceFigures(
        item=item,
        off_list=share(difference(item.list_price, item.cost), item.list_price),
        initial=initial,
        maintained=maintained_margin(initial, item.markdown),
    )


def _tied_up(invoice: Figure, days: int | None) -> Figure:
    return None if invoice is None or days is None else invoice * days / _DAYS


def _road_step(step: PaymentStep, terms: Terms, invoice: Figure, today: Figure) -> RoadStep:
    tied_up = _tied_up(invoice, step.days)
    cost = product(tied_up, terms.capital_rate)
    given = product(invoice, step.discount)
    saving = difference(today, cost)
    return RoadStep(step, tied_up, cost, given, saving if given is None else difference(saving, given))


def _gaps(
    start: Figure,
    invoice: Figure,
    pocket: Figure,
    steps: Iterable[PriceStep],
    contribution: Contribution | None,
    *,
    discounts: bool,
) -> Iterable[Gap]:
    """Where both the terms and the way down from list price in our profit on the customer state the same money."""
    if contribution is None:
        return
    levels = {row.stage: row.amount.plan for row in contribution.rows if row.stage}
    lines = {row.id: -row.amount.plan for row in contribution.rows if not row.stage and row.amount.plan is not None}
    stated: list[tuple[str, Figure, Figure]] = [
        ("list", start if discounts else None, levels.get("list")),
        ("invoice", invoice, levels.get("invoice")),
        *((step.item.name, step.amount, lines.get(step.item.id)) for step in steps),
        ("pocket", pocket, levels.get("pocket")),
    ]
    for name, ours, theirs in stated:
        if ours is not None and theirs is not None and abs(ours - theirs) > abs(theirs) * _TOLERANCE:
            yield Gap(name, ours, theirs)
