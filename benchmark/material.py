"""What is measured: copies of the Chinese example plan, whole, edited or with more actions."""

import re
import shutil
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "plans" / "qingquan-hualian-2027"


def copy_plans(folder: Path, count: int) -> list[Path]:
    """Put copies of the example into a folder, each with an id of its own; returns their folders."""
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "plans" / "acbp.yaml", folder)
    copies = [folder / f"{EXAMPLE.name}-{number:03}" for number in range(count)]
    for copy in copies:
        shutil.copytree(EXAMPLE, copy)
        file = copy / "plan.yaml"
        text = file.read_text(encoding="utf-8")
        file.write_text(re.sub(r"(?m)^  id: .*$", f"  id: {copy.name}", text, count=1), encoding="utf-8")
    return copies


def edit(plan: Path) -> None:
    """Change one line of a plan."""
    file = plan / "plan.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^(  version: )V?", r"\1V9.", text, count=1), encoding="utf-8")


def grow(plan: Path, folder: Path, count: int) -> Path:
    """Copy a plan into a folder and give it so many actions, by repeating its own; returns the copy."""
    import yaml

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:
            return True  # plans are written without anchors

    copy = folder / plan.name
    shutil.copytree(plan, copy)
    shutil.copy(plan.parent / "acbp.yaml", folder)
    file = copy / "plan.yaml"
    whole: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    own: list[dict[str, Any]] = whole["actions"]
    while len(whole["actions"]) < count:
        serial = len(whole["actions"])
        # The first ones keep their ids, for other sections refer to them; the repeated ones wait for nothing.
        more = {**own[serial % len(own)], "id": f"repeated-{serial}"}
        more.pop("depends_on", None)
        whole["actions"] = [*whole["actions"], more]
    file.write_text(yaml.dump(whole, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=300), encoding="utf-8")
    return copy
