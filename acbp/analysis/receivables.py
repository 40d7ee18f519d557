"""What the customer owes us: its age, the credit used, and the days that sales are outstanding."""

from dataclasses import dataclass
from decimal import Decimal

from acbp.analysis.rates import Figure, difference, product, ratio, share, sum_known, total
from acbp.model import Plan

AGES = ("not_due", "to_30", "to_60", "to_90", "over_90")


@dataclass(frozen=True, slots=True)
class AgedDebt:
    """Receivables of one age."""

    name: str
    """One of AGES."""
    value: Figure
    share: Figure
    """Of the balance."""


@dataclass(frozen=True, slots=True)
class Receivables:
    """The balance and what it says."""

    balance: Figure
    ages: tuple[AgedDebt, ...]
    unplaced: Figure
    """Balance − all ages; zero where they agree."""
    overdue: Figure
    """All but what is not yet due; missing where one age is."""
    overdue_share: Figure
    limit_use: Figure
    """balance ÷ credit limit."""
    over_limit: bool | None
    dso: Figure
    """Days sales outstanding: receivables ÷ revenue of the period × its days."""
    dso_change: Figure
    """Against a year ago, days."""
    beyond_terms: Figure
    """DSO − days of payment agreed."""


def work_out_receivables(plan: Plan) -> Receivables | None:
    """Work out what is owed to us; None where no balance is known, as in every customer's plan."""
    given = plan.situation.receivables if plan.situation else None
    if given is None:
        return None
    values = {name: getattr(given.age, name) if given.age else None for name in AGES}
    aged = sum_known(values.values())
    balance = given.balance if given.balance is not None else aged
    if balance is None:
        return None
    overdue = total(values[name] for name in AGES[1:])
    dso = product(ratio(balance, given.revenue), _decimal(given.days))
    limit_use = share(balance, given.credit_limit)
    return Receivables(
        balance=balance,
        ages=tuple(AgedDebt(name, value, share(value, balance)) for name, value in values.items()) if aged else (),
        unplaced=difference(balance, aged),
        overdue=overdue,
        overdue_share=share(overdue, balance),
        limit_use=limit_use,
        over_limit=None if limit_use is None else limit_use > 1,
        dso=dso,
        dso_change=difference(dso, _decimal(given.previous_dso)),
        beyond_terms=difference(dso, _decimal(given.terms)),
    )


def _decimal(count: int | None) -> Figure:
    return None if count is None else Decimal(count)
