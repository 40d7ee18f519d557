"""`acbp guide`: the pages of the documentation that are generated (hidden: for those who work on the program)."""

from pathlib import Path

import click

from acbp.cli.language import preferred


@click.command("guide", hidden=True, help="Write the generated pages of the documentation to FOLDER.")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def command(folder: Path) -> None:
    """Write the generated pages of the documentation."""
    from acbp.building.guide import describe_plan, describe_problems
    from acbp.building.metric_pages import describe_metrics
    from acbp.building.rule_pages import describe_rules

    suffix = {"en": "", "zh": ".zh"}[preferred()]
    pages = {
        "plan-format.md": describe_plan("en"),
        "plan-format.zh.md": describe_plan("zh"),
        "problems.md": describe_problems(),
        "metrics.md": describe_metrics("en"),
        "metrics.zh.md": describe_metrics("zh"),
        "rules.md": describe_rules("en"),
        "rules.zh.md": describe_rules("zh"),
        # The language of help texts is settled when the program starts.
        f"cli{suffix}.md": describe_commands(),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
        click.echo(folder / name)


def describe_commands() -> str:
    """The page on the command line: the help of every command, in the environment's language."""
    from acbp.cli.commands import NAMES, acbp

    lines = ["# acbp", ""]
    context = click.Context(acbp, info_name="acbp")
    waiting: list[tuple[click.Command | None, click.Context | None, str]] = [
        (acbp, None, "acbp"),
        *((acbp.get_command(context, name), context, name) for name in NAMES),
    ]
    while waiting:
        each, parent, name = waiting.pop(0)
        if each is None or each.hidden:
            continue
        own = click.Context(each, info_name=name, parent=parent, terminal_width=100, max_content_width=100)
        lines += [f"## `{own.command_path}`", "", "```text", each.get_help(own).rstrip(), "```", ""]
        if isinstance(each, click.Group) and each is not acbp:
            waiting[:0] = [(inner, own, inner_name) for inner_name, inner in each.commands.items()]
    return "\n".join(lines)
