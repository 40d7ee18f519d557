"""Makes plans at the edge of what may be written: an example plan cut down, crowded and overdrawn by a seeded die.

Each plan keeps some sections of an example, with their lists cut to one item or filled up as far as the format allows,
texts of one word or of a page, names of sixty characters, German-length words and rare characters, and figures that
are huge, tiny, negative or zero. What comes out is a plan that the program reads without an error.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import Any

from acbp.loading.positions import takes
from acbp.loading.sense import check_sense
from acbp.model import Plan, Workspace
from acbp.model.base import Part, link_of
from acbp.model.links import ids_of, keys_link_of
from acbp.model.scalars import LARGEST, Amount, Count, Line, Percent, Prose, Quantity, Volume
from acbp.rendering.brand import Brand, known_brands, load_brand
from tests.generated.wordings import Wordings
from tests.model.walking import reachable
from tests.printing import Example

ALWAYS = ("plan", "account", "supplier")
FORMS = ("report",) * 6 + ("deck", "onepage", "onepage", "review")
BRANDS = ("spring", "cliff", "dusk", "primrose")
MOST = {"actions": 80, "kpis": 40, "items": 120, "skus": 90, "stores": 60, "competitors": 10}
"""How many items a crowded list gets at the most, by the name of its field; others get 24."""
_KEPT_TEXTS = {
    "unit", "volume_name", "confidentiality", "version", "sales_name", "short_name", "at", "rule", "period", "owner",
    "money_unit", "path", "distribution_of", "customer_margin_name",
}  # fmt: skip
"""Texts with a sense of their own, or a place for a word or two by their nature: left as they are, or drawn short."""
_KEYED = {
    "history",
    "months",
    "weeks",
    "review_calendar",
    "marks",
    "screening",
    "kam_skills",
    "forces",
    "exit_tests",
    "factors",
    "criteria",
    "points",
    "levels",
}
"""Lists whose items are told apart by what they are, not by an id: cut, but never filled up."""


@dataclass(frozen=True, slots=True, repr=False)
class Case:
    """A generated plan with all that it takes to print it."""

    seed: int
    plan: Plan
    workspace: Workspace | None
    brand: Brand
    edition: str
    language: str
    form: str
    period: str | None
    example: Example

    def options(self) -> dict[str, Any]:
        """The named arguments of `render`."""
        review = next((each for each in self.plan.reviews if each.period == self.period), None)
        return {
            "edition": self.edition,
            "language": self.language,
            "brand": self.brand,
            "as_of": review.date if review else self.plan.plan.date,
            "folder": self.example.folder,
            "form": self.form,
            "period": self.period,
        }

    def __str__(self) -> str:
        return f"seed {self.seed}: {self.form} {self.edition} {self.language} {self.brand.name}"


def generate(seed: int, examples: Mapping[str, Example]) -> Case:
    """Make the plan of a seed, the same one each time."""
    dice = Random(seed)
    written = dice.choice(("zh", "en"))
    example = examples[written]
    form = dice.choice(FORMS)
    plan = _drawn(dice, example, written, whole=form == "onepage")
    if form == "review" and not plan.reviews:
        form = "report"
    brand, problems = load_brand(known_brands()[dice.choice(BRANDS)])
    assert not problems
    return Case(
        seed,
        plan,
        example.workspace if dice.random() < 0.8 else None,
        brand,
        dice.choice(("internal", "customer")),
        written if dice.random() < 0.85 else {"zh": "en", "en": "zh"}[written],
        form,
        dice.choice(plan.reviews).period if form == "review" else None,
        example,
    )


def _drawn(dice: Random, example: Example, language: str, whole: bool) -> Plan:
    """A plan without errors; where a throw makes one that the reader would refuse, the next throw counts."""
    for _ in range(20):
        made = _Painter(dice, language).paint(_cut_down(dice, example.plan, whole))
        faults = check_sense(made, example.root)
        if any(fault.code == "E240" for fault in faults):  # what a scenario changes may have gone
            made = made.model_copy(update={"scenarios": ()})
            faults = check_sense(made, example.root)
        if not faults:
            return made
    raise AssertionError(f"no sound plan in twenty throws: {faults[:3]}")


def _cut_down(dice: Random, plan: Plan, whole: bool) -> Plan:
    """The plan with a few of its sections, seldom all of them."""
    share = 1.0 if whole or dice.random() < 0.02 else dice.choice((0.05, 0.1, 0.15, 0.2))
    kept = {name for name in Plan.model_fields if name in ALWAYS or dice.random() < share}
    if "actions" in kept or "promotions" in kept:
        kept |= {"relationships"} if dice.random() < 0.5 else set()
    if "strategies" in kept:
        kept.add("objectives")
    if "negotiation" in kept:
        kept.add("financials")
    gone = {name: field.get_default() for name, field in Plan.model_fields.items() if name not in kept}
    return plan.model_copy(update=gone)


class _Painter:
    """Changes the lists, texts and figures of a plan, each kind by a manner thrown once for the whole plan."""

    def __init__(self, dice: Random, language: str) -> None:
        self.dice = dice
        self.words = Wordings(dice, language)
        self.crowding = dice.choice((0.0, 0.1, 0.3))
        self.thinning = dice.choice((0.0, 0.2, 0.5))
        self.wordy = dice.choice((0.0, 0.15, 0.5, 0.9))
        self.factor = dice.choice((1, 1, 1, 1000, Decimal("0.001")))
        self.odd = dice.choice((0.0, 0.0, 0.1, 0.4))
        self.sparing = dice.choice((0.0, 0.25, 0.5))

    def paint(self, plan: Plan) -> Plan:
        """The plan, painted over, with no link to what is no longer there."""
        made = self._part(plan, "")
        for _ in range(6):  # what loses its link may leave others without theirs
            known = ids_of(made)
            tied = _tie(made, known)
            if tied is made:
                break
            made = tied
        # A title of the author's own may refer to a figure that is gone: that is told before anything is printed.
        return made.model_copy(update={"plan": made.plan.model_copy(update={"pages": {}})})  # type: ignore[no-any-return]

    def _part(self, part: Any, suffix: str) -> Any:
        changes: dict[str, Any] = {}
        for name, field in type(part).model_fields.items():
            value = getattr(part, name)
            if name in ("audience", "internal", "set_aside", "layout", "translations", "exit_plan_of") or value is None:
                continue
            if not field.is_required() and name in _SPARED and self.dice.random() < self.sparing:
                changes[name] = field.get_default(call_default_factory=True)
            elif name == "id":
                changes[name] = f"{value[: 59 - len(suffix)]}{suffix}"
            elif name == "reviews" and isinstance(part, Plan):
                changes[name] = self._reviews(value)
            elif not link_of(field):
                changes[name] = self._value(name, field, value)
        return part.model_copy(update=changes)

    def _value(self, name: str, field: Any, value: Any) -> Any:
        kind = (field.annotation, field.metadata)
        if isinstance(value, Part):
            return self._part(value, "")
        if isinstance(value, tuple):
            return self._list(name, field, value)
        if isinstance(value, Mapping):
            money = takes(*_either(kind, Amount)) or takes(*_either(kind, Volume))
            return {key: self._figure(held) for key, held in value.items()} if money else value
        if isinstance(value, str):
            return self._text(name, value, takes(*_either(kind, Line)), takes(*_either(kind, Prose)))
        if isinstance(value, Quantity):
            return (
                value if self.dice.random() > self.odd else Quantity(self._odd(value.value), value.percent, value.bare)
            )
        if isinstance(value, Decimal):
            if takes(*_either(kind, Amount)) or takes(*_either(kind, Volume)):
                return self._figure(value)
            if takes(*_either(kind, Percent)) and self.dice.random() < self.odd and name not in _BOUND:
                return self.dice.choice((Decimal(0), -value, value * 10))
        if isinstance(value, int) and takes(*_either(kind, Count)) and not isinstance(value, bool):
            return value * 1000 if self.dice.random() < self.odd else value
        return value

    def _text(self, name: str, value: str, is_line: bool, is_prose: bool) -> str:
        if not (is_line or is_prose) or name in _KEPT_TEXTS or self.dice.random() >= self.wordy:
            return value
        if is_prose:
            return self.words.prose()
        return self.words.name() if name in ("name", "title", "label", "heading", "format") else self.words.line()

    def _figure(self, value: Any) -> Any:
        if not isinstance(value, Decimal):
            return value
        value = value * self.factor
        value = self._odd(value) if self.dice.random() < self.odd else value
        return value if abs(value) < LARGEST else value / 10**6

    def _odd(self, value: Decimal) -> Decimal:
        return self.dice.choice((Decimal(0), -value, value * 100, value / 100, Decimal(1)))

    def _list(self, name: str, field: Any, held: tuple[Any, ...]) -> tuple[Any, ...]:
        if not held:
            return held
        wanted, throw = len(held), self.dice.random()
        if throw < self.thinning and name not in ("factors", "criteria", "weeks"):
            wanted = self.dice.choice((1, 2, 3))
        elif throw < self.thinning + self.crowding and name not in _KEYED:
            most = next((note.max_length for note in field.metadata if hasattr(note, "max_length")), 24)
            wanted = min(most, self.dice.choice((2 * len(held), MOST.get(name, 24))))
        items = [held[at % len(held)] for at in range(min(wanted, max(wanted, 1)))]
        return tuple(self._item(name, field, item, at // len(held)) for at, item in enumerate(items))

    def _item(self, name: str, field: Any, item: Any, round_: int) -> Any:
        if isinstance(item, Part):
            return self._part(item, f"-{round_}" if round_ else "")
        if isinstance(item, str):
            kind = (field.annotation, field.metadata)
            return self._text("text", item, takes(*_either(kind, Line)), takes(*_either(kind, Prose)))
        return self._figure(item) if isinstance(item, Decimal) else item

    def _reviews(self, held: tuple[Any, ...]) -> tuple[Any, ...]:
        """No review, one, some or all five, each made of one that is there."""
        if not held:
            return held
        periods = ("Q1", "Q2", "Q3", "Q4", "year")[: self.dice.choice((0, 1, 2, 4, 5))]
        return tuple(
            self._part(held[at % len(held)], "").model_copy(update={"period": period})
            for at, period in enumerate(periods)
        )


_SPARED = {
    name
    for part in reachable(Plan)
    for name, field in part.model_fields.items()
    if not field.is_required()
    and name not in ("unit", "scale", "language", "currency", "money_unit", "volume_unit", "categories")
    and field.get_default(call_default_factory=True) in (None, (), {})
} - set(Plan.model_fields)
"""Fields that an author may leave out."""
_BOUND = {"weight", "progress", "likelihood"}
"""Percentages that the reader holds within 0 and 100."""


def _either(kind: tuple[Any, Any], scalar: Any) -> tuple[Any, Any, Any]:
    return kind[0], scalar, kind[1]


def _tie(part: Any, known: Mapping[str, frozenset[str]]) -> Any:
    """The part without links to what is not there; an item that cannot be without its link goes with it."""
    changes: dict[str, Any] = {}
    for name, field in type(part).model_fields.items():
        value = getattr(part, name)
        kind, keys = link_of(field), keys_link_of(field)
        if value is None or value == ():
            continue
        if kind and isinstance(value, tuple):
            changes[name] = tuple(each for each in value if each in known[kind])
        elif kind and value not in known[kind]:
            if field.is_required():
                return None
            changes[name] = field.get_default()
        elif keys:
            changes[name] = {key: held for key, held in value.items() if key in known[keys]}
        elif isinstance(value, Part):
            tied = _tie(value, known)
            if tied is not None or not field.is_required():
                changes[name] = tied
        elif isinstance(value, tuple) and isinstance(value[0], Part):
            changes[name] = tuple(tied for each in value if (tied := _tie(each, known)) is not None)
    same = all(getattr(part, name) == value for name, value in changes.items())
    return part if same else part.model_copy(update=changes)


def seeds(first: int = 0, count: int = 300) -> Sequence[int]:
    """The seeds that the tests try."""
    return range(first, first + count)
