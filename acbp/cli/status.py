"""`acbp status`: where every plan stands."""

from datetime import date, datetime
from pathlib import Path

import click

from acbp.cli.day import read_day
from acbp.cli.display import Display
from acbp.cli.language import preferred, say


@click.command(
    "status",
    short_help=say("列出各计划的进展。", "List where every plan stands."),
    help=say(
        "列出各计划：状态、完整度、得分、延误的行动、下次复盘和过期的数据。有错误的计划照样列出，退出码仍为 0。"
        "PATHS 不写则为工作区文件夹或当前文件夹。",
        "List every plan with its step, completeness, score, late actions, next review and stale fields. A plan with "
        "errors is listed as such, and the exit code is 0 all the same. By default PATHS is the workspace folder or "
        "the current one.",
    ),
    epilog=say("示例：acbp status plans --as-of 2027-08-01", "Example: acbp status plans --as-of 2027-08-01"),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--as-of",
    callback=read_day,
    metavar="DATE",
    help=say("按哪一天判断，默认为今天。", "Day by which it is judged; else today."),
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help=say("语言。", "Language."))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help=say("json 供其他程序使用。", "json is for other programs."))  # fmt: skip
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], as_of: date | None, lang: str | None, form: str) -> None:
    """List where every plan stands."""
    from acbp.building.jobs import default_paths
    from acbp.building.status import list_status, to_json, to_text

    day = as_of or datetime.now().astimezone().date()
    plans, problems = list_status(paths or default_paths(), day)
    Display().problems(problems, lang or preferred())
    if form == "json":
        click.echo(to_json(plans, day))
    elif plans:
        click.echo(to_text(plans, lang or preferred()))
    ctx.exit(1 if problems and not plans else 0)
