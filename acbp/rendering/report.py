"""One edition of a plan in one language, brand and format, to the PDF."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from acbp import __version__
from acbp.analysis.explaining import References
from acbp.analysis.explaining.braces import holds_references
from acbp.analysis.figures import analyse
from acbp.analysis.landing import RememberedForecast
from acbp.analysis.reviews import as_known_at
from acbp.charts.style import Palette
from acbp.editions import for_customer, in_language, untranslated
from acbp.editions.projection import seen
from acbp.model import Plan, Workspace
from acbp.model.periods import Period
from acbp.problems import Problem
from acbp.rendering.assets import Assets, add_marks
from acbp.rendering.brand import Brand
from acbp.rendering.desk import Desk, Edition
from acbp.rendering.environment import fill, read_template
from acbp.rendering.formats import FORMATS
from acbp.rendering.locale import locale_of
from acbp.rendering.logo import read_logo_beside, whiten
from acbp.rendering.overrides import NONE, Overrides, explain_failure
from acbp.rendering.parties import customer_party, supplier_party
from acbp.rendering.pdf import Typeset, measure, typeset
from acbp.rendering.photos import add_photos
from acbp.rendering.redline import Redline
from acbp.rendering.references import FigureWords, fill_references, price_unit
from acbp.rendering.stamp import SHORT, Stamp, digest_content, write_facts
from acbp.rendering.words import load_words

SECOND_TRIES = 3
"""How often pages that run over are dealt out anew at the most."""
HTML_LANGUAGES = {"zh": "zh-CN", "en": "en"}


def render(
    plan: Plan,
    workspace: Workspace | None,
    *,
    edition: Edition,
    language: str,
    brand: Brand,
    as_of: date,
    folder: Path | None = None,
    form: str = "report",
    period: Period | None = None,
    own: Overrides = NONE,
    stamp: Stamp | None = None,
    redline: Redline | None = None,
    remembered: Sequence[RememberedForecast] | None = None,
    source: bytes | None = None,
) -> Typeset:
    """Print one edition of a plan; ``folder`` is where the customer's logo is looked for.

    The format ``review`` is the pack of the meeting on a ``period``, of which the plan must have the review (KeyError).
    The plan is cut down to its audience and language before anything is worked out from it. ``stamp`` says where the
    plan stands in git, ``redline`` what changed since an earlier version, for the report to tell; ``remembered`` are
    earlier forecasts that are on record there, None where nobody looked. ``source``, the plan's packed files, is
    attached to an internal edition (ValueError for others).
    """
    if source is not None and edition != "internal":
        raise ValueError("only an internal edition carries its source")
    chosen = FORMATS[form]
    sheets = [_tokens(brand), *(read_template(name, own) for name in chosen.styles)]

    def compose_document(spare: Mapping[str, float]) -> tuple[dict[str, Any], Assets, list[Problem]]:
        return compose(
            plan,
            workspace,
            edition=edition,
            language=language,
            brand=brand,
            as_of=as_of,
            folder=folder,
            form=form,
            period=period,
            own=own,
            stamp=stamp,
            redline=redline,
            remembered=remembered,
            spare=spare,
        )

    def print_document(document: dict[str, Any], assets: Assets) -> Typeset:
        html = fill(document, language, own, template=chosen.template)
        return typeset(html, sheets, assets, chosen.zoom, source, plan.plan.date)

    def measure_document(document: dict[str, Any], assets: Assets) -> dict[str, float]:
        return measure(fill(document, language, own, template=chosen.template), sheets, assets)

    document, assets, problems = compose_document({})
    if own.templates:
        try:
            fill(document, language, own, template=chosen.template)
        except (MemoryError, KeyboardInterrupt):
            raise
        except Exception as fault:  # a template of the workspace's own may fail in any way
            return Typeset(b"", 0, (*problems, explain_failure(fault, own)), {}, {})
    # The pages are dealt out beforehand, so their numbers are known; letting the typesetter look them up would make it
    # lay out every page twice. Where a page ran over after all, the numbers are corrected and set once more.
    made = print_document(document, assets)
    if spilt := _spilt_by_name(document, made.spilt):
        document, assets, problems = compose_document(_find_spare(spilt, compose_document, measure_document))
        made = print_document(document, assets)
    numbers = {anchor: str(made.places.get(anchor, number)) for anchor, number in document["numbers"].items()}
    if numbers != document["numbers"]:
        made = print_document({**document, "numbers": numbers}, assets)
    return replace(made, problems=(*problems, *made.problems))


def _find_spare(
    spilt: Mapping[str, float],
    compose_document: Callable[[Mapping[str, float]], tuple[dict[str, Any], Assets, list[Problem]]],
    measure_document: Callable[[dict[str, Any], Assets], Mapping[str, float]],
) -> dict[str, float]:
    """Find how many mm the pages of each name must leave free for the least of them to run over.

    Heights are estimated: where pages of a subject run over, they are dealt out anew with that much less room. Only
    those pages are laid out to see what comes of it.
    """
    tried = dict.fromkeys(spilt, 0.0)
    best = {name: (height, 0.0) for name, height in spilt.items()}
    for _ in range(SECOND_TRIES):
        for name, height in spilt.items():
            tried[name] += height + 2.0
        document, assets, _ = compose_document(tried)
        document["pages"] = [page for page in document["pages"] if page["name"] in spilt]
        measured = _spilt_by_name(document, measure_document(document, assets))
        for name in spilt:
            best[name] = min(best[name], (measured.get(name, 0.0), tried[name]))
        if not measured:
            break
        spilt = measured
    return {name: spare for name, (_, spare) in best.items()}


def _spilt_by_name(document: Mapping[str, Any], spilt: Mapping[str, float]) -> dict[str, float]:
    """By how many mm the pages of each name ran over, the worst of them."""
    found: dict[str, float] = {}
    for page in document["pages"]:
        if height := spilt.get(page["anchor"]):
            found[page["name"]] = max(height, found.get(page["name"], 0.0))
    return found


def compose(
    plan: Plan,
    workspace: Workspace | None,
    *,
    edition: Edition,
    language: str,
    brand: Brand,
    as_of: date,
    folder: Path | None = None,
    form: str = "report",
    period: Period | None = None,
    own: Overrides = NONE,
    stamp: Stamp | None = None,
    redline: Redline | None = None,
    remembered: Sequence[RememberedForecast] | None = None,
    spare: Mapping[str, float] = MappingProxyType({}),
) -> tuple[dict[str, Any], Assets, list[Problem]]:
    """Write all pages of one edition: the document as plain data, its assets, and problems met with pictures.

    ``spare`` is how many mm the pages of a name leave free.
    """
    whole = plan
    if edition == "customer":
        plan, workspace = for_customer(plan), seen(workspace) if workspace else None
    foreign = untranslated(plan, language) if language != plan.plan.language else 0
    plan = in_language(plan, language)
    workspace = in_language(workspace, language) if workspace else None
    if period:
        plan = as_known_at(plan, period)
    assets = Assets(brand.style(language))
    add_marks(assets)
    problems = [*_add_logos(assets, plan, brand, folder), *add_photos(assets, plan, folder)]
    facts = {
        "plan": plan.plan.id,
        "version": plan.plan.version,
        "edition": edition,
        "format": form,
        "period": period or "",
        "language": language,
        "brand": brand.name,
        "as-of": as_of.isoformat(),
        "since": redline.commit if redline else "",
        "forecasts": "" if remembered is None else "git",
        "program": f"acbp {__version__}",
    }
    made_of = digest_content(
        plan,
        workspace,
        brand,
        own.content(),
        sorted(facts.items()),
        *(held for _, (_, held) in assets),
        *filter(None, [redline, remembered]),
    )
    if foreign:
        problems.append(Problem("W907", {"count": str(foreign), "language": f"@{language}"}))
    heading = plan.plan
    figures = analyse(plan, workspace, as_of, remembered or ())
    locale = locale_of(heading, language, figures.sales)
    locale = replace(locale, judged_on=as_of, stale_after=(workspace or Workspace.model_construct()).stale_after)
    words = load_words(language).replaced(own.words.get(language, {}))
    if holds_references(plan):
        said = FigureWords(locale, words, price_unit(plan, words, locale))
        plan = fill_references(plan, References(plan, figures, whole), said)
        # The figures hold texts of the plan too, beside what was worked out.
        heading, figures = plan.plan, analyse(plan, workspace, as_of, remembered or ())
    desk = Desk(plan, figures, edition, words, locale, assets, FORMATS[form].grid, redline, spare)
    review = {held.period: held for held in figures.reviews}[period] if period else None
    stamp = stamp or Stamp()
    commit = desk.words("stamp.uncommitted") if stamp.changed else stamp.short
    bound = {"title": heading.title, "numbers": {}, **FORMATS[form].bind(desk, review)}
    document = {
        **bound,
        "html_lang": HTML_LANGUAGES[language],
        "title": f"{bound['title']} · {desk.them}",
        "author": f"{heading.owner}{desk.words('common.comma')}{desk.us}",
        "subject": heading.promise or heading.title,
        "keywords": write_facts(facts | {"commit": stamp.named, "digest": made_of}),
        "stamp": " · ".join(filter(None, (heading.version, commit, made_of[:SHORT]))),
        "supplier": supplier_party(desk),
        "customer": customer_party(desk),
        "mark": desk.mark,
    }
    return document, assets, problems


def _add_logos(assets: Assets, plan: Plan, brand: Brand, folder: Path | None) -> list[Problem]:
    """Register both companies' marks; a mark that the plan names but that cannot be used is a problem."""
    for tone, logo in (("normal", brand.logo), ("light", brand.logo_on_dark or (brand.logo and whiten(brand.logo)))):
        if logo:
            assets.add(f"supplier-{tone}", logo.mime, logo.data)
            assets.aspects[f"supplier-{tone}"] = logo.aspect
    if brand.logo and not brand.name_beside_logo:
        assets.add("supplier-full", "text/plain", b"")
    if not plan.account.logo or folder is None:
        return []
    logo = read_logo_beside(folder, plan.account.logo)
    if isinstance(logo, Problem):
        return [logo]
    assets.add("customer-normal", logo.mime, logo.data)
    if light := whiten(logo):
        assets.add("customer-light", light.mime, light.data)
    return []


def _tokens(brand: Brand) -> str:
    """The brand's tokens as CSS custom properties; every value was checked when the pack was read."""
    values: Mapping[str, str] = {name.replace("_", "-"): getattr(brand.palette, name) for name in Palette.__slots__}
    lines = [f"--{name}: {value};" for name, value in values.items()]
    return f':root {{ {" ".join(lines)} --sans: "{brand.sans}"; --serif: "{brand.serif}"; }}'
