"""What a plan *is*: frozen types whose every field says who may see it."""

from acbp.model.plan import Plan
from acbp.model.workspace import Workspace

__all__ = ["Plan", "Workspace"]
