"""`acbp verify`: which plan at which commit made a PDF, and whether building it again gives the same bytes."""

import json
from contextlib import nullcontext
from pathlib import Path

import click

from acbp.cli.display import Display
from acbp.cli.language import preferred, say


@click.command(
    "verify",
    short_help=say("查验一份 PDF 出自哪个版本。", "Tell which version of which plan a PDF was made of."),
    help=say(
        "查验一份 PDF：出自哪个计划的哪次提交，按那次提交重新生成是否一字节不差。在计划所在的文件夹里运行；"
        "完全一致时退出码为 0，否则为 1。提交号只说明计划改过，不透露改了什么。",
        "Tell which plan at which commit made a PDF, and whether building it again from that commit gives the same "
        "bytes. Run it in the folder of the plans. The exit code is 0 if they are the same, else 1. A commit "
        "tells that something changed, not what.",
    ),
    epilog=say("示例：acbp verify output/harbour/harbour-customer-report-zh.pdf", "Example: acbp verify plan.pdf"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--plan",
    type=click.Path(path_type=Path),
    help=say("计划所在，默认在当前工作区里找。", "Where the plan lies; else it is looked for here."),
)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help=say("json 供其他程序使用。", "json is for other programs."))  # fmt: skip
@click.pass_context
def command(ctx: click.Context, file: Path, plan: Path | None, form: str) -> None:
    """Tell which version of which plan a PDF was made of."""
    from acbp.building.jobs import default_paths
    from acbp.building.verifying import find_plan, read_proof, rebuild
    from acbp.history.checkout import check_out
    from acbp.history.git import GitFault
    from acbp.problems import Problem
    from acbp.rendering.stamp import UNCOMMITTED

    proof = read_proof(file)
    if isinstance(proof, Problem):
        Display().problems([proof], preferred())
        ctx.exit(1)
    found = plan or find_plan(proof.plan, default_paths())
    committed = proof.commit not in ("", UNCOMMITTED)
    commit, again, problem = None, None, None
    if isinstance(found, Problem):
        problem = found
    else:
        try:
            with check_out(found, proof.commit) if committed else nullcontext((found, None)) as (place, commit):
                again = rebuild(place, proof)
        except GitFault as fault:
            problem = fault.problem
    problem = again if isinstance(again, Problem) else problem
    same = None if problem else again == proof.content
    if form == "json":
        names = ("plan", "version", "edition", "form", "period", "language", "brand", "program", "commit", "digest")
        told = {name: getattr(proof, name) for name in names} | {"as_of": proof.as_of.isoformat(), "same": same}
        click.echo(json.dumps({"format": 1, **told}, ensure_ascii=False, indent=2))
    else:
        by = f" · {commit.date} · {commit.author} · {commit.subject}" if commit else ""
        none = say("没有使用 git", "not kept in git")
        state = {"": none, UNCOMMITTED: say("改动未提交", "uncommitted changes")}.get(proof.commit, proof.commit)
        verdict = {
            None: say("无法重新生成", "cannot be built again"),
            True: say("重新生成的文件与它完全相同", "building it again gives the same bytes"),
            False: say("重新生成的文件与它不同", "building it again gives other bytes"),
        }[same]
        document = f"{proof.edition} · {proof.form} {proof.period}".rstrip()
        rows = [
            (say("计划", "plan"), f"{proof.plan} {proof.version}"),
            (say("文件", "document"), f"{document} · {proof.language} · {proof.as_of}"),
            (say("提交", "commit"), state + by),
            (say("摘要", "digest"), proof.digest),
            (say("程序", "program"), proof.program),
            (say("结论", "verdict"), verdict),
        ]
        for name, value in rows:
            click.echo(f"{name:<{4 if say('zh', 'en') == 'zh' else 10}}{value}")
    if problem:
        Display().problems([problem], preferred())
    ctx.exit(0 if same else 1)
