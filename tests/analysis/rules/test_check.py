"""What the workspace weighs, what the plan sets aside, and the day by which lateness is judged."""

from datetime import date

from acbp.analysis.rules import find_rule, known_rules, suggest_rule

from .conftest import Examine, Examined

LATE = """
actions:
  - {id: pilot, due: 2027-03-19}
"""
OWNERLESS = """
actions:
  - {id: pilot, owner: ~, customer_owner: ~}
  - {id: roll-out, owner: ~, customer_owner: ~}
"""


def told(examined: Examined, *codes: str) -> list[tuple[str, str, str]]:
    """Code, weight and name of what was found, of these codes."""
    loaded, breaches = examined
    return [(b.rule.code, b.severity, loaded.name(b.location)) for b in breaches if b.rule.code in codes]


def aside(*lines: str) -> str:
    """A plan that sets these lines aside and lacks two owners."""
    return "plan:\n  set_aside:\n" + "".join(f"    - {line}\n" for line in lines) + OWNERLESS


def test_the_workspace_weighs_rules(examine: Examine) -> None:
    both = [("R401", "warning", "actions[pilot]"), ("R401", "warning", "actions[roll-out]")]
    assert told(examine(OWNERLESS), "R401") == both
    assert [weight for _, weight, _ in told(examine(OWNERLESS, "rules: {R401: error}"), "R401")] == ["error", "error"]
    assert told(examine(OWNERLESS, "rules: {R401: off}"), "R401") == []


def test_a_plan_sets_aside_what_lies_at_or_below_an_item(examine: Examine) -> None:
    one = aside("{rule: R401, at: 'actions[pilot]', reason: Not yet named}")
    assert told(examine(one), "R401", "R905") == [("R401", "warning", "actions[roll-out]")]
    every = aside("{rule: R401, at: actions, reason: Not yet named}")
    assert told(examine(every), "R401", "R905") == []
    anywhere = aside("{rule: R401, reason: Not yet named}")
    assert told(examine(anywhere), "R401", "R905") == []


def test_a_longer_name_is_not_below_a_shorter_one(examine: Examine) -> None:
    text = aside("{rule: R401, at: action, reason: Not yet named}")
    assert len(told(examine(text), "R401")) == 2


def test_what_is_set_aside_in_vain_is_told(examine: Examine) -> None:
    text = aside("{rule: R402, reason: No dates}", "{rule: R401, reason: Not yet named}")
    assert told(examine(text), "R401", "R402", "R905") == [("R905", "warning", "plan.set_aside[1].rule")]
    assert told(examine(text, "rules: {R402: off}"), "R905") == []
    assert told(examine(text, "rules: {R905: off}"), "R905") == []


def test_an_unknown_code_is_told_with_the_nearest(examine: Examine) -> None:
    _, breaches = examine(aside("{rule: R499, reason: A slip}"))
    (breach,) = (breach for breach in breaches if breach.rule.code == "R906")
    assert breach.values == {"rule": "R499", "nearest": "R409"}
    assert suggest_rule("r2O3") == "R203"


def test_the_day_is_an_argument(examine: Examine) -> None:
    assert told(examine(LATE), "R408") == []
    late = told(examine(LATE, as_of=date(2027, 3, 20)), "R408")
    assert late == [("R408", "warning", "actions[pilot]")]
    assert told(examine(LATE, as_of=date(2027, 3, 19)), "R408") == []


def test_only_other_retailers_are_kept_from_the_customer(examine: Examine) -> None:
    text = """
strategies:
  - {id: shelf, how: As Marktkauf and Castlegate do}
"""
    names = "retailers: [Marktkauf, Castlegate, Merriman]"
    assert told(examine(text, names), "R803") == [("R803", "error", "strategies[shelf].how")]
    hidden = text.replace("how: As", "internal: [our_benefit], our_benefit: As Marktkauf, how: As").replace(
        "how: As Marktkauf", "how: As others"
    )
    assert told(examine(hidden, names), "R803") == []


def test_a_circle_of_actions_is_told_once(examine: Examine) -> None:
    text = """
actions:
  - {id: pilot, depends_on: [third]}
  - {id: roll-out, depends_on: [pilot]}
  - {id: third, name: Third, strategy: shelf, owner: lin, due: 2027-07-01, depends_on: [roll-out]}
"""
    _, breaches = examine(text)
    (breach,) = (breach for breach in breaches if breach.rule.code == "R405")
    assert breach.values["circle"] == "pilot → third → roll-out → pilot"


def test_amounts_are_told_in_the_unit_of_the_plan(examine: Examine) -> None:
    text = "plan: {money_unit: k}\nsupplier: {total_sales: 10000k}\npromotions: {fund: 0.5}\n"
    _, breaches = examine(text)
    (breach,) = (breach for breach in breaches if breach.rule.code == "R502")
    assert breach.values == {"cost": "1k", "fund": "0.5k"}


def test_rules_are_found_by_their_codes() -> None:
    codes = [rule.code for rule in known_rules()]
    assert codes == sorted(codes) and len(set(codes)) == len(codes) >= 65
    rule = find_rule("R203")
    assert rule is not None and rule.code == "R203"
    assert find_rule("R299") is None


def test_only_agents_are_held_to_the_limit_of_the_workspace(examine: Examine) -> None:
    text = """
account:
  routes:
    - {name: Depot, kind: direct, stores: 400}
    - {name: Brightwell, kind: distributor, stores: 90}
    - {name: Pennine, kind: agent, stores: 16}
"""
    assert told(examine(text), "R620") == [("R620", "warning", "account.routes[3].stores")]
    assert told(examine(text, "stores_per_agent: 16"), "R620") == []
