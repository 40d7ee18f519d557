"""A year of a plan, from the empty repository to next year's plan, as its account manager plays it (`make year`).

Each chapter is a list of steps; `play` runs one after the other and returns the transcripts. Run as a program it plays
the year in a temporary folder and shows every command with its output.
"""

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.rendering.reading import Pdf
from tests.year.desk import Desk

PLAN = "plans/fairway-2027"
FILE = f"{PLAN}/plan.yaml"
NEXT = "plans/fairway-2028"
PAGE = "fairway-2027-customer-onepage-en.pdf"
_FIRST = Path(__file__).with_name("plan.yaml")


def begin(desk: Desk) -> None:
    """A repository, and in it a new plan."""
    desk.day("2026-10-05")
    desk.acbp("init", ".", "--year", "2027")
    desk.acbp("new", PLAN, "--year", "2027")
    desk.acbp("validate")
    desk.acbp("status", "--as-of", "2026-10-05")
    desk.commit("Begin the plans of 2027")
    desk.run("pre-commit", "run", "--all-files")
    # The example that `init` wrote has done its service.
    shutil.rmtree("plans/harbour-2027")
    desk.commit("Remove the example")


def edit(desk: Desk) -> None:
    """Three edits: our own figures, what the check finds, one more action."""
    desk.day("2026-10-12")
    desk.write(FILE, _FIRST.read_text("utf-8"))
    desk.acbp("validate", code=1)
    desk.acbp("rules", "R108")
    desk.acbp("fmt", "--check", code=1)
    desk.acbp("fmt")
    desk.change(FILE, ("weight: 30", "weight: 40"))
    desk.commit("Put our own figures in")

    desk.day("2026-10-26")
    desk.change(
        FILE,
        (
            "conclusion: The gap to the market is all in nuts",
            "conclusion: The gap to the market is all in nuts\n    implication: Space and lines move to nuts",
        ),
        (
            "lever: participation",
            'measures:\n      - { name: Share of the nut bay, unit: "%", start: 15.0%, target: 20.0% }\n'
            "    lever: participation",
        ),
    )
    desk.run("pre-commit", "run", "--all-files", code=1)
    desk.acbp("validate", "--strict")
    desk.acbp("diff")
    desk.commit("Say what follows from the gap")

    desk.day("2026-11-09")
    desk.change(
        FILE,
        (
            "\nfinancials:",
            "  - { id: tins, name: Offer gift tins, strategy: nut-bay, owner: anna-reed, customer_owner: ida-holm, "
            "start: 2027-08-02, due: 2027-09-24, milestone: 80 stores }\n\nfinancials:",
        ),
    )
    desk.acbp("diff", PLAN, "HEAD", "--format", "json")
    desk.acbp("validate", "--strict")
    desk.run("git", "diff", "--unified=0")
    desk.commit("Add gift tins")
    desk.run("git", "log", "--patch", "--unified=0", "--max-count=1", "--format=%s", "--", PLAN)


def propose(desk: Desk) -> None:
    """The plan goes to the customer on one page."""
    desk.day("2026-11-23")
    desk.change(
        FILE,
        ("version: V0.1", "version: V0.9"),
        ("date: 2026-10-12", "date: 2026-11-23"),
        ("status: draft", "status: proposed"),
    )
    desk.commit("Propose the plan")
    build_page(desk)
    keep(desk, PAGE, "proposed.pdf")
    desk.acbp("status", "--as-of", "2026-11-23")


def agree(desk: Desk) -> None:
    """Both sides sign; the agreed version gets a tag, and the report carries its own source."""
    desk.day("2026-12-14")
    desk.change(
        FILE,
        ("version: V0.9", "version: V1.0"),
        ("date: 2026-11-23", "date: 2026-12-14"),
        ("status: proposed", "status: agreed"),
        ("contact: daniel-cole }", "contact: daniel-cole, date: 2026-12-14 }"),
        ("contact: ida-holm }", "contact: ida-holm, date: 2026-12-14 }"),
    )
    desk.acbp("diff", PLAN, "--edition", "customer")
    desk.commit("Agree the plan")
    desk.git("tag", "agreed-2027")
    desk.acbp("build", PLAN, "--edition", "internal", "--attach-source")
    keep(desk, "fairway-2027-internal-report-en.pdf", "agreed.pdf")


def review_first(desk: Desk) -> None:
    """Q1: the first action is done, and nuts are short."""
    desk.day("2027-04-20")
    desk.acbp("review", PLAN, "Q1")
    desk.acbp("validate", code=1)
    desk.fill(
        review("Q1"),
        summary="Nuts are short by £30k, a matter of timing.",
        nuts="400",
        crisps="575",
        trade_spend="148",
        customer_margin="243",
        sales="975",
        nut_sales="400",
        outcome="done",
        forecast="4300",
        causes="[{ category: nuts, what: 12 stores reset in place of 20, lesson: Book store hours early }]",
        responses="[{ kpi: nut-sales, cause: Resets late, response: Level by June, owner: sam-hart }]",
        next_steps="[{ what: Reset twelve stores, owner: sam-hart, customer_owner: ida-holm, due: 2027-05-21 }]",
    )
    desk.acbp("validate")
    done = "status: done, done_on: 2027-02-25, progress: 100%, evidence: Signed by both sides"
    desk.change(FILE, ("milestone: Signed }", f"milestone: Signed, {done} }}"))
    renew(desk, "V1.1", "2027-04-20", "Q1 review added", "Review held")
    desk.acbp("validate")
    desk.commit("Review Q1")
    desk.acbp("build", PLAN, "--edition", "customer", "--format", "review", "--period", "Q1")
    keep(desk, "fairway-2027-customer-review-Q1-en.pdf", "review-q1.pdf")


def move_target(desk: Desk) -> None:
    """A changed target: £20k more nuts in Q4, in every place where it stands."""
    desk.day("2027-05-06")
    quarters = "{ Q1: 430, Q2: 450, Q3: 470, Q4: 5%d0 }"
    old, new = quarters % 5, quarters % 7
    desk.change(FILE, (f"category: nuts, quarters: {old}", f"category: nuts, quarters: {new}"))
    desk.acbp("validate", code=1)
    desk.change(
        FILE,
        (f"target: 1900\n    quarters: {old}", f"target: 1920\n    quarters: {new}"),
        (f"target: 1900, quarters: {old}", f"target: 1920, quarters: {new}"),
        (
            "target: 4300, quarters: { Q1: 1000, Q2: 1040, Q3: 1070, Q4: 1190 }",
            "target: 4320, quarters: { Q1: 1000, Q2: 1040, Q3: 1070, Q4: 1210 }",
        ),
        ("value: 300", "value: 320"),
    )
    desk.acbp("validate")
    renew(desk, "V2.0", "2027-05-06", "£20k more nuts in Q4", "Fairway opens four stores")
    desk.acbp("validate")
    desk.acbp("diff", PLAN, "agreed-2027", "--edition", "customer", "--format", "markdown")
    desk.commit("Raise the nut target")
    desk.acbp("explain", PLAN, "sales.growth")
    desk.acbp("history", PLAN, "sales.plan")
    desk.acbp("history", PLAN, "sales.plan", "--format", "svg", show=words_of)


def review_second(desk: Desk) -> None:
    """Q2: an action is late; it gets a cause, a recovery and a new date."""
    desk.day("2027-07-20")
    desk.acbp("status", "--as-of", "2027-07-20")
    desk.acbp("review", PLAN, "Q2")
    desk.fill(
        review("Q2"),
        summary="Net sales are on plan; the reset is late in 20 stores.",
        nuts="452",
        crisps="590",
        trade_spend="155",
        customer_margin="262",
        sales="1042",
        nut_sales="452",
        outcome="moved\n    due: 2027-08-27\n    reason: 20 stores are refitted in July",
        forecast="4320",
        next_steps="[{ what: Reset 20 stores, owner: sam-hart, due: 2027-08-27, action: reset }]",
    )
    renew(desk, "V2.1", "2027-07-20", "Q2 review added", "Review held")
    desk.acbp("validate")
    late = "progress: 75%, cause: 20 stores are refitted, recovery: Reset after the refit, recovery_date: 2027-08-27"
    desk.change(FILE, ("depends_on: [planogram] }", f"depends_on: [planogram], {late} }}"))
    desk.acbp("validate")
    desk.commit("Review Q2: the reset is late")
    desk.acbp("build", PLAN, "--edition", "customer", "--changes-since", "agreed-2027")
    keep(desk, "fairway-2027-customer-report-en.pdf", "changes.pdf")


def merge(desk: Desk) -> None:
    """Two people move the same date; git cannot tell whose holds, and the check says what it is about."""
    desk.day("2027-08-10")
    recovery = "recovery_date: 2027-08-%s"
    desk.run("git", "checkout", "--quiet", "-b", "sam")
    desk.change(FILE, (recovery % "27", recovery % "31"))
    desk.commit("Reset by the end of August")
    desk.run("git", "checkout", "--quiet", "main")
    desk.change(FILE, (recovery % "27", recovery % "20"))
    desk.commit("Reset a week earlier")
    desk.run("git", "merge", "--quiet", "sam", code=1)
    desk.acbp("validate", code=1)
    desk.acbp("diff", code=1)
    text = Path(FILE).read_text("utf-8")
    desk.write(FILE, re.sub(r"(?s)<<<<<<< HEAD\n(.*?)=======\n.*?>>>>>>> sam\n", r"\1", text))
    desk.acbp("validate")
    desk.commit("Merge: reset a week earlier")
    desk.acbp("diff", PLAN, "sam", "HEAD")


def review_third(desk: Desk) -> None:
    """Q3: both actions are done; the first forecast is put right with hindsight, and the review is not deceived."""
    desk.day("2027-10-20")
    desk.change(
        FILE,
        ("progress: 75%", "progress: 100%, status: done, done_on: 2027-08-25, evidence: Photo of each bay"),
        (
            "due: 2027-09-24, milestone: 80 stores",
            "due: 2027-09-24, milestone: 80 stores, progress: 100%, status: done, done_on: 2027-09-22, evidence: Sale",
        ),
        ("owner: sam-hart, due: 2027-06-25 }", "owner: sam-hart, due: 2027-06-25, status: closed }"),
        ("updated: 2026-10-02", "updated: 2027-10-04"),
    )
    desk.acbp("review", PLAN, "Q3")
    desk.fill(
        review("Q3"),
        summary="Nuts are £10k above plan.",
        nuts="480",
        crisps="602",
        trade_spend="161",
        customer_margin="271",
        sales="1082",
        nut_sales="480",
        forecast="4330",
        next_steps="[{ what: Ship the gift tins, owner: sam-hart, due: 2027-11-12 }]",
    )
    desk.change(review("Q1"), ("forecast: 4300", "forecast: 4325"))
    renew(desk, "V2.2", "2027-10-20", "Q3 review added", "Review held")
    desk.acbp("validate")
    desk.commit("Review Q3")
    desk.acbp("build", PLAN, "--edition", "internal", "--format", "review", "--period", "Q3")
    keep(desk, "fairway-2027-internal-review-Q3-en.pdf", "review-q3.pdf")
    text = "".join(Pdf(Path("sent/review-q3.pdf").read_bytes()).texts)
    desk.say("# How good our forecasts were: " + text.partition("Howgoodourforecastswere")[2].partition(";")[0])
    desk.acbp("explain", PLAN, "reviews.Q3.forecasts.Q1.forecast")


def review_fourth(desk: Desk) -> None:
    """Q4 and the year: the plan is closed."""
    desk.day("2028-02-10")
    desk.acbp("review", PLAN, "Q4")
    desk.fill(
        review("Q4"),
        summary="The tins brought the quarter home.",
        nuts="575",
        crisps="641",
        trade_spend="176",
        customer_margin="300",
        sales="1216",
        nut_sales="575",
        forecast="4315",
        next_steps="[{ what: Agree on tins for next year, owner: anna-reed, due: 2028-02-18 }]",
    )
    desk.acbp("review", PLAN, "year")
    desk.fill(
        review("year"),
        summary="The year ends £5k below plan, with nuts at £1.91m.",
        nuts="1907",
        crisps="2408",
        trade_spend="640",
        customer_margin="1076",
        sales="4315",
        nut_sales="1907",
        causes="[{ category: nuts, what: A slow first quarter, lesson: Book store hours in January }]",
        next_steps="[{ what: Bring the plan of 2028, owner: anna-reed, due: 2028-02-28 }]",
    )
    desk.change(FILE, ("status: agreed", "status: closed"))
    renew(desk, "V3.0", "2028-02-10", "Q4 and the year reviewed", "The year is closed")
    desk.acbp("validate")
    desk.commit("Review Q4 and close the year")
    build_page(desk)
    keep(desk, PAGE, "closed.pdf")
    desk.acbp("history", PLAN)
    desk.acbp("history", PLAN, "reviews.*.forecast")


def roll(desk: Desk) -> None:
    """Next year's plan stands on what this year brought."""
    desk.day("2028-02-14")
    desk.acbp("roll", PLAN, "--year", "2028")
    # The new plan bears the day on which the program ran.
    text = Path(f"{NEXT}/plan.yaml").read_text("utf-8")
    desk.write(f"{NEXT}/plan.yaml", re.sub(r"(?m)^  date: .*$", "  date: 2028-02-14", text, count=1))
    desk.acbp("validate", NEXT)
    desk.acbp("diff", PLAN, NEXT)
    desk.commit("Roll the plan to 2028")
    desk.acbp("status", "--as-of", "2028-02-14")


def verify(desk: Desk) -> None:
    """Every PDF that went out is proved; a forged one, one from changed files and a stranger's are refused."""
    desk.day("2028-03-01")
    for name in ("proposed", "agreed", "review-q1", "changes", "review-q3", "closed"):
        desk.acbp("verify", f"sent/{name}.pdf")
    desk.acbp("extract", "sent/agreed.pdf", "restored")
    assert Path("restored", FILE).read_text("utf-8") == desk.git("show", f"agreed-2027:{FILE}")

    desk.say("# One byte of it is another")
    forged = bytearray(Path("sent/closed.pdf").read_bytes())
    forged[len(forged) // 2] ^= 1
    Path("forged.pdf").write_bytes(forged)
    desk.acbp("verify", "forged.pdf", code=1)

    desk.say("# Built from a plan with changes that were never committed")
    text = Path(FILE).read_text("utf-8")
    desk.change(FILE, ("name: Nut bay\n", "name: Nut wall\n"))
    build_page(desk)
    desk.acbp("verify", f"output/fairway-2027/{PAGE}", code=1)
    desk.write(FILE, text)
    desk.acbp("verify", f"output/fairway-2027/{PAGE}", code=1)

    desk.say("# Of the same files, in a repository of somebody else")
    with other_desk(desk) as other:
        build_page(other)
    desk.acbp("verify", f"../other/output/fairway-2027/{PAGE}", code=1)


CHAPTERS = (
    begin,
    edit,
    propose,
    agree,
    review_first,
    move_target,
    review_second,
    merge,
    review_third,
    review_fourth,
    roll,
    verify,
)
"""The chapters in the order in which they are played; each is named after its function."""


def review(period: str) -> str:
    """The file of a review."""
    return f"{PLAN}/reviews/2027-{period}.yaml"


def renew(desk: Desk, version: str, day: str, what: str, reason: str) -> None:
    """Give the plan a new version and day, and its change log an entry."""
    text = Path(FILE).read_text("utf-8")
    text = re.sub(r"(?m)^  version: .*$", f"  version: {version}", text, count=1)
    text = re.sub(r"(?m)^  date: .*$", f"  date: {day}", text, count=1)
    entry = f"    - {{ date: {day}, version: {version}, what: {what}, reason: {reason} }}\n"
    if "  change_log:\n" in text:
        text = re.sub(r"(  change_log:\n(?:    .*\n)*)", lambda found: found[1] + entry, text, count=1)
    else:
        text = re.sub(r"(?m)^(  status: .*\n)", lambda found: f"{found[1]}  change_log:\n{entry}", text, count=1)
    desk.write(FILE, text)


def build_page(desk: Desk) -> None:
    """Build the plan on one page."""
    desk.acbp("build", PLAN, "--edition", "customer", "--format", "onepage")


@contextmanager
def other_desk(desk: Desk) -> Iterator[Desk]:
    """A repository beside the desk's, begun with the files that stand there, and work in it."""
    other = Desk(desk.folder.with_name("other"), desk)
    for name in ("plans", "acbp.yaml"):
        copy = shutil.copytree if (desk.folder / name).is_dir() else shutil.copy
        copy(desk.folder / name, other.folder / name)
    with other.open():
        other.day("2028-03-02")
        other.git("init", "--quiet", "--initial-branch=main")
        other.commit("Copy the plans")
        yield other


def keep(desk: Desk, built: str, name: str) -> None:
    """Keep a PDF as it went out: the next build writes over it."""
    Path("sent").mkdir(exist_ok=True)
    shutil.copy(Path("output/fairway-2027") / built, Path("sent") / name)
    desk.say(f"$ cp output/fairway-2027/{built} sent/{name}")


def words_of(drawing: str) -> str:
    """The words in a drawing."""
    return " | ".join(re.findall(r">([^<>]+)<", drawing))


def name_of(number: int) -> str:
    """What a chapter is called, with its number from 1 before its name."""
    return f"{number + 1:02}-{CHAPTERS[number].__name__.replace('_', '-')}"


def play(folder: Path, echo: bool = False) -> dict[str, str]:
    """Play the year in a new folder: chapter → transcript."""
    desk, told = Desk(folder, echo=echo), {}
    with desk.open():
        for number, chapter in enumerate(CHAPTERS):
            start = len(desk.told)
            desk.say(f"== {chapter.__doc__}")
            chapter(desk)
            told[name_of(number)] = "\n".join([*desk.told[start:], ""])
    return told


if __name__ == "__main__":
    with TemporaryDirectory(prefix="acbp-year-") as place:
        play(Path(place) / "plans", echo=True)
