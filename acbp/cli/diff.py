"""`acbp diff`: what changed between two versions of a plan, in the plan's own terms."""

from datetime import date
from pathlib import Path

import click

from acbp.cli.day import read_day
from acbp.cli.display import Display
from acbp.cli.language import say


@click.command(
    "diff",
    short_help=say("比较计划的两个版本。", "Compare two versions of a plan."),
    help=say(
        "比较计划的两个版本：改了哪些字段、增删和移动了哪些项，以及销售、得分、排名等随之怎样变化。不写版本时，"
        "以现在的文件与最近一次提交比较；写一个版本则与它比较；写两个则比较这两个版本。版本可以是提交号、标签、分支，"
        "或 HEAD~1；也可以写另一个计划的路径，不需要 git。不写 PLAN 则比较当前文件夹或工作区的全部计划。",
        "Compare two versions of a plan: which fields were edited, which items came, went or moved, and what follows "
        "for sales, scores and ranks. Without revisions the files as they are are compared with the last commit, with "
        "one REV with that, with two these two with each other. A revision is a commit, a tag, a branch, or such as "
        "HEAD~1; or the path of another plan, for which no git is needed. Without PLAN all plans here are compared.",
    ),
    epilog=say("示例：acbp diff plans/harbour v1.0", "Example: acbp diff plans/harbour v1.0"),
)
@click.argument("plan", required=False, type=click.Path(path_type=Path))
@click.argument("revisions", metavar="[REV1] [REV2]", nargs=-1)
@click.option(
    "--edition",
    type=click.Choice(["internal", "customer"]),
    default="internal",
    show_default=True,
    help=say("客户版里没有内部改动。", "The customer edition knows of no internal change."),
)
@click.option(
    "--as-of",
    callback=read_day,
    metavar="DATE",
    help=say("两个版本都按哪一天判断，默认各按自己的日期。", "Day by which both are judged; else each by its own."),
)
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), help=say("语言，默认同计划。", "Language; else the plan's own.")
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help=say("markdown 用于合并请求，json 供程序使用。", "markdown for a merge request, json for programs."),
)
@click.option(
    "--textconv", is_flag=True, hidden=True, help=say("供 git 显示差异用。", "What git calls to show differences.")
)
@click.pass_context
def command(
    ctx: click.Context,
    plan: Path | None,
    revisions: tuple[str, ...],
    edition: str,
    as_of: date | None,
    lang: str | None,
    form: str,
    textconv: bool,
) -> None:
    """Compare two versions of a plan."""
    from acbp.building.jobs import default_paths
    from acbp.history import report
    from acbp.history.comparison import compare_plans
    from acbp.history.lines import write_lines

    if len(revisions) > 2:
        raise click.UsageError(say("版本最多写两个。", "two revisions at most."), ctx)
    if textconv:
        if plan is None or not plan.is_file():
            raise click.UsageError(say(f"没有文件“{plan}”。", f"there is no file '{plan}'."), ctx)
        click.echo(write_lines(plan), nl=False)
        return
    display = Display()
    write = {"text": report.to_text, "markdown": report.to_markdown, "json": report.to_json}[form]
    failed = False
    for found in compare_plans((plan,) if plan else default_paths(), revisions, edition=edition, as_of=as_of):
        failed = failed or bool(found.problems)
        display.problems(found.problems, lang or found.language)
        if not found.problems:
            click.echo(write(found, lang or found.language), nl=False)
    ctx.exit(1 if failed else 0)
