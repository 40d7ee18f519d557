"""A plan → figures, rankings and gaps: pure functions, one file per subject; the day is an argument."""

from acbp.analysis.figures import Figures, analyse

__all__ = ["Figures", "analyse"]
