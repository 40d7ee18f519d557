"""`acbp build`: a line for each PDF, the problems of each plan, a summary, and the exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from acbp.building import making
from tests.building.stand_in import misbehave, write_plan

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The stand-in for the renderer, and an empty folder to work in."""
    monkeypatch.setattr(making, "load_renderer", lambda: misbehave)
    monkeypatch.chdir(tmp_path)


def test_each_pdf_is_a_line_and_a_summary_follows(acbp, tmp_path: Path) -> None:
    write_plan(tmp_path / "plans", "harbour")
    ran = acbp("build", "plans")
    assert ran.code == 0
    assert ran.out.splitlines() == [
        str(Path("output/harbour/harbour-internal-report-en.pdf")),
        str(Path("output/harbour/harbour-customer-report-en.pdf")),
    ]
    assert ran.err == "1 of 1 plan built.\n"
    assert all(Path(line).is_file() for line in ran.out.splitlines())


def test_an_unchanged_plan_is_listed_and_called_so(acbp, tmp_path: Path) -> None:
    write_plan(tmp_path / "plans", "harbour")
    first = acbp("build", "plans")
    again = acbp("build", "plans")
    assert again.out == first.out
    assert again.err == "1 of 1 plan built, 1 of them unchanged.\n"
    assert "unchanged" not in acbp("build", "plans", "--force").err


def test_options_reach_the_pages(acbp, tmp_path: Path) -> None:
    write_plan(tmp_path / "plans", "harbour")
    ran = acbp(
        "build", "plans", "--edition", "customer", "--lang", "zh", "--brand", "cliff", "--output", "there",
        "--as-of", "2028-02-03", "--set", "plan.title=Ours",
    )  # fmt: skip
    (line,) = ran.out.splitlines()
    assert Path(line) == Path("there/harbour/harbour-customer-report-zh.pdf")
    assert Path(line).read_bytes() == b"%PDF-stand-in Ours customer zh Cliff 2028-02-03"


@pytest.mark.parametrize(
    ("asked", "form", "dpi"),
    [(["--format", "png"], "report", 200), (["--format", "deck", "--png", "--dpi", "96"], "deck", 96)],
)
def test_pages_become_pictures_in_a_folder_that_is_a_line_too(
    acbp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: list[str], form: str, dpi: int
) -> None:
    seen: list[tuple[str, int, int]] = []
    monkeypatch.setattr(making, "write_pictures", lambda path, content, *rest: seen.append((path.name, *rest)))
    write_plan(tmp_path / "plans", "harbour")
    ran = acbp("build", "plans", "--edition", "customer", *asked)
    assert (ran.code, ran.err) == (0, "1 of 1 plan built.\n")
    pdf = Path(f"output/harbour/harbour-customer-{form}-en.pdf")
    assert ran.out.splitlines() == [str(pdf), str(pdf.with_suffix(""))]
    assert seen == [(pdf.name, 1, dpi)]


def test_a_broken_plan_is_named_and_stops_no_other(acbp, tmp_path: Path) -> None:
    write_plan(tmp_path / "plans", "harbour")
    write_plan(tmp_path / "plans", "coast", "zh", "gaols: {}\n")
    ran = acbp("build", "plans", "--jobs", "1")
    assert ran.code == 1
    assert len(ran.out.splitlines()) == 2
    assert "plans/coast.yaml:15:1: E201 这里没有“gaols”这一项，是不是“goals”？" in ran.err
    assert ran.err.endswith("1 of 2 plans built, 1 with errors: plans/coast.yaml.\n")
    assert "[1/2] plans/coast.yaml\n" in ran.err


def test_a_fault_of_the_workspace_is_shown_once(acbp, tmp_path: Path) -> None:
    for name in ("harbour", "coast"):
        write_plan(tmp_path / "plans", name)
    (tmp_path / "plans" / "acbp.yaml").write_text("stale_aftr: 100\n", encoding="utf-8")
    ran = acbp("build", "plans", "--jobs", "1")
    assert ran.code == 1
    assert ran.err.count("E201") == 1


def test_warnings_are_shown_and_stop_nothing(acbp, tmp_path: Path) -> None:
    write_plan(tmp_path / "plans", "warns")
    ran = acbp("build", "plans")
    assert (ran.code, ran.err.count("W104"), len(ran.out.splitlines())) == (0, 1, 2)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["none.yaml"], "none.yaml: E001 the file 'none.yaml' does not exist"),
        (["empty"], "empty: E002 the folder 'empty' holds no plan"),
        (["harbour.yaml", "--set", "x"], "--set:1:1: E216 this --set cannot be read"),
        (["harbour.yaml", "--set", "plan.none.a=1"], "E217 the plan has no 'plan.none'"),
        (["harbour.yaml", "--set", "plan.date=soon"], "E108"),
        (["harbour.yaml", "--brand", "nobody"], "E810 there is no brand pack named 'nobody'"),
        (["harbour.yaml", "--output", "taken"], "E909 'taken' cannot be written: a file stands where a folder is"),
        (["gbk.yaml"], "E121"),
        (["nothing.yaml"], "E004"),
        (["binary.yaml"], "E005"),
    ],
)
def test_every_obstacle_is_told(acbp, tmp_path: Path, arguments: list[str], told: str) -> None:
    write_plan(tmp_path, "harbour")
    (tmp_path / "empty").mkdir()
    (tmp_path / "taken").touch()
    (tmp_path / "gbk.yaml").write_bytes("plan:\n  title: 年度客户业务计划\n".encode("gbk"))
    (tmp_path / "nothing.yaml").touch()
    (tmp_path / "binary.yaml").write_bytes(b"PK\x03\x04" + bytes(range(256)))
    ran = acbp("build", *arguments)
    assert (ran.code, ran.out) == (1, "")
    assert told in ran.err


def test_a_format_is_built_alone_and_all_of_them_together(acbp, tmp_path: Path) -> None:
    write_plan(tmp_path / "plans", "harbour")
    assert acbp("build", "plans", "--edition", "customer", "--format", "deck").code == 0
    made = Path("output/harbour")
    assert [path.name for path in made.iterdir()] == ["harbour-customer-deck-en.pdf"]
    assert acbp("build", "plans", "--edition", "customer", "--format", "all").code == 0
    assert sorted(path.name.split("-")[2] for path in made.iterdir()) == ["deck", "onepage", "report"]


@pytest.mark.parametrize(
    "arguments", [["--edition", "none"], ["--as-of", "soon"], ["--format", "book"], ["--lang", "fr"], ["--nonsense"]]
)
def test_a_bad_option_is_a_fault_of_usage(acbp, arguments: list[str]) -> None:
    ran = acbp("build", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Error: " in ran.err


def test_a_fault_of_ours_names_its_log(acbp, tmp_path: Path) -> None:
    write_plan(tmp_path / "plans", "fails")
    ran = acbp("build", "plans")
    assert ran.code == 3
    log = ran.err.split("with the log ")[1].split("\n")[0]
    assert "RuntimeError: a fault of ours" in Path(log).read_text("utf-8")


def test_a_missing_system_library_is_told_with_its_remedy(
    acbp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lack():
        raise making.LibraryMissing("libpango-1.0-0")

    monkeypatch.setattr(making, "load_renderer", lack)
    write_plan(tmp_path / "plans", "harbour")
    ran = acbp("build", "plans")
    assert ran.code == 1
    assert "E904 a system library is missing: libpango-1.0-0\n  fix: run acbp doctor" in ran.err


def test_on_a_terminal_a_counter_runs(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    for name in ("coast", "harbour"):
        write_plan(tmp_path / "plans", name)
    script = tmp_path / "run.py"
    script.write_text(
        "from acbp.building import making\nfrom acbp.cli.door import main\nfrom tests.building.stand_in import render\n"
        "making.load_renderer = lambda: render\nmain(['build', 'plans', '--jobs', '1'])\n",
        encoding="utf-8",
    )
    ours, theirs = pty.openpty()
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "ACBP_LANG": "zh"}
    done = subprocess.run(
        [sys.executable, script], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=theirs, check=False
    )
    os.close(theirs)
    shown = os.read(ours, 10_000).decode()
    os.close(ours)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 4)
    assert "\r\x1b[2K[1/2] plans/coast.yaml" in shown
    assert shown.endswith("2 个计划中已生成 2 个。\r\n")


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "'2027-02-30' is not a date; write 2027-03-01\n"), ("zh", "“2027-02-30”不是日期，请写成 2027-03-01\n")],
)
def test_a_wrong_day_is_told_in_the_language_of_the_command(
    acbp, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    monkeypatch.setenv("ACBP_LANG", language)
    ran = acbp("build", "--as-of", "2027-02-30")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(words)


def test_the_summary_is_in_the_language_of_the_plans(acbp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ACBP_LANG", "")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    write_plan(tmp_path / "plans", "coast", "zh")
    assert acbp("build", "plans").err.endswith("1 个计划中已生成 1 个。\n")
    write_plan(tmp_path / "plans", "harbour")
    assert acbp("build", "plans").err.endswith("2 of 2 plans built, 1 of them unchanged.\n")
