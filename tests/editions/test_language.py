from acbp.editions import in_language, untranslated
from acbp.model import Plan
from acbp.model.wording import Wording
from tests.printing import Example


def make(title: object, **heading: object) -> Plan:
    said = {"id": "p", "title": title, "year": 2027, "owner": "Lin", "language": "zh", "date": "2027-01-04", **heading}
    names = {"name": "A", "short_name": "A"}
    return Plan.model_validate({"plan": said, "account": names, "supplier": names})


def test_texts_given_in_two_languages_become_one() -> None:
    plan = make(
        {"zh": "年度计划", "en": "Annual plan"},
        categories=[{"id": "tea", "name": {"zh": "茶", "en": "Tea"}}],
        pages={"overview": {"title": {"zh": "结论", "en": "Conclusion"}}},
    )
    told = {}
    for language in ("zh", "en"):
        heading = in_language(plan, language).plan
        told[language] = (heading.title, heading.categories[0].name, heading.pages["overview"].title)
        assert not any(isinstance(text, Wording) for text in told[language])
    assert told == {"zh": ("年度计划", "茶", "结论"), "en": ("Annual plan", "Tea", "Conclusion")}


def test_a_text_that_lacks_the_language_stays_as_it_was_first_given() -> None:
    assert in_language(make({"zh": "年度计划"}), "en").plan.title == "年度计划"
    assert in_language(make("年度计划"), "en").plan.title == "年度计划"


def test_a_plan_in_one_language_is_the_same_plan(examples: dict[str, Example]) -> None:
    plan = make("Annual plan")
    assert in_language(plan, "en") is plan
    assert in_language(examples["zh"].plan, "zh") == examples["zh"].plan


def test_the_units_that_the_plan_is_written_in_want_no_translation() -> None:
    both = {"zh": "年度计划", "en": "Annual plan"}
    assert untranslated(make(both, money_unit="万", volume_unit="万"), "en") == 0
    assert untranslated(make(both, money_unit="万", volume_name="标箱"), "en") == 1
