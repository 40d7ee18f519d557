"""The smallest plan that there is."""

import pytest

from acbp.model import Plan


@pytest.fixture
def plan_of_nothing() -> Plan:
    """A plan with its required parts alone."""
    heading = {"id": "p", "title": "Plan", "year": 2027, "owner": "Lin", "language": "en", "date": "2027-01-04"}
    return Plan.model_validate(
        {
            "plan": heading,
            "account": {"name": "Castlegate Stores", "short_name": "Castlegate"},
            "supplier": {"name": "Northfield Foods", "short_name": "Northfield"},
        }
    )
