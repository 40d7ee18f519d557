from acbp.model import Plan
from acbp.model.links import ids_of, items_of, keys_link_of, links_of
from acbp.model.progress import Actuals


def make(**sections: object) -> Plan:
    heading = {"id": "p", "title": "Plan", "year": 2027, "owner": "Lin", "language": "en", "date": "2027-01-04"}
    heading["categories"] = [{"id": "tea", "name": "Tea"}, {"id": "water", "name": "Water"}]
    names = {"name": "A", "short_name": "A"}
    return Plan.model_validate({"plan": heading, "account": names, "supplier": names, **sections})


PLAN = make(
    objectives=[{"id": "grow", "name": "Grow", "owner": "amy"}],
    strategies=[
        {
            "id": "shelf",
            "name": "Shelf",
            "how": "So",
            "objective": "grow",
            "customer_benefit": "More",
            "measures": [{"name": "Share", "kpi": "share"}],
        }
    ],
    actions=[
        {"id": "a", "name": "A", "strategy": "shelf", "owner": "amy"},
        {"id": "b", "name": "B", "depends_on": ["a", "c"]},
    ],
    scorecard={"kpis": [{"id": "share", "name": "Share", "weight": 100}]},
    reviews=[{"period": "Q1", "date": "2027-04-01", "actuals": {"categories": {"tea": 1}, "kpis": {"share": 2}}}],
    relationships={"contacts": [{"id": "amy", "name": "Amy", "side": "us", "reports_to": "bo"}]},
    risks=[{"id": "r", "name": "R", "likelihood": 1, "impact": 1, "owner": "amy"}],
)


def test_everything_that_can_be_pointed_at_stands_where_it_says() -> None:
    for kind, items in items_of(PLAN).items():
        for location, item in items:
            found = PLAN
            for step in location:
                found = found[step] if isinstance(step, int) else getattr(found, step)
            assert found is item, kind
    assert items_of(PLAN)["contacts"][0][0] == ("relationships", "contacts", 0)


def test_ids_by_kind() -> None:
    ids = ids_of(PLAN)
    assert (ids["categories"], ids["actions"], ids["kpis"]) == ({"tea", "water"}, {"a", "b"}, {"share"})
    assert ids["opportunities"] == ids["promotions"] == frozenset()


def test_every_link_is_found_with_its_place() -> None:
    assert {(link.location, link.kind, link.target) for link in links_of(PLAN)} == {
        (("objectives", 0, "owner"), "contacts", "amy"),
        (("strategies", 0, "objective"), "objectives", "grow"),
        (("strategies", 0, "measures", 0, "kpi"), "kpis", "share"),
        (("actions", 0, "strategy"), "strategies", "shelf"),
        (("actions", 0, "owner"), "contacts", "amy"),
        (("actions", 1, "depends_on", 0), "actions", "a"),
        (("actions", 1, "depends_on", 1), "actions", "c"),
        (("reviews", 0, "actuals", "categories", "tea"), "categories", "tea"),
        (("reviews", 0, "actuals", "kpis", "share"), "kpis", "share"),
        (("relationships", "contacts", 0, "reports_to"), "contacts", "bo"),
        (("risks", 0, "owner"), "contacts", "amy"),
    }


def test_a_plan_of_nothing_links_nothing(plan_of_nothing: Plan) -> None:
    assert list(links_of(plan_of_nothing)) == []
    assert set(map(len, ids_of(plan_of_nothing).values())) == {0}


def test_the_keys_of_a_mapping_are_links_of_their_own() -> None:
    assert keys_link_of(Actuals.model_fields["kpis"]) == "kpis"
    assert keys_link_of(Actuals.model_fields["last_year_categories"]) == "categories"
    assert keys_link_of(Actuals.model_fields["sales"]) is None
