"""Bytes → file, all or nothing: at any moment the file is the old one or the new one, never a part of either."""

import errno
import os
import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from acbp.building import build_codes  # noqa: F401  (registers the codes)
from acbp.problems import Problem

STALE_AFTER = 3600
"""Seconds after which a part is certainly left over from a build that died."""

_FULL = {errno.ENOSPC, errno.EDQUOT}
_WAITS = (0.05, 0.1, 0.2, 0.4, 0.75, 1.0)
"""Seconds between the tries to replace a file that a viewer holds open, on Windows only: 2.5 in all."""
_OPEN_ELSEWHERE = {5, 32, 33}  # Windows: access denied, sharing violation, lock violation


def write_file(path: Path, content: bytes) -> Problem | None:
    """Write a file and make its folder; the problem if that is impossible (E140, E909), the old file then untouched.

    The permissions are those that the user's umask gives. Interrupted at any moment, at most a hidden part is left.
    """
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with part.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            kept = _replace(part, path, os.replace)
        finally:
            with suppress(OSError):
                part.unlink()
        _settle(path.parent)
    except OSError as fault:
        return _explain(path, fault, len(content))
    if kept is not None:
        return Problem("E140", {"file": _shown(path), "kept": _shown(kept)})
    return None


def remove_stale_parts(output: Path) -> None:
    """Remove parts older than an hour from the folders of plans under `output`; younger ones may still be growing."""
    for part in output.glob("*/.*.part"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > STALE_AFTER:
                part.unlink()


def prepare_folder(folder: Path) -> Problem | None:
    """Make the output folder; the problem (E909) if it cannot be made or nothing can be written to it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".{secrets.token_hex(4)}.part"
        probe.touch()
        probe.unlink()
    except OSError as fault:
        return _explain(folder, fault, 0)
    return None


def _replace(part: Path, path: Path, replace: Callable[[Path, Path], None]) -> Path | None:
    """Put the part in the file's place; where a viewer holds that open, keep it as `….new.pdf` and return that."""
    for wait in (*_WAITS, None):
        try:
            replace(part, path)
            return None
        except OSError as fault:
            if getattr(fault, "winerror", None) not in _OPEN_ELSEWHERE:
                raise
            if wait is not None:
                time.sleep(wait)
    kept = path.with_name(f"{path.stem}.new{path.suffix}")
    replace(part, kept)
    return kept


def _settle(folder: Path) -> None:
    """Have the folder's new entry on the disk as well, where the system can do that."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _explain(path: Path, fault: OSError, size: int) -> Problem:
    values = {"file": _shown(path)}
    if fault.errno in _FULL:
        return Problem("E909", {"variant": "full", "bytes": f"{size:,}", **values})
    if fault.errno in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        return Problem("E909", {"variant": "kind", **values})
    if fault.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Problem("E909", {"variant": "denied", **values})
    return Problem("E909", {"reason": fault.strerror or type(fault).__name__, **values})


def _shown(path: Path) -> str:
    from acbp.loading.files import shown_name

    return shown_name(path)
