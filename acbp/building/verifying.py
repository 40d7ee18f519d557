"""A PDF → which plan at which commit made it, and whether building that again gives the same bytes."""

import html
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from acbp.building import version_codes  # noqa: F401  (registers the codes)
from acbp.building.attaching import read_pdf, read_streams
from acbp.building.jobs import Options
from acbp.problems import Problem

_KEYWORDS = re.compile(r"<pdf:Keywords>(.*?)</pdf:Keywords>|\bpdf:Keywords=\"([^\"]*)\"", re.DOTALL)
_NEEDED = {"plan", "version", "edition", "format", "language", "as-of", "digest", "program"}


@dataclass(frozen=True, slots=True)
class Proof:
    """What a PDF says of the version that it was made of."""

    content: bytes
    plan: str
    version: str
    edition: str
    form: str
    period: str
    language: str
    brand: str
    as_of: date
    since: str
    """The commit, in full, whose changes since it tells; empty for most."""
    forecasts: str
    """`git` where earlier forecasts were looked up in the plan's history."""
    program: str
    commit: str
    """In full; `uncommitted` where the plan had been changed since, empty beside git."""
    digest: str

    @property
    def has_source(self) -> bool:
        """Whether the plan's files are attached."""
        return next(read_streams(self.content, "EmbeddedFile"), None) is not None


def read_proof(path: Path) -> Proof | Problem:
    """Return what a PDF says of its version; E920 where it says nothing."""
    from acbp.loading.files import shown_name
    from acbp.rendering.stamp import read_facts

    content = read_pdf(path)
    if isinstance(content, Problem):
        return content
    facts: dict[str, str] = {}
    for stream in read_streams(content, "Metadata"):
        if found := _KEYWORDS.search(stream.decode("utf-8", "replace")):
            facts = read_facts(html.unescape(found[1] or found[2]))
    try:
        day = date.fromisoformat(facts.get("as-of", ""))
    except ValueError:
        day = None
    if day is None or not facts.keys() >= _NEEDED:
        return Problem("E920", {"file": shown_name(path)})
    return Proof(
        content,
        facts["plan"],
        facts["version"],
        facts["edition"],
        facts["format"],
        facts.get("period", ""),
        facts["language"],
        facts.get("brand", ""),
        day,
        facts.get("since", ""),
        facts.get("forecasts", ""),
        facts["program"],
        facts.get("commit", ""),
        facts["digest"],
    )


def find_plan(plan_id: str, paths: Iterable[Path]) -> Path | Problem:
    """Return where the plan with an id lies at or below these paths; E922 where there is none."""
    from acbp.building.naming import read_name
    from acbp.loading.source import discover

    for source in discover(paths)[0]:
        named = read_name(source)
        if named and named[0] == plan_id:
            return source.root if source.is_folder else source.path
    return Problem("E922", {"plan": plan_id})


def rebuild(
    plan: Path,
    proof: Proof,
    read_redline: Callable[[Path, str, str], Any] | None = None,
    recall_forecasts: Callable[[Path, Any, str, str], Any] | None = None,
) -> bytes | Problem:
    """Build the document anew from a plan's files, as the PDF says that it was built; E923 where they have errors.

    ``read_redline`` finds out what changed since the commit that the PDF names, and ``recall_forecasts`` what was
    forecast by the plan's history; each is asked only where the PDF says that it was then.
    """
    from acbp.building.builder import build

    with TemporaryDirectory(prefix="acbp-", ignore_cleanup_errors=True) as folder:
        options = Options(
            Path(folder),
            (proof.edition,),
            (proof.form,),
            proof.language,
            _pack_name(plan, proof.brand),
            proof.as_of,
            workers=1,
            force=True,
            period=proof.period or None,
            read_stamp=lambda _: _stamp(proof),
            attach_source=proof.has_source,
            read_redline=read_redline if proof.since else None,
            recall_forecasts=recall_forecasts if proof.forecasts else None,
        )
        outcome = build([plan], options, lambda *_: None)
        documents = [document for built in outcome.plans for document in built.documents]
        if documents:
            return documents[0].path.read_bytes()
        errors = [problem for built in outcome.plans for problem in built.problems if problem.is_error]
        # What has no place in the plan's files is no fault of theirs.
        return next((problem for problem in errors if problem.place is None), Problem("E923", {"plan": proof.plan}))


def _stamp(proof: Proof) -> Any:
    from acbp.rendering.stamp import UNCOMMITTED, Stamp

    return Stamp(changed=True) if proof.commit == UNCOMMITTED else Stamp(proof.commit)


def _pack_name(plan: Path, brand: str) -> str | None:
    """The folder of the brand pack that calls itself so; None for the plan's own."""
    from acbp.building.appearance import find_brand
    from acbp.loading import load_plan
    from acbp.loading.source import PlanSource, locate
    from acbp.rendering.brand import known_brands, load_brand

    source, loaded = locate(plan), load_plan(plan)
    if not isinstance(source, PlanSource) or loaded.plan is None:
        return None
    found = find_brand(loaded, source)
    if found.brand is not None and found.brand.name == brand:
        return None
    packs = {name: load_brand(folder)[0] for name, folder in known_brands(*found.homes).items()}
    return next((name for name, pack in packs.items() if pack is not None and pack.name == brand), None)
