"""Reading files of a plan: ordinary files only, within the plan's folder, up to a size; never a link that leads out."""

import os
import re
import stat
from pathlib import Path

from acbp.loading.encoding import LARGEST_FILE
from acbp.problems import Place, Problem

_SCHEME_OR_DRIVE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def shown_name(path: Path) -> str:
    """The name of a file in problems: relative to the working folder if it lies below it, with forward slashes."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def read_bytes(path: Path, root: Path | None = None, limit: int = LARGEST_FILE) -> bytes | Problem:
    """The content of a file, or why it cannot be had (E001, E002, E003, E006, E007), placed at its first line.

    With a `root` the file must lie inside that folder once every link is followed. `limit` is in bytes.
    """
    shown = shown_name(path)
    place = Place(shown, 1, 1)
    try:
        real = path.resolve(strict=True)
        if root is not None and not real.is_relative_to(root.resolve(strict=True)):
            return Problem("E007", {"file": shown}, place)
        # Opening a pipe would wait for ever without O_NONBLOCK; O_NOFOLLOW meets a link put there in the meantime.
        flags = os.O_RDONLY
        for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
            flags |= getattr(os, name, 0)
        with os.fdopen(os.open(real, flags), "rb") as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                return Problem("E003", {"file": shown, "reason": "@special"}, place)
            data = file.read(limit + 1)
    except FileNotFoundError:
        return Problem("E001", {"file": shown}, place)
    except IsADirectoryError:
        return Problem("E003", {"file": shown, "reason": "@special"}, place)
    except PermissionError:
        # Windows says so when a folder is opened as a file.
        reason = "@special" if path.is_dir() else "@denied"
        return Problem("E003", {"file": shown, "reason": reason}, place)
    except (OSError, RuntimeError, ValueError):
        return Problem("E003", {"file": shown, "reason": "@unreadable"}, place)
    if len(data) > limit:
        size = max(status.st_size, len(data))
        values = {"size": f"{-(-size // 1024):,} KiB", "limit": f"{limit // 1024:,} KiB"}
        return Problem("E006", values, place)
    return data


def find_inside(root: Path, name: str) -> Path | Problem:
    """The path of a file that a plan names, or why the name is refused (E007, E011); the file need not exist.

    Names are relative, with forward slashes, and have no `..`, `~`, drive or scheme: nothing is asked of the file
    system before that is sure, since a network path would send credentials.
    """
    if not name.strip() or "\0" in name or "\\" in name:
        return Problem("E011", {"file": name})
    if name.startswith(("/", "~")) or _SCHEME_OR_DRIVE.match(name) or ".." in name.split("/"):
        return Problem("E007", {"file": name})
    return root / name
