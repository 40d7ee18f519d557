"""Faults as data: what is wrong, where it stands, and how to mend it, in Chinese and in English. Prints nothing."""

from acbp.problems import (  # noqa: F401  (each module registers its codes)
    content_codes,
    file_codes,
    history_codes,
    layout_codes,
    lifecycle_codes,
    name_codes,
    output_codes,
    personal_codes,
    reference_codes,
    scenario_codes,
    scoring_codes,
    sense_codes,
    table_codes,
    text_codes,
)
from acbp.problems.codes import Code, define, known_codes, lookup
from acbp.problems.nearest import nearest
from acbp.problems.problem import Place, Problem
from acbp.problems.report import to_github, to_json, to_text

__all__ = [
    "Code",
    "Place",
    "Problem",
    "define",
    "known_codes",
    "lookup",
    "nearest",
    "to_github",
    "to_json",
    "to_text",
]
