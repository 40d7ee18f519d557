"""How we assess the customer: weighted scores beside others, what would change the rank, screening, tests for exit."""

from collections.abc import Sequence
from decimal import Decimal

from acbp.analysis.assessments import Assessments, Option, WeighedAssessment, block_of
from acbp.analysis.rates import Figure
from acbp.analysis.sensitivity import Leeway
from acbp.model.assessment import ExitTest, Factor, ScreeningTest
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import Module, bar, column, line, lines, row, table, text

WHOLE, HALF = 174.0, 84.0
_LEEWAY = 32.0


def write(desk: Desk) -> list[Page]:
    """Write the page; nothing where nothing is assessed, as in every customer's plan."""
    found = desk.figures.assessments
    if found is None or not desk.internal:
        return []
    compared = [item for item in found.items if len(item.options) > 1]
    alone = [_alone(desk, item) for item in found.items if len(item.options) <= 1]
    tests = [*_screening(desk, found), *_exit(desk, found)]
    rows = [row(_compared(desk, item)) for item in compared]
    halves = [(HALF, [module]) for module in alone]
    if len(halves) % 2 and tests:
        halves.append((HALF, tests))
    elif tests:
        halves += [(HALF, [module]) for module in tests]
    rows += [row(*halves[at : at + 2]) for at in range(0, len(halves), 2)]
    return desk.bind("assessment", 2, _title(desk, found), rows, notes=_notes(desk, found), internal=True)


def _title(desk: Desk, found: Assessments) -> str:
    words, locale = desk.words, desk.locale
    item, own = next(
        ((item, option) for item in found.items for option in item.options if option.name is None and option.score),
        (None, None),
    )
    parts = []
    if item and own:
        values = {"them": desk.them, "score": locale.number(own.score, 2)}
        if own.rank:
            ranked = sum(option.rank is not None for option in item.options)
            parts.append(words("assessment.title_rank", rank=str(own.rank), of=str(ranked), **values))
            parts.append(_sensitivity(desk, item))
        else:
            parts.append(words("assessment.title_score", **values))
    if found.verdict and len(parts) < 2:
        parts.append(words(f"assessment.title_{found.verdict}"))
    return words("common.clause").join(parts) or words("assessment.title", them=desk.them)


def _sensitivity(desk: Desk, item: WeighedAssessment) -> str:
    """What it takes to change the first rank."""
    if item.weakest is None:
        return desk.words("assessment.title_never")
    leeway = item.leeways[item.weakest]
    falls = leeway.change is not None and leeway.change < 0
    name = _name(desk, item, item.factors[item.weakest])
    return desk.words(
        "assessment.title_below" if falls else "assessment.title_above",
        factor=name if name[1:2].isupper() else name[:1].lower() + name[1:],
        level=desk.locale.percent(leeway.low if falls else leeway.high),
    )


def _notes(desk: Desk, found: Assessments) -> str:
    words = desk.words
    said = [words("assessment.formula")]
    if any(item.leeways for item in found.items):
        said.append(words("assessment.kept"))
    by = [item.given.scored_by for item in found.items if item.given.scored_by]
    if by:
        said.append(words("assessment.scored", by=words("common.semicolon").join(dict.fromkeys(by))))
    return desk.sentences(*said)


def _name(desk: Desk, item: WeighedAssessment, factor: Factor) -> str:
    """A factor's name: the one written, else the usual one of its kind, else its id."""
    usual = f"factor.{factor.id}"
    return factor.name or (desk.words(usual) if usual in desk.words else factor.id)


def _heading(desk: Desk, item: WeighedAssessment) -> dict[str, str]:
    scale = desk.words("assessment.scale", top=desk.locale.number(item.given.scale))
    said = item.given.conclusion
    return {
        "heading": said or item.given.name,
        "unit": desk.words("common.list").join([item.given.name, scale]) if said else scale,
    }


def _option_name(desk: Desk, option: Option) -> str:
    return option.name or desk.them


def _compared(desk: Desk, item: WeighedAssessment) -> Module:
    """The factors of several options with scores, ranks, and the share of weight that keeps the first one first."""
    words, locale = desk.words, desk.locale
    leeway = _LEEWAY if item.leeways else 0.0
    each = (WHOLE - 42.0 - 14.0 - leeway) / len(item.options)
    columns = [
        column(words("account.factor"), 42.0),
        column(words("common.weight"), 14.0, "r"),
        *(column(_option_name(desk, option), each, pre=True) for option in item.options),
    ]
    if leeway:
        first = _option_name(desk, item.options[item.first or 0])
        columns.append(column(words("assessment.leeway", name=first), leeway, "r"))
    shown = []
    for place, factor in enumerate(item.factors):
        bold = place == item.weakest
        cells = [text(_name(desk, item, factor), bold=bold), locale.percent(item.shares[place], 0)]
        for option in item.options:
            tone = "fill" if option.name is None else ""
            score = option.scores[place]
            cells.append(bar(score, item.given.scale, each - 16.0, locale.number(score), tone))
        if leeway:
            cells.append(text(_range(desk, item.leeways[place]), bold=bold))
        shown.append(line(cells))
    totals = [words("account.assessment_total"), locale.percent(_whole(item), 0)]
    totals += [_total(desk, option) for option in item.options]
    shown.append(line([*totals, *([""] if leeway else [])], "total"))
    return table(**_heading(desk, item), columns=columns, rows=shown, after=_unscored(desk, item))


def _whole(item: WeighedAssessment) -> Figure:
    """All weights together, where there is any weight at all."""
    return None if None in item.shares else Decimal(1)


def _total(desk: Desk, option: Option) -> str:
    score = desk.locale.number(option.score, 2)
    return desk.words("assessment.ranked", score=score, rank=str(option.rank)) if option.rank else score


def _range(desk: Desk, leeway: Leeway) -> str:
    words, percent = desk.words, desk.locale.percent
    if leeway.low is None and leeway.high is None:
        return words("assessment.never")
    if leeway.high is None:
        return words("assessment.above", low=percent(leeway.low))
    if leeway.low is None:
        return words("assessment.below", high=percent(leeway.high))
    return words("assessment.between", low=percent(leeway.low), high=percent(leeway.high))


def _unscored(desk: Desk, item: WeighedAssessment) -> str:
    if not item.unscored:
        return ""
    return desk.words("assessment.unscored", names=desk.locale.join([desk.words(f"factor.{n}") for n in item.unscored]))


def _alone(desk: Desk, item: WeighedAssessment) -> Module:
    """The factors of the customer alone, by block where the assessment has blocks."""
    words, locale = desk.words, desk.locale
    score = item.options[0].score if item.options else None
    scores = item.options[0].scores if item.options else (None,) * len(item.factors)
    blocks = {block.block: block for block in item.blocks}
    names = [column(words("assessment.block"), 19.0)] if blocks else []
    room = HALF - 12.0 - 26.0 - 19.0 * bool(blocks)
    columns = [
        *names,
        column(words("account.factor"), room),
        column(words("common.weight"), 12.0, "r"),
        column(words("common.score"), 26.0, pre=True),
    ]
    order = sorted(range(len(item.factors)), key=lambda at: _block_place(item, at)) if blocks else range(len(scores))
    shown, last = [], None
    for at in order:
        factor, block = item.factors[at], block_of(item.factors[at]) if blocks else None
        mark = bar(scores[at], item.given.scale, 14.0, locale.number(scores[at]), "fill")
        cells = [text(_name(desk, item, factor)), locale.percent(item.shares[at], 0), mark]
        if blocks and block != last:
            found = blocks[block] if block else None
            count = sum(block_of(each) == block for each in item.factors)
            said = lines(
                (words(f"block.{block or 'other'}"), "bold"),
                (locale.number(found.score, 2) if found else "", "muted"),
                rows=count,
            )
            shown.append(line([said, *cells]))
        else:
            shown.append({**line(cells, head=False), "from": 1 if blocks else 0})
        last = block
    total = [locale.percent(_whole(item), 0), locale.number(score, 2)]
    shown.append(line([text(words("account.assessment_total"), span=1 + bool(blocks)), *total], "total"))
    return table(**_heading(desk, item), columns=columns, rows=shown, after=_unscored(desk, item))


def _block_place(item: WeighedAssessment, at: int) -> int:
    order = [block.block for block in item.blocks]
    block = block_of(item.factors[at])
    return order.index(block) if block in order else len(order)


def _screening(desk: Desk, found: Assessments) -> list[Module]:
    if not found.screening:
        return []
    passed = sum(test.result == "pass" for test in found.screening)
    state = {True: "passed", False: "failed", None: "open"}[found.screened]
    heading = desk.words(f"assessment.screening_{state}", n=passed, count=desk.locale.number(passed))
    return [_tests(desk, heading, found.screening)]


def _exit(desk: Desk, found: Assessments) -> list[Module]:
    given = desk.plan.account.exit_tests
    if given is None or not found.exit:
        return []
    heading = desk.words(f"assessment.exit_{found.verdict or 'open'}")
    unit = desk.words("assessment.by_tests") if found.by_tests else ""
    return [_tests(desk, heading, found.exit, unit=unit, after=given.next_step or "")]


def _tests(
    desk: Desk, heading: str, tests: Sequence[ScreeningTest | ExitTest], *, unit: str = "", after: str = ""
) -> Module:
    words = desk.words
    columns = [
        column(words("assessment.test"), 24.0),
        column(words("assessment.result"), 12.0),
        column(words("assessment.evidence"), 48.0),
    ]
    shown = [
        line(
            [
                text(words(f"criterion.{each.test}"), bold=True),
                text(words(f"result.{each.result or 'open'}"), bold=each.result == "fail"),
                each.evidence or "—",
            ]
        )
        for each in tests
    ]
    return table(heading, columns, shown, unit=unit, after=after)
