"""The templates that a workspace may replace: what each is for, and a copy to begin with."""

from collections.abc import Iterator
from pathlib import Path

from acbp.building import build_codes  # noqa: F401  (registers the codes)
from acbp.building.writing import write_file
from acbp.problems import Problem, nearest

DESCRIPTIONS: dict[str, tuple[str, str]] = {
    "report/document.html.j2": ("报告全文：依次为封面、目录和各页", "the report as a whole: cover, contents, pages"),
    "report/report.css": ("报告的样式：版心、字号、颜色、表格", "the report's style: grid, type, colours, tables"),
    "report/cover.html.j2": ("报告封面", "the report's cover"),
    "report/contents.html.j2": ("目录与图例", "contents and legend"),
    "report/page.html.j2": ("一页：标题和各行模块", "a page: its title and its modules"),
    "report/rows.html.j2": ("一页中各行模块的排列", "how the modules of a page stand in rows"),
    "report/frame.html.j2": ("页眉导航、页脚说明、密级和页码", "tracker, notes, confidentiality and page number"),
    "report/company.html.j2": ("公司标志与名称", "a company's mark and name"),
    "deck/document.html.j2": ("演示文稿全文", "the deck as a whole"),
    "deck/deck.css": ("演示文稿在报告样式之上的部分", "the deck's style, on top of the report's"),
    "deck/cover.html.j2": ("演示文稿封面", "the deck's cover"),
    "onepage/document.html.j2": ("一页纸计划", "the plan on one page"),
    "onepage/onepage.css": ("一页纸计划在报告样式之上的部分", "the one page's style, on top of the report's"),
    "modules/calendar.html.j2": ("模块：52 周促销日历", "module: 52-week calendar of promotions"),
    "modules/cards.html.j2": ("模块：四个关键数字的卡片", "module: cards of the headline figures"),
    "modules/cells.html.j2": ("表格单元格的各种内容", "what table cells can hold"),
    "modules/chart.html.j2": ("模块：图表", "module: a chart"),
    "modules/decision.html.j2": ("模块：需要作出的决定", "module: the decision wanted"),
    "modules/goals.html.j2": ("模块：目标列表", "module: goals"),
    "modules/headlines.html.j2": ("模块：并列的大数字", "module: large figures side by side"),
    "modules/list.html.j2": ("模块：带横线的编号列表", "module: a ruled, numbered list"),
    "modules/pairs.html.j2": ("模块：双方关系图", "module: the relationship map"),
    "modules/photos.html.j2": ("模块：前后对比照片", "module: photos, before and after"),
    "modules/points.html.j2": ("模块：并列的要点", "module: messages side by side"),
    "modules/request.html.j2": ("模块：请客户支持的事项", "module: what we ask of the customer"),
    "modules/score.html.j2": ("模块：综合得分", "module: the headline score"),
    "modules/signatures.html.j2": ("模块：签字栏", "module: fields to sign in"),
    "modules/signing.html.j2": ("模块：一页纸计划的签字栏", "module: the one page's fields to sign in"),
    "modules/statement.html.j2": ("模块：目标陈述", "module: a statement"),
    "modules/table.html.j2": ("模块：表格", "module: a table"),
    "modules/text.html.j2": ("模块：正文", "module: running text"),
    "modules/total.html.j2": ("模块：演示文稿中的综合得分", "module: the headline score on a slide"),
}
"""Template → what it is for, in Chinese and English; of words the subjects are told instead."""


def list_templates(lang: str) -> Iterator[tuple[str, str]]:
    """Each template's name with what it is for, in `lang`."""
    from acbp.rendering.overrides import known_templates

    for name in known_templates():
        if name in DESCRIPTIONS:
            yield name, DESCRIPTIONS[name][0 if lang == "zh" else 1]
        else:
            subjects = ", ".join(_subjects(name))
            yield name, f"文字：{subjects}" if lang == "zh" else f"words: {subjects}"


def eject_template(name: str, folder: Path) -> Path | Problem:
    """Copy a template into a workspace's folder of templates, never over a file (E911); E916 if unknown."""
    from acbp.rendering.overrides import known_templates
    from acbp.rendering.resources import template_root

    known = known_templates()
    if name not in known:
        near = nearest(name, known) or nearest(name, [each.rpartition("/")[2] for each in known])
        full = [each for each in known if near and each.endswith(near[0])]
        return Problem("E916", {"name": name, "variant": "near", "nearest": full[0]} if full else {"name": name})
    target = folder / name
    if target.exists() or target.is_symlink():
        return Problem("E911", {"file": str(target)})
    return write_file(target, (template_root() / name).read_bytes()) or target


def _subjects(name: str) -> list[str]:
    from acbp.loading.compose import read_yaml
    from acbp.rendering.resources import template_root

    root, _ = read_yaml((template_root() / name).read_bytes(), name)
    return list(root.value) if root is not None else []
