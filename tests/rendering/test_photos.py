"""Pictures beside a plan: registered for their page, or a problem in the words of pictures."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from acbp.charts.style import Style
from acbp.editions import for_customer
from acbp.problems import Problem
from acbp.rendering.assets import Assets
from acbp.rendering.photos import add_photos, photos_of, read_photo

from .sample import make

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 5"><rect width="8" height="5"/></svg>'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a drawing, a photo that tells its place, and files that are no pictures."""
    (tmp_path / "after.svg").write_text(SVG, encoding="utf-8")
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    held = BytesIO()
    Image.new("RGB", (3200, 2000)).save(held, "JPEG", exif=exif)
    (tmp_path / "before.jpg").write_bytes(held.getvalue())
    (tmp_path / "scan.heic").write_bytes(b"\x00\x00\x00\x18ftypheic")
    (tmp_path / "drawn.svg").write_text(SVG.replace("<rect", "<text>x</text><rect"), encoding="utf-8")
    return tmp_path


def plan_with(*photos: dict):
    return make(space={"conclusion": "Hold 28% of the shelf", "photos": [{"name": "Bay", **photo} for photo in photos]})


def test_pictures_are_registered_clean_and_small(folder: Path) -> None:
    assets = Assets(Style())
    plan = plan_with({"before": "before.jpg", "after": "after.svg"})
    assert add_photos(assets, plan, folder) == []
    kind, data = assets.get("photo-0-before")
    assert kind == "image/jpeg" and b"taken at home" not in data
    assert Image.open(BytesIO(data)).size == (1600, 1000)
    assert assets.get("photo-0-after")[0] == "image/svg+xml"


def test_pictures_that_cannot_be_used_are_problems_of_pictures(folder: Path) -> None:
    found = {
        name: read_photo(folder, name) for name in ("none.jpg", "scan.heic", "drawn.svg", "../after.svg", "a\\b.png")
    }
    assert {name: problem.code for name, problem in found.items() if isinstance(problem, Problem)} == {
        "none.jpg": "E001",
        "scan.heic": "E807",
        "drawn.svg": "E805",
        "../after.svg": "E007",
        "a\\b.png": "E011",
    }
    assert found["scan.heic"].message("en").startswith("the picture 'scan.heic'")
    assert found["drawn.svg"].message("zh").startswith("图片“drawn.svg”")
    assert "logo" not in found["none.jpg"].message("en")


def test_one_bad_picture_leaves_the_others(folder: Path) -> None:
    assets = Assets(Style())
    problems = add_photos(
        assets, plan_with({"before": "none.jpg", "after": "after.svg"}, {"after": "after.svg"}), folder
    )
    assert [problem.values["file"] for problem in problems] == ["none.jpg"]
    assert [name for name, _ in assets] == ["photo-0-after", "photo-1-after"]


def test_pictures_that_are_ours_are_not_read_for_the_customer(folder: Path) -> None:
    plan = plan_with({"after": "none.jpg", "audience": "internal"}, {"after": "after.svg"})
    assert [name for _, name in photos_of(for_customer(plan))] == ["after.svg"]
    assert add_photos(Assets(Style()), for_customer(plan), folder) == []


def test_without_a_folder_nothing_is_read() -> None:
    assert add_photos(Assets(Style()), plan_with({"after": "after.svg"}), None) == []
