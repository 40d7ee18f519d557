"""Plans at the edge of what may be written: far too much, next to nothing, and figures that no one expects."""

from typing import Any

import pytest

from acbp.editions import for_customer
from acbp.model import Plan
from tests.printing import Printed, print_plan

from .reading import Pdf
from .sample import document_of, make, options

LONG_ZH = (
    "全渠道重点单品冷藏陈列与即时零售协同推进项目第二阶段门店落地执行与复盘改进方案试点扩大至华东六省全部大卖场含县域"
)
LONG_EN = "Omnichannel chilled display and rapid-delivery programme, phase two"
assert len(LONG_ZH) >= 54 and len(LONG_EN) >= 60


def contacts(name: str) -> list[dict[str, Any]]:
    """Two people, one on each side."""
    return [
        {"id": "us", "name": name[:30], "title": name, "side": "us", "focus": name},
        {"id": "them", "name": name[:30], "title": name, "side": "customer", "focus": name},
    ]


def crowded(name: str, language: str) -> Plan:
    """As many items as a busy year has, each with a name of sixty characters."""
    categories = [{"id": f"c{n}", "name": f"{name[:20]}{n}", "focus": n < 2} for n in range(12)]
    actions = [
        {
            "id": f"a{n}",
            "name": f"{n} {name}",
            "strategy": f"s{n % 8}",
            "owner": "us",
            "customer_owner": "them",
            "start": f"2027-{n % 12 + 1:02d}-01",
            "due": f"2027-{n % 12 + 1:02d}-27",
            "milestone": name[:24],
            "status": ("open", "done", "dropped")[n % 3],
            "cause": name,
            "recovery": name,
        }
        for n in range(80)
    ]
    promotions = [
        {
            "id": f"p{n}",
            "name": f"{n} {name}",
            "category": f"c{n % 12}",
            "start_week": n % 50 + 1,
            "end_week": n % 50 + 3,
            "mechanic": name,
            "depth": "25%",
            "cost": n,
            "baseline": 100 * n,
            "uplift": "45%",
            "lead": n % 9 == 0,
        }
        for n in range(120)
    ]
    kpis = [
        {
            "id": f"k{n}",
            "name": f"{n} {name}",
            "group": f"g{n % 4}",
            "unit": ("money", "%", "days", "volume")[n % 4],
            "weight": "2.5",
            "target": "8%" if n % 4 == 1 else 100,
            "last_year": "7%" if n % 4 == 1 else 90,
        }
        for n in range(40)
    ]
    opportunities = [
        {
            "id": f"o{n}",
            "name": f"{n} {name}",
            "value": 10 * n,
            "scores": {"x": n % 5 + 1, "y": n % 4 + 1},
            "customer_benefit": name,
        }
        for n in range(40)
    ]
    quarters = {"Q1": 10, "Q2": 20, "Q3": 30, "Q4": 40}
    reviews = [
        {
            "period": period,
            "date": f"2027-0{month}-10",
            "summary": name * 3,
            "causes": [{"category": "c0", "what": name, "lesson": name}] * 8,
            "next_steps": [{"what": name, "owner": "us", "due": "2027-12-01"}] * 12,
            "lessons": [name] * 8,
            "decisions_wanted": [name] * 6,
            "responses": [{"kpi": f"k{n}", "cause": name, "response": name} for n in range(20)],
            "actuals": {"categories": {f"c{n}": 9 + n for n in range(12)}, "kpis": {"k0": 80, "k1": "7%", "k2": 120}},
        }
        for period, month in (("Q1", 4), ("Q2", 7), ("Q3", 9), ("Q4", 9), ("year", 9))
    ]
    return make(
        heading={
            "language": language,
            "title": name,
            "promise": name * 2,
            "categories": categories,
            "owner": name[:40],
            "definitions": [{"term": f"{n}", "meaning": name} for n in range(12)],
        },
        account={
            "name": name,
            "short_name": name[:12],
            "stores": [{"format": f"{name[:30]}{n}", "stores": 10 * n} for n in range(12)],
            "needs": [{"need": name, "response": name}] * 12,
        },
        supplier={"name": name, "short_name": name[:12]},
        goals={
            "statement": name,
            "customer": [{"text": name}] * 4,
            "messages": [{"heading": name[:16], "text": name * 2}] * 3,
        },
        opportunities={
            "criteria": [
                {"id": "x", "name": name[:8], "weight": "50%"},
                {"id": "y", "name": name[8:16], "weight": "50%"},
            ],
            "threshold": 3,
            "items": opportunities,
        },
        objectives=[
            {"id": f"b{n}", "name": name, "metric": name, "unit": "money", "baseline": 10, "target": 20}
            for n in range(12)
        ],
        strategies=[
            {
                "id": f"s{n}",
                "name": f"{n} {name}",
                "how": name * 2,
                "objective": f"b{n}",
                "customer_benefit": name,
                "value": 5,
                "customer_value": 2,
                "measures": [{"name": name, "unit": "%", "start": "1%", "target": "2%"}] * 3,
            }
            for n in range(12)
        ],
        actions=actions,
        promotions={
            "items": promotions,
            "holidays": [{"name": name[:6], "week": n} for n in range(1, 30)],
            "rules": [name] * 8,
        },
        financials={
            "categories": [{"category": f"c{n}", "quarters": quarters} for n in range(12)],
            "customer_margin": quarters,
            "trade_spend": quarters,
            "support_plan": [{"name": name, "budget": 5, "how": name, "when": name}] * 12,
        },
        scorecard={"groups": [{"id": f"g{n}", "name": name[:20]} for n in range(4)], "kpis": kpis},
        reviews=reviews,
        relationships={
            "contacts": contacts(name),
            "pairs": [{"ours": "us", "theirs": "them", "rhythm": name}] * 12,
            "meetings": [{"name": name, "rhythm": name, "output": name}] * 8,
        },
        risks=[
            {"id": f"r{n}", "name": f"{n} {name}", "likelihood": n % 5 + 1, "impact": n % 4 + 1, "response": name}
            for n in range(40)
        ],
        signoff={
            "rules": [{"name": name[:10], "text": name * 2}] * 8,
            "signatories": [{"contact": "us"}, {"contact": "them"}],
        },
    )


def odd() -> Plan:
    """Figures that are negative, huge, zero or alone, and names in rare characters."""
    name = "龘靐㐂𠮷 Łódź Ω µ £€ “…” — 3²"
    return make(
        heading={"title": name, "categories": [{"id": "a", "name": name}, {"id": "b", "name": "B"}]},
        situation={
            "performance": {
                "conclusion": name,
                "history": [
                    {"year": 2025, "sales": 0},
                    {
                        "year": 2026,
                        "quarters": {"Q1": 0, "Q2": 0, "Q3": 0, "Q4": 0},
                        "categories": {"a": 0, "b": 0},
                        "volume": 0,
                    },
                ],
            }
        },
        financials={
            "categories": [
                {"category": "a", "quarters": {"Q1": 900_000_000_000, "Q2": -5, "Q3": 0, "Q4": 1}},
                {"category": "b", "quarters": {"Q1": -20, "Q2": -30, "Q3": -40, "Q4": -50}},
            ],
            "volume": {"Q1": 0, "Q2": 0, "Q3": 0, "Q4": 0},
            "adjustments": [{"id": "x", "name": name, "value": -999_999_999}],
            "customer_profit": {"items": [{"id": "m", "name": name, "group": "expense", "last_year": 0, "plan": 7}]},
        },
        objectives=[{"id": "o", "name": name, "baseline": 0, "target": 0}],
        actions=[{"id": f"n{n}", "name": name, "due": f"202{n + 5}-02-01"} for n in range(3)],
        promotions={
            "items": [
                {"id": "p", "name": name, "category": "a", "start_week": 1, "end_week": 53, "mechanic": name, "cost": 0}
            ]
        },
        scorecard={
            "kpis": [{"id": "k", "name": name, "weight": 60, "target": 0}, {"id": "l", "name": "L", "weight": 40}]
        },
        reviews=[{"period": "Q1", "date": "2027-04-10", "actuals": {"categories": {"a": 0}, "kpis": {"k": 5}}}],
    )


def assert_sound(made: Printed, *, pages: int | None = None) -> None:
    """The PDF has the pages that were composed, none of them blank, and nothing was complained of."""
    assert {problem.code for problem in made.problems} <= {"W907"}
    pdf = Pdf(made.content)
    assert pdf.count == made.pages
    assert [number for number, ink in enumerate(pdf.ink, start=1) if ink.share < 0.005] == []
    assert {anchor: str(made.places[anchor]) for anchor in made.document["numbers"]}
    if pages is not None:
        assert made.pages == pages


def test_figures_that_no_one_expects() -> None:
    made = print_plan(odd(), **options("internal", "en"))
    assert_sound(made, pages=len(made.document["pages"]) + 2)
    assert document_of(odd(), "customer", "zh")["pages"]


@pytest.mark.parametrize("edition", ["internal", "customer"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_far_too_much_of_everything_is_composed(language: str, edition: str) -> None:
    document = document_of(crowded({"zh": LONG_ZH, "en": LONG_EN}[language], language), edition, language)
    assert len(document["pages"]) > 40
    assert all(1 <= len(page["title"]) <= 2 for page in document["pages"])


def test_far_too_much_is_printed() -> None:
    # The sections with the longest lists; all of them together fill more than ninety pages.
    whole = crowded(LONG_EN, "en")
    kept = {"plan", "account", "supplier", "objectives", "strategies", "actions", "promotions", "scorecard"}
    spared = {name: field.get_default() for name, field in Plan.model_fields.items() if name not in kept}
    heading = whole.plan.model_copy(update={"definitions": ()})
    plan = for_customer(whole.model_copy(update={**spared, "plan": heading, "objectives": whole.objectives[:12]}))
    made = print_plan(plan, **options("customer", "en"))
    assert_sound(made)
    assert made.pages > 15
    assert [misfit for misfit in made.misfits if "off the page" in misfit] == []
