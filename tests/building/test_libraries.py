"""The system libraries under the typesetter, as this machine has them."""

import pytest

from acbp.building import libraries


def test_a_font_that_is_not_installed_is_told_by_its_substitute() -> None:
    face = libraries.find_face("No Such Family", 80, "A")
    assert face is not None
    assert "No Such Family" not in face.families


def test_a_bold_face_is_another_file_than_the_regular_one() -> None:
    regular, bold = (libraries.find_face("Noto Sans CJK SC", weight, "骨直复①⑳") for weight in (80, 200))
    assert regular is not None and bold is not None
    assert (regular.weight, bold.weight) == (80, 200)
    assert regular.file != bold.file
    assert regular.absent == bold.absent == ""


def test_characters_a_face_lacks_are_given_back() -> None:
    face = libraries.find_face("Noto Sans CJK SC", 80, "骨\U00012000直\uffff")
    assert face is not None
    assert face.absent == "\U00012000\uffff"


def test_pango_tells_its_version_in_three_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    class Pango:
        @staticmethod
        def pango_version() -> int:
            return 15_012

    monkeypatch.setattr(libraries, "load_library", lambda name: Pango)
    assert libraries.pango_version() == (1, 50, 12)
    monkeypatch.setattr(libraries, "load_library", lambda name: None)
    assert libraries.pango_version() is None


@pytest.mark.parametrize("absent", ["harfbuzz", "harfbuzz-subset"])
def test_without_either_library_harfbuzz_cuts_no_fonts(absent: str, monkeypatch: pytest.MonkeyPatch) -> None:
    load = libraries.load_library
    assert libraries.subsets_with_harfbuzz()
    monkeypatch.setattr(libraries, "load_library", lambda name: None if name == absent else load(name))
    assert not libraries.subsets_with_harfbuzz()


def test_a_library_of_no_system_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(libraries.FILES, "gobject", ("libnone.so.9", "libnone.9.dylib", "libnone-9.dll"))
    libraries.load_library.cache_clear()
    assert libraries.load_library("gobject") is None
    libraries.load_library.cache_clear()


def test_without_fontconfig_no_face_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libraries, "_open_fontconfig", lambda: None)
    assert libraries.find_face("Noto Sans CJK SC", 80, "A") is None
