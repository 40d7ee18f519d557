"""One plan → its documents, in this process; whatever goes wrong comes back as problems, never as an exception."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acbp.building import fingerprint, memory
from acbp.building.appearance import find_brand, find_pictures, place_picture
from acbp.building.attaching import pack_files
from acbp.building.checking import check_rules
from acbp.building.faults import write_log
from acbp.building.jobs import Options, document_path
from acbp.building.meetings import FORM, find_review, form_of, latest_period, list_packless
from acbp.building.naming import read_language
from acbp.building.outcome import Document, PlanOutcome
from acbp.building.picturing import write_pictures
from acbp.building.references import check_texts
from acbp.building.writing import write_file
from acbp.problems import Place, Problem

if TYPE_CHECKING:
    from acbp.loading import PlanSource
    from acbp.rendering.brand import Brand
    from acbp.rendering.overrides import Overrides

Renderer = Callable[..., Any]
"""As `acbp.rendering.report.render`: returns an object with `content`, `pages` and `problems`."""


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """A plan ready to be rendered, with the files it depends on beside its own."""

    plan: Any
    workspace: Any
    brand: "Brand"
    folder: Path
    extras: tuple[Path, ...]
    pictures: Mapping[str, tuple[Place | None, str]]
    """File → where the plan names it, and the item."""
    reviews: Place | None
    """Where the plan's reviews stand, or should."""
    own: "Overrides"
    """The workspace's own templates."""


def make(source: "PlanSource", options: Options, renderer: Renderer | None = None) -> PlanOutcome:
    """Build every document of a plan that was asked for; one with an error is not written, its older file stays."""
    outcome = PlanOutcome(source.name, "")
    try:
        before = fingerprint.read_contents(fingerprint.files_of(source))
        outcome, read = read_plan(source, options)
        if read is None:
            return outcome
        return _render(source, options, outcome, read, before, renderer or load_renderer())
    except MemoryError:
        return _stopped(source, outcome, Problem("E905", {"file": source.name, "limit": "memory"}))
    except LibraryMissing as fault:
        return _stopped(source, outcome, Problem("E904", {"name": str(fault)}))
    except Exception as fault:  # the one door for faults of our own
        log = write_log(fault, source.name.replace("/", "-"), options.output / memory.FOLDER / "faults")
        return _stopped(source, outcome, Problem("E907", {"file": source.name, "log": str(log)}), fault=True)


class LibraryMissing(Exception):
    """A system library of the typesetter cannot be loaded."""


def load_renderer() -> Renderer:
    """The real renderer, with the typesetter and its system libraries loaded."""
    try:
        from acbp.rendering.report import render
    except OSError as fault:
        named = re.search(r"cannot load library '([^']*)'", str(fault))
        raise LibraryMissing(named[1] if named else str(fault)) from None
    return render


def read_plan(source: "PlanSource", options: Options) -> tuple[PlanOutcome, ReadPlan | None]:
    """Read a plan with all that its pages need, and check it; nothing but its problems where it has errors."""
    from acbp.loading import load_plan
    from acbp.loading.source import find_workspace
    from acbp.rendering.brand import FILE_NAMES
    from acbp.rendering.overrides import read_overrides

    loaded = load_plan(source, overrides=options.overrides)
    outcome = PlanOutcome(source.name, loaded.language, problems=loaded.problems)
    if loaded.plan is None:
        return outcome, None
    found = find_brand(loaded, source, options.brand)
    day = options.as_of
    workspace = find_workspace(source.root)
    templates, faults = read_overrides(workspace.parent / fingerprint.TEMPLATES if workspace else None)
    outcome = _failed(outcome, *found.problems, *faults, *check_texts(loaded, day), *check_rules(loaded, day))
    if found.brand is None or not outcome.is_built:
        return outcome, None
    extras = [home / found.name / file for home in found.homes for file in FILE_NAMES]
    extras += sorted(path for path in found.folder.iterdir() if path.is_file())
    pictures = find_pictures(loaded)
    extras += [source.root / name for name in pictures]
    own = set(fingerprint.files_of(source))
    extras += [path for path in loaded.sources if path not in own]
    return outcome, ReadPlan(
        loaded.plan,
        loaded.workspace,
        found.brand,
        source.root,
        tuple(dict.fromkeys(extras)),
        pictures,
        loaded.place(("reviews",)),
        templates,
    )


def _render(
    source: "PlanSource",
    options: Options,
    outcome: PlanOutcome,
    read: ReadPlan,
    before: fingerprint.Contents,
    renderer: Renderer,
) -> PlanOutcome:
    heading = read.plan.plan
    lang = options.lang or heading.language
    documents, problems, kept = [], list(outcome.problems), []
    stamp = options.stamp(fingerprint.place_of(source), (*fingerprint.files_of(source), *read.extras))
    remembered: dict[str, Any] = {}
    for edition, form in options.documents():
        day, asked = heading.date, {"form": form}
        if form == FORM:
            review = find_review(read.plan, options.period, edition, read.reviews)
            if isinstance(review, Problem):
                problems += [review] if review not in problems and not options.is_lenient else []
                continue
            # A pack says how things stood on the day of its meeting.
            day, asked, form = review.date, {**asked, "period": review.period}, form_of(form, review.period)
        redline = _read_redline(source, options, edition, form, lang)
        if isinstance(redline, tuple):
            problems += [problem for problem in redline if problem not in problems]
            continue
        if edition not in remembered:
            remembered[edition] = _recall_forecasts(source, options, read.plan, edition, stamp)
        pages = renderer(
            read.plan,
            read.workspace,
            edition=edition,
            language=lang,
            brand=read.brand,
            as_of=options.as_of or day,
            folder=read.folder,
            own=read.own,
            stamp=stamp,
            **asked,
            **({"source": _pack(source, read)} if options.attach_source and edition == "internal" else {}),
            **({"redline": redline} if redline else {}),
            **({} if remembered[edition] is None else {"remembered": remembered[edition]}),
        )
        found = [place_picture(problem, read.pictures) for problem in pages.problems]
        path = document_path(options.output, options.file_id(source.name, heading.id), edition, form, lang)
        if not any(problem.is_error for problem in found):
            dpi = options.picture_dpi
            unwritten = write_file(path, pages.content)
            if unwritten is None and dpi:
                unwritten = write_pictures(path, pages.content, pages.pages, dpi)
            if unwritten is None:
                document = Document(path, edition, form, lang, pages.pages, pictured=bool(dpi))
                documents.append(document)
                kept.append((document, pages.content, found))
            else:
                found.append(unwritten)
        # Both editions may find the same fault: it is told once.
        problems += [problem for problem in found if problem not in problems]
    read_outcome = PlanOutcome(outcome.name, outcome.language, tuple(documents), outcome.problems)
    whole = PlanOutcome(outcome.name, outcome.language, tuple(documents), tuple(problems))
    if whole.is_built:
        mark = memory.remember_plan(
            source,
            options,
            read_outcome,
            heading.id,
            (latest_period(read.plan), list_packless(read.plan)),
            read.extras,
            before,
        )
        for document, content, found in kept if mark else ():
            memory.remember_document(source, options, mark, document, content, found)
    return whole


def _read_redline(source: "PlanSource", options: Options, edition: str, form: str, lang: str) -> Any:
    """What changed since an earlier version, which only the report tells; problems where that cannot be said."""
    if options.read_redline is None or form != "report":
        return None
    return options.read_redline(fingerprint.place_of(source), edition, lang)


def _recall_forecasts(source: "PlanSource", options: Options, plan: Any, edition: str, stamp: Any) -> Any:
    """The forecasts that are on record in git; None where nobody asked, or it cannot tell."""
    if options.recall_forecasts is None or stamp is None or not stamp.commit or not stamp.whole:
        return None
    return options.recall_forecasts(fingerprint.place_of(source), plan, edition, stamp.commit)


def _pack(source: "PlanSource", read: ReadPlan) -> bytes:
    """The plan's own files, from the folder of its workspace file or else its own."""
    from acbp.loading.source import find_workspace

    workspace = find_workspace(source.root)
    files = (*fingerprint.files_of(source), *read.extras)
    return pack_files(files, workspace.parent if workspace else source.root)


def _stopped(source: "PlanSource", outcome: PlanOutcome, problem: Problem, fault: bool = False) -> PlanOutcome:
    return _failed(replace(outcome, language=outcome.language or read_language(source)), problem, fault=fault)


def _failed(outcome: PlanOutcome, *problems: Problem, fault: bool = False) -> PlanOutcome:
    return replace(outcome, problems=(*outcome.problems, *problems), fault=fault)
