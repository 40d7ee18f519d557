"""What is shown: problems in the language of their plan, progress and a summary on stderr, results on stdout."""

import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from acbp.cli.language import say, shared

if TYPE_CHECKING:
    from acbp.building.outcome import Outcome, PlanOutcome
    from acbp.problems import Problem


class Display:
    """Shows a run as it goes on; what several plans share, such as a fault of the workspace file, is shown once."""

    def __init__(self) -> None:
        self.live = sys.stderr.isatty()
        self.colour = self.live and not os.environ.get("NO_COLOR")
        self._shown: set[str] = set()

    def problems(self, problems: "Iterable[Problem]", lang: str) -> None:
        """Show problems as text on stderr."""
        problems = list(problems)
        if problems:
            from acbp.problems import to_text

            for problem in sorted(problems):
                text = to_text([problem], lang, self.colour)
                if text not in self._shown:
                    self._shown.add(text)
                    self._erase()
                    click.echo(text, err=True, nl=False, color=self.colour)

    def plan(self, outcome: "PlanOutcome", done: int, total: int) -> None:
        """Show what became of a plan: the paths of what was written on stdout, its problems, and how far the run is."""
        self.problems(outcome.problems, outcome.language)
        for document in outcome.documents:
            self._erase()
            click.echo(str(document.path))
            if document.pictured:
                click.echo(str(document.path.with_suffix("")))
        if total > 1:
            counter = f"[{done}/{total}] {outcome.name}"
            if self.live and done < total:
                click.echo(f"\r\x1b[2K{counter}", err=True, nl=False)
            elif not self.live:
                click.echo(counter, err=True)

    def built(self, outcome: "Outcome") -> None:
        """Sum up a build on stderr."""
        language = shared(plan.language for plan in outcome.plans)
        self.problems(outcome.problems, language)
        total, failed = len(outcome.plans), [plan.name for plan in outcome.plans if not plan.is_built]
        if not total:
            return
        built = total - len(failed)
        unchanged = sum(
            plan.is_built and all(document.unchanged for document in plan.documents) for plan in outcome.plans
        )
        zh, en = f"{total} 个计划中已生成 {built} 个", f"{built} of {_plans(total)} built"
        if unchanged:
            zh, en = f"{zh}，其中 {unchanged} 个没有变化", f"{en}, {unchanged} of them unchanged"
        if failed:
            zh, en = (
                f"{zh}，{len(failed)} 个有错误：{'、'.join(failed)}",
                f"{en}, {len(failed)} with errors: {', '.join(failed)}",
            )
        self._erase()
        click.echo(say(f"{zh}。", f"{en}.", language), err=True)

    def checked(self, outcome: "Outcome") -> None:
        """Sum up a validation on stderr."""
        found = outcome.every_problem()
        errors = sum(problem.is_error for problem in found)
        counts = say(
            f"检查了 {len(outcome.plans)} 个计划：{errors} 个错误，{len(found) - errors} 个警告。",
            f"{_plans(len(outcome.plans))} checked: errors {errors}, warnings {len(found) - errors}.",
            shared(plan.language for plan in outcome.plans),
        )
        click.echo(counts, err=True)

    def _erase(self) -> None:
        """Clear the counter's line, so that what comes next starts on an empty one."""
        if self.live:
            click.echo("\r\x1b[2K", err=True, nl=False)


def _plans(count: int) -> str:
    return "1 plan" if count == 1 else f"{count} plans"
