"""How far a weight may move before another option comes first."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from acbp.analysis.rates import Figure

Scores = Sequence[Decimal]
"""One option's score on each factor, in the order of the weights."""


@dataclass(frozen=True, slots=True)
class Leeway:
    """The range of one weight's share in which the first option stays first."""

    share: Decimal
    """The weight's share of all weights now."""
    low: Figure
    """Below this share another comes first; None where that never happens."""
    high: Figure
    """Above this share another comes first; None where that never happens."""
    change: Figure
    """The smaller of the two moves, with its sign: −0.12 is twelve points down; None for never."""
    rival: int | None
    """Place of the option that comes first after that move."""


def find_leeway(weights: Sequence[Decimal], options: Sequence[Scores], first: int) -> tuple[Leeway, ...]:
    """Return for each weight how far its share may move, the other weights keeping their proportions.

    With the share t of weight k, the lead over a rival is t × d + (1 − t) × R, where d is the lead on factor k and R
    the weighted mean of the leads on all other factors; the rival draws level at t = R ÷ (R − d). Empty where there is
    no rival or no weight; a weight that is alone, or the only one above zero, has nothing to move against.
    """
    whole = sum(weights, Decimal(0))
    if len(options) < 2 or whole <= 0:
        return ()
    return tuple(_leeway(place, weights, whole, options, first) for place in range(len(weights)))


def _leeway(place: int, weights: Sequence[Decimal], whole: Decimal, options: Sequence[Scores], first: int) -> Leeway:
    own = weights[place]
    others = whole - own
    share, low, high = own / whole, None, None
    below = above = None
    for rival, scores in enumerate(options):
        if rival == first or others <= 0:
            continue
        leads = [ours - theirs for ours, theirs in zip(options[first], scores, strict=True)]
        rest = sum((w * lead for w, lead in zip(weights, leads, strict=True)), Decimal(0)) - own * leads[place]
        slope = leads[place] * others - rest
        if slope > 0 and rest < 0:
            level = min(share, rest / (rest - leads[place] * others))
            if low is None or level > low:
                low, below = level, rival
        elif slope < 0 and leads[place] < 0:
            level = max(share, rest / (rest - leads[place] * others))
            if high is None or level < high:
                high, above = level, rival
    moves = [(level - share, rival) for level, rival in ((low, below), (high, above)) if level is not None]
    change, by = min(moves, key=lambda move: abs(move[0]), default=(None, None))
    return Leeway(share, low, high, change, by)


def weakest(leeways: Sequence[Leeway]) -> int | None:
    """Return the place of the weight whose smallest move changes the first rank; None where no move does."""
    moved = [(abs(leeway.change), place) for place, leeway in enumerate(leeways) if leeway.change is not None]
    return min(moved)[1] if moved else None
