"""Names of categories and people."""

from acbp.analysis.catalogue import list_names
from acbp.model import Workspace


def test_the_plans_categories_go_before_those_of_the_workspace(make_plan) -> None:
    workspace = Workspace.model_validate({"categories": [{"id": "tea", "name": "Workspace tea", "focus": True}]})
    own = make_plan(heading={"categories": [{"id": "tea", "name": "Plan tea"}]})
    assert list_names(own, workspace).category_name("tea") == "Plan tea"
    assert not list_names(own, workspace).is_focus("tea")
    assert list_names(make_plan(), workspace).category_name("tea") == "Workspace tea"
    assert list_names(make_plan(), workspace).is_focus("tea")


def test_what_is_not_listed_keeps_its_id_and_a_person_stays_missing(make_plan) -> None:
    names = list_names(make_plan(relationships={"contacts": [{"id": "he", "name": "He Jing", "side": "us"}]}))
    assert names.category_name("tea") == "tea"
    assert names.person("he") == "He Jing"
    assert names.person("gone") is None
    assert names.person(None) is None
