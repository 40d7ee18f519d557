"""How a metric is declared: its reference, its formula in words, what goes into it, and where its value stands."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from acbp.analysis.figures import Figures
from acbp.analysis.rates import Figure, difference, growth, product, ratio, sum_known, total
from acbp.model import Plan

Words = tuple[str, str]
"""The same words in Chinese and in English."""

Inputs = Mapping[str, Figure]
"""The figures of an input with a star, by what stands in its place: ``financials.quarters.*`` by ``Q1`` … ``Q4``."""


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric of a subject.

    ``inputs`` are references; in them a leading dot stands for the subject's own, ``{0}`` and ``{1}`` for its keys,
    ``{year}``, ``{last}`` and ``{period}`` for the plan's year, the year before and the latest period reviewed, a star
    for every item of a list; an input with ``?`` at its end may be missing. Which inputs there are may depend on the
    item. ``work`` takes one argument for each: a figure, or `Inputs` where the input has a star; it is None where the
    formula counts or compares dates.
    """

    name: str
    unit: str | Callable[[Any], str]
    """``money``, ``volume``, ``percent``, ``growth``, ``points``, ``price`` (money for a unit of volume), ``index``,
    ``number``, ``times``, ``days``, ``weeks``; or a function of the item: a KPI has a unit of its own."""
    title: Words
    read: Callable[[Any], Figure]
    """Takes the value from the subject's item."""
    formula: Words
    inputs: tuple[str, ...] | Callable[[Any], tuple[str, ...]]
    work: Callable[..., Figure] | None
    decimals: int | None = None
    """Decimals with which the pages print it, where the unit alone does not say."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Metrics that are worked out for the same thing, or for each of several things."""

    pattern: str
    """Beginning of the references; ``{}`` stands for a key: ``reviews.{}.kpis.{}``."""
    title: Words
    items: "Items"
    """The things by their keys; one thing without a key stands under ``()``."""
    metrics: tuple[Metric, ...]
    definition: Words = ("", "")
    """Which definition holds where the trade has several."""


Items = Callable[[Figures, Plan], Mapping[tuple[str, ...], Any]]


def one(read: Callable[[Figures], Any]) -> Items:
    """Return the items of a subject that is a single thing, or nothing where the plan has none of it."""

    def items(figures: Figures, plan: Plan) -> dict[tuple[str, ...], Any]:
        found = read(figures)
        return {} if found is None else {(): found}

    return items


def each(read: Callable[[Figures], Iterable[Any]], key: Callable[[Any], Any]) -> Items:
    """Return the items of a subject that is a list, each under one key."""
    return lambda figures, plan: {(str(key(item)),): item for item in read(figures)}


def taken(
    name: str,
    unit: str | Callable[[Any], str],
    title: Words,
    read: Callable[[Any], Figure],
    source: str,
    decimals: int | None = None,
) -> Metric:
    """Declare a metric that is another figure as it stands."""
    return Metric(name, unit, title, read, ("取自该数据", "as stated there"), (source,), lambda value: value, decimals)


Way = tuple[Words, tuple[str, ...] | Callable[[Any], tuple[str, ...]], Callable[..., Figure]]
"""Formula, inputs and work."""


def compared(
    prefix: str,
    unit: str,
    title: Words,
    read: Callable[[Any], Any],
    plan: Way,
    last: Way,
    *,
    decimals: int | None = None,
    names: tuple[str, str] = ("plan", "last"),
) -> tuple[Metric, ...]:
    """Declare the metrics of a `Comparison`: plan, the year before, change, and growth where it is no rate."""
    dot = f"{prefix}." if prefix else ""
    this, before = f".{dot}{names[0]}", f".{dot}{names[1]}"
    rate = unit in ("percent", "points")

    def called(zh: str, en: str) -> Words:
        return f"{title[0]}{zh}" if title[0] else zh.lstrip("，"), f"{title[1]}{en}" if title[1] else en.lstrip(", ")

    change = Metric(
        f"{dot}change",
        "points" if rate else unit,
        called("，增减", ", change"),
        lambda item: read(item).change,
        ("计划 − 上年", "plan − last year"),
        (this, before),
        difference,
        decimals,
    )
    rise = Metric(
        f"{dot}growth",
        "growth",
        called("，同比", ", growth"),
        lambda item: read(item).growth,
        ("（计划 − 上年）÷ 上年", "(plan − last year) ÷ last year"),
        (this, before),
        growth,
    )
    return (
        Metric(f"{dot}{names[0]}", unit, called("，计划", ", plan"), lambda item: read(item).plan, *plan, decimals),
        Metric(
            f"{dot}{names[1]}", unit, called("，上年", ", last year"), lambda item: read(item).last, *last, decimals
        ),
        change,
        *(() if rate else (rise,)),
    )


def sum_of(*inputs: str, zh: str = "各项之和", en: str = "sum of the items") -> Way:
    """A sum over one or more inputs, missing where one is."""
    return (zh, en), inputs, add_up


def add_up(*inputs: Inputs | Figure) -> Figure:
    """Sum single figures and the figures of inputs with a star; None where one is missing or there is none."""
    return total(figure for given in inputs for figure in (given.values() if isinstance(given, Mapping) else (given,)))


def add_known(*inputs: Inputs | Figure) -> Figure:
    """Sum what is known; None where nothing is."""
    return sum_known(
        figure for given in inputs for figure in (given.values() if isinstance(given, Mapping) else (given,))
    )


def first_known(*figures: Figure) -> Figure:
    """Return the first figure that is there."""
    return next((figure for figure in figures if figure is not None), None)


def first_of(*given: Inputs | Figure) -> Figure:
    """Return the first input that is there: a figure, or the sum of an input with a star where all of it is."""
    return first_known(*(total(each.values()) if isinstance(each, Mapping) else each for each in given))


def weigh(weights: Inputs, values: Inputs) -> Figure:
    """Return Σ weight × value ÷ Σ weight; None where a value is missing."""
    return ratio(total(product(weight, values.get(key)) for key, weight in weights.items()), total(weights.values()))
