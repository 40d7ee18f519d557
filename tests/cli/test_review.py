"""`acbp review`: where the skeleton goes, and what is told."""

import shutil
from pathlib import Path

from tests.building.stand_in import write_plan
from tests.conftest import PLANS


def test_a_plan_in_a_folder_gets_a_file_and_the_next_commands(acbp, tmp_path: Path) -> None:
    folder = tmp_path / "plan"
    shutil.copytree(PLANS["zh"], folder)
    ran = acbp("review", folder, "Q2")
    assert (ran.code, ran.out) == (1, "")
    assert "E915 Q2 的复盘已经有了" in ran.err
    ran = acbp("review", folder, "Q3")
    assert (ran.code, ran.err) == (0, "")
    assert (folder / "reviews" / "2027-Q3.yaml").exists()
    assert ran.out.splitlines()[1:] == [
        f"  acbp validate {folder}",
        f"  acbp build {folder} --format review --period Q3",
    ]


def test_a_plan_in_one_file_is_printed_and_left_alone(acbp, tmp_path: Path) -> None:
    file = write_plan(tmp_path, "harbour")
    before = file.read_bytes()
    ran = acbp("review", file, "Q1")
    assert ran.code == 0
    assert ran.out.startswith("reviews:\n  - period: Q1 ")
    assert ran.err == f"Put these lines at the end of reviews in {file}:\n"
    assert file.read_bytes() == before


def test_there_are_five_periods(acbp, tmp_path: Path) -> None:
    ran = acbp("review", tmp_path, "Q5")
    assert ran.code == 2
    assert "'Q5'" in ran.err
