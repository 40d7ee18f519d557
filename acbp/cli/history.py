"""`acbp history`: the versions of a plan, and how a figure moved through them."""

from pathlib import Path

import click

from acbp.cli.display import Display
from acbp.cli.language import say


@click.command(
    "history",
    short_help=say("列出计划的各个版本，或一个数据的变化。", "List the versions of a plan, or how a figure moved."),
    help=say(
        "列出 git 中计划的各个版本：日期、版本、编制人、状态、销售目标、得分和改动处数。写上 REF(同 acbp explain)则说明"
        "这个数据怎样一步步变成现在的样子：何时、由谁、为什么。reviews.*.landing 取各版本最近一次复盘的全年落点。",
        "List the versions of a plan in git: date, revision, author, state, sales planned, score, number of changes. "
        "With a REF (as for acbp explain), tell how that figure came to be what it is: when, by whom and why. "
        "reviews.*.landing takes the landing of each version's latest review.",
    ),
    epilog=say("示例：acbp history plans/harbour sales.plan", "Example: acbp history plans/harbour sales.plan"),
)
@click.argument("plan", type=click.Path(path_type=Path))
@click.argument("reference", metavar="[REF]", required=False)
@click.option(
    "--edition",
    type=click.Choice(["internal", "customer"]),
    default="internal",
    show_default=True,
    help=say("客户版里没有内部数据。", "The customer edition has no internal figures."),
)
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), help=say("语言，默认同计划。", "Language; else the plan's own.")
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "svg"]),
    default="text",
    show_default=True,
    help=say("svg 把数据的变化画成图。", "svg draws the moves of a figure."),
)
@click.pass_context
def command(ctx: click.Context, plan: Path, reference: str | None, edition: str, lang: str | None, form: str) -> None:
    """List the versions of a plan, or how a figure moved."""
    from acbp.history import chronicle, chronicle_report
    from acbp.history.git import GitFault
    from acbp.loading import load_plan

    if form == "svg" and reference is None:
        raise click.UsageError(say("--format svg 需要写 REF。", "--format svg needs a REF."), ctx)
    display = Display()
    try:
        if reference is None:
            entries = []
            for entry in chronicle.follow_versions(plan, edition=edition):
                entries.append(entry)
                language = lang or entry.version.loaded.language
                display.problems([each for each in entry.problems if not each.is_error], language)
                if form == "text":
                    click.echo(chronicle_report.version_line(entry, language))
            if form == "json":
                click.echo(chronicle_report.to_json(entries), nl=False)
            return
        moves = chronicle.trace(plan, reference, edition=edition)
    except GitFault as fault:
        display.problems([fault.problem], lang or load_plan(plan).language)
        ctx.exit(1)
    if not moves:
        raise click.UsageError(
            say(f"没有一个版本有“{reference}”这个数据", f"no version has the figure '{reference}'"), ctx
        )
    language = lang or moves[-1].entry.version.loaded.language
    display.problems([each for each in moves[0].entry.problems if not each.is_error], language)
    if form == "json":
        click.echo(chronicle_report.to_json((), moves), nl=False)
    else:
        write = chronicle_report.moves_to_text if form == "text" else chronicle_report.moves_to_svg
        click.echo(write(moves, language), nl=False)
