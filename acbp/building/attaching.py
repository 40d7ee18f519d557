"""A plan's files ↔ one packed file, as an internal edition carries it; and whatever a PDF holds in its streams."""

import io
import os
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from acbp.building import version_codes  # noqa: F401  (registers the codes)
from acbp.building.writing import write_file
from acbp.problems import Problem

_STREAM = re.compile(rb"\bobj\s*(<<(?:(?!endobj).)*?>>)\s*stream\r?\n", re.DOTALL)
_LENGTH = re.compile(rb"/Length (\d+)(?!\d* \d+ R)")
_EPOCH = (2000, 1, 1, 0, 0, 0)
_LARGEST = 100 * 1024 * 1024


def pack_files(files: Iterable[Path], root: Path) -> bytes:
    """Pack those of the files that exist below a folder, named from there, always into the same bytes."""
    held = {}
    for file in files:
        place, home = Path(os.path.realpath(file)), Path(os.path.realpath(root))
        if place.is_file() and place.is_relative_to(home):
            held[place.relative_to(home).as_posix()] = place
    packed = io.BytesIO()
    # The PDF compresses what it carries.
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name, file in sorted(held.items()):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), file.read_bytes())
    return packed.getvalue()


def unpack_files(packed: bytes) -> Mapping[str, bytes]:
    """Return what `pack_files` was given: name → content; ValueError for faults and names that lead elsewhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > _LARGEST:
                raise ValueError("too large")
            found = {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as fault:
        raise ValueError(str(fault)) from None
    for name in found:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name or not path.parts:
            raise ValueError(name)
    return found


def read_streams(pdf: bytes, kind: str) -> Iterator[bytes]:
    """Yield the content of every stream of a kind (``Metadata``, ``EmbeddedFile``) that can be read without a key."""
    mark = re.compile(rb"/Type\s*/%s\b" % kind.encode())
    for found in _STREAM.finditer(pdf):
        length = _LENGTH.search(found[1])
        if mark.search(found[1]) and length:
            content = pdf[found.end() : found.end() + int(length[1])]
            if b"/FlateDecode" in found[1]:
                try:
                    content = zlib.decompressobj().decompress(content, _LARGEST)
                except zlib.error:
                    continue
            yield content


def extract(pdf: Path, folder: Path) -> list[Path] | Problem:
    """Write the plan's files that a PDF carries into a new or empty folder, and return them.

    E920 where the file is no PDF of ours, E921 where it carries none, E911 where the folder holds something already.
    """
    from acbp.loading.files import shown_name

    content = read_pdf(pdf)
    if isinstance(content, Problem):
        return content
    packed = next((held for held in read_streams(content, "EmbeddedFile") if held.startswith(b"PK")), None)
    if packed is None:
        return Problem("E921", {"file": shown_name(pdf)})
    try:
        files = unpack_files(packed)
    except ValueError:
        return Problem("E921", {"file": shown_name(pdf), "variant": "broken"})
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        return Problem("E911", {"file": shown_name(folder)})
    written = []
    for name, data in files.items():
        if problem := write_file(folder / name, data):
            return problem
        written.append(folder / name)
    return written


def read_pdf(path: Path) -> bytes | Problem:
    """Return the bytes of a PDF file, or why there are none: E001, E920."""
    from acbp.loading.files import shown_name

    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return Problem("E001", {"file": shown_name(path)})
    except OSError as fault:
        return Problem("E920", {"file": shown_name(path), "variant": "unread", "reason": fault.strerror or str(fault)})
    return content if content.startswith(b"%PDF-") else Problem("E920", {"file": shown_name(path)})
