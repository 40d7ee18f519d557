"""`acbp extract`: the plan's files back out of an internal PDF that carries them."""

from pathlib import Path

import click

from acbp.cli.display import Display
from acbp.cli.language import preferred, say


@click.command(
    "extract",
    short_help=say("从内部版 PDF 取回计划文件。", "Take the plan's files back out of an internal PDF."),
    help=say(
        "从 PDF 取回生成它的计划文件，写入 FOLDER（须不存在或为空）。"
        "只有用 acbp build --attach-source 生成的内部版附带计划文件，客户版从不附带。",
        "Take the plan's files back out of a PDF, into FOLDER, which must be new or empty. Only internal editions "
        "built with acbp build --attach-source carry them; customer editions never do.",
    ),
    epilog=say("示例：acbp extract harbour-internal-report-zh.pdf 取回", "Example: acbp extract plan.pdf restored"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("folder", type=click.Path(path_type=Path), required=False)
@click.pass_context
def command(ctx: click.Context, file: Path, folder: Path | None) -> None:
    """Take the plan's files back out of an internal PDF."""
    from acbp.building.attaching import extract
    from acbp.problems import Problem

    written = extract(file, folder or Path(f"{file.stem}-source"))
    if isinstance(written, Problem):
        Display().problems([written], preferred())
        ctx.exit(1)
    for path in written:
        click.echo(str(path))
