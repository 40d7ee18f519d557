"""The weighted assessments of the customer, the screening tests and the tests for exit."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from acbp.analysis.rates import Figure, product, ratio, total
from acbp.analysis.sensitivity import Leeway, find_leeway, weakest
from acbp.model import Plan
from acbp.model.assessment import BLOCKS, FACTORS, Assessment, Block, ExitTest, Factor, Result, ScreeningTest

SCREENING = ("philosophy", "credit", "share", "margin")
EXIT = ("profit", "balance", "control")
Verdict = Literal["keep", "fix", "exit"]


@dataclass(frozen=True, slots=True)
class Option:
    """One that is scored: the customer, or a candidate beside it."""

    name: str | None
    """None for the customer of the plan."""
    scores: tuple[Figure, ...]
    """In the order of the factors."""
    score: Figure
    """Σ weight × score ÷ Σ weight; None where a score is missing."""
    rank: int | None
    """From 1 among those with a score, equal ones share a rank; None alone or without a score."""


@dataclass(frozen=True, slots=True)
class BlockScore:
    """One block of an assessment: its share of the weight and the customer's score in it."""

    block: Block
    weight: Figure
    score: Figure


@dataclass(frozen=True, slots=True)
class WeighedAssessment:
    """One assessment with its scores, ranks and leeways."""

    given: Assessment
    factors: tuple[Factor, ...]
    shares: tuple[Figure, ...]
    """Each factor's share of all weights."""
    options: tuple[Option, ...]
    """The customer first, if it is scored, then the candidates as they are written."""
    blocks: tuple[BlockScore, ...]
    leeways: tuple[Leeway, ...]
    """One a factor, in their order; empty without two options to compare."""
    first: int | None
    """Place of the option that ranks first."""
    rivals: tuple[str | None, ...]
    """Names of the options compared, as `Leeway.rival` counts them."""
    weakest: int | None
    """Place of the factor whose smallest move changes the first rank."""
    unscored: tuple[str, ...]
    """Factors of the kind that the assessment leaves out."""


@dataclass(frozen=True, slots=True)
class Assessments:
    """All that judges the customer."""

    items: tuple[WeighedAssessment, ...]
    screening: tuple[ScreeningTest, ...]
    """The tests that are given, in the trade's order."""
    screened: bool | None
    """True where all four are passed, False where one is failed, None while one is open."""
    exit: tuple[ExitTest, ...]
    verdict: Verdict | None
    by_tests: bool
    """True where the verdict follows from the tests and was not written."""


def weigh_assessments(plan: Plan) -> Assessments | None:
    """Weigh what the plan says of the customer; None where it says nothing.

    Verdict of the exit tests, where none is written: keep where all three are passed, fix where one is failed, exit
    where two or three are; none while a test is open that could still change it.
    """
    account = plan.account
    exit_tests = account.exit_tests.tests if account.exit_tests else ()
    written = account.exit_tests.decision if account.exit_tests else None
    if not (account.assessments or account.screening or account.exit_tests):
        return None
    screening = {test.test: test.result for test in account.screening}
    worked_out = _judge(list({test.test: test.result for test in exit_tests}.values()))
    return Assessments(
        items=tuple(_weigh(each) for each in account.assessments),
        screening=tuple(sorted(account.screening, key=lambda test: SCREENING.index(test.test))),
        screened=_all_passed([screening.get(name) for name in SCREENING]),
        exit=tuple(sorted(exit_tests, key=lambda test: EXIT.index(test.test))),
        verdict=written or worked_out,
        by_tests=written is None and worked_out is not None,
    )


def _weigh(given: Assessment) -> WeighedAssessment:
    weights = [factor.weight for factor in given.factors]
    scored = [(None, tuple(factor.score for factor in given.factors))]
    scored = [each for each in scored if any(score is not None for score in each[1])]
    scored += [(each.name, tuple(each.scores.get(factor.id) for factor in given.factors)) for each in given.candidates]
    options = _rank([Option(name, scores, _score(weights, scores), None) for name, scores in scored])
    compared = [option for option in options if option.score is not None]
    first = next((place for place, option in enumerate(compared) if option.rank == 1), None)
    leeways = () if first is None else find_leeway(weights, [_known(option.scores) for option in compared], first)
    whole = total(weights)
    return WeighedAssessment(
        given=given,
        factors=given.factors,
        shares=tuple(ratio(weight, whole) for weight in weights),
        options=options,
        blocks=_blocks(given, whole),
        leeways=leeways,
        first=None if first is None else options.index(compared[first]),
        rivals=tuple(option.name for option in compared),
        weakest=weakest(leeways),
        unscored=tuple(name for name in FACTORS[given.kind] if name not in {factor.id for factor in given.factors}),
    )


def _score(weights: Sequence[Decimal], scores: Sequence[Figure]) -> Figure:
    weighted = total(product(weight, score) for weight, score in zip(weights, scores, strict=True))
    return ratio(weighted, total(weights))


def _rank(options: list[Option]) -> tuple[Option, ...]:
    known = [option.score for option in options if option.score is not None]
    if len(known) < 2:
        return tuple(options)
    return tuple(
        option
        if option.score is None
        else Option(option.name, option.scores, option.score, 1 + sum(score > option.score for score in known))
        for option in options
    )


def _known(scores: Sequence[Figure]) -> list[Decimal]:
    return [score for score in scores if score is not None]


def block_of(factor: Factor) -> Block | None:
    """Return the block a factor belongs to: the one written, else the usual one of its id."""
    return factor.block or BLOCKS.get(factor.id)


def _blocks(given: Assessment, whole: Figure) -> tuple[BlockScore, ...]:
    if given.kind != "three-blocks":
        return ()
    found = []
    for block in dict.fromkeys(BLOCKS.values()):
        factors = [factor for factor in given.factors if block_of(factor) == block]
        weights = [factor.weight for factor in factors]
        if factors:
            score = _score(weights, [factor.score for factor in factors])
            found.append(BlockScore(block, ratio(total(weights), whole), score))
    return tuple(found)


def _all_passed(results: Sequence[Result | None]) -> bool | None:
    if "fail" in results:
        return False
    return None if None in results else True


def _judge(results: Sequence[Result | None]) -> Verdict | None:
    failed, known = results.count("fail"), sum(result is not None for result in results)
    if failed >= 2:
        return "exit"
    if known < len(EXIT):
        return None
    return "fix" if failed else "keep"
