"""Small plans, and renderers that take the place of the real one: quick, or misbehaving as the plan's id asks."""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from acbp.problems import Problem

PLAN = """\
plan:
  id: {id}
  title: Plan {id}
  year: 2028
  language: {lang}
  owner: Anna Reed
  date: 2028-01-10
account:
  name: Harbour Stores plc
  short_name: Harbour
  why_key: kept-among-us
supplier:
  name: Fieldstone Foods Ltd
  short_name: Fieldstone
"""


@dataclass(frozen=True)
class Pages:
    """What a renderer returns."""

    content: bytes
    pages: int = 1
    problems: tuple[Problem, ...] = ()


def write_plan(folder: Path, plan_id: str, lang: str = "en", text: str = "") -> Path:
    """A small plan in one file, named after its id."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{plan_id}.yaml"
    file.write_text(PLAN.format(id=plan_id, lang=lang) + text, encoding="utf-8")
    return file


def render(plan: Any, workspace: Any, **how: Any) -> Pages:
    """A page that says what it was asked for."""
    said = [plan.plan.title, how["edition"], how["language"], how["brand"].name, how["as_of"].isoformat()]
    return Pages(b"%PDF-stand-in " + " ".join(said).encode())


def misbehave(plan: Any, workspace: Any, **how: Any) -> Pages:
    """As `render`, except for plans whose id says what goes wrong."""
    fault = plan.plan.id.split("-")[0]
    if fault == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if fault == "hangs":
        time.sleep(60)
    if fault == "fails":
        raise RuntimeError("a fault of ours")
    if fault == "eats":
        raise MemoryError
    if fault == "warns":
        return Pages(b"%PDF", problems=(Problem("W104", {}),))
    if fault == "lacks" and how["edition"] == "customer":
        return Pages(b"%PDF", problems=(Problem("E901", {"characters": "x"}),))
    return render(plan, workspace, **how)


def wait(plan: Any, workspace: Any, **how: Any) -> Pages:
    """Say who is at work, and then be at it for a minute."""
    Path(os.environ["ACBP_TEST_FOLDER"], str(os.getpid())).touch()
    time.sleep(60)
    return render(plan, workspace, **how)
