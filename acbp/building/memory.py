"""What was built before, and from what: kept beside the documents, so that what is unchanged need not be built again.

Below `<output>/.acbp` each edition has a folder of its own, which holds nothing that another edition knows; what was
found in the plan as a whole lies in `plan`. A record that cannot be read, or whose document was touched since, counts
as none; one that cannot be written is left out.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from acbp.building.fingerprint import Contents, digest, files_of, hash_file, place_of, read_contents
from acbp.building.jobs import Options, document_path
from acbp.building.meetings import FORM, form_of
from acbp.building.outcome import Document, PlanOutcome, pack_problem, unpack_problem
from acbp.building.picturing import digest_pictures
from acbp.building.writing import write_file
from acbp.problems import Problem

if TYPE_CHECKING:
    from acbp.loading import PlanSource

FOLDER = ".acbp"
VERSION = 1


def recall(source: "PlanSource", options: Options) -> tuple[PlanOutcome, str] | None:
    """The outcome of an earlier build that still holds, with the plan's id; None if anything differs or is missing."""
    plan = _read(_record(source, options, "plan"))
    try:
        extras = [Path(each) for each in plan["extras"]]
        if plan["digest"] != _mark(source, options, extras)[0]:
            return None
        documents, problems = [], [unpack_problem(each) for each in plan["problems"]]
        for edition, form in options.documents():
            if form == FORM and options.is_lenient and edition in plan["packless"]:
                continue
            form = form_of(form, options.period or plan["latest"])
            built = _read(_record(source, options, edition, form))
            path = document_path(options.output, options.file_id(source.name, plan["id"]), edition, form, plan["lang"])
            if built["digest"] != plan["digest"] or built["sha256"] != hash_file(path):
                return None
            if options.picture_dpi and built["pictures"] != [options.picture_dpi, digest_pictures(path)]:
                return None
            pictured = options.picture_dpi is not None
            documents.append(Document(path, edition, form, plan["lang"], built["pages"], True, pictured))
            found = [unpack_problem(each) for each in built["problems"]]
            problems += [problem for problem in found if problem not in problems]
    except (KeyError, TypeError, ValueError):
        return None
    return PlanOutcome(source.name, plan["language"], tuple(documents), tuple(problems)), plan["id"]


def remember_plan(
    source: "PlanSource",
    options: Options,
    outcome: PlanOutcome,
    plan_id: str,
    packs: tuple[str | None, Sequence[str]],
    extras: Sequence[Path],
    before: Contents,
) -> str | None:
    """Keep what was found in a plan, and return the digest it was built from.

    `packs` are the last period that the plan has a review of, and the editions without a pack of it. `extras` are the
    files that it turned out to depend on, whether they exist or not, and `before` the contents of its own files before
    it was read: if one of them differs by now, nothing is kept.
    """
    mark, after = _mark(source, options, extras)
    if any(after.get(path) != content for path, content in before.items()):
        return None
    record = {
        "digest": mark,
        "id": plan_id,
        "latest": packs[0],
        "packless": list(packs[1]),
        "lang": outcome.documents[0].lang if outcome.documents else "",
        "language": outcome.language,
        "extras": [str(path) for path in extras],
        "problems": [pack_problem(each) for each in outcome.problems],
    }
    _write(_record(source, options, "plan"), record)
    return mark


def remember_document(
    source: "PlanSource", options: Options, mark: str, document: Document, content: bytes, problems: Iterable[Problem]
) -> None:
    """Keep that a document was built from what `mark` stands for."""
    record = {
        "digest": mark,
        "sha256": hashlib.sha256(content).hexdigest(),
        "pages": document.pages,
        "pictures": [options.picture_dpi, digest_pictures(document.path)] if document.pictured else None,
        "problems": [pack_problem(each) for each in problems],
    }
    _write(_record(source, options, document.edition, document.form), record)


def _mark(source: "PlanSource", options: Options, extras: Sequence[Path]) -> tuple[str, Contents]:
    """What the documents of a plan are built from, and the contents of its files."""
    files = (*files_of(source), *extras)
    contents = read_contents(files)
    return digest(contents, options, options.stamp(place_of(source), files)), contents


def _record(source: "PlanSource", options: Options, edition: str, form: str = "") -> Path:
    key = json.dumps([os.path.realpath(source.path), options.lang, form])
    return options.output / FOLDER / edition / f"{hashlib.sha256(key.encode()).hexdigest()[:32]}.json"


def _read(path: Path) -> dict[str, Any]:
    with suppress(OSError, ValueError):
        data = json.loads(path.read_bytes())
        if isinstance(data, dict) and data.get("version") == VERSION:
            return data
    return {}


def _write(path: Path, record: dict[str, Any]) -> None:
    write_file(path, json.dumps({"version": VERSION, **record}, ensure_ascii=False).encode())
