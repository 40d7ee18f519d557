"""`acbp verify`: which plan at which commit made a PDF, and whether building it again gives the same bytes."""

import json
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acbp import __version__
from acbp.cli.display import Display
from acbp.cli.language import preferred, say

if TYPE_CHECKING:
    from acbp.building.verifying import Proof
    from acbp.history.git import Commit
    from acbp.problems import Problem

_FACTS = ("plan", "version", "edition", "form", "period", "language", "brand", "program", "commit", "since", "digest")


@click.command(
    "verify",
    short_help=say("查验一份 PDF 出自哪个版本。", "Tell which version of which plan a PDF was made of."),
    help=say(
        "查验一份 PDF：出自哪个计划的哪次提交，按那次提交重新生成是否一字节不差。在计划所在的文件夹里运行；"
        "完全一致时退出码为 0，否则为 1；由未提交的改动生成的文件证明不了版本，退出码也是 1。"
        "提交号只说明计划改过，不透露改了什么。",
        "Tell which plan at which commit made a PDF, and whether building it again from that commit gives the same "
        "bytes. Run it in the folder of the plans. The exit code is 0 if they are the same, else 1; a PDF built from "
        "changes that were not committed proves no version, and ends with 1 too. A commit tells that something "
        "changed, not what.",
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
    from acbp.building.verifying import find_plan, read_proof
    from acbp.loading.files import shown_name
    from acbp.problems import Problem
    from acbp.rendering.stamp import UNCOMMITTED

    proof = read_proof(file)
    if isinstance(proof, Problem):
        Display().problems([proof], preferred())
        ctx.exit(1)
    found = plan or find_plan(proof.plan, default_paths())
    again, commit = (found, None) if isinstance(found, Problem) else _build_again(found, proof)
    problems = [again] if isinstance(again, Problem) else []
    same = None if problems else again == proof.content
    dirty = proof.commit == UNCOMMITTED
    if dirty:
        problems.append(Problem("E926", {"file": shown_name(file)}))
    if form == "json":
        told = {name: getattr(proof, name) for name in _FACTS}
        told |= {"as_of": proof.as_of.isoformat(), "same": same, "proved": bool(same) and not dirty}
        click.echo(json.dumps({"format": 1, **told}, ensure_ascii=False, indent=2))
    else:
        for name, value in _rows(proof, commit, same, dirty):
            click.echo(f"{name:<{4 if say('zh', 'en') == 'zh' else 10}}{value}")
    Display().problems(problems, preferred())
    ctx.exit(0 if same and not dirty else 1)


def _build_again(plan: Path, proof: "Proof") -> "tuple[bytes | Problem, Commit | None]":
    """The document as its commit gives it, or the files as they are where it names none; and the commit."""
    from acbp.building.verifying import rebuild
    from acbp.history.checkout import check_out
    from acbp.history.git import GitFault
    from acbp.history.recollection import recall_forecasts
    from acbp.history.redline import read_redline
    from acbp.rendering.stamp import UNCOMMITTED

    if proof.commit in ("", UNCOMMITTED):
        known: Any = nullcontext((plan, None))
    else:
        others = filter(None, [proof.since])
        known = check_out(plan, proof.commit, *others, with_history=proof.forecasts != "")
    commit = None
    try:
        with known as (place, commit):

            def tell_changes(_: Path, edition: str, language: str) -> Any:
                return read_redline(plan, edition, language, revision=proof.since, until=commit and commit.id)

            def recall(_: Path, read: Any, edition: str, until: str) -> Any:
                return recall_forecasts(plan, read, edition, until)

            return rebuild(place, proof, tell_changes, recall), commit
    except GitFault as fault:
        return fault.problem, commit


def _rows(proof: "Proof", commit: "Commit | None", same: bool | None, dirty: bool) -> list[tuple[str, str]]:
    """What is told of a PDF, line by line."""
    by = f" · {commit.date} · {commit.author} · {commit.subject}" if commit else ""
    state = proof.commit or say("没有使用 git", "not kept in git")
    if dirty:
        state = say("改动未提交", "uncommitted changes")
    verdict = {
        None: say("无法重新生成", "cannot be built again"),
        True: say("重新生成的文件与它完全相同", "building it again gives the same bytes"),
        False: say("重新生成的文件与它不同", "building it again gives other bytes"),
    }[same]
    if dirty and same:
        verdict = say(
            "与现在的文件生成的完全相同，但没有提交",
            "the files as they are give the same bytes, but they are in no commit",
        )
    elif same is False and proof.program != f"acbp {__version__}":
        verdict += say(f"（这里的程序是 acbp {__version__}）", f" (the program here is acbp {__version__})")
    document = f"{proof.edition} · {proof.form} {proof.period}".rstrip()
    rows = [
        (say("计划", "plan"), f"{proof.plan} {proof.version}"),
        (say("文件", "document"), f"{document} · {proof.language} · {proof.as_of}"),
        (say("提交", "commit"), state + by),
        (say("对比", "since"), proof.since),
        (say("摘要", "digest"), proof.digest),
        (say("程序", "program"), proof.program),
        (say("结论", "verdict"), verdict),
    ]
    return [(name, value) for name, value in rows if value]
