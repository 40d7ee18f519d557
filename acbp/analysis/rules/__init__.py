"""A sound plan → where it breaks the rules of the method and of the trade: pure functions, one module per subject."""

from acbp.analysis.rules import (  # noqa: F401  (each module registers its rules)
    agreement,
    chain,
    conclusions,
    dealings,
    exposure,
    funds,
    gains,
    housekeeping,
    kpis,
    lateness,
    lifecycle,
    partners,
    records,
    reviewing,
    routes,
    signing,
    smart,
    statements,
    tasks,
    ties,
)
from acbp.analysis.rules.check import Breach, check_rules, suggest_rule
from acbp.analysis.rules.register import Rule, Words, find_rule, known_rules

__all__ = ["Breach", "Rule", "Words", "check_rules", "find_rule", "known_rules", "suggest_rule"]
