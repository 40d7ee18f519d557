"""The promotion calendar: names stay whole where the weeks around them are free; and the launch plan."""

from functools import partial
from itertools import pairwise

from acbp.charts.metrics import measure
from acbp.model.activity import Promotion
from acbp.rendering.pages.promotions import Half, _lane, _promotion, _span
from acbp.rendering.report import compose
from tests.printing import Example

from .sample import document_of, make
from .test_situation_pages import figures_of, page_of, words_of

HALF = Half(1, 26)


def _boxes(*spans: tuple[str, int, int], lead: bool = False) -> list[dict[str, str]]:
    items = [
        Promotion(id="p", name=name, category="water", start_week=start, end_week=end, mechanic="20% off", lead=lead)
        for name, start, end in spans
    ]
    return _lane(items, HALF, partial(_promotion, half=HALF, y=0.0))


def _named(boxes: list[dict[str, str]]) -> list[tuple[str, float, float]]:
    return [(box["bold"], float(box["left"]), float(box["width"])) for box in boxes if box["bold"]]


def test_a_name_longer_than_its_weeks_runs_on_over_free_ones() -> None:
    ((name, left, width),) = _named(_boxes(("National Day", 3, 4)))
    assert name == "National Day" and left == HALF.left(3)
    assert width >= measure(name, 7.5, True) > HALF.width(3, 4)


def test_at_the_end_of_the_half_it_runs_back() -> None:
    ((name, left, width),) = _named(_boxes(("National Day", 25, 26)))
    assert name == "National Day" and left < HALF.left(25)
    assert left + width <= HALF.left(26) + HALF.week + 0.7


def test_between_neighbours_it_keeps_to_its_weeks() -> None:
    named = _named(_boxes(("Anniversary", 3, 4), ("Anniversary", 5, 6), ("Anniversary", 7, 8)))
    edges = [(left, left + width) for _, left, width in named]
    assert all(end <= start + 0.7 for (_, end), (start, _) in pairwise(edges))
    assert edges[0][0] < HALF.left(3), "the weeks before are free"
    assert edges[1] == (HALF.left(5), HALF.left(7) - 0.2)


def test_a_lead_promotion_keeps_its_name_on_its_own_ground() -> None:
    ((_, left, width),) = _named(_boxes(("National Day", 3, 4), lead=True))
    assert (left, width) == (HALF.left(3), HALF.width(3, 4) - 0.2)


def test_the_name_of_a_display_stands_beside_a_frame_too_short_for_it() -> None:
    plan = make(promotions={"displays": [{"name": "148 endcaps, ice bins", "start_week": 3, "end_week": 4}]})
    assert plan.promotions is not None
    (display,) = plan.promotions.displays
    _, frame, name = _span(display, HALF.label, HALF.left(27), half=HALF, y=0.0, style="disp")
    assert (frame["text"], name["text"]) == ("", display.name)
    assert float(name["left"]) >= float(frame["left"]) + float(frame["width"])


def test_the_units_of_true_uplift_have_the_decimals_of_volume(examples: dict[str, Example]) -> None:
    example = examples["zh"]
    document = compose(example.plan, example.workspace, **example.options("internal", "en"))[0]
    pages = [page for page in document["pages"] if page["name"] == "promotions"]
    assert figures_of(pages[-1], "True uplift")[0][6] == "0.056"


STEPS = [
    {"name": "Listing", "from_day": 1, "to_day": 5},
    {"name": "Tasting", "from_day": 4, "to_day": 30},
    {"name": "Reorder", "from_day": 31, "to_day": 60},
]


def test_a_launch_says_in_words_where_each_step_stands() -> None:
    plan = make(promotions={"launch_plan": {"name": "Tea", "start": "2027-04-07", "steps": STEPS}})
    page = page_of(document_of(plan), "launch")
    assert page is not None
    assert [row[3] for row in figures_of(page, "Calendar")] == ["Past", "Running", "Ahead"]
    words = words_of(page["rows"])
    assert {"Today is day", "10", "of 60"} <= set(words)


def test_a_launch_of_another_day_tells_its_length() -> None:
    plan = make(promotions={"launch_plan": {"name": "Tea", "start": "2027-06-07", "steps": STEPS}})
    page = page_of(document_of(plan), "launch")
    assert page is not None
    assert {"Length", "60", "days"} <= set(words_of(page["rows"]))
