"""Service levels and the service index, worked by hand."""

from decimal import Decimal as D

from acbp.analysis.service import measure_service


def level(measure: str, met: int, due: int, target: str | None = None, **more) -> dict:
    return {"measure": measure, "now": {"met": met, "due": due}, "target": target, **more}


def service_of(make_plan, **given):
    return measure_service(make_plan(service=given))


def test_levels_are_what_met_the_level_of_what_was_due(make_plan) -> None:
    found = service_of(make_plan, levels=[level("otif", 934, 1000, "97%", last="91.4%")])
    state = found.levels[0]
    assert (state.now, state.change, state.to_go) == (D("0.934"), D("0.02"), D("0.036"))
    assert state.attainment == D("0.934") / D("0.97")
    assert (found.met, found.measured, found.weakest) == (0, 1, state)


def test_what_is_delivered_beyond_the_order_does_not_count(make_plan) -> None:
    state = service_of(make_plan, levels=[level("case-fill", 1010, 1000, "98%")]).levels[0]
    assert (state.now, state.attainment) == (1, 1)


def test_out_of_stock_is_what_availability_leaves(make_plan) -> None:
    found = service_of(make_plan, levels=[level("on-shelf-hours", 968, 1000, last="96.3%")])
    assert (found.out_of_stock, found.last_out_of_stock) == (D("0.032"), D("0.037"))
    assert service_of(make_plan, levels=[level("otif", 1, 1)]).out_of_stock is None


def test_the_index_weighs_what_was_measured_and_tells_the_rest(make_plan) -> None:
    found = service_of(
        make_plan,
        levels=[level("otif", 90, 100, "100%", weight=40), level("on-time", 99, 100, "90%", weight=20)],
        standards=[
            {"name": "Answer", "unit": "hours", "direction": "lower", "now": 5, "target": 4, "weight": 20},
            {"name": "Solved", "unit": "%", "target": "95%", "weight": 20},
        ],
    )
    # (40 × 0.9 + 20 × 1 + 20 × 0.8) ÷ 80; the passed level makes up for nothing.
    assert (found.index, found.missing_weight) == (90, D("0.2"))
    assert (found.met, found.measured) == (1, 3)
    assert found.weakest.item.name == "Answer"


def test_nothing_measured_no_index(make_plan) -> None:
    found = service_of(make_plan, levels=[{"measure": "otif", "target": "97%", "weight": 10}])
    assert (found.index, found.missing_weight, found.weakest) == (None, 1, None)
    assert service_of(make_plan, levels=[level("otif", 0, 0, "97%", weight=1)]).levels[0].now is None
    assert measure_service(make_plan()) is None


def test_standards_are_read_in_their_unit(make_plan) -> None:
    rate = {"name": "Solved", "unit": "%", "last": "90%", "now": "93%", "target": "95%"}
    state = service_of(make_plan, standards=[rate]).standards[0]
    assert (state.last, state.now, state.target) == (D("0.9"), D("0.93"), D("0.95"))
