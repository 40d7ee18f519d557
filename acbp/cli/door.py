"""The one door out: every command ends here, with its exit code and never with a traceback."""

import os
import signal
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

import click

from acbp.cli.commands import acbp
from acbp.cli.language import say

USAGE, FAULT, INTERRUPTED = 2, 3, 130


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a command and exit: 0 done, 1 errors in plans, 2 usage, 3 a fault of ours (with a log), 130 interrupted."""
    for stream in (sys.stdout, sys.stderr):
        # A file name or a Chinese text that the console cannot show must not stop a build.
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    with suppress(AttributeError, ValueError):
        signal.signal(signal.SIGTERM, _interrupt)
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code."""
    try:
        code = acbp.main(list(arguments), prog_name="acbp", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as fault:
        fault.show()
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(say("已中断。", "Interrupted."), err=True)
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # Whoever read our output has gone (click ends the process for that); the rest of it goes nowhere, and nothing
        # complains at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as fault:
        from acbp.building.faults import write_log

        log = write_log(fault, "acbp", command=["acbp", *arguments])
        words = say(
            "程序自身出错，与您的计划无关。请把这份日志附在问题报告里：",
            "A fault of the program itself. Report it with:",
        )
        click.echo(f"{words} {log}", err=True)
        return FAULT
    return code if isinstance(code, int) else 0


def _interrupt(number: int, frame: object) -> NoReturn:
    """What ends the process from outside ends the workers too, as Ctrl-C does."""
    raise KeyboardInterrupt
