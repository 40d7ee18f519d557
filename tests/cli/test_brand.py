"""`acbp brand`."""

from pathlib import Path

from acbp.rendering.brand import known_brands


def test_a_sound_pack(acbp) -> None:
    ran = acbp("brand", "check", known_brands()["primrose"])
    assert ran.code == 0
    assert ran.out.startswith("#F7E27A has a contrast of 1.3 on white: text takes #796800")
    assert ran.out.count("✓ Noto") == 4
    assert ran.err == "The pack can be used.\n"


def test_what_is_wrong_is_told_with_its_line(acbp, tmp_path: Path) -> None:
    (tmp_path / "brand.yml").write_text("color:\n  primary: teal\n", encoding="utf-8")
    ran = acbp("brand", "check", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert "brand.yml:2:12: E803" in ran.err and "primary: teal" in ran.err


def test_a_folder_without_a_pack(acbp, tmp_path: Path) -> None:
    ran = acbp("brand", "check", tmp_path / "none")
    assert ran.code == 1
    assert "E801" in ran.err
