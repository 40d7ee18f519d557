"""The plan to begin with: valid in both languages and any year, with all its parts for later, and in nobody's way."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain, groupby
from pathlib import Path

import pytest

from acbp.analysis import analyse
from acbp.analysis.rules import check_rules
from acbp.building.scaffold import create, slug
from acbp.loading import load_plan
from acbp.loading.load import Loaded
from acbp.model.base import Part
from acbp.rendering.resources import template_root

LATER = re.compile("^( *)# (?!yaml-language-server)")
LATER_LINES = re.compile(LATER.pattern, re.MULTILINE)
NOT_SHOWN = {
    "audience",
    "internal",
    "translations",  # each text is put to its original as the plan is read
    "summary",  # these three are in several classes of information, and shown in some
    "facts",
    "implication",
    "decision",  # worked out where it is not said
    "logo",  # a file that a new plan does not have
    "weeks",  # fifty figures for the cover
    "financials.quarters",  # for a plan without categories
}


def parts_for_later(text: str) -> list[list[int]]:
    """The lines of each part that stands behind `# `."""
    kinds = groupby(enumerate(text.split("\n")), lambda each: bool(LATER.match(each[1])))
    return [[at for at, _ in lines] for is_later, lines in kinds if is_later]


def take_up(file: Path, *parts: list[int]) -> Loaded:
    """Load the plan with parts for later taken up, or with all of them."""
    lines = file.read_text("utf-8").split("\n")
    for at in chain.from_iterable(parts or parts_for_later("\n".join(lines))):
        lines[at] = LATER.sub(r"\1", lines[at])
    taken = file.with_name("taken.yaml")
    taken.write_text("\n".join(lines), "utf-8")
    return load_plan(taken)


def unsaid(part: Part, path: str = "") -> Iterator[str]:
    """The fields of a section, and of the parts within it that are no items of a list, that say nothing."""
    for name in type(part).model_fields:
        value, at = getattr(part, name), f"{path}.{name}".lstrip(".")
        if NOT_SHOWN.isdisjoint((name, at)) and name not in part.model_fields_set:
            yield at
        if isinstance(value, Part) and path.count(".") < 1:
            yield from unsaid(value, at)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("year", [2000, 2028, 2032, 2100])
def test_it_validates_without_any_problem(tmp_path: Path, lang: str, year: int) -> None:
    created = create(tmp_path / "harbour-2028", year, lang)
    assert created.problems == ()
    loaded = load_plan(created.folder)
    assert [problem.message("en") for problem in loaded.problems] == []
    assert loaded.plan is not None
    heading = loaded.plan.plan
    assert (heading.id, heading.year, heading.language) == ("harbour-2028", year, lang)
    assert (heading.date, heading.status) == (date(year, 4, 20), "draft")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_field_of_every_section_is_there_and_the_figures_tie_out(tmp_path: Path, lang: str) -> None:
    plan = take_up(create(tmp_path / "harbour", 2028, lang).plan).plan
    assert plan is not None
    assert list(unsaid(plan)) == []
    unit = {"k": 1000, "万": 10_000}[plan.plan.money_unit]
    finance, last = plan.financials, plan.situation.performance.history[-1]
    quarters = [getattr(row.quarters, f"Q{n}") for row in finance.categories for n in (1, 2, 3, 4)]
    steps = [each.value for each in (*plan.strategies, *finance.adjustments) if each.value is not None]
    assert sum(quarters) == 11_200 * unit == sum(last.categories.values()) + sum(steps)
    assert sum(getattr(last.quarters, f"Q{n}") for n in (1, 2, 3, 4)) == sum(last.categories.values())
    assert sum(kpi.weight for kpi in plan.scorecard.kpis) == 100
    assert sum(each.weight for each in plan.opportunities.criteria) == 1
    spend = sum(getattr(finance.trade_spend, f"Q{n}") for n in (1, 2, 3, 4))
    assert spend == sum(line.budget for line in finance.support_plan)
    assert spend == sum(line.plan for line in finance.contribution if line.kind == "trade")
    assert sum(item.cost for item in plan.promotions.items) == plan.promotions.fund
    assert sum(row.volume for row in finance.categories) == sum(getattr(finance.volume, f"Q{n}") for n in (1, 2, 3, 4))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_its_names_may_be_chinese(tmp_path: Path, lang: str) -> None:
    english = create(tmp_path / "harbour", 2028, lang)
    chinese = create(tmp_path / "chinese" / "harbour", 2028, lang, keys="zh")
    for each in (lambda file: load_plan(file), take_up):
        assert (each(chinese.plan).problems, each(chinese.plan).plan) == ((), each(english.plan).plan)
    text = LATER_LINES.sub(r"\1", chinese.plan.read_text("utf-8"))
    names = re.findall(r"(?:[{,]|- |^) *([a-z_][a-z_-]*):(?= |$)", re.sub(r"#.*", "", text), re.MULTILINE)
    assert set(names) <= {*re.findall(r"编号: ([a-z0-9-]+)", text), "zh", "en"}
    comments = "\n".join(re.findall(r"(?:^|\s)##? (.*)", text))
    if lang == "zh":
        assert re.findall(r"(?<![\w/.-])[a-z_]{3,}(?![\w/.-])", re.sub(r"acbp .*|yaml-.*", "", comments)) == []


def test_each_part_for_later_can_be_taken_up_alone(tmp_path: Path) -> None:
    file = create(tmp_path / "harbour", 2028, "en").plan
    parts = parts_for_later(file.read_text("utf-8"))
    assert len(parts) > 40
    for part in parts:
        loaded = take_up(file, part)
        assert [problem.message("en") for problem in loaded.problems] == [], part


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("status", ["draft", "agreed"])
def test_the_parts_for_later_keep_the_rules(tmp_path: Path, lang: str, status: str) -> None:
    file = create(tmp_path / "harbour", 2028, lang).plan
    file.write_text(file.read_text("utf-8").replace("  status: draft", f"  status: {status}"), "utf-8")
    loaded = take_up(file)
    assert [problem.message("en") for problem in loaded.problems] == []
    plan = loaded.plan
    assert plan is not None and plan.plan.status == status and loaded.workspace is not None
    found = check_rules(plan, loaded.workspace, analyse(plan, loaded.workspace, plan.plan.date), plan.plan.date)
    # One translated text shows how it is done; the rule asks for all of them.
    assert [breach.rule.code for breach in found] == ["R901"]


def test_both_languages_hold_the_same_figures(tmp_path: Path) -> None:
    shapes = []
    for lang in ("zh", "en"):
        plan = load_plan(create(tmp_path / lang, 2028, lang).folder).plan
        assert plan is not None
        shapes.append(
            [
                [(each.id, each.weight, each.group) for each in plan.scorecard.kpis],
                [(each.id, each.start, each.due, each.status) for each in plan.actions],
                [(each.start_week, each.end_week, each.uplift) for each in plan.promotions.items],
                [each.period for each in plan.reviews],
            ]
        )
    assert shapes[0] == shapes[1]


def test_the_editor_is_told_where_the_schema_is(tmp_path: Path) -> None:
    (tmp_path / "acbp.yaml").write_text("stale_after: 100\n", encoding="utf-8")
    created = create(tmp_path / "north" / "harbour", 2028, "en")
    first = created.plan.read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../acbp.schema.json"
    assert (tmp_path / "acbp.schema.json").is_file()
    assert create(tmp_path / "coast", 2028, "zh").problems == ()


@pytest.mark.parametrize("obstacle", ["file", "folder", "link"])
def test_nothing_that_exists_is_overwritten(tmp_path: Path, obstacle: str) -> None:
    target = tmp_path / "harbour"
    if obstacle == "file":
        target.write_text("mine", encoding="utf-8")
    elif obstacle == "folder":
        target.mkdir()
        (target / "plan.yaml").write_text("mine", encoding="utf-8")
    else:
        target.symlink_to(tmp_path / "nowhere")
    (problem,) = create(target, 2028, "en").problems
    assert (problem.code, problem.values["file"]) == ("E911", target.as_posix())
    assert not (tmp_path / "acbp.schema.json").exists()


def test_a_foreign_file_in_the_place_of_the_schema_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "acbp.schema.json").write_text("{}", encoding="utf-8")
    (problem,) = create(tmp_path / "harbour", 2028, "en").problems
    assert problem.code == "E911"
    assert not (tmp_path / "harbour").exists()


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "harbour").mkdir()
    assert create(tmp_path / "harbour", 2028, "en").problems == ()


@pytest.mark.parametrize(("name", "year", "code"), [("..", 2028, "E912"), ("con", 2028, "E912"), ("a.", 2028, "E912")])
def test_names_that_no_folder_can_have_are_refused(tmp_path: Path, name: str, year: int, code: str) -> None:
    (problem,) = create(tmp_path / name, year, "en").problems
    assert problem.code == code


@pytest.mark.parametrize("year", [1999, 2101, -1])
def test_a_year_that_no_plan_can_have_is_refused(tmp_path: Path, year: int) -> None:
    (problem,) = create(tmp_path / "harbour", year, "en").problems
    assert problem.code == "E913"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("castlegate-2028", "castlegate-2028"),
        ("Café Süd & Söhne", "cafe-sud-sohne"),
        ("华联万家", "spare"),
        ("华联 2028", "spare"),
        ("2028", "spare"),
        ("true", "spare"),
        ("a" * 80, "a" * 60),
        ("--x--", "x"),
    ],
)
def test_the_name_becomes_the_id(name: str, expected: str) -> None:
    assert slug(name, "spare") == expected


def test_the_templates_fill_every_place() -> None:
    for lang in ("zh", "en"):
        text = (template_root() / "new" / f"plan.{lang}.yaml").read_text("utf-8")
        assert "\t" not in text
        assert "2027" not in text and "2028" not in text
