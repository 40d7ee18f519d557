"""A repository with a plan in it, for tests: files are written, committed, and nothing of the user's git is asked."""

import os
import subprocess
from pathlib import Path

PLAN = """\
plan:
  id: harbour
  title: Plan
  year: 2027
  language: en
  owner: Lin
  date: 2027-01-04
  money_unit: k
  currency: GBP
  categories: [{id: tea, name: Tea}]
account: {name: Harbour Stores, short_name: Harbour}
supplier: {name: Coast Foods, short_name: Coast, total_sales: 1000}
financials:
  categories:
    - {category: tea, quarters: {Q1: 10, Q2: 20, Q3: 30, Q4: 40}}
situation:
  performance:
    conclusion: Tea
    history: [{year: 2026, sales: 80}]
"""


class Ledger:
    """A repository in a folder of its own; every commit is by Ann unless another is named."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str, day: str = "2027-03-03", author: str = "Ann") -> str:
        """Run git in the folder."""
        who = {f"GIT_{role}_{part}": author for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
        when = {"GIT_AUTHOR_DATE": f"{day}T10:00:00+08:00", "GIT_COMMITTER_DATE": f"{day}T10:00:00+08:00"}
        own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        ran = subprocess.run(
            ["git", "-c", "core.autocrlf=false", *arguments],
            cwd=self.folder,
            env={**os.environ, **who, **when, **own},
            capture_output=True,
            check=True,
        )
        return ran.stdout.decode()

    def write(self, name: str, text: str) -> Path:
        """Write a file."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def commit(self, message: str, day: str = "2027-03-03", author: str = "Ann") -> str:
        """Commit all there is; return the commit's id."""
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message, day=day, author=author)
        return self.git("rev-parse", "HEAD").strip()
