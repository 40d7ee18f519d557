"""`acbp validate`: everything that is wrong with plans, at once."""

from datetime import date
from pathlib import Path

import click

from acbp.cli.day import read_day
from acbp.cli.display import Display
from acbp.cli.language import preferred, say, shared


@click.command(
    "validate",
    short_help=say("检查计划，一次列出所有问题。", "Check plans and list every problem at once."),
    help=say(
        "检查计划并一次列出所有问题，每个问题都写明行号和改法。"
        "PATHS 是计划文件或文件夹；不写则为工作区文件夹或当前文件夹。",
        "Check plans and list every problem at once, each with its line and its remedy. PATHS are plan files or "
        "folders; by default the workspace folder or the current one.",
    ),
    epilog=say("示例：acbp validate plans --strict", "Example: acbp validate plans --strict"),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help=say("text 写到 stderr；json 和 github 写到 stdout。", "text goes to stderr; json and github go to stdout."),
)
@click.option("--strict", is_flag=True, help=say("有警告也算不通过。", "Warnings fail too."))
@click.option(
    "--set", "overrides", multiple=True, metavar="PATH=VALUE", help=say("改写计划中的一个值。", "Override a value.")
)
@click.option(
    "--as-of",
    callback=read_day,
    metavar="DATE",
    help=say("按哪一天判断延误等，默认为计划的日期。", "Day by which lateness is judged; else the plan's date."),
)
@click.option(
    "--since",
    metavar="REV",
    help=say(
        "与 git 中的这个版本比较：已同意的内容不得无故改动；默认与上次提交比较。",
        "Compare with this revision in git, else with the last commit: what was agreed changes with a reason only.",
    ),
)
@click.pass_context
def command(
    ctx: click.Context,
    paths: tuple[Path, ...],
    form: str,
    strict: bool,
    overrides: tuple[str, ...],
    as_of: date | None,
    since: str | None,
) -> None:
    """Check plans and list every problem."""
    from acbp.building.jobs import default_paths
    from acbp.building.validating import validate
    from acbp.history.agreement import check_agreement
    from acbp.problems import to_github, to_json

    outcome = validate(
        paths or default_paths(), overrides, as_of, lambda loaded, source: check_agreement(loaded, source, since)
    )
    if form == "text":
        display = Display()
        display.problems(outcome.problems, shared(plan.language for plan in outcome.plans))
        for plan in outcome.plans:
            display.problems(plan.problems, plan.language)
        display.checked(outcome)
    else:
        write = to_json if form == "json" else to_github
        click.echo(write(outcome.every_problem(), outcome.language or preferred()), nl=form == "json")
    ctx.exit(1 if outcome.exit_code or (strict and outcome.every_problem()) else 0)
