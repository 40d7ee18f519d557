"""What we deliver and how well: levels, standards and the service menu; how we help and teach, for us."""

from acbp.analysis.rates import Figure
from acbp.analysis.scorecard import colour_of
from acbp.analysis.service import ON_SHELF, LevelState, ServiceFigures, StandardState
from acbp.model.progress import Scorecard
from acbp.model.service import MenuLine, Service
from acbp.rendering.desk import Desk, Page
from acbp.rendering.modules import Cell, Module, bar, column, line, lines, row, table, text

_PLAIN = Scorecard()
"""Its thresholds colour the levels of a plan without a scorecard."""
PARTS = ("people", "money", "goods")


def write(desk: Desk) -> list[Page]:
    """Write the page, and a second one for our own eyes; nothing where the plan has no such section."""
    section, figures = desk.plan.service, desk.figures.service
    if section is None or figures is None:
        return []
    rows = []
    if figures.levels:
        rows.append(row(levels_table(desk, section, figures)))
    if figures.standards:
        rows.append(row(standards_table(desk, figures)))
    if section.menu:
        rows.append(row(_menu(desk, section.menu, desk.words("service.menu", us=desk.us))))
    if section.menu_withheld:
        tag = desk.words("common.internal_tag")
        rows.append(row(_menu(desk, section.menu_withheld, desk.words("service.menu_withheld"), tag)))
    rows += [row(made) for made in (_support(desk, section), _enablement(desk, section)) if made]
    notes = desk.sentences(
        desk.words("service.note") if figures.index is not None else "",
        desk.sources(level.item.source for level in figures.levels),
    )
    return desk.bind("service", 5, section.conclusion or page_title(desk, figures), rows, notes=notes)


def page_title(desk: Desk, figures: ServiceFigures) -> str:
    """What the page concludes, in a sentence with its figures."""
    words, locale = desk.words, desk.locale
    values = {"met": locale.count(figures.met, capital=True), "count": locale.count(figures.measured)}
    if figures.weakest is None:
        return words("service.title_met", n=figures.measured, **values)
    return words("service.title", n=figures.measured, weakest=_name(desk, figures.weakest), **values)


def _name(desk: Desk, state: LevelState | StandardState) -> str:
    return desk.words(f"level_of.{state.item.measure}") if isinstance(state, LevelState) else state.item.name


def _status(desk: Desk, attainment: Figure) -> Cell:
    card = desk.plan.scorecard or _PLAIN
    colour = colour_of(attainment, card.green, card.amber)
    return desk.status(colour, word=desk.words(f"status.{colour or 'none'}"))


def levels_table(desk: Desk, section: Service, figures: ServiceFigures) -> Module:
    """The service levels agreed, and what is delivered."""
    words, locale = desk.words, desk.locale
    columns = [
        column(words("service.level"), 62.0),
        column(words("service.last"), 15.0, "r"),
        column(words("service.now"), 40.0, pre=True),
        column(words("service.agreed"), 15.0, "r"),
        column(words("service.to_go"), 18.0, "r"),
        column(words("service.status"), 24.0, pre=True),
    ]
    rows = []
    for state in figures.levels:
        measure = state.item.measure
        rows.append(
            line(
                [
                    lines((words(f"level_of.{measure}"), "bold"), (words(f"level_means.{measure}"), "quiet")),
                    locale.percent(state.item.last),
                    bar(state.now, 1, 22.0, locale.percent(state.now), "b-ink2"),  # type: ignore[arg-type]
                    locale.percent(state.item.target),
                    locale.points(None if state.to_go is None else -state.to_go),
                    _status(desk, state.attainment),
                ]
            )
        )
        if measure in ON_SHELF and figures.out_of_stock is not None:
            cells = [words("service.out_of_stock"), locale.percent(figures.last_out_of_stock)]
            rows.append(line([*cells, locale.percent(figures.out_of_stock), "", "", ""], "muted"))
    aside = ""
    if figures.index is not None:
        aside = words("service.index", index=locale.number(figures.index, 1))
        if figures.missing_weight:
            missing = locale.percent(figures.missing_weight, 0)
            aside += words("common.paren", text=words("service.index_missing", share=missing))
    return table(words("service.levels"), columns, rows, unit=section.period or "", aside=aside)


def standards_table(desk: Desk, figures: ServiceFigures) -> Module:
    """The standards of delivery agreed, and what is delivered."""
    words = desk.words
    columns = [
        column(words("service.standard"), 58.0),
        column(words("service.kind"), 22.0),
        column(words("service.unit"), 18.0),
        column(words("service.last"), 16.0, "r"),
        column(words("service.now"), 18.0, "r", focus=True),
        column(words("service.agreed"), 18.0, "r"),
        column(words("service.status"), 24.0, pre=True),
    ]
    rows = []
    for state in figures.standards:
        item = state.item
        values = (state.last, state.now, state.target)
        last, now, target = (desk.measured(value, item.unit, like=filter(None, values)) for value in values)
        rows.append(
            line(
                [
                    text(item.name, bold=True),
                    words(f"standard.{item.kind}"),
                    desk.unit_name(item.unit) or "—",
                    last,
                    text(now, bold=True),
                    target,
                    _status(desk, state.attainment),
                ]
            )
        )
    return table(words("service.standards"), columns, rows, unit=words("service.standards_unit"))


def _menu(desk: Desk, menu: tuple[MenuLine, ...], heading: str, tag: str = "") -> Module:
    words = desk.words
    graded = desk.internal and any(item.grades for item in menu)
    columns = [
        column(words("service.offer"), 42.0),
        column(words("service.what"), 72.0 - (20.0 if graded else 0.0)),
        column(words("service.value"), 60.0),
        *([column(words("service.grades"), 20.0)] if graded else []),
    ]
    rows = [
        line(
            [
                text(item.name, bold=True),
                item.what or "—",
                item.value or "—",
                *([desk.words("common.list").join(item.grades) or "—"] if graded else []),
            ]
        )
        for item in menu
    ]
    return table(heading, columns, rows, tag=tag, prose=True)


def _support(desk: Desk, section: Service) -> Module | None:
    words = desk.words
    if not section.support:
        return None
    columns = [
        column(words("service.part"), 24.0),
        column(words("service.help"), 150.0 - desk.person - 34.0),
        column(words("service.owner"), desk.person),
        column(words("service.rhythm"), 34.0),
    ]
    rows = [
        line(
            [
                text(words(f"support.{item.part}"), bold=True),
                item.what,
                desk.figures.names.person(item.owner) or "—",
                item.rhythm or "—",
            ]
        )
        for item in sorted(section.support, key=lambda item: PARTS.index(item.part))
    ]
    return table(words("service.support"), columns, rows, tag=words("common.internal_tag"), prose=True)


def _enablement(desk: Desk, section: Service) -> Module | None:
    words = desk.words
    if not section.enablement:
        return None
    columns = [
        column(words("service.topic"), 44.0),
        column(words("service.stage_now"), 22.0),
        column(words("service.stage_wanted"), 22.0),
        column(words("service.next"), 86.0),
    ]
    rows = [
        line(
            [
                text(item.topic, bold=True),
                words(f"enablement.{item.now}"),
                words(f"enablement.{item.wanted}") if item.wanted else "—",
                item.next_step or "—",
            ]
        )
        for item in section.enablement
    ]
    tag = words("common.internal_tag")
    unit = words("service.enablement_unit")
    return table(words("service.enablement"), columns, rows, unit=unit, tag=tag, prose=True)
