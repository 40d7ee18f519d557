"""`acbp chart`: one chart of a plan by itself."""

from datetime import date
from pathlib import Path

import click

from acbp.cli.day import read_day
from acbp.cli.display import Display
from acbp.cli.language import preferred, say


@click.command(
    "chart",
    short_help=say("单独取出一张图，用于幻灯片和聊天。", "Take one chart out of a plan, for slides and chats."),
    help=say(
        "从计划的报告里单独取出一张图，SVG 或 PNG；不写 NAME 则列出全部图的名称、页码和标题。",
        "Take one chart out of a plan's report, as SVG or PNG. Without NAME all charts are listed, with page and "
        "heading.",
    ),
    epilog=say("示例：acbp chart plans/harbour bridge --format png", "Example: acbp chart plans/harbour bridge"),
)
@click.argument("plan", type=click.Path(path_type=Path))
@click.argument("name", required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["svg", "png"]),
    default="svg",
    show_default=True,
    help=say("SVG 只写字体名称，不含字体。", "An SVG names its fonts and holds none."),
)
@click.option(
    "--edition",
    type=click.Choice(["internal", "customer"]),
    default="customer",
    show_default=True,
    help=say("客户版没有内部的图。", "The customer edition has no internal chart."),
)
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), help=say("语言，默认同计划。", "Language; else the plan's own.")
)
@click.option("--brand", metavar="NAME", help=say("品牌包，默认同计划。", "Brand pack; else the plan's own."))
@click.option(
    "--width",
    type=click.FloatRange(10, 1000),
    metavar="MM",
    help=say("宽度，默认同页面。", "Width; else as on the page."),
)
@click.option(
    "--dpi", type=click.IntRange(36, 600), default=200, show_default=True, help=say("PNG 的分辨率。", "Of a PNG.")
)
@click.option(
    "--as-of",
    callback=read_day,
    metavar="DATE",
    help=say("按哪一天判断，默认为计划的日期。", "Day by which it is judged; else the plan's date."),
)
@click.option(
    "--set", "overrides", multiple=True, metavar="PATH=VALUE", help=say("改写计划中的一个值。", "Override a value.")
)
@click.option(
    "--output",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help=say("写入文件，默认在 output 下。", "File to write; else one below output."),
)
@click.pass_context
def command(
    ctx: click.Context,
    plan: Path,
    name: str | None,
    form: str,
    edition: str,
    lang: str | None,
    brand: str | None,
    width: float | None,
    dpi: int,
    as_of: date | None,
    overrides: tuple[str, ...],
    file: Path | None,
) -> None:
    """Take one chart out of a plan."""
    from acbp.building.charting import draw_chart
    from acbp.building.jobs import Options
    from acbp.building.writing import write_file

    options = Options(lang=lang, brand=brand, as_of=as_of, overrides=overrides)
    drawn = draw_chart(plan, name, options, edition=edition, form=form, width=width, dpi=dpi)
    if drawn.problems:
        Display().problems(drawn.problems, drawn.language if drawn.charts else preferred())
    if drawn.has_errors:
        ctx.exit(1)
    if name is None:
        for chart in drawn.charts:
            click.echo(f"{chart.name:<28} {chart.page:>3}  {chart.heading}")
    elif not drawn.content:
        near = ", ".join(drawn.nearest(name))
        known = say(f"，相近的有：{near}", f"; those that resemble it: {near}") if near else ""
        raise click.UsageError(say(f"没有“{name}”这张图{known}", f"there is no chart '{name}'{known}"), ctx)
    elif problem := write_file(file or drawn.path, drawn.content):
        Display().problems([problem], drawn.language)
        ctx.exit(1)
    else:
        click.echo(file or drawn.path)
