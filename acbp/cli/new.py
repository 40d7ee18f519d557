"""`acbp new`: a plan to begin with."""

from datetime import datetime
from pathlib import Path

import click

from acbp.cli.display import Display
from acbp.cli.language import preferred, say


@click.command(
    "new",
    short_help=say("新建一个可以直接生成的计划。", "Write a new plan that builds as it is."),
    help=say(
        "新建一个计划文件夹。NAME 是文件夹，其名称就是计划的短名。写好的计划可以直接检查和生成，注释说明每部分怎么写。",
        "Write a new plan. NAME is its folder, and the folder's name becomes the plan's id. The plan validates and "
        "builds as it is, and its comments say how to go on.",
    ),
    epilog=say(
        "示例：acbp new plans/castlegate-2028 --year 2028", "Example: acbp new plans/castlegate-2028 --year 2028"
    ),
)
@click.argument("name", type=click.Path(path_type=Path))
@click.option(
    "--year", type=int, metavar="YEAR", help=say("计划年度，默认为明年。", "Year planned; else the next one.")
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help=say("计划的语言。", "Language of the plan."))
@click.option(
    "--keys",
    type=click.Choice(["zh", "en"]),
    default="en",
    help=say("名称用中文还是英文写，默认英文。", "Language of the names of the plan's fields; else English."),
)
@click.pass_context
def command(ctx: click.Context, name: Path, year: int | None, lang: str | None, keys: str) -> None:
    """Write a new plan."""
    from acbp.building.scaffold import create

    lang = lang or preferred()
    created = create(name, datetime.now().astimezone().year + 1 if year is None else year, lang, keys)
    Display().problems(created.problems, lang)
    if created.problems:
        ctx.exit(1)
    click.echo(say(f"已写好 {created.plan}。接下来：", f"{created.plan} is written. Next:"))
    click.echo(f"  acbp validate {created.shell_name}")
    click.echo(f"  acbp build {created.shell_name}")
