from pathlib import Path

import pytest

from acbp.building.formatting import format_plans
from acbp.building.scaffold import create

from .stand_in import PLAN


def write(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(PLAN.format(id="harbour", lang="en"), encoding="utf-8")
    return folder


def test_every_file_of_a_plan_is_put_in_order_by_what_it_holds(tmp_path: Path) -> None:
    plan = write(tmp_path / "harbour")
    (plan / "actions.yaml").write_text("- {name: Tasting, id: tasting}\n", encoding="utf-8")
    (plan / "reviews").mkdir()
    (plan / "reviews" / "2028-Q1.yaml").write_text("date: 2028-04-20\nperiod: Q1\n", encoding="utf-8")
    (tmp_path / "acbp.yaml").write_text("currency: EUR\nbrand: 'cliff'\n", encoding="utf-8")
    before = (plan / "actions.yaml").read_bytes()

    looked = format_plans([tmp_path], check=True)
    assert (plan / "actions.yaml").read_bytes() == before
    done = format_plans([tmp_path])
    assert done == looked
    assert sorted(path.name for path in done.changed) == ["2028-Q1.yaml", "acbp.yaml", "actions.yaml"]
    assert done.total == 4
    assert (plan / "actions.yaml").read_text("utf-8") == "- {id: tasting, name: Tasting}\n"
    assert (plan / "reviews" / "2028-Q1.yaml").read_text("utf-8") == "period: Q1\ndate: 2028-04-20\n"
    assert (tmp_path / "acbp.yaml").read_text("utf-8") == "brand: cliff\ncurrency: EUR\n"
    assert format_plans([tmp_path]).changed == ()


def test_a_plan_with_faults_is_left_alone_and_the_others_are_not(tmp_path: Path) -> None:
    write(tmp_path / "sound")
    (tmp_path / "sound" / "risks.yaml").write_text("- {name: Late, id: late}\n", encoding="utf-8")
    write(tmp_path / "torn")
    (tmp_path / "torn" / "risks.yaml").write_text("- {name: Late, id: [late}\n", encoding="utf-8")
    done = format_plans([tmp_path])
    assert [path.parent.name for path in done.changed] == ["sound"]
    assert [problem.place.file.endswith("torn/risks.yaml") for problem in done.problems if problem.place] == [True]
    assert (tmp_path / "torn" / "risks.yaml").read_text("utf-8") == "- {name: Late, id: [late}\n"


def test_the_example_plans_are_in_order() -> None:
    done = format_plans([Path(__file__).parents[2] / "plans"], check=True)
    assert done.total > 10 and (done.changed, done.problems) == ((), ())


@pytest.mark.parametrize("keys", ["en", "zh"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_new_plan_is_in_order(tmp_path: Path, lang: str, keys: str) -> None:
    assert create(tmp_path / "harbour", 2028, lang, keys).problems == ()
    done = format_plans([tmp_path], check=True)
    assert (done.total, done.changed, done.problems) == (1, (), ())
