"""`acbp schema`: the JSON Schema of a plan, for editors and other programs."""

from pathlib import Path

import click

from acbp.cli.display import Display
from acbp.cli.language import preferred, say


@click.command(
    "schema",
    short_help=say("输出计划的 JSON Schema，供编辑器补全和提示。", "Print the JSON Schema of a plan, for editors."),
    help=say(
        "输出计划的 JSON Schema：每一项的说明、示例和可见范围。编辑器据此补全和提示。",
        "Print the JSON Schema of a plan: what each field means, an example, and who may see it. Editors complete and "
        "explain with it.",
    ),
    epilog=say("示例：acbp schema --output acbp.schema.json", "Example: acbp schema --output acbp.schema.json"),
)
@click.option(
    "--workspace", is_flag=True, help=say("工作区文件 acbp.yaml 的。", "That of the workspace file acbp.yaml.")
)
@click.option(
    "--section",
    metavar="NAME",
    help=say("单独成文件的一部分，例如 scorecard。", "That of a section file, as scorecard."),
)
@click.option("--output", type=click.Path(path_type=Path), help=say("写入文件。", "Write it to a file."))
@click.pass_context
def command(ctx: click.Context, workspace: bool, section: str | None, output: Path | None) -> None:
    """Print the JSON Schema of a plan."""
    from acbp.building.writing import write_file
    from acbp.loading.schema import SECTIONS, plan_schema, schema_text, section_schema, workspace_schema

    if workspace and section:
        raise click.UsageError(
            say("--workspace 与 --section 不能同时使用。", "--workspace and --section exclude each other.")
        )
    if section and section not in SECTIONS:
        names = ", ".join(SECTIONS)
        raise click.UsageError(
            say(f"没有“{section}”这一部分，可以写：{names}", f"there is no section '{section}'; choose one of: {names}")
        )
    text = schema_text(workspace_schema() if workspace else section_schema(section) if section else plan_schema())
    if output is None:
        click.echo(text, nl=False)
    elif problem := write_file(output, text.encode()):
        Display().problems([problem], preferred())
        ctx.exit(1)
