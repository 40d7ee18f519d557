"""The command `acbp` and its commands, each loaded only when it is called."""

import importlib
from typing import Any

import click

from acbp.cli.language import say

NAMES = (
    "init",
    "new",
    "validate",
    "build",
    "review",
    "explain",
    "diff",
    "history",
    "rules",
    "schema",
    "chart",
    "brand",
    "templates",
    "roll",
    "status",
    "fmt",
    "verify",
    "extract",
    "doctor",
    "guide",
)


class _LateGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(NAMES)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        return importlib.import_module(f"acbp.cli.{name}").command if name in NAMES else None


def _show_versions(ctx: click.Context, parameter: click.Parameter, wanted: Any) -> None:
    if wanted:
        from acbp.building.faults import versions

        click.echo("\n".join(f"{name} {version}" for name, version in versions().items()))
        ctx.exit()


@click.group(
    cls=_LateGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help=say(
        "年度客户业务计划：把 YAML 文件变成带品牌的 PDF。",
        "Annual customer business plans: from a YAML file to a branded PDF.",
    ),
    epilog=say("示例：acbp new castlegate-2028 --year 2028", "Example: acbp new castlegate-2028 --year 2028"),
)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_versions,
    help=say("显示各组件的版本。", "Show the versions of everything that matters."),
)
def acbp() -> None:
    """Annual customer business plans: from a YAML file to a branded PDF."""
