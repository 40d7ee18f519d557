"""Finding plans, and putting their sections together."""

from pathlib import Path

import pytest

from acbp.loading.source import PlanSource, Reading, discover, find_workspace, locate, read_plan
from acbp.problems import Problem

from .stand_in import Plan


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(files: dict[str, str]) -> None:
    for name, text in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def read(path: str) -> Reading:
    source = locate(Path(path))
    assert isinstance(source, PlanSource)
    return read_plan(source, Plan)


def told(problems: list[Problem]) -> list[tuple[str, str]]:
    return [
        (problem.code, f"{problem.place.file}:{problem.place.line}" if problem.place else "") for problem in problems
    ]


def test_a_file_is_a_plan_and_so_is_a_folder_with_plan_yaml() -> None:
    write({"a.yaml": "plan: {}\n", "b/plan.yaml": "plan: {}\n"})
    assert locate(Path("a.yaml")) == PlanSource(Path("a.yaml"))
    assert locate(Path("b")) == locate(Path("b/plan.yaml")) == PlanSource(Path("b/plan.yaml"), is_folder=True)
    assert PlanSource(Path("b/plan.yaml"), is_folder=True).name == "b"


def test_what_is_no_plan_says_why() -> None:
    write({"empty/readme.txt": "x"})
    for path, code in (("absent.yaml", "E001"), ("empty", "E002")):
        found = locate(Path(path))
        assert isinstance(found, Problem) and found.code == code


def test_sections_stand_in_files_of_their_own() -> None:
    write(
        {
            "p/plan.yaml": "plan:\n  id: x\n",
            "p/supplier.yaml": "name: Tea\n",
            "p/actions/2-b.yaml": "id: b\n",
            "p/actions/1-a.yaml": "id: a\n",
            "p/actions/.hidden.yaml": "id: c\n",
            "p/data/sales.yaml": "not: read\n",
            "p/acbp.yaml": "currency: CNY\n",
        }
    )
    reading = read("p")
    assert reading.root is not None and not reading.problems
    assert reading.root.plain() == {
        "plan": {"id": "x"},
        "actions": [{"id": "a"}, {"id": "b"}],
        "supplier": {"name": "Tea"},
    }
    name = reading.root.get("supplier", "name")
    assert name is not None and name.place().file == "p/supplier.yaml"
    assert reading.root.value["actions"].value[1].value["id"].place().file == "p/actions/2-b.yaml"
    assert [path.as_posix() for path in reading.files] == [
        "p/plan.yaml",
        "p/actions/1-a.yaml",
        "p/actions/2-b.yaml",
        "p/supplier.yaml",
    ]


def test_only_a_folder_plan_has_files_beside_it() -> None:
    write({"a.yaml": "plan: {}\n", "supplier.yaml": "name: Tea\n"})
    root = read("a.yaml").root
    assert root is not None and root.plain() == {"plan": {}}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"p/supplier.yaml": "name: x\n", "p/plan.yaml": "plan: {}\nsupplier: {}\n"}, ("E008", "p/supplier.yaml:1")),
        ({"p/actions.yaml": "- id: a\n", "p/actions/a.yaml": "id: a\n"}, ("E008", "p/actions.yaml:1")),
        ({"p/plan.yml": "plan: {}\n"}, ("E008", "p/plan.yml:1")),
        ({"p/suplier.yaml": "name: x\n"}, ("E009", "p/suplier.yaml:1")),
        ({"p/quarters/q1.yaml": "Q1: 5\n"}, ("E010", "p/quarters:1")),
        ({"p/supplier.yaml": "# note\nsupplier:\n  name: x\n"}, ("E012", "p/supplier.yaml:2")),
        ({"p/supplier.yaml": "name： x\n"}, ("E113", "p/supplier.yaml:1")),
        ({"p/plan.yaml": "- plan\n"}, ("E204", "p/plan.yaml:1")),
        ({"p/plan.yaml": ""}, ("E004", "p/plan.yaml:1")),
    ],
)
def test_faults_of_the_folder(files: dict[str, str], expected: tuple[str, str]) -> None:
    write({"p/plan.yaml": "plan: {}\n", **files})
    assert told(read("p").problems) == [expected]


def test_a_mistyped_section_file_is_told_its_name() -> None:
    write({"p/plan.yaml": "plan: {}\n", "p/suplier.yaml": "name: x\n"})
    (problem,) = read("p").problems
    assert (
        problem.message("en") == "the file name 'suplier.yaml' is no section of a plan; did you mean 'supplier.yaml'?"
    )
    assert problem.hint("zh") == "请把文件改名为“supplier.yaml”"


def test_a_section_file_may_not_lead_out_of_the_folder() -> None:
    write({"p/plan.yaml": "plan: {}\n", "secret.yaml": "name: x\n"})
    Path("p/supplier.yaml").symlink_to(Path("secret.yaml").absolute())
    assert told(read("p").problems) == [("E007", "p/supplier.yaml:1")]


def test_plans_are_found_below_a_folder() -> None:
    write(
        {
            "plans/b.yaml": "# note\nplan:\n",
            "plans/a/plan.yaml": "plan:\n",
            "plans/a/other.yaml": "plan:\n",
            "plans/deep/er/c.yml": "account: {}\nplan： {}\n",
            "plans/no.yaml": "explan: 1\n",
            "plans/acbp.yaml": "plan: 1\n",
            "plans/.git/x.yaml": "plan: 1\n",
            "plans/brands/x.yaml": "plan: 1\n",
            "plans/output/x.yaml": "plan: 1\n",
        }
    )
    plans, problems = discover([Path("plans"), Path("plans/b.yaml"), Path("plans/no.yaml")])
    assert not problems
    assert [plan.path.as_posix() for plan in plans] == [
        "plans/a/plan.yaml",
        "plans/b.yaml",
        "plans/deep/er/c.yml",
        "plans/no.yaml",
    ]


def test_what_holds_no_plan_is_reported_beside_the_plans() -> None:
    write({"a.yaml": "plan:\n", "empty/x.txt": ""})
    plans, problems = discover([Path("a.yaml"), Path("empty"), Path("absent")])
    assert len(plans) == 1
    assert [problem.code for problem in problems] == ["E002", "E001"]


def test_the_workspace_file_is_the_nearest_above_within_the_repository(tmp_path: Path) -> None:
    write({"acbp.yaml": "{}", "repo/.git/HEAD": "", "repo/a/b/plan.yaml": "", "free/a/plan.yaml": ""})
    assert find_workspace(Path("repo/a/b")) is None
    assert find_workspace(Path("free/a")) == tmp_path.resolve() / "acbp.yaml"
    write({"repo/acbp.yaml": "{}"})
    assert find_workspace(Path("repo/a/b")) == tmp_path.resolve() / "repo" / "acbp.yaml"
    write({"1/2/3/4/5/6/x": ""})
    assert find_workspace(Path("1/2/3/4/5")) is not None
    assert find_workspace(Path("1/2/3/4/5/6")) is None


def test_a_file_that_could_have_been_a_plan_is_not_passed_over(tmp_path: Path) -> None:
    (tmp_path / "empty.yaml").write_bytes(b"")
    (tmp_path / "gbk.yaml").write_bytes("计划：1\n".encode("gbk"))
    (tmp_path / "binary.yaml").write_bytes(b"\x00\x01\x02")
    (tmp_path / "other.yaml").write_text("services: {web: {}}\n", encoding="utf-8")
    found, problems = discover([tmp_path])
    assert [source.path.name for source in found] == ["binary.yaml", "empty.yaml", "gbk.yaml"]
    assert problems == []


def test_a_main_file_of_another_name_is_told_what_it_must_be_called() -> None:
    write({"south/年度.yaml": "plan: {id: a}\n", "south/scorecard.yaml": "kpis: []\n", "north/plan.yaml": "plan: {}\n"})
    found = locate(Path("south"))
    assert isinstance(found, Problem)
    assert found.message("en") == "the folder 'south' holds no plan.yaml"
    assert found.hint("en") == "the main file must be called plan.yaml: rename '年度.yaml' to plan.yaml"
    assert found.message("zh") == "文件夹“south”里没有 plan.yaml"
    assert found.hint("zh") == "主文件必须叫 plan.yaml：请把“年度.yaml”改名为 plan.yaml"
    for path in (".", "south"):
        plans, problems = discover([Path(path)])
        assert [plan.name for plan in plans] == (["north"] if path == "." else [])
        assert problems == [found]
    plans, problems = discover([Path("south/年度.yaml")])
    assert ([plan.name for plan in plans], problems) == (["south/年度.yaml"], [])


def test_plans_beside_each_other_need_no_plan_yaml() -> None:
    write({"all/a.yaml": "plan: {id: a}\n", "all/b.yaml": "plan: {id: b}\n", "all/goals.yaml": "vision: x\n"})
    write({"one/a.yaml": "plan: {id: a}\n", "one/notes.yaml": "x: y\n"})
    plans, problems = discover([Path()])
    assert ([plan.name for plan in plans], problems) == (["all/a.yaml", "all/b.yaml", "one/a.yaml"], [])
