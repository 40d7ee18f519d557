"""The desk at which the year is played: a repository, a day, and a transcript of what was typed and what came of it."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import acbp
from acbp import __version__
from acbp.cli.door import run

_SETTINGS = {
    "ACBP_LANG": "en",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{role}_NAME": "Anna Reed" for role in ("AUTHOR", "COMMITTER")},
    **{f"GIT_{role}_EMAIL": "anna.reed@fieldstone.example" for role in ("AUTHOR", "COMMITTER")},
}
_FOREIGN = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"}
"""What names another repository, where a hook of that one runs the tests."""


class Desk:
    """A repository of plans in a folder of its own.

    What depends on the program rather than on the year is masked in the transcript: commits count as `rev-001`,
    `rev-002`…, since the files that they hold name the program's version.
    """

    def __init__(self, folder: Path, beside: "Desk | None" = None, echo: bool = False) -> None:
        """Make the folder; what is done ``beside`` another desk stands in that one's transcript."""
        folder.mkdir(parents=True)
        self.folder, self.echo = folder, beside.echo if beside else echo
        self.told: list[str] = beside.told if beside else []
        self._masks: dict[str, str] = beside._masks if beside else {f"acbp {__version__}": "acbp <version>"}
        self._masks[str(folder.resolve())] = f"<{folder.name}>"
        self._day = ""
        self._programs = folder.with_name("programs")
        if not beside:
            self._programs.mkdir()
            for name in ("acbp", "pre_commit"):
                program = self._programs / name.replace("_", "-")
                program.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m {name} "$@"\n', encoding="utf-8")
                program.chmod(0o755)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Work in the folder, with this git author and nobody's settings."""
        own = {
            "PATH": f"{self._programs.resolve()}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(Path(acbp.__file__).parents[1]),
            "PRE_COMMIT_HOME": str(self._programs.resolve() / "cache"),
        }
        with chdir(self.folder), patch.dict(os.environ, _SETTINGS | own):
            for name in _FOREIGN & os.environ.keys():
                del os.environ[name]
            yield

    def say(self, text: str) -> None:
        """Put lines into the transcript."""
        for known, mask in self._masks.items():
            text = text.replace(known, mask)
        text = re.sub(r"\b[0-9a-f]{64}\b", "<digest>", text).rstrip()
        text = re.sub(r"(?m)^index [0-9a-f.]+", "index <blobs>", text)
        self.told.append(text)
        if self.echo:
            print(text, flush=True)

    def day(self, day: str) -> None:
        """Go on to a day: commits are made at noon of it."""
        self._day = day
        self.say(f"\n# {day}")

    def acbp(self, *arguments: str, code: int = 0, show: Callable[[str], str] = str.rstrip) -> str:
        """Run a command as it is typed; what it says, on whichever stream, which must come with this exit code.

        ``show`` is how that stands in the transcript.
        """
        said = StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            ended = run(arguments)
        self.say(f"$ acbp {shlex.join(arguments)}\n{show(said.getvalue())}".rstrip())
        if ended:
            self.say(f"[exit code {ended}]")
        assert ended == code, f"acbp {shlex.join(arguments)} ended with {ended}, not {code}:\n{said.getvalue()}"
        return said.getvalue()

    def git(self, *arguments: str, code: int = 0) -> str:
        """Run git; return what it prints."""
        return self._run("git", *arguments, code=code)

    def run(self, *command: str, code: int = 0) -> None:
        """Run another program as it is typed, such as git itself, with the program under test where it is called."""
        told = self._run(*command, code=code)
        self.say(f"$ {shlex.join(command)}\n{told.rstrip()}".rstrip())
        if code:
            self.say(f"[exit code {code}]")

    def _run(self, *command: str, code: int) -> str:
        noon = f"{self._day}T12:00:00+00:00"
        dates = {"GIT_AUTHOR_DATE": noon, "GIT_COMMITTER_DATE": noon}
        done = subprocess.run(
            command, env={**os.environ, **dates}, capture_output=True, text=True, encoding="utf-8", check=False
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout

    def commit(self, message: str) -> str:
        """Commit everything that stands in the folder; return the commit's id."""
        self.say(f"$ git commit -a -m {shlex.quote(message)}")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        commit = self.git("rev-parse", "HEAD").strip()
        mask = f"rev-{sum(name.startswith('rev-') for name in self._masks.values()) // 2 + 1:03}"
        self._masks |= {commit: mask, commit[:7]: mask}
        return commit

    def change(self, file: str, *changes: tuple[str, str]) -> None:
        """Edit a file: put each second text in place of the first, which must stand there once."""
        path = Path(file)
        text = path.read_text("utf-8")
        for old, new in changes:
            assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}:\n{text}"
            text = text.replace(old, new)
        self.write(file, text)

    def fill(self, file: str, **values: str) -> None:
        """Fill in gaps by their names (`_` stands for `-` too), also those that a review keeps in comments."""
        path = Path(file)
        text = path.read_text("utf-8")
        for name, value in values.items():
            gap = re.compile(rf"^(?:# )?( *{name.replace('_', '[-_]')}:)(?: \[\])? *(#.*)?$", re.MULTILINE)
            assert len(gap.findall(text)) == 1, f"{name}: no single gap of this name in {file}:\n{text}"
            text = gap.sub(lambda found, value=value: f"{found[1]} {value}", text)  # type: ignore[misc]
        self.write(file, text)

    def write(self, file: str, text: str) -> None:
        """Write a file, and tell so."""
        path = Path(file)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        self.say(f"$ edit {path.as_posix()}")
