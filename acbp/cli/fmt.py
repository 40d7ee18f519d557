"""`acbp fmt`: plan files in order, so that differences stay small."""

from pathlib import Path

import click

from acbp.cli.display import Display
from acbp.cli.language import preferred, say


@click.command(
    "fmt",
    short_help=say("整理计划文件的写法。", "Put plan files in order."),
    help=say(
        "整理计划文件的写法，让每次改动的差异尽量小：键的顺序同说明文档，注释跟着走；去掉不必要的引号和行尾空格；"
        "换行用 LF。计划的内容不变；有错误的文件不动。PATHS 不写则为工作区文件夹或当前文件夹。",
        "Put plan files in order, so that differences stay small: keys in the order of the documentation, comments "
        "with them; no needless quotes or spaces at line ends; LF as line end. What a plan says never changes, and a "
        "file with errors is left alone. By default PATHS is the workspace folder or the current one.",
    ),
    epilog=say("示例：acbp fmt plans --check", "Example: acbp fmt plans --check"),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check",
    is_flag=True,
    help=say("只列出要整理的文件，不改动；有则退出码为 1。", "Change nothing; exit with 1 if a file is out of order."),
)
@click.pass_context
def command(ctx: click.Context, paths: tuple[Path, ...], check: bool) -> None:
    """Put plan files in order."""
    from acbp.building.formatting import format_plans
    from acbp.building.jobs import default_paths
    from acbp.loading.files import shown_name

    done = format_plans(paths or default_paths(), check)
    Display().problems(done.problems, preferred())
    for path in done.changed:
        click.echo(shown_name(path))
    count, total = len(done.changed), done.total
    zh, en = f"{total} 个文件中整理了 {count} 个。", f"{count} of {total} files put in order."
    if check:
        zh, en = f"{total} 个文件中有 {count} 个需要整理。", f"{count} of {total} files are out of order."
    click.echo(say(zh, en), err=True)
    ctx.exit(1 if done.problems or (check and done.changed) else 0)
