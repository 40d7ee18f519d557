"""`acbp doctor`: what this machine lacks."""

from pathlib import Path

import click

from acbp.cli.language import preferred, say


@click.command(
    "doctor",
    short_help=say("检查本机能否生成 PDF，缺什么给出命令。", "Check whether this machine can build PDFs."),
    help=say(
        "检查本机能否生成 PDF：Python、系统库、字体、写入权限，并生成一页样张；缺什么就给出安装命令。",
        "Check whether this machine can build PDFs: Python, system libraries, fonts, a sample page. For whatever is "
        "missing it names the exact command.",
    ),
    epilog=say("示例：acbp doctor --output output", "Example: acbp doctor --output output"),
)
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=Path("output"),
    show_default=True,
    help=say("PDF 所在的文件夹。", "Folder of the PDFs."),
)
@click.pass_context
def command(ctx: click.Context, output: Path) -> None:
    """Check whether this machine can build PDFs."""
    from acbp.building.machine import examine

    findings = examine(output)
    for finding in findings:
        mark = "✓" if finding.ok else "✗" if finding.severity == "error" else "!"
        click.echo(f"{mark} {finding.detail.text(preferred())}")
        if finding.remedy:
            click.echo(f"    {finding.remedy}")
    ctx.exit(1 if any(not finding.ok and finding.severity == "error" for finding in findings) else 0)
