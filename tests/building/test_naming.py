"""A plan's name is found without reading the plan."""

from pathlib import Path

import pytest

from acbp.building.naming import read_language, read_name
from acbp.loading.source import PlanSource
from tests.building.stand_in import write_plan


@pytest.mark.parametrize(
    "text",
    [
        "plan:\n  id: harbour\n  language: en\n",
        "account:\n  id: x\nplan:\n  # id: y\n  language: 'en'\n  id: \"harbour\"\nsupplier: {}\n",
        "plan: {id: harbour, language: en}\n",
        "{plan: {id: harbour, language: en}}\n",
        "\ufeffplan:\n  id: harbour\n  language: en\n",
        "计划:\n  编号: harbour\n  语言: 英文\n客户:\n  全称: x\n",
        "计划: {编号: harbour, language: en}\n",
        "plan:\r\n  id: harbour\r\n  language: en\r\naccount:\r\n  name: x\r\n",
    ],
)
def test_it_is_found_however_it_is_written(tmp_path: Path, text: str) -> None:
    file = tmp_path / "plan.yaml"
    file.write_bytes(text.encode())
    assert read_name(PlanSource(file)) == ("harbour", "en")


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01", b"plan:\n  id: a\n", b"- a\n", b"plan: [\n", "计划：\n".encode("gbk")]
)
def test_what_has_no_name_has_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "plan.yaml"
    file.write_bytes(content)
    assert read_name(PlanSource(file)) is None
    assert read_name(PlanSource(tmp_path / "none.yaml")) is None


def test_a_value_from_the_command_line_counts(tmp_path: Path) -> None:
    source = PlanSource(write_plan(tmp_path, "harbour"))
    assert read_name(source, ["plan.id=coast", "account.name=x"]) == ("coast", "en")


def test_the_language_of_its_problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert read_language(PlanSource(write_plan(tmp_path, "harbour", "en"))) == "en"
    assert read_language(PlanSource(tmp_path / "none.yaml")) == "zh"


def test_a_value_from_the_command_line_counts_in_chinese_too(tmp_path: Path) -> None:
    file = tmp_path / "plan.yaml"
    file.write_text("计划: {编号: harbour, 语言: 中文}\n", encoding="utf-8")
    assert read_name(PlanSource(file), ["计划.编号=coast"]) == ("coast", "zh")
    assert read_name(PlanSource(file), ["plan.语言=英文"]) == ("harbour", "en")
