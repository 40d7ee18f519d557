"""The texts of a plan, found and changed."""

from acbp.model.account import Goals
from acbp.model.heading import Heading
from acbp.model.texts import map_texts, texts_of
from acbp.model.wording import Wording

GOALS = Goals.model_validate(
    {
        "statement": "Grow",
        "ours": [{"text": "More", "measure": "A lot"}, {"text": {"en": "Better", "zh": "更好"}}],
    }
)


def test_every_text_has_its_place() -> None:
    assert list(texts_of(GOALS)) == [
        (("statement",), "Grow"),
        (("ours", 0, "text"), "More"),
        (("ours", 0, "measure"), "A lot"),
        (("ours", 1, "text"), Wording({"en": "Better", "zh": "更好"})),
    ]


def test_only_what_holds_a_changed_text_is_made_anew() -> None:
    changed = map_texts(GOALS, lambda text: "Most" if text == "More" else text)
    assert changed.ours[0].text == "Most" and GOALS.ours[0].text == "More"
    assert changed.ours[1] is GOALS.ours[1]
    assert map_texts(GOALS, lambda text: text) is GOALS


def test_keys_are_no_texts() -> None:
    assert map_texts({"a": "b"}, str.upper) == {"a": "B"}


def test_a_word_of_a_closed_list_is_no_text() -> None:
    said = {"id": "p", "title": "计划", "year": 2027, "language": "zh", "owner": "林", "date": "2027-01-01"}
    heading = Heading.model_validate({**said, "money_unit": "万", "status": "agreed"})
    held = {location[0] for location, _ in texts_of(heading)}
    assert {"title", "owner"} <= held
    assert not held & {"money_unit", "status", "language"}
    assert map_texts(heading, lambda text: "?").money_unit == "万"
