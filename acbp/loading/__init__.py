"""Text → plan: YAML files into a tree with positions, the tree into the model, and every fault into a problem."""

from acbp.loading.compose import read_yaml
from acbp.loading.load import Loaded, load_plan
from acbp.loading.source import PlanSource, discover, locate

__all__ = ["Loaded", "PlanSource", "discover", "load_plan", "locate", "read_yaml"]
