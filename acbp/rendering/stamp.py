"""The proof of a document's version: what it was made of, printed in its footer and kept in its metadata."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

SHORT = 8
"""Digits of the digest that are printed."""
UNCOMMITTED = "uncommitted"
"""What stands in the metadata instead of a commit where the plan was changed since."""
_FACT = re.compile(r"([a-z-]+)=(.*?)(?=, [a-z-]+=|$)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where a plan stands in git: the commit that wrote it last, empty beside git, and whether it was changed since.

    ``whole`` says whether its history is here too, or was cut off when the repository was cloned.

    A commit's id tells that something changed and never what: it is the only thing on a customer's page that depends on
    what the customer may not see.
    """

    commit: str = ""
    changed: bool = False
    whole: bool = True

    @property
    def named(self) -> str:
        """The commit in full, or `uncommitted`; empty beside git."""
        return UNCOMMITTED if self.changed else self.commit

    @property
    def short(self) -> str:
        """The commit as people name it."""
        return self.commit[:7]


def digest_content(*content: object) -> str:
    """Return the SHA-256 of what a document is made of, as far as its audience may see it.

    The parts are told apart by their `repr`, which for the frozen parts of a plan holds every value.
    """
    digest = hashlib.sha256()
    for part in content:
        digest.update(part if isinstance(part, bytes) else repr(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    return digest.hexdigest()


def write_facts(facts: Mapping[str, str]) -> str:
    """Return the facts that have a value as one line of keywords: ``plan=harbour-2028, edition=internal``."""
    return ", ".join(f"{name}={value}" for name, value in facts.items() if value)


def read_facts(line: str) -> dict[str, str]:
    """Return the facts that `write_facts` was given; nothing for any other line."""
    return {found[1]: found[2].strip() for found in _FACT.finditer(line)}
