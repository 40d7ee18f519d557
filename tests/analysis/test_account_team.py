"""The task matrix, who decides at the customer, and the manager's skills."""

from decimal import Decimal as D

from acbp.analysis.account_team import arrange_team


def test_each_person_has_one_part_in_each_task(make_plan) -> None:
    tasks = [
        {"name": "Terms", "accountable": "tom", "responsible": ["amy"], "informed": ["tom", "helen"]},
        {"name": "Plan", "accountable": "amy", "responsible": ["amy", "ben"], "consulted": ["tom"]},
    ]
    team = [{"contact": "helen", "task": "x"}, {"contact": "zoe", "task": "y"}, {"contact": "amy", "task": "z"}]
    matrix = arrange_team(make_plan(supplier={"tasks": tasks, "team": team})).matrix
    assert matrix.people == ("helen", "amy", "tom", "ben")
    assert [row.parts for row in matrix.tasks] == [("I", "R", "A", None), (None, "A/R", "C", "R")]
    assert (matrix.leading, matrix.doing) == ((0, 1, 1, 0), (0, 2, 0, 1))
    assert matrix.gaps == 0


def test_a_task_without_someone_to_answer_or_to_do_it_is_a_gap(make_plan) -> None:
    tasks = [
        {"name": "A", "accountable": "amy"},
        {"name": "B", "responsible": ["amy"]},
        {"name": "C"},
        {"name": "D", "accountable": "amy", "responsible": ["amy"]},
    ]
    matrix = arrange_team(make_plan(supplier={"tasks": tasks})).matrix
    assert [row.faults for row in matrix.tasks] == [
        ("no-responsible",),
        ("no-accountable",),
        ("no-accountable", "no-responsible"),
        (),
    ]
    assert matrix.gaps == 3


def test_who_decides_most_comes_first(make_plan) -> None:
    steps = [
        {"step": "Brief", "people": [{"contact": "kim"}, {"contact": "ann", "part": "decider"}]},
        {"step": "Terms", "people": [{"contact": "lee", "part": "decider"}, {"contact": "ann", "part": "decider"}]},
    ]
    found = arrange_team(make_plan(account={"buying_process": steps})).deciders
    assert [(each.contact, each.parts) for each in found] == [
        ("ann", ("decider", "decider")),
        ("lee", (None, "decider")),
        ("kim", ("influencer", None)),
    ]


def test_skills_have_a_mean_now_and_wanted(make_plan) -> None:
    skills = [{"skill": "communication", "score": 4, "wanted": 5}, {"skill": "resources", "score": 3, "wanted": 4}]
    found = arrange_team(make_plan(supplier={"kam_skills": skills}))
    assert [skill.skill for skill in found.skills] == ["resources", "communication"]
    assert (found.skill_mean, found.skill_wanted, found.matrix) == (D("3.5"), D("4.5"), None)
    del skills[0]["wanted"]
    assert arrange_team(make_plan(supplier={"kam_skills": skills})).skill_wanted is None


def test_nothing_said_nothing_arranged(make_plan) -> None:
    assert arrange_team(make_plan(supplier={"team": [{"contact": "amy", "task": "x"}]})) is None
