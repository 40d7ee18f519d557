"""`acbp explain`: how a figure came about, with file and line of everything that went into it."""

from datetime import date
from pathlib import Path

import click

from acbp.cli.day import read_day
from acbp.cli.display import Display
from acbp.cli.language import say


@click.command(
    "explain",
    short_help=say("说明一个数据怎么来的。", "Explain how a figure came about."),
    help=say(
        "说明一个数据怎么来的：公式、每个输入及其文件和行号、结果。REF 是数据的引用，例如 sales.growth；"
        "不写 REF 则列出计划的全部引用。正文里写 {{ sales.growth }} 就会印出这个数据。",
        "Explain how a figure came about: its formula, each input with file and line, the result. REF is the figure's "
        "reference, as sales.growth; without it all references of the plan are listed. In texts of the plan, "
        "{{ sales.growth }} stands for the figure.",
    ),
    epilog=say("示例：acbp explain plans/harbour sales.growth", "Example: acbp explain plans/harbour sales.growth"),
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
    "--as-of",
    callback=read_day,
    metavar="DATE",
    help=say("按哪一天判断，默认为计划的日期。", "Day by which it is judged; else the plan's date."),
)
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), help=say("语言，默认同计划。", "Language; else the plan's own.")
)
@click.option(
    "--set", "overrides", multiple=True, metavar="PATH=VALUE", help=say("改写计划中的一个值。", "Override a value.")
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help=say("json 供其他程序使用。", "json is for other programs."))  # fmt: skip
@click.pass_context
def command(
    ctx: click.Context,
    plan: Path,
    reference: str | None,
    edition: str,
    as_of: date | None,
    lang: str | None,
    overrides: tuple[str, ...],
    form: str,
) -> None:
    """Explain how a figure came about."""
    from acbp.building import explanation
    from acbp.building.explaining import explain
    from acbp.history.recollection import recall_forecasts

    found = explain(
        plan,
        reference,
        edition=edition,
        as_of=as_of,
        lang=lang,
        overrides=overrides,
        recall_forecasts=recall_forecasts,
    )
    errors = [problem for problem in found.problems if problem.is_error]
    if errors:
        Display().problems(errors, found.language)
        ctx.exit(1)
    if found.listing is not None:
        write = explanation.list_to_json if form == "json" else explanation.list_to_text
        click.echo(write(found.listing))
    elif found.figure is not None and form == "json":
        click.echo(explanation.to_json(found.figure))
    elif found.figure is not None:
        click.echo(explanation.to_text(found.figure, lang or found.language), nl=False)
    else:
        near = "、".join(found.nearest) if say("zh", "en") == "zh" else ", ".join(found.nearest)
        known = say(f"，相近的有：{near}", f"; those that resemble it: {near}") if near else ""
        raise click.UsageError(
            say(f"计划里没有“{reference}”这个数据{known}", f"the plan has no figure '{reference}'{known}"), ctx
        )
