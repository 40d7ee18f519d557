"""A fault of the program itself → a log to report it with; the screen shows where the log is and no traceback."""

import os
import platform
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path

from acbp import __version__
from acbp.building.writing import write_file

LIBRARIES = ("weasyprint", "matplotlib", "pydantic", "PyYAML", "Jinja2", "Babel", "click")


def versions() -> dict[str, str]:
    """The versions of the program, Python, the system and the libraries, without loading any of them."""
    from importlib.metadata import PackageNotFoundError, version

    found = {"acbp": __version__, "Python": platform.python_version(), "System": platform.platform()}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "-"
    found["PyYAML"] += " (libyaml)" if _has_libyaml() else " (without libyaml)"
    return found


def _has_libyaml() -> bool:
    from importlib.util import find_spec

    try:
        return find_spec("yaml._yaml") is not None
    except ImportError:
        return False


def write_log(fault: BaseException, subject: str, folder: Path | None = None, command: Sequence[str] = ()) -> Path:
    """Write versions, the command and the traceback to a file `acbp-fault-<subject>.log` and return its path.

    It goes to `folder`, or to the folder for temporary files where that is impossible.
    """
    lines = [f"{name}: {version}" for name, version in versions().items()]
    if command:
        lines.append(f"Command: {' '.join(command)}")
    lines += ["", "".join(traceback.format_exception(fault))]
    name = "".join(char if char.isalnum() or char in "-_." else "-" for char in subject)[:80]
    content = "\n".join(lines).encode("utf-8", "backslashreplace")
    spare = Path(tempfile.gettempdir(), f"acbp-{os.getpid()}")
    for place in (folder, spare):
        if place is not None:
            log = place / f"acbp-fault-{name or 'acbp'}.log"
            if write_file(log, content) is None:
                return log
    sys.stderr.buffer.write(content)
    return Path(os.devnull)
