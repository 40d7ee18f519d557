"""A finished PDF → pictures of its pages in a folder of their own, beside it."""

import hashlib
from pathlib import Path

from acbp.building.fingerprint import hash_file
from acbp.building.writing import write_file
from acbp.problems import Problem


def pictures_folder(document: Path) -> Path:
    """Where the pictures of a document lie: a folder of its name."""
    return document.with_suffix("")


def write_pictures(document: Path, content: bytes, pages: int, dpi: int) -> Problem | None:
    """Write each page as `<document>-p03.png`, and remove the pictures of pages that there are no more.

    Returns the problem where a picture cannot be written (E909, E140).
    """
    from acbp.rendering.pictures import picture_pages

    folder = pictures_folder(document)
    digits = max(2, len(str(pages)))
    written = set()
    for number, picture in enumerate(picture_pages(content, dpi), start=1):
        path = folder / f"{document.stem}-p{number:0{digits}}.png"
        problem = write_file(path, picture)
        if problem is not None:
            return problem
        written.add(path)
    for old in set(_pictures(document)) - written:
        old.unlink(missing_ok=True)
    return None


def digest_pictures(document: Path) -> str:
    """One digest of all pictures of a document, by name and content."""
    parts = [f"{path.name} {hash_file(path)}" for path in _pictures(document)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _pictures(document: Path) -> list[Path]:
    folder = pictures_folder(document)
    return sorted(path for path in folder.glob("*.png") if path.name.startswith(f"{document.stem}-p"))
