"""`acbp templates`: the templates that a workspace may replace by its own."""

from pathlib import Path

import click

from acbp.cli.display import Display
from acbp.cli.language import preferred, say


@click.group(
    "templates",
    invoke_without_command=True,
    short_help=say("列出页面模板，或取出一份来修改。", "List the templates of the pages, or copy one to change it."),
    help=say(
        "列出页面模板、样式表和文字。工作区文件 acbp.yaml 旁边 templates/ 里的同名文件优先于自带的；文字逐条合并。",
        "List the templates, style sheets and words of the pages. A file of the same name in templates/, beside "
        "acbp.yaml, wins over the one that ships; words are merged key by key.",
    ),
    epilog=say("示例：acbp templates eject report/cover.html.j2", "Example: acbp templates eject report/cover.html.j2"),
)
@click.pass_context
def command(ctx: click.Context) -> None:
    """List the templates."""
    if ctx.invoked_subcommand is None:
        from acbp.building.ejecting import list_templates

        for name, purpose in list_templates(preferred()):
            click.echo(f"{name:<31} {purpose}")


@command.command(
    "eject",
    help=say(
        "把模板 NAME 复制到工作区的 templates/，供修改。不会覆盖已有的文件。",
        "Copy the template NAME into the workspace's templates/, to change it. Never writes over a file.",
    ),
    epilog=say("示例：acbp templates eject report/cover.html.j2", "Example: acbp templates eject report/cover.html.j2"),
)
@click.argument("name")
@click.option(
    "--to",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help=say("复制到这个文件夹。", "Copy it to this folder instead."),
)
@click.pass_context
def eject(ctx: click.Context, name: str, folder: Path | None) -> None:
    """Copy a template to change it."""
    from acbp.building.ejecting import eject_template
    from acbp.building.fingerprint import TEMPLATES
    from acbp.loading.source import find_workspace
    from acbp.problems import Problem

    workspace = find_workspace(Path())
    if folder is None and workspace is None:
        raise click.UsageError(
            say("这里没有工作区文件 acbp.yaml，请写 --to。", "there is no workspace file acbp.yaml here; give --to"),
            ctx,
        )
    done = eject_template(name, folder or workspace.parent / TEMPLATES)  # type: ignore[union-attr]
    if isinstance(done, Problem):
        Display().problems([done], preferred())
        ctx.exit(1)
    click.echo(done)
