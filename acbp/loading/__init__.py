"""Text → plan: YAML files into a tree with positions, the tree into the model, and every fault into a problem."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from acbp.loading.compose import read_yaml
    from acbp.loading.load import Loaded, load_plan
    from acbp.loading.source import PlanSource, discover, locate

__all__ = ["Loaded", "PlanSource", "discover", "load_plan", "locate", "read_yaml"]

_HOMES = {"Loaded": "load", "load_plan": "load", "read_yaml": "compose"}


def __getattr__(name: str) -> Any:
    # Plans are looked for far more often than read: the libraries behind YAML and the model wait until they are needed.
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'source')}"), name)
