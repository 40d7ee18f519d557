"""Small plans for the tests of the analysis."""

from collections.abc import Callable
from typing import Any

import pytest

from acbp.model import Plan

PlanMaker = Callable[..., Plan]


@pytest.fixture
def make_plan() -> PlanMaker:
    """Make a plan of 2027 from its sections; `heading`, `account` and `supplier` add to what each plan has."""

    def make(
        heading: dict[str, Any] | None = None,
        account: dict[str, Any] | None = None,
        supplier: dict[str, Any] | None = None,
        **sections: Any,
    ) -> Plan:
        return Plan.model_validate(
            {
                "plan": {
                    "id": "p",
                    "title": "Plan",
                    "year": 2027,
                    "owner": "Lin",
                    "language": "en",
                    "date": "2027-01-04",
                }
                | (heading or {}),
                "account": {"name": "Castlegate Stores", "short_name": "Castlegate"} | (account or {}),
                "supplier": {"name": "Northfield Foods", "short_name": "Northfield"} | (supplier or {}),
                **sections,
            }
        )

    return make


@pytest.fixture
def two_categories() -> dict[str, Any]:
    """Sections of a plan with the categories tea and water: last year 100, plan 130."""
    return {
        "heading": {"categories": [{"id": "tea", "name": "Tea", "focus": True}, {"id": "water", "name": "Water"}]},
        "situation": {
            "performance": {
                "conclusion": "Tea first",
                "share_target": "20%",
                "history": [
                    {"year": 2025, "sales": 80},
                    {
                        "year": 2026,
                        "quarters": {"Q1": 10, "Q2": 20, "Q3": 40, "Q4": 30},
                        "categories": {"tea": 40, "water": 60},
                        "category_volumes": {"tea": 4, "water": 12},
                        "volume": 16,
                        "share": "18%",
                        "market_share": "21%",
                        "customer_margin": 25,
                        "trade_spend": 10,
                    },
                ],
            }
        },
        "financials": {
            "categories": [
                {"category": "water", "quarters": {"Q1": 10, "Q2": 15, "Q3": 25, "Q4": 20}, "volume": 14},
                {"category": "tea", "quarters": {"Q1": 10, "Q2": 15, "Q3": 20, "Q4": 15}, "volume": 5},
            ],
            "volume": {"Q1": 3, "Q2": 5, "Q3": 6, "Q4": 5},
            "trade_spend": {"Q1": 2, "Q2": 3, "Q3": 4, "Q4": 4},
            "customer_margin": {"Q1": 6, "Q2": 8, "Q3": 10, "Q4": 9},
        },
    }
