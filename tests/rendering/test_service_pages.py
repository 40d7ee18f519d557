"""What the pages of space, service, issues, promises, launches, governance and contingency say, and to whom."""

from typing import Any

from .sample import document_of, make

CONTACTS = [
    {"id": "ann", "name": "Ann Reed", "side": "us"},
    {"id": "bob", "name": "Bob Hay", "side": "customer"},
]
SECTIONS: dict[str, Any] = {
    "relationships": {"contacts": CONTACTS},
    "space": {
        "conclusion": "Hold 28% of the shelf",
        "shelves": [{"category": "tea", "now": {"own": 27, "all": 100}, "target": {"own": 28, "all": 100}}],
    },
    "service": {
        "levels": [{"measure": "otif", "now": {"met": 94, "due": 100}, "target": "97%", "weight": 1}],
        "menu": [{"name": "Night fitters", "grades": ["A-secret"]}],
        "menu_withheld": [{"name": "Telesales"}],
        "complaint_terms": [{"severity": "minor", "close_days": 5}],
        "support": [{"part": "money", "what": "Claims tracker"}],
        "enablement": [{"topic": "Planograms", "now": "do-for"}],
    },
    "issues": {
        "items": [
            {
                "id": "a",
                "name": "Short load",
                "date": "2027-04-01",
                "status": "told",
                "accountability": "Planner fined",
            },
            {"id": "b", "name": "Wrong label", "date": "2027-04-01", "closed": "2027-04-03", "outcome": "New labels"},
        ],
        "escalation": [{"days": 10, "level": "Director", "owner": "ann"}],
    },
    "commitments": [
        {"id": "x", "side": "us", "what": "Send papers", "due": "2027-03-31", "status": "kept", "owner": "ann"},
        {"id": "y", "side": "customer", "what": "Open data", "due": "2027-04-06", "owner": "bob"},
    ],
    "promotions": {
        "launch_plan": {
            "name": "Refills",
            "start": "2027-04-01",
            "steps": [{"name": "List", "from_day": 1, "to_day": 20, "measure": "184 stores"}],
        }
    },
    "risks": [
        {
            "id": "r",
            "name": "Deal goods reach wholesale",
            "kind": "diversion",
            "cases": 2,
            "likelihood": 2,
            "impact": 2,
            "contingency": {"fast_lane": "Stop deal orders", "owner": "ann"},
        }
    ],
    "exit_plan": {"condition": "Two bad quarters", "before": [{"what": "Agree claims"}]},
}
HEADING = {
    "categories": [{"id": "tea", "name": "Tea"}],
    "governance": {
        "calendar": [{"kind": "training", "name": "Bay training", "date": "2027-05-03"}],
        "incentives": [{"kind": "material", "what": "Support paid on score"}],
        "evaluations": [{"name": "Spend rate", "unit": "%", "now": "14%", "peers": "13%"}],
    },
}


def pages_of(edition: str, **changed: Any) -> dict[str, dict[str, Any]]:
    plan = make(HEADING, **(SECTIONS | changed))
    return {page["name"]: page for page in document_of(plan, edition)["pages"]}


def said(page: Any) -> str:
    """Everything that a page says, in one string."""
    if isinstance(page, dict):
        return " ".join(said(held) for held in page.values())
    if isinstance(page, (list, tuple)):
        return " ".join(map(said, page))
    return str(page)


def test_each_section_has_its_page_and_our_own_pages_are_marked() -> None:
    pages = pages_of("internal")
    assert {"space", "launch", "service", "issues", "escalation", "promises", "governance", "contingency"} <= set(pages)
    ours = {name for name, page in pages_of("internal").items() if page["mark"].startswith("Internal")}
    assert {"escalation", "contingency"} <= ours


def test_the_customer_sees_the_log_the_menu_and_the_calendar_and_none_of_ours() -> None:
    pages = pages_of("customer")
    assert {"space", "launch", "service", "issues", "promises", "governance"} <= set(pages)
    assert not {"escalation", "contingency", "risks"} & set(pages)
    text = said(list(pages.values()))
    for shown in ("Short load", "New labels", "Night fitters", "Bay training", "Open data"):
        assert shown in text
    for hidden in (
        "A-secret", "Telesales", "Claims tracker", "Planograms", "Planner fined", "Director", "Support paid on score",
        "Spend rate", "Deal goods", "Two bad quarters", "Closed in time",
    ):  # fmt: skip
        assert hidden not in text


def test_titles_count() -> None:
    pages = pages_of("internal")
    titles = {name: " ".join(" ".join(page["title"]).split()) for name, page in pages.items()}
    assert titles["space"] == "Hold 28% of the shelf"
    assert titles["service"] == "The one service standard is not met"
    assert titles["issues"] == "Two issues were raised, one closed; one still open"
    assert titles["escalation"] == "The one open issue must be escalated"
    assert (
        titles["promises"]
        == "One of two promises that fell due was kept on time: Northfield one of one, Castlegate none of one"
    )
    assert titles["launch"] == "Refills: one step in 20 days, from listing to repeat order"
    assert titles["contingency"] == "One risk has a fast lane: who decides and what is done"


def test_figures_on_the_pages() -> None:
    pages = pages_of("internal")
    assert "Tea: 27.0% of the shelf, 1.0 pt below target" in said(pages["space"]).replace("\xa0", " ")
    assert "Service index 96.9" in said(pages["service"])
    assert "Director (Ann Reed)" in said(pages["escalation"])
    assert "10 days over" in said(pages["promises"])
    assert "16 Apr is day 16" in said(pages["launch"]).replace("\xa0", " ")


def test_rules_and_time_limits_stand_below_the_log_where_the_stages_take_the_next_page() -> None:
    pages = pages_of("internal")
    assert "Rules of escalation" in said(pages["issues"]) and "Time limits" in said(pages["issues"])
    assert "Rules of escalation" not in said(pages["escalation"])
    plain = {
        "items": [{"id": "a", "name": "Short load", "date": "2027-04-01"}],
        "escalation": [{"days": 10, "level": "Director"}],
    }
    alone = pages_of("internal", issues=plain)
    assert "Rules of escalation" in said(alone["escalation"]) and "Rules of escalation" not in said(alone["issues"])


def test_the_calendar_shows_the_year_at_a_glance() -> None:
    (page,) = [page for name, page in pages_of("customer").items() if name == "governance"]
    glance = page["rows"][1][0]["modules"][0]
    assert glance["heading"] == "The year at a glance"
    (training,) = [[said(cell).split() for cell in line["cells"]] for line in glance["rows"]]
    assert "Training" in training[0] and [at for at, day in enumerate(training) if "3" in day] == [5]


def test_sections_that_say_nothing_leave_no_page() -> None:
    pages = pages_of("internal", service={}, issues={}, commitments=[], promotions={}, risks=[], exit_plan=None)
    assert not {"service", "issues", "escalation", "promises", "launch", "contingency"} & set(pages)
    only_exit = pages_of("internal", risks=[])
    assert " ".join(only_exit["contingency"]["title"]) == "Parting in three phases, each with its owner"
