"""Rule R620: the stores that agents serve are not more than they can look after."""

from collections.abc import Iterator

from acbp.analysis.rules.register import Case, Finding, rule


@rule(
    "R620",
    "warning",
    zh=(
        "代理商供货的门店太多",
        "代理商“{agent}”供货 {stores} 家门店，超过 {limit} 家",
        "分给另一家代理商，或改为直供",
        "门店一多，代理商只顾大店，小店断货、乱价都没人管。",
    ),
    en=(
        "An agent with too many stores",
        "the agent {agent} serves {stores} stores, more than {limit}",
        "give some of them to another agent, or serve them directly",
        "With too many stores an agent looks after the large ones; the small ones run dry, and prices drift.",
    ),
    bad="""
account:
  routes:
    - {name: «皖江商贸|Pennine Delivered», kind: agent, stores: 22}  # ←
""",
    good="""
account:
  routes:
    - {name: «中央仓|Central depot», kind: direct, stores: 120}
    - {name: «皖江商贸|Pennine Delivered», kind: agent, stores: 15}
""",
)
def overloaded_agent(case: Case) -> Iterator[Finding]:
    """No agent serves more of the customer's stores than the workspace allows."""
    limit = case.workspace.stores_per_agent
    for at, route in enumerate(case.plan.account.routes):
        if route.kind == "agent" and route.stores > limit:
            values = {"agent": route.name, "stores": str(route.stores), "limit": str(limit)}
            yield ("account", "routes", at, "stores"), values
