"""`acbp init`: a repository for plans."""

import shlex
from datetime import datetime
from pathlib import Path

import click

from acbp.cli.display import Display
from acbp.cli.language import preferred, say


@click.command(
    "init",
    short_help=say("建立存放计划的仓库。", "Make a repository for plans."),
    help=say(
        "建立存放计划的 git 仓库：共用设置、第一个计划、按计划的说法显示差异、编辑器设置、提交前的检查，"
        "以及每次改动都检查并附上 PDF 的 CI 配置（GitHub Actions 与 GitLab）。已有的文件保持原样。"
        "克隆出的仓库也运行一次，git 才会按计划的说法显示差异。",
        "Make a git repository for plans: shared settings, a first plan, differences in the plan's own terms, editor "
        "settings, checks before each commit, and recipes for GitHub Actions and GitLab that check each change and "
        "attach the PDFs. What is there is left as it is. Run it in a clone too: git is told of the differ there anew.",
    ),
    epilog=say("示例：acbp init 客户计划 --year 2028", "Example: acbp init customer-plans --year 2028"),
)
@click.argument("folder", metavar="[DIR]", default=Path(), type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--year", type=int, metavar="YEAR", help=say("第一个计划的年度，默认为明年。", "Year of the plan; else the next.")
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help=say("计划的语言。", "Language of the plan."))
@click.option(
    "--keys",
    type=click.Choice(["zh", "en"]),
    default="en",
    help=say("名称用中文还是英文写，默认英文。", "Language of the names of the plan's fields; else English."),
)
@click.pass_context
def command(ctx: click.Context, folder: Path, year: int | None, lang: str | None, keys: str) -> None:
    """Make a repository for plans."""
    from acbp.building.workspace_kit import GIT_SETTINGS, begin_workspace
    from acbp.history.git import GitFault, begin_repository

    lang = lang or preferred()
    begun = begin_workspace(folder, datetime.now().astimezone().year + 1 if year is None else year, lang, keys)
    problems = list(begun.problems)
    if not problems:
        try:
            begin_repository(folder, GIT_SETTINGS)
        except GitFault as fault:
            problems.append(fault.problem)
    Display().problems(problems, lang)
    for path in begun.written:
        click.echo(str(path))
    for path in begun.kept:
        click.echo(say(f"已有，保持原样：{path}", f"already there, left as it is: {path}"), err=True)
    if problems:
        ctx.exit(1)
    click.echo(say("接下来：", "Next:"), err=True)
    steps = [] if folder == Path() else [f"cd {shlex.quote(folder.as_posix())}"]
    for step in (*steps, "acbp validate", "acbp build", "git add -A", "git commit"):
        click.echo(f"  {step}", err=True)
