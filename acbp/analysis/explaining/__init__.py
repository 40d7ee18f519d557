"""What can be asked for: every figure of a plan and every metric → its formula, its inputs and its value."""

from acbp.analysis.explaining.references import Explanation, References

__all__ = ["Explanation", "References"]
