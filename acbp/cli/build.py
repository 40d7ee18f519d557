"""`acbp build`: plans into PDFs."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import click

from acbp.cli.day import read_day
from acbp.cli.display import Display
from acbp.cli.language import say


def _reader_since(revision: str) -> partial[Any]:
    """What reads the changes since a revision; loaded only when asked for."""
    from acbp.history.redline import read_redline

    return partial(read_redline, revision=revision)


def _recall_forecasts(*asked: Any) -> Any:
    """What the plan's reviews forecast by its history; loaded only where a plan is built."""
    from acbp.history.recollection import recall_forecasts

    return recall_forecasts(*asked)


@click.command(
    "build",
    short_help=say("生成计划的 PDF。", "Build the PDFs of plans."),
    help=say(
        "生成计划的 PDF。PATHS 是计划文件或文件夹；不写则为工作区文件夹或当前文件夹。一个计划有错误不影响其他计划。",
        "Build the PDFs of plans. PATHS are plan files or folders; by default the workspace folder or the current one. "
        "A plan with errors stops no other.",
    ),
    epilog=say("示例：acbp build plans --edition customer --lang en", "Example: acbp build plans --edition customer"),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--edition",
    type=click.Choice(["internal", "customer", "all"]),
    default="all",
    show_default=True,
    help=say("内部版或客户版。", "Which edition."),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["report", "deck", "onepage", "review", "all", "png"]),
    default="report",
    show_default=True,
    help=say(
        "report 为整份计划，deck 为会议幻灯片，onepage 为一页签署版，review 为一次复盘会的资料，all 为全部，"
        "png 即 report 加 --png。",
        "The whole plan, slides for the meeting, one page to sign, the pack of one review's meeting, or all of them; "
        "png is report with --png.",
    ),
)
@click.option(
    "--period",
    type=click.Choice(["Q1", "Q2", "Q3", "Q4", "year"]),
    help=say("复盘资料的期间，默认为最近一次复盘。", "Period of the review's pack; else the latest reviewed."),
)
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), help=say("页面语言，默认同计划。", "Language; else the plan's own.")
)
@click.option("--brand", metavar="NAME", help=say("品牌包，默认同计划。", "Brand pack; else the plan's own."))
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help=say("PDF 所在的文件夹。", "Folder of the PDFs."),
)
@click.option(
    "--as-of",
    callback=read_day,
    metavar="DATE",
    help=say("按哪一天判断延误等，默认为计划的日期。", "Day by which lateness is judged; else the plan's date."),
)
@click.option(
    "--set", "overrides", multiple=True, metavar="PATH=VALUE", help=say("改写计划中的一个值。", "Override a value.")
)
@click.option(
    "--changes-since",
    metavar="REV",
    help=say(
        "报告开头列出自该版本(提交、标签或分支)以来的改动。",
        "Begin the report with what changed since a revision: a commit, a tag or a branch.",
    ),
)
@click.option(
    "--attach-source",
    is_flag=True,
    help=say("把计划文件附在内部版里，用 acbp extract 取回。", "Attach the plan's files to the internal edition."),
)
@click.option(
    "--png",
    is_flag=True,
    help=say(
        "同时把每一页写成 PNG 图片，放在与 PDF 同名的文件夹里。",
        "Write each page as PNG too, in a folder beside the PDF.",
    ),
)
@click.option(
    "--dpi",
    type=click.IntRange(36, 600),
    default=200,
    show_default=True,
    help=say("PNG 的分辨率。", "Of PNG pictures."),
)
@click.option("--force", is_flag=True, help=say("没有变化的也重新生成。", "Build what is unchanged too."))
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    help=say("同时生成几个，默认同处理器核数。", "Plans at a time; else one per core."),
)
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    edition: str,
    form: str,
    period: str | None,
    lang: str | None,
    brand: str | None,
    output: Path,
    as_of: date | None,
    overrides: tuple[str, ...],
    changes_since: str | None,
    attach_source: bool,
    png: bool,
    dpi: int,
    force: bool,
    jobs: int | None,
) -> None:
    """Build the PDFs of plans."""
    from acbp.building.builder import build
    from acbp.building.jobs import EDITIONS, FORMATS, Options, default_paths
    from acbp.history.stamps import read_stamp

    if period and form not in ("review", "all"):
        raise click.UsageError(say("--period 须与 --format review 同用。", "--period goes with --format review."), ctx)
    if changes_since and form not in ("report", "png", "all"):
        words = say("--changes-since 只用于 report。", "--changes-since goes with the report.")
        raise click.UsageError(words, ctx)
    display = Display()
    editions = EDITIONS if edition == "all" else (edition,)
    options = Options(
        output,
        editions,
        FORMATS if form == "all" else ("report" if form == "png" else form,),
        lang,
        brand,
        as_of,
        overrides,
        force or changes_since is not None,
        jobs,
        period=period,
        read_stamp=read_stamp,
        attach_source=attach_source,
        picture_dpi=dpi if png or form == "png" else None,
        read_redline=_reader_since(changes_since) if changes_since else None,
        recall_forecasts=_recall_forecasts,
    )
    outcome = build(paths or default_paths(), options, display.plan)
    display.built(outcome)
    ctx.exit(outcome.exit_code)
