"""`acbp review`: the skeleton of a review, ready to be filled in."""

from pathlib import Path

import click

from acbp.cli.display import Display
from acbp.cli.language import say


@click.command(
    "review",
    short_help=say("写出一次复盘的空白稿。", "Write the skeleton of a review."),
    help=say(
        "写出一次复盘的空白稿：日期、各品类与指标的空格（注释里写着计划值）、未完成的行动、下季度的促销档期。"
        "PLAN 是文件夹时写入 reviews 文件夹；是单个文件时输出到屏幕，由您放进 reviews。已有内容不会改动。",
        "Write the skeleton of a review: its date, a gap for every category and KPI with the plan in a comment, the "
        "open actions, the promotions to come. For a PLAN in a folder it becomes a file in reviews; for a single file "
        "it is printed for you to put under reviews. Nothing that exists is changed.",
    ),
    epilog=say("示例：acbp review plans/castlegate-2028 Q2", "Example: acbp review plans/castlegate-2028 Q2"),
)
@click.argument("plan", type=click.Path(path_type=Path))
@click.argument("period", type=click.Choice(["Q1", "Q2", "Q3", "Q4", "year"]))
@click.pass_context
def command(ctx: click.Context, plan: Path, period: str) -> None:
    """Write the skeleton of a review."""
    from acbp.building.review_skeleton import draft_review

    draft = draft_review(plan, period)
    Display().problems(draft.problems, draft.language)
    if draft.problems:
        ctx.exit(1)
    if draft.file is None:
        zh, en = f"请把以下内容放到 {plan} 的 reviews 末尾：", f"Put these lines at the end of reviews in {plan}:"
        click.echo(say(zh, en, draft.language), err=True)
        click.echo(draft.text, nl=False)
        return
    zh, en = f"已写好 {draft.file}。填好空格，然后：", f"{draft.file} is written. Fill in the gaps, then:"
    click.echo(say(zh, en, draft.language))
    click.echo(f"  acbp validate {plan}")
    click.echo(f"  acbp build {plan} --format review --period {period}")
