"""Names in Chinese: read like the English ones, and told as they are written."""

import random
from pathlib import Path

import pytest

from acbp.loading import load_plan
from acbp.loading.compose import read_yaml
from acbp.loading.load import Loaded
from acbp.loading.spelling import holds_chinese_names, respell
from acbp.model import Plan, Workspace

HEAD = """
计划: {编号: tea-2028, 标题: 二〇二八年度计划, 年度: 2028, 语言: 中文, 编制人: 林悦, 日期: 2028-04-16,
  状态: 已同意, 金额单位: 万}
客户: {全称: 海棠里商业集团, 简称: 海棠里}
我方: {全称: 禾悦食品有限公司, 简称: 禾悦}
"""


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)


def write(name: str, text: str) -> None:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def read(text: str, *overrides: str) -> Loaded[Plan, Workspace]:
    write("plan.yaml", HEAD + text)
    return load_plan("plan.yaml", overrides=overrides)


def told(loaded: Loaded[Plan, Workspace]) -> list[tuple[str, str | None]]:
    return [(problem.code, problem.item) for problem in loaded.problems]


def test_a_plan_may_be_written_in_chinese_throughout() -> None:
    loaded = read(
        """
目标:
  - {编号: sales, 名称: 做大坚果, 单位: 金额, 目标值: 4000, 方向: 越高越好, 季度累加: 是,
     分季度: {一季度: 920, Q2: 940}}
促销:
  清单:
    - {编号: nuts, 名称: 年货坚果, 品类: nuts, 开始周: 3, 结束周: 5, 机制: 七五折, 主推: 是, 仅内部: [费用], 费用: 80}
    - {编号: tins, 名称: 礼盒, 品类: nuts, 开始周: 6, 结束周: 7, 机制: 直降, 可见范围: 内部}
复盘: [{期间: 一季度, 日期: 2028-04-16}]
"""
    )
    assert told(loaded) == [("E222", "促销.清单[nuts].品类")]
    loaded = read(
        "目标: [{编号: sales, 名称: 坚果, 单位: 金额, 目标值: 4000, 季度累加: 是, 分季度: {一季度: 920, Q2: 940}}]\n"
        "复盘: [{期间: 一季度, 日期: 2028-04-16, 可见范围: 内部}]\n"
    )
    assert loaded.problems == () and loaded.plan is not None
    (goal,) = loaded.plan.objectives
    assert (goal.unit, goal.cumulative, goal.target.value, goal.quarters.Q1.value) == ("money", True, 4000, 920)
    assert (loaded.plan.plan.status, loaded.language) == ("agreed", "zh")
    assert (loaded.plan.reviews[0].period, loaded.plan.reviews[0].audience) == ("Q1", "internal")


def test_names_of_fields_that_are_kept_back_are_understood() -> None:
    loaded = read("机会: {清单: [{编号: a, 名称: 坚果, 客户利益: 毛利, 销售增量: 5, 仅内部: [销售增量]}]}\n")
    assert loaded.plan is not None and loaded.plan.opportunities is not None
    assert loaded.plan.opportunities.items[0].internal == ("value",)
    loaded = read("机会: {清单: [{编号: a, 名称: 坚果, 客户利益: 毛利, 仅内部: [名称]}]}\n")
    assert told(loaded) == [("E221", "机会.清单[a]")]
    assert loaded.problems[0].values == {"key": "仅内部", "field": "名称"}


@pytest.mark.parametrize(
    ("text", "code", "item", "said"),
    [
        ("目标: [{编号: a, 名称: 坚果, 期限: 明天}]\n", "E108", "目标[a].期限", ""),
        ("目标: [{编号: a}]\n", "E202", "目标[a].名称", "缺少必填项“名称”"),
        ("目标: [{编号: a, 名称: 坚果, 目标质: 5}]\n", "E201", "目标[a].目标质", "是不是“目标值”"),
        ("目标: [{编号: a, 名字: 坚果}]\n", "E201", "目标[a].名字", "缺少的是必填项“名称”"),
        ("行动: [{编号: a, 名称: 坚果, 状态: 做完}]\n", "E203", "行动[a].状态", "完成, 进行中, 取消"),
        ("目标: [{编号: a, 名称: 坚果, 分季度: {五季度: 5}}]\n", "E201", "目标[a].分季度.五季度", "季度”？"),
        ("打分卡: {指标: [{编号: a, 名称: 甲, 权重: 100, 目标: x}]}\n目标: [{编号: b, 名称: 乙}]\n", "E210",
         "打分卡.指标[a].目标", "在 目标 里找不到短名“x”"),
        ("打分卡: {指标: [{编号: a, 名称: 甲, 权重: 100, 数据负责人: x}]}\n", "E222",
         "打分卡.指标[a].数据负责人", "列表“关系.联系人”没有写"),
        ("计划外: 1\n", "E201", "计划外", "这里没有“计划外”"),
    ],
)  # fmt: skip
def test_faults_are_told_in_the_spelling_of_the_file(text: str, code: str, item: str, said: str) -> None:
    (problem,) = read(text).problems
    assert (problem.code, problem.item) == (code, item)
    assert said in problem.message("zh") + problem.hint("zh")
    assert problem.place is not None and problem.place.line > 4


def test_english_files_are_told_in_english() -> None:
    write("plan.yaml", "plan: {id: a}\n")
    items = [problem.item for problem in load_plan("plan.yaml").problems]
    assert "plan.title" in items and "supplier" in items


def test_one_name_in_both_spellings_is_given_twice() -> None:
    loaded = read("目标:\n  - 编号: a\n    名称: 坚果\n    name: 坚果\n")
    assert [problem.code for problem in loaded.problems] == ["E101"]
    problem = loaded.problems[0]
    assert problem.values == {"key": "name", "first": "8"}
    assert problem.place is not None and (problem.place.line, problem.place.column) == (9, 5)


def test_a_file_that_mixes_languages_is_read_with_one_warning() -> None:
    loaded = read("目标: [{编号: a, name: 坚果, due: 2028-06-30}]\n")
    (problem,) = loaded.problems
    assert (problem.code, problem.values["key"], problem.values["other"]) == ("W290", "name", "名称")
    assert "多数是中文" in problem.message("zh")
    assert loaded.plan is not None and loaded.plan.objectives[0].name == "坚果"
    write("plan.yaml", "plan: {id: a, title: A, year: 2028, language: en, owner: B, 日期: 2028-01-01}\n")
    problem = next(each for each in load_plan("plan.yaml").problems if each.code == "W290")
    assert (problem.values["key"], problem.values["other"]) == ("日期", "date")
    assert "mostly English" in problem.message("en")


def test_each_file_of_a_folder_chooses_for_itself() -> None:
    write("p/plan.yaml", HEAD)
    write("p/打分卡.yaml", "指标: [{编号: sales, 名称: 供货额, 权重: 100, 目标值: 明天}]\n")
    write("p/objectives.yaml", "- {id: a, name: 坚果, due: 明天}\n")
    write("p/复盘/2028-Q1.yaml", "期间: 一季度\n日期: 明天\n")
    assert told(load_plan("p")) == [
        ("E108", "objectives[a].due"),
        ("E108", "复盘[1].日期"),
        ("E107", "打分卡.指标[sales].目标值"),
    ]


def test_section_files_clash_in_whatever_language() -> None:
    write("p/计划.yaml", HEAD + "打分卡: {指标: []}\n")
    write("p/scorecard.yaml", "kpis: []\n")
    write("p/目标.yaml", "目标: []\n")
    write("p/计划.yml", "编号: a\n")
    write("p/打分.yaml", "指标: []\n")
    found = {problem.code: problem for problem in load_plan("p").problems}
    assert sorted(found) == ["E008", "E009", "E012"]
    assert found["E009"].values["nearest"] == "打分卡.yaml"
    assert found["E012"].values["section"] == "目标"
    assert sorted(each.values["section"] for each in load_plan("p").problems if each.code == "E008") == [
        "scorecard",
        "计划",
    ]


def test_the_workspace_file_may_be_chinese() -> None:
    write(
        "acbp.yaml",
        "我方: {全称: 禾悦食品有限公司, 简称: 禾悦}\n档案过期天数: 100\n客户等级: [{等级: A, 销售额: 很多}]\n",
    )
    write("plan.yaml", HEAD.replace("我方", "#我方"))
    loaded = load_plan("plan.yaml")
    assert told(loaded) == [("E107", "客户等级[1].销售额")]
    write("acbp.yaml", "我方: {全称: 禾悦食品有限公司, 简称: 禾悦}\n档案过期天数: 100\n")
    loaded = load_plan("plan.yaml")
    assert loaded.plan is not None and loaded.workspace is not None
    assert (loaded.plan.supplier.short_name, loaded.workspace.stale_after) == ("禾悦", 100)


@pytest.mark.parametrize("key", ["目标.sales.目标值", "objectives.sales.target", "目标[1].target"])
def test_values_from_the_command_line_take_both_spellings(key: str) -> None:
    loaded = read("目标: [{编号: sales, 名称: 坚果}]\n", f"{key}=5", "plan.状态=草稿", "计划.status=草稿")
    assert loaded.problems == () and loaded.plan is not None
    assert loaded.plan.objectives[0].target.value == 5
    assert loaded.plan.plan.status == "draft"


def test_a_path_that_leads_nowhere_names_what_is_written() -> None:
    (problem,) = read("目标: [{编号: sales, 名称: 坚果}]\n", "目标.sales.分季渡.Q1=5").problems
    assert (problem.code, problem.values["path"]) == ("E217", "目标.sales.分季渡")
    (problem,) = read("目标: [{编号: sales, 名称: 坚果}]\n", "目票.sales.目标值=5").problems
    assert problem.values["nearest"] == "目标"


def test_text_by_language_and_mappings_by_id_keep_their_keys() -> None:
    loaded = read(
        "机会:\n  评分项: [{编号: ease, 名称: {中文: 易行, 英文: Ease}, 权重: 100%}]\n"
        "  清单: [{编号: a, 名称: {zh: 甲, en: A}, 客户利益: 毛利, 得分: {ease: 3}}]\n"
    )
    assert loaded.problems == () and loaded.plan is not None
    opportunities = loaded.plan.opportunities
    assert opportunities.criteria[0].name.translations == {"zh": "易行", "en": "Ease"}
    assert (opportunities.items[0].name.translations["en"], opportunities.items[0].scores) == ("A", {"ease": 3})


def test_pages_are_named_in_chinese() -> None:
    loaded = read("").plan
    assert loaded is not None
    write("plan.yaml", HEAD.replace("金额单位: 万", "金额单位: 万, 页面: {一季度复盘: {标题: 甲}, 一页纸: {导语: 乙}}"))
    plan = load_plan("plan.yaml").plan
    assert plan is not None
    assert (plan.plan.pages["review-Q1"].title, plan.plan.pages["overview"].lead) == ("甲", "乙")
    write("plan.yaml", HEAD.replace("金额单位: 万", "金额单位: 万, 页面: {二季复盘: {标题: 甲}}"))
    (problem,) = load_plan("plan.yaml").problems
    assert (problem.code, "一季度复盘" in problem.hint("zh")) == ("E201", True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("目标:\n", True),
        ("{'状态':1}", True),
        ("- 编号 : a\n", True),
        ("title: 标题\nwhy: 原因：甲\n", False),
        ("note: 见 http://甲:80\n", False),
    ],
)
def test_files_without_chinese_names_are_passed_over(text: str, expected: bool) -> None:
    assert holds_chinese_names(text) is expected


def test_english_names_are_left_alone() -> None:
    root, _ = read_yaml("plan: {id: a}\nobjectives: [{id: b, 说明: c}]\n".encode(), "f")
    assert root is not None
    assert [problem.code for problem in respell(root, Plan)] == ["W290"]
    assert root.plain() == {"plan": {"id": "a"}, "objectives": [{"id": "b", "why": "c"}]}
    assert not any(node.chinese for node in root.walk())


@pytest.mark.parametrize("seed", range(6))
def test_nothing_that_is_typed_breaks_the_reader(seed: int) -> None:
    dice = random.Random(seed)
    sound = HEAD + "目标: [{编号: a, 名称: 坚果, 分季度: {一季度: 5}, 仅内部: [期限]}]\n译文: {英文: {坚果: Nuts}}\n"
    pieces = ["", "\n", "[", "{", "}", ": ", "编号", "name: ", "一季度", "是", "目标:", "文件: ", "- ", "内部"]
    for _ in range(60):
        text = sound
        for _ in range(dice.randint(1, 3)):
            start = dice.randrange(len(text))
            text = text[:start] + dice.choice(pieces) + text[start + dice.choice((0, 0, 1, 4)) :]
        write("plan.yaml", text)
        loaded = load_plan("plan.yaml")
        assert loaded.plan is not None or loaded.problems
        told = [problem.message("zh") for problem in loaded.problems if problem.place]
        assert len(told) == len(loaded.problems)
        assert [message for message in told if "…" in message.replace("{{ … }}", "")] == []
