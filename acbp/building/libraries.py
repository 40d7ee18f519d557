"""The system libraries under the typesetter: which can be loaded, in which version, and which font faces they find.

Asked through `ctypes` and not through WeasyPrint, so that a machine without them gets an answer and not a traceback.
"""

import ctypes.util
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from ctypes import CDLL, POINTER, byref, c_char_p, c_double, c_int, c_uint32, c_void_p
from dataclasses import dataclass
from functools import cache

FILES = {
    "gobject": ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"),
    "pango": ("libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0-0.dll"),
    "pangoft2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.0.dylib", "libpangoft2-1.0-0.dll"),
    "harfbuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "harfbuzz-subset": ("libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll"),
    "fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}
"""Each library with its file on Linux, macOS and Windows: the names WeasyPrint 70 tries (`weasyprint/text/ffi.py`)."""

_MATCH_PATTERN = 0  # FcMatchPattern of fontconfig's FcMatchKind
_FOUND = 0  # FcResultMatch of fontconfig's FcResult


@dataclass(frozen=True, slots=True)
class Face:
    """The font face fontconfig gives for a family and weight.

    `weight` is fontconfig's (regular 80, bold 200); `emboldened` means the bold is smeared out of a lighter face;
    `absent` are the characters asked for that the face does not hold.
    """

    families: tuple[str, ...]
    file: str
    weight: float
    emboldened: bool
    absent: str


@cache
def load_library(name: str) -> CDLL | None:
    """The library of that name in `FILES`, or None if the system cannot load it."""
    on_linux, on_macos, on_windows = FILES[name]
    if sys.platform == "win32":
        # The folders in which WeasyPrint looks for the libraries of MSYS2 and GTK.
        folders = os.environ.get("WEASYPRINT_DLL_DIRECTORIES", r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin").split(";")
        for folder in folders:
            with suppress(OSError):
                os.add_dll_directory(folder)
        candidates: Iterable[str | None] = (on_windows,)
    elif sys.platform == "darwin":
        stem = on_macos.removeprefix("lib").removesuffix(".dylib")
        candidates = (on_macos, ctypes.util.find_library(stem))
    else:
        candidates = (on_linux,)
    for candidate in candidates:
        if candidate:
            with suppress(OSError):
                return CDLL(candidate)
    return None


def pango_version() -> tuple[int, int, int] | None:
    """Pango's version, or None without Pango."""
    pango = load_library("pango")
    if pango is None:
        return None
    number = pango.pango_version()  # 10000 × major + 100 × minor + micro
    return number // 10000, number // 100 % 100, number % 100


def subsets_with_harfbuzz() -> bool:
    """Whether WeasyPrint cuts fonts down with HarfBuzz: its subset library is there and HarfBuzz is 4.1 or newer.

    Source: `Font.subset` in `weasyprint/pdf/fonts.py`, version 70; otherwise fontTools does it, several times slower.
    """
    harfbuzz = load_library("harfbuzz")
    return (
        load_library("harfbuzz-subset") is not None
        and harfbuzz is not None
        and bool(harfbuzz.hb_version_atleast(4, 1, 0))
    )


@cache
def _open_fontconfig() -> CDLL | None:
    library = load_library("fontconfig")
    if library is None:
        return None
    library.FcNameParse.restype = c_void_p
    library.FcNameParse.argtypes = [c_char_p]
    library.FcConfigSubstitute.argtypes = [c_void_p, c_void_p, c_int]
    library.FcDefaultSubstitute.argtypes = [c_void_p]
    library.FcFontMatch.restype = c_void_p
    library.FcFontMatch.argtypes = [c_void_p, c_void_p, POINTER(c_int)]
    library.FcPatternGetString.argtypes = [c_void_p, c_char_p, c_int, POINTER(c_char_p)]
    library.FcPatternGetDouble.argtypes = [c_void_p, c_char_p, c_int, POINTER(c_double)]
    library.FcPatternGetBool.argtypes = [c_void_p, c_char_p, c_int, POINTER(c_int)]
    library.FcPatternGetCharSet.argtypes = [c_void_p, c_char_p, c_int, POINTER(c_void_p)]
    library.FcCharSetHasChar.argtypes = [c_void_p, c_uint32]
    library.FcPatternDestroy.argtypes = [c_void_p]
    return library


def find_face(family: str, weight: int, characters: str) -> Face | None:
    """The face a page gets that asks for `family` at `weight` (fontconfig's scale), and which of `characters` it lacks.

    Another family than the one asked for means that it is not installed. None without fontconfig or without any font.
    """
    library = _open_fontconfig()
    if library is None:
        return None
    wanted = library.FcNameParse(f"{family}:weight={weight}".encode())
    library.FcConfigSubstitute(None, wanted, _MATCH_PATTERN)
    library.FcDefaultSubstitute(wanted)
    found = library.FcFontMatch(None, wanted, byref(c_int()))
    library.FcPatternDestroy(wanted)
    if not found:
        return None
    try:
        return _describe(library, found, characters)
    finally:
        library.FcPatternDestroy(found)


def _describe(library: CDLL, pattern: int, characters: str) -> Face:
    text, number, flag, charset = c_char_p(), c_double(), c_int(), c_void_p()
    families: list[str] = []
    while library.FcPatternGetString(pattern, b"family", len(families), byref(text)) == _FOUND:
        families.append((text.value or b"").decode("utf-8", "replace"))
    has_file = library.FcPatternGetString(pattern, b"file", 0, byref(text)) == _FOUND
    file = os.fsdecode(text.value or b"") if has_file else ""
    has_weight = library.FcPatternGetDouble(pattern, b"weight", 0, byref(number)) == _FOUND
    emboldened = library.FcPatternGetBool(pattern, b"embolden", 0, byref(flag)) == _FOUND and bool(flag.value)
    absent = characters
    if library.FcPatternGetCharSet(pattern, b"charset", 0, byref(charset)) == _FOUND:
        absent = "".join(each for each in characters if not library.FcCharSetHasChar(charset, ord(each)))
    return Face(tuple(families), file, number.value if has_weight else 0.0, emboldened, absent)
