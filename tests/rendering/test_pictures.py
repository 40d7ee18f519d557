"""Pages as pictures."""

from io import BytesIO

from PIL import Image

from acbp.charts.style import Style
from acbp.rendering.assets import Assets
from acbp.rendering.pdf import typeset
from acbp.rendering.pictures import picture_pages

SHEET = "@page { size: 50.8mm 25.4mm; margin: 0 } body { margin: 0 } p { margin: 0; height: 25.4mm; break-after: page }"


def pages(*colours: str) -> bytes:
    marks = "".join(f'<p style="background: {colour}">' for colour in colours)
    return typeset(f'<html lang="en"><title>x</title>{marks}</html>', [SHEET], Assets(Style())).content


def test_each_page_is_a_picture_of_its_size_and_colours() -> None:
    drawn = [Image.open(BytesIO(data)) for data in picture_pages(pages("#c4161c", "#00698c"), 100)]
    assert [(each.format, each.mode, each.size) for each in drawn] == [("PNG", "RGB", (200, 100))] * 2
    assert [each.getpixel((100, 50)) for each in drawn] == [(0xC4, 0x16, 0x1C), (0x00, 0x69, 0x8C)]


def test_a_picture_holds_nothing_but_pixels_and_is_the_same_each_time() -> None:
    content = pages("#c4161c")
    (first,), (second,) = picture_pages(content, 72), picture_pages(content, 72)
    assert first == second
    assert set(Image.open(BytesIO(first)).info) == {"dpi"}
