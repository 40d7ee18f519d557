"""`acbp roll`: next year's plan from this year's."""

import shlex
from datetime import datetime
from pathlib import Path

import click

from acbp.cli.display import Display
from acbp.cli.language import say


@click.command(
    "roll",
    short_help=say("由今年的计划写出明年的。", "Make next year's plan from this year's."),
    help=say(
        "由今年的计划写出明年的，放在旁边：全年实际成为基线与历年数据；联系人、未完成的行动、承诺与问题带过去；今年的目标、"
        "财务和复盘不带；须重写的文字标上“待定”。原计划不变。",
        "Make next year's plan beside this year's: actuals of the whole year become baselines and history; contacts, "
        "open actions, promises and issues are carried; targets, financials and reviews are not; texts to renew are "
        "marked TODO. The old plan stays as it is.",
    ),
    epilog=say("示例：acbp roll plans/harbour-2027 --year 2028", "Example: acbp roll plans/harbour-2027 --year 2028"),
)
@click.argument("plan", type=click.Path(path_type=Path))
@click.option("--year", type=int, required=True, metavar="YEAR", help=say("新计划的年度。", "Year of the new plan."))
@click.pass_context
def command(ctx: click.Context, plan: Path, year: int) -> None:
    """Make next year's plan from this year's."""
    from acbp.building.rolling import roll

    rolled = roll(plan, year, datetime.now().astimezone().date())
    Display().problems(rolled.problems, rolled.language)
    if rolled.path is None or rolled.problems:
        ctx.exit(1)
    click.echo(str(rolled.path))
    words = say("接着逐项填好空缺：", "Now fill in the gaps, which this lists:", rolled.language)
    click.echo(f"{words} acbp validate {shlex.quote(rolled.path.as_posix())}", err=True)
