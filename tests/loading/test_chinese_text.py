"""A file with English names, written anew with Chinese ones."""

import shutil
from pathlib import Path

import pytest

from acbp.loading import load_plan
from acbp.loading.chinese_text import comment_in_chinese, write_in_chinese
from acbp.model import Plan, Workspace
from acbp.model.chinese_names import chinese_names

PLANS = Path(__file__).parents[2] / "plans"

ENGLISH = """\
# A comment: name
plan:
  id: tea   # kept as it is: id
  language: zh
  title: "name: status"
  pages: {review-Q1: {title: 甲}}
actions:
  - {id: done, name: open, status: open, at_risk: true, internal: [cause], audience: internal}
objectives:
  - id: sales
    unit: money
    name: {zh: 甲, en: name}
    quarters: {Q1: 5, Q2: 6%}
"""
CHINESE = """\
# A comment: name
计划:
  编号: tea   # kept as it is: id
  语言: 中文
  标题: "name: status"
  页面: {一季度复盘: {标题: 甲}}
行动:
  - {编号: done, 名称: open, 状态: 进行中, 有风险: 是, 仅内部: [原因], 可见范围: 内部}
目标:
  - 编号: sales
    单位: 金额
    名称: {zh: 甲, en: name}
    分季度: {一季度: 5, 二季度: 6%}
"""


def test_names_and_words_of_closed_lists_change_and_nothing_else() -> None:
    assert write_in_chinese(ENGLISH, Plan) == CHINESE


def test_what_is_chinese_already_stays() -> None:
    assert write_in_chinese(CHINESE, Plan) == CHINESE


def test_comments_mention_the_chinese_names() -> None:
    text = (
        "a: b # draft 草稿、closed 已结束\n"
        "# money_unit 写在 {id} 里：audience: internal 或 internal: [value]\n"
        "id: '#id'\n"
    )
    assert comment_in_chinese(text) == (
        "a: b # 草稿、已结束\n# 金额单位 写在 {id} 里：可见范围: 内部 或 仅内部: [金额]\nid: '#id'\n"
    )


def test_paths_and_addresses_in_comments_stay() -> None:
    text = "# $schema=../plan/name.json https://a.b/title id-x.yaml\n"
    assert comment_in_chinese(text) == text


@pytest.mark.parametrize("name", ["qingquan-hualian-2027", "northfield-castlegate-2027.yaml"])
def test_the_example_plans_say_the_same_in_chinese(tmp_path: Path, name: str) -> None:
    shutil.copytree(PLANS, tmp_path / "plans")
    expected = load_plan(tmp_path / "plans" / name)
    rename(tmp_path / "plans" / "acbp.yaml", Workspace)
    if (tmp_path / "plans" / name).is_file():
        rename(tmp_path / "plans" / name, Plan)
    for entry in (tmp_path / "plans" / name).iterdir() if (tmp_path / "plans" / name).is_dir() else ():
        section = chinese_names(Plan).get(entry.stem)
        if entry.is_dir() and section:
            for item in entry.iterdir():
                rename(item, Plan.model_fields[entry.stem].annotation.__args__[0])
            entry.rename(entry.with_name(section))
        elif entry.name == "plan.yaml":
            rename(entry, Plan)
        elif section and entry.suffix == ".yaml":
            rename(entry, Plan.model_fields[entry.stem].annotation)
            entry.rename(entry.with_name(f"{section}.yaml"))
    loaded = load_plan(tmp_path / "plans" / name)
    assert sorted(each.code for each in loaded.problems) == sorted(each.code for each in expected.problems)
    assert loaded.plan == expected.plan
    assert loaded.workspace == expected.workspace
    assert loaded.name(("objectives", 0, "name")).startswith("目标[")


def rename(path: Path, annotation: object) -> None:
    """Write a file anew with Chinese names."""
    text = write_in_chinese(path.read_text("utf-8"), annotation)
    path.write_text(text, encoding="utf-8")
