"""What the READMEs say is so: their commands run and print what is quoted, their links lead somewhere."""

import re
import shlex
import socket
from pathlib import Path

import pypdfium2
import pytest
import yaml
from click.testing import CliRunner
from PIL import Image
from pydantic.fields import FieldInfo

from acbp.building.builder import build
from acbp.building.jobs import Options
from acbp.cli import door
from acbp.cli.commands import acbp
from acbp.loading import load_plan
from acbp.loading.source import PlanSource
from acbp.model.base import audience_of
from acbp.rendering.brand import Brand, load_brand
from acbp.rendering.report import compose

ROOT = Path(__file__).parents[2]
READMES = {"en": ROOT / "README.md", "zh": ROOT / "README.zh.md"}
PLANS = {"en": "plans/harbour-2028", "zh": "plans/haitang-2028"}
SLIPS = {"en": ("  currency: GBP", "  curency: GBP"), "zh": ("  money_unit: 万", "  money_unit：万")}
"""The line of the new plan that is mistyped before the first check, right and wrong."""

Blocks = list[tuple[str, str]]


def read_blocks(lang: str) -> Blocks:
    """The code blocks of a README: (kind, text)."""
    return re.findall(r"```(\w+)\n(.*?)```", READMES[lang].read_text(encoding="utf-8"), re.DOTALL)


def read_commands(lang: str) -> list[list[str]]:
    """Every command line of a README in order, without comments."""
    lines = [line for kind, text in read_blocks(lang) if kind in ("sh", "console") for line in text.splitlines()]
    shown = [line.removeprefix("$ ") for line in lines if line.startswith(("$ ", "acbp ", "make "))]
    return [shlex.split(line, comments=True) for line in shown]


@pytest.fixture(scope="module", params=["en", "zh"])
def tour(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path, Blocks]:
    """Run the quoted sessions of a README in a folder of its own: its language, the folder, (quoted, printed)."""
    lang, folder = request.param, tmp_path_factory.mktemp(request.param)
    right, wrong = SLIPS[lang]
    plan = folder / PLANS[lang] / "plan.yaml"

    def refuse(*_: object) -> None:
        raise AssertionError("nothing may reach for the network")

    sessions = []
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("ACBP_LANG", lang)
        patch.setattr(socket.socket, "connect", refuse)
        for text in (text for kind, text in read_blocks(lang) if kind == "console"):
            command = text.splitlines()[0].removeprefix("$ acbp ")
            slips = command.startswith("validate")
            if slips:
                proper = plan.read_text(encoding="utf-8")
                assert proper.count(f"\n{right}\n") == 1
                plan.write_text(proper.replace(f"\n{right}\n", f"\n{wrong}\n"), encoding="utf-8")
            result = CliRunner().invoke(acbp, shlex.split(command))
            sessions.append((text, f"$ acbp {command}\n{result.output}"))
            assert result.exit_code == slips
            if slips:
                plan.write_text(proper, encoding="utf-8")
    return lang, folder, sessions


def test_sessions_print_what_is_quoted(tour: tuple[str, Path, Blocks]) -> None:
    lang, _, sessions = tour
    assert [printed for _, printed in sessions] == [quoted for quoted, _ in sessions]
    assert len(sessions) == 3
    assert f"`{SLIPS[lang][1].strip()}`" in READMES[lang].read_text(encoding="utf-8")


def test_what_the_customer_never_sees_is_not_in_their_pdf(tour: tuple[str, Path, Blocks]) -> None:
    lang, folder, _ = tour
    plan = yaml.safe_load((folder / PLANS[lang] / "plan.yaml").read_text(encoding="utf-8"))
    kept_back = [
        *(risk["name"] for risk in plan["risks"]),
        *(rival["defence"] for rival in plan["situation"]["competition"]["competitors"]),
        *(review["internal_note"] for review in plan["reviews"]),
        *(ask["name"] for ask in plan["promotions"]["expected_asks"]),
    ]
    stem = folder / "output" / Path(PLANS[lang]).name / Path(PLANS[lang]).name
    ours, theirs = (read_pdf(Path(f"{stem}-{edition}-report-{lang}.pdf")) for edition in ("internal", "customer"))
    assert [text for text in kept_back if without_spaces(text) not in ours] == []
    assert [text for text in kept_back if without_spaces(text) in theirs] == []


def read_pdf(path: Path) -> str:
    """The text of a PDF without spaces."""
    with pypdfium2.PdfDocument(path) as document:
        return without_spaces("".join(page.get_textpage().get_text_bounded() for page in document))


def without_spaces(text: str) -> str:
    # Lines are broken at hyphens too, which the reader of the PDF returns as characters of its own.
    return re.sub(r"[\s\x02\ufffe-]", "", text)


def test_no_internal_figure_bears_on_the_customers_pages(tour: tuple[str, Path, Blocks]) -> None:
    lang, folder, _ = tour
    source = PlanSource(folder / PLANS[lang] / "plan.yaml", is_folder=True)
    overrides = (
        "risks[resets-late].value=999",
        "strategies[nut-bay].investment=1",
        "strategies[nut-bay].gross_profit=600",
        "financials.contribution[goods].plan=5000",
        "situation.competition.competitors[1].share=30%",
        "relationships.contacts[1].influence=5",
    )

    def pages(edition: str, *changed: str) -> tuple[object, object]:
        plan = load_plan(source, overrides=changed).plan
        assert plan is not None
        document, assets, problems = compose(
            plan, None, edition=edition, language=lang, brand=Brand("plain"), as_of=plan.plan.date
        )
        assert problems == []
        return document, dict(assets)

    assert pages("customer", *overrides) == pages("customer")
    assert pages("internal", *overrides) != pages("internal")


def test_a_field_is_internal_unless_declared_shared() -> None:
    assert audience_of(FieldInfo(annotation=str)) == "internal"


@pytest.mark.parametrize("lang", READMES)
def test_every_command_exists_with_its_options(lang: str) -> None:
    commands = read_commands(lang)
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for program, name, *arguments in commands:
        if program == "make":
            assert name in targets
            continue
        command = acbp.commands.get(name) or acbp.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None, name
        # Parsed as click does it, which refuses an unknown option or value; nothing is run.
        command.make_context(name, list(arguments))
    named = {name for program, name, *_ in commands if program == "acbp"}
    assert named == {"new", "validate", "build", "doctor", "rules", "explain", "review"}


@pytest.mark.parametrize("lang", READMES)
def test_commands_that_tell_of_a_plan_run(lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    ran = []
    for program, name, *arguments in read_commands(lang):
        if program == "acbp" and name in ("new", "rules", "explain", "review"):
            done = runner.invoke(acbp, [name, *arguments])
            assert done.exit_code == 0, done.output
            ran.append(name)
    assert ran == ["new", "rules", "explain", "review"]


def test_commands_that_only_check_the_machine_or_many_plans_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plans").symlink_to(ROOT / "plans")
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()
    checked = runner.invoke(acbp, ["validate", "plans", "--strict", "--format", "github"])
    assert (checked.exit_code, checked.output) == (0, "")
    examined = runner.invoke(acbp, ["doctor"])
    assert examined.exit_code == 0, examined.output


def test_both_readmes_say_the_same() -> None:
    shapes, commands = [], []
    for lang, readme in READMES.items():
        text = readme.read_text(encoding="utf-8")
        levels = re.findall(r"^(#+) ", re.sub(r"```.*?```", "", text, flags=re.DOTALL), re.MULTILINE)
        shapes.append((levels, [kind for kind, _ in read_blocks(lang)]))
        own = {PLANS[lang]: "PLAN", lang: "LANG"}
        commands.append([[own.get(word, word) for word in command] for command in read_commands(lang)])
    assert shapes[0] == shapes[1]
    assert commands[0] == commands[1]


def test_exit_codes_are_as_listed() -> None:
    listed = [
        re.findall(r"^\| (\d+) \|", readme.read_text(encoding="utf-8"), re.MULTILINE) for readme in READMES.values()
    ]
    assert listed[0] == listed[1] == [str(code) for code in (0, 1, door.USAGE, door.FAULT, door.INTERRUPTED)]
    assert door.run(["build", "--no-such-option"]) == door.USAGE


PAGES = [*READMES.values(), *(ROOT / "docs").glob("*.md"), ROOT / "benchmark" / "README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8"))
    broken = [link for link in links if not link.startswith("https://") and not (page.parent / link).exists()]
    assert broken == []


@pytest.mark.parametrize("lang", READMES)
def test_each_readme_leads_to_the_other_and_to_its_documentation(lang: str) -> None:
    text = READMES[lang].read_text(encoding="utf-8")
    suffix = {"en": "", "zh": ".zh"}[lang]
    (other,) = (readme.name for name, readme in READMES.items() if name != lang)
    pages = [f"docs/{name}{suffix}.md" for name in ("plan-format", "cli", "brand-packs")]
    assert [link for link in (other, *pages, "docs/problems.md") if f"]({link})" not in text] == []


@pytest.mark.parametrize("lang", READMES)
def test_the_picture_is_small_enough_to_load_at_once(lang: str) -> None:
    picture = ROOT / "docs" / "images" / f"pages-{lang}.png"
    assert f"](docs/images/{picture.name})" in READMES[lang].read_text(encoding="utf-8")
    assert picture.stat().st_size <= 600_000
    with Image.open(picture) as opened:
        assert opened.width >= 1_500


@pytest.mark.parametrize("lang", READMES)
def test_the_brand_of_one_colour_is_found_beside_the_plan(
    lang: str, tmp_path: Path, tour: tuple[str, Path, Blocks]
) -> None:
    (text,) = (text for kind, text in read_blocks(lang) if kind == "yaml")
    plan = tmp_path / "plan.yaml"
    plan.write_bytes((tour[1] / PLANS[tour[0]] / "plan.yaml").read_bytes())
    pack = tmp_path / "brands" / "harbour"
    pack.mkdir(parents=True)
    (pack / "brand.yml").write_text(text, encoding="utf-8")
    brands = []

    class Printed:
        content, pages, problems = b"%PDF", 1, ()

    def print_nothing(*_: object, brand: Brand, **__: object) -> type[Printed]:
        brands.append(brand)
        return Printed

    outcome = build([plan], Options(tmp_path / "output", brand="harbour", workers=1), lambda *_: None, print_nothing)
    assert outcome.exit_code == 0, outcome.every_problem()
    assert {brand.palette.accent for brand in brands} == {"#1F5FA8"}


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10"/></svg>'


@pytest.mark.parametrize(("suffix", "name"), [("", "Tideway"), (".zh", "潮路")])
def test_the_brand_packs_of_the_documentation_can_be_used(suffix: str, name: str, tmp_path: Path) -> None:
    page = (ROOT / "docs" / f"brand-packs{suffix}.md").read_text(encoding="utf-8")
    packs = re.findall(r"```yaml\n# brands/(\w+)/brand\.yml\n(.*?)```", page, re.DOTALL)
    brands = {}
    for folder, text in packs:
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "brand.yml").write_text(text, encoding="utf-8")
        for file in ("logo.svg", "logo-white.svg"):
            (tmp_path / folder / file).write_text(DRAWING, encoding="utf-8")
        brands[folder], problems = load_brand(tmp_path / folder)
        assert problems == []
    assert list(brands) == ["harbour", "tideway"]
    whole = brands["tideway"]
    assert (brands["harbour"].palette.accent, whole.palette.accent) == ("#1F5FA8", "#0B6E6E")
    assert whole.name == name and whole.logo and whole.logo_on_dark and not whole.name_beside_logo
