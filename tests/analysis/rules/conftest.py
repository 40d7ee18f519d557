"""Plans for the tests of the rules: an example put over a sound plan, written to a file and loaded from it."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from acbp.analysis import analyse
from acbp.analysis.rules import Breach, check_rules
from acbp.loading import load_plan
from acbp.loading.load import Loaded

SOUND = Path(__file__).with_name("sound.yaml")
WORKSPACE = "retailers: [Marktkauf]\n"

Examined = tuple[Loaded, tuple[Breach, ...]]
Examine = Callable[..., Examined]


class _Texts(yaml.SafeLoader):
    """Reads every value as the text that was written, but for `~`."""


_Texts.yaml_implicit_resolvers = {"~": [("tag:yaml.org,2002:null", yaml.SafeLoader.yaml_implicit_resolvers["~"][0][1])]}


class _AsRead(yaml.SafeDumper):
    """Writes texts without quotes, so that they may be figures and flags again."""


_AsRead.yaml_implicit_resolvers = {}


def put_over(fragment: Any, plan: Any) -> Any:
    """The plan with a fragment put over it: items of lists by their ids; `~` leaves a value out."""
    if isinstance(fragment, dict) and isinstance(plan, dict):
        merged = plan | {name: put_over(value, plan.get(name)) for name, value in fragment.items()}
        return {name: value for name, value in merged.items() if value is not None}
    if isinstance(fragment, list) and all(isinstance(item, dict) and "id" in item for item in fragment):
        known = {item["id"]: item for item in plan or ()}
        return list((known | {item["id"]: put_over(item, known.get(item["id"], {})) for item in fragment}).values())
    if isinstance(fragment, dict):
        return put_over(fragment, {})
    return fragment


@pytest.fixture
def examine(tmp_path: Path) -> Examine:
    """Put a fragment over the sound plan, load it, and say what the rules find on the plan's own date."""

    def examine(fragment: str, workspace: str = WORKSPACE, as_of: date | None = None) -> Examined:
        plan = put_over(yaml.load(fragment, _Texts) or {}, yaml.load(SOUND.read_text("utf-8"), _Texts))
        file = tmp_path / "plan.yaml"
        file.write_text(yaml.dump(plan, Dumper=_AsRead, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
        (tmp_path / "acbp.yaml").write_text(workspace, "utf-8")
        loaded = load_plan(file)
        assert loaded.plan is not None and loaded.workspace is not None, loaded.problems
        day = as_of or loaded.plan.plan.date
        figures = analyse(loaded.plan, loaded.workspace, day)
        return loaded, check_rules(loaded.plan, loaded.workspace, figures, day, loaded.name)

    return examine
