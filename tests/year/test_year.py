"""The year of a plan, command by command: what each of them says, and that its PDFs can be told from forged ones.

Beside this file stand the transcripts of the chapters. After a change of wording, run `pytest tests/year --refresh` and
read the difference before keeping it.
"""

from pathlib import Path

import pytest

from acbp.cli.commands import NAMES
from tests.year.year import CHAPTERS, name_of, play

EXPECTED = Path(__file__).with_name("expected")
OUTSIDE = {"schema", "chart", "brand", "templates", "doctor", "guide"}
"""Commands that have no part in the life of a plan."""


@pytest.fixture(scope="module")
def transcripts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return play(tmp_path_factory.mktemp("year") / "plans")


@pytest.mark.parametrize("chapter", [name_of(number) for number in range(len(CHAPTERS))])
def test_a_chapter_reads_word_for_word(chapter: str, transcripts: dict[str, str], pytestconfig: pytest.Config) -> None:
    expected = EXPECTED / f"{chapter}.txt"
    if pytestconfig.getoption("--refresh"):
        expected.write_text(transcripts[chapter], encoding="utf-8", newline="\n")
    assert transcripts[chapter] == expected.read_text(encoding="utf-8")


def test_each_transcript_belongs_to_a_chapter(transcripts: dict[str, str]) -> None:
    assert {path.stem for path in EXPECTED.iterdir()} == set(transcripts)


def test_every_command_of_a_plans_life_is_used(transcripts: dict[str, str]) -> None:
    typed = {
        line.split()[2] for text in transcripts.values() for line in text.splitlines() if line.startswith("$ acbp ")
    }
    assert typed == set(NAMES) - OUTSIDE


def test_the_documents_of_the_year_are_proved_and_others_are_refused(transcripts: dict[str, str]) -> None:
    told = next(text for name, text in transcripts.items() if name.endswith("-verify")).split("$ acbp verify ")[1:]
    refused = {each.split()[0] for each in told if "[exit code 1]" in each}
    proved = {each.split()[0] for each in told if "building it again gives the same bytes" in each} - refused
    assert proved == {
        f"sent/{name}.pdf" for name in ("proposed", "agreed", "review-q1", "changes", "review-q3", "closed")
    }
    page = "output/fairway-2027/fairway-2027-customer-onepage-en.pdf"
    assert refused == {"forged.pdf", page, f"../other/{page}"}
