"""One digest of everything that decides the bytes of a plan's documents: if it is the same, they are the same.

Kept free of heavy libraries, since it is asked before any of them is needed.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from acbp import __version__
from acbp.building.jobs import Options

if TYPE_CHECKING:
    from acbp.loading import PlanSource

Contents = Mapping[str, str | None]
"""Path → SHA-256 of the file's content, None where it cannot be read."""

TEMPLATES = "templates"
"""The folder of a workspace's own templates, beside its file."""
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts", "~/Library/Fonts")


def read_contents(paths: Iterable[Path]) -> Contents:
    """The digests of these files, by absolute path."""
    return {str(path.absolute()): hash_file(path) for path in paths}


def hash_file(path: Path) -> str | None:
    """The SHA-256 of a file's content in hexadecimal; None if it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def files_of(source: "PlanSource") -> tuple[Path, ...]:
    """The files that a plan consists of or might, as far as their names tell, and those of the workspace above it."""
    from acbp.loading.source import SUFFIXES, find_workspace

    files = {source.path}
    if source.is_folder:
        files.update(each for pattern in ("*", "*/*") for each in source.root.glob(pattern) if each.suffix in SUFFIXES)
    workspace = find_workspace(source.root)
    return (*sorted(files), *([workspace, *templates_beside(workspace)] if workspace else []))


def templates_beside(workspace: Path) -> list[Path]:
    """The files in the workspace's own folder of templates."""
    return sorted(path for path in (workspace.parent / TEMPLATES).rglob("*") if path.is_file())


def place_of(source: "PlanSource") -> Path:
    """Where a plan lies: its folder, or its only file."""
    return source.root if source.is_folder else source.path


def digest(contents: Contents, options: Options, stamp: object = None) -> str:
    """The digest of a plan's files, where they stand in git, the options that bear on its pages, and this program."""
    said = [options.lang, options.brand, str(options.as_of), options.overrides, options.attach_source, repr(stamp)]
    said.append(options.read_redline is not None)
    whole = json.dumps([sorted(contents.items()), said, describe_installation()])
    return hashlib.sha256(whole.encode()).hexdigest()


@cache
def describe_installation() -> str:
    """A digest of the program, its templates, the libraries and the fonts, by names, sizes and times of their files."""
    parts = [__version__, sys.version]
    package = Path(__file__).parents[1]
    for root in (package, package.parent / "templates"):
        for folder, folders, files in os.walk(root):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            parts += (_describe(Path(folder, name)) for name in sorted(files))
    for entry in sys.path:
        # An installed library is a folder `name-version.dist-info`: its name says all that is needed.
        parts += sorted(name for name in _names(entry) if name.endswith(".dist-info"))
    for folder in map(os.path.expanduser, _FONT_FOLDERS):
        for root, _, _ in os.walk(folder):
            parts.append(_describe(Path(root)))
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def _describe(path: Path) -> str:
    status = path.stat()
    return f"{path} {status.st_size} {status.st_mtime_ns}"


def _names(folder: str) -> list[str]:
    try:
        return [each.name for each in os.scandir(folder)]
    except OSError:
        return []
