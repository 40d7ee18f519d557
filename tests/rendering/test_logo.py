import struct
import zlib
from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from acbp.rendering.logo import LogoError, inks_of, read_logo, whiten

NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"'


def svg(body: str, attributes: str = 'viewBox="0 0 36 50"') -> bytes:
    return f"<svg {NAMESPACE} {attributes}>{body}</svg>".encode()


def picture(kind: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", **options: object) -> bytes:
    out = BytesIO()
    Image.new(mode, size).save(out, kind, **options)
    return out.getvalue()


def refused(data: bytes) -> LogoError:
    with pytest.raises(LogoError) as caught:
        read_logo(data)
    return caught.value


def test_a_plain_drawing_keeps_its_shapes_and_its_aspect() -> None:
    logo = read_logo(svg('<title>Drop</title><g transform="scale(2)"><path fill="#00698C" d="M0 0H9V9Z"/></g>'))
    root = ElementTree.fromstring(logo.data)
    assert [element.tag.rpartition("}")[2] for element in root.iter()] == ["svg", "title", "g", "path"]
    assert root[1][0].attrib == {"fill": "#00698C", "d": "M0 0H9V9Z"}
    assert root[0].text == "Drop"
    assert logo.aspect == pytest.approx(0.72)


def test_what_an_editor_leaves_behind_is_dropped() -> None:
    body = '<path xmlns:i="urn:i" i:label="Layer" id="p" class="c" data-name="n" aria-label="a" d="M0 0H9"/>text'
    logo = read_logo(b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C" "svg11.dtd"><!-- note -->' + svg(body))
    assert ElementTree.fromstring(logo.data)[0].attrib == {"d": "M0 0H9"}
    for word in (b"Layer", b"DOCTYPE", b"note", b"text"):
        assert word not in logo.data


def test_shapes_keep_their_order() -> None:
    logo = read_logo(svg("<rect/><g><circle/><line/></g><ellipse/>"))
    names = [element.tag.rpartition("}")[2] for element in ElementTree.fromstring(logo.data).iter()]
    assert names == ["svg", "rect", "g", "circle", "line", "ellipse"]


@pytest.mark.parametrize(
    ("body", "part"),
    [
        ("<script>1</script>", "<script>"),
        ('<use href="#a"/>', "<use>"),
        ('<image href="file:///etc/passwd"/>', "<image>"),
        ("<style>path{fill:red}</style>", "<style>"),
        ("<text>A</text>", "<text>"),
        ("<foreignObject/>", "<foreignObject>"),
        ("<defs><linearGradient/></defs>", "<defs>"),
        ("<a><path/></a>", "<a>"),
        ('<g><html xmlns="http://www.w3.org/1999/xhtml"/></g>', "<html>"),
        ('<path xmlns=""/>', "<path>"),
        ('<path onload="x()"/>', "onload="),
        ('<path style="fill:red"/>', "style="),
        ('<path href="http://x.example"/>', "href="),
        ('<path xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="http://x.example"/>', "href="),
        ('<path clip-path="url(#a)"/>', "clip-path="),
        ('<path fill="URL(#a)"/>', "fill=URL(#a)"),
        ('<path fill="u\\72l(#a)"/>', "fill=u\\72l(#a)"),
        ("<g>" * 60 + "</g>" * 60, "<g> × 41"),
    ],
)
def test_anything_that_is_no_plain_shape_is_refused_by_name(body: str, part: str) -> None:
    fault = refused(svg(body))
    assert (fault.code, fault.values) == ("E805", {"part": part})


def test_the_root_is_held_to_the_same_rules() -> None:
    assert refused(svg("", 'viewBox="0 0 1 1" onload="x()"')).values == {"part": "onload="}


def test_entities_are_refused_before_they_can_grow() -> None:
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + svg("<title>&b;</title>")
    assert refused(bomb).values == {"part": "<!ENTITY>"}


@pytest.mark.parametrize("attributes", ["", 'viewBox="0 0 0 5"', 'viewBox="0 0 nan 5"', 'width="100%" height="5"'])
def test_a_drawing_without_a_size_is_refused(attributes: str) -> None:
    assert refused(svg("<path/>", attributes)).values == {"part": "viewBox"}


def test_a_drawing_may_give_its_size_as_width_and_height() -> None:
    assert read_logo(svg("", 'width="30mm" height="10mm"')).aspect == pytest.approx(3)


def test_large_drawings_are_refused() -> None:
    assert refused(svg("<path/>" * 2_000)).values == {"count": "2,001", "limit": "2,000"}
    assert refused(svg(" " * 205_000)).values == {"size": "201 KB", "limit": "200 KB"}


def test_a_deep_drawing_is_refused_and_not_fallen_over() -> None:
    assert refused(svg("<g>" * 20_000 + "</g>" * 20_000)).code == "E809"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"GIF89a",
        b"%PDF-1.7",
        b"<svg",
        b"<html/>",
        b"<svg/>",
        "<svg/>".encode("utf-16"),
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff",
    ],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert refused(data).code == "E807"


def test_a_cut_picture_is_refused() -> None:
    noise = picture("PNG", (64, 64))
    assert refused(noise[: len(noise) // 2]).code == "E807"


@pytest.mark.parametrize(("kind", "mime"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_picture_is_encoded_afresh_without_what_it_knew(kind: str, mime: str) -> None:
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    logo = read_logo(picture(kind, exif=exif.tobytes()))
    assert (logo.mime, logo.aspect) == (mime, 2.0)
    with Image.open(BytesIO(logo.data)) as made:
        assert made.format == kind
        assert dict(made.getexif()) == {}
    assert b"secret" not in logo.data


def test_a_turned_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    assert read_logo(picture("JPEG", exif=exif.tobytes())).aspect == 0.5


def test_print_colours_become_screen_colours_and_transparency_stays() -> None:
    assert read_logo(picture("JPEG", mode="CMYK")).mime == "image/jpeg"
    with Image.open(BytesIO(read_logo(picture("PNG", mode="LA")).data)) as made:
        assert made.mode == "RGBA"


def test_a_large_picture_is_scaled_down_to_what_print_needs() -> None:
    with Image.open(BytesIO(read_logo(picture("PNG", (4000, 1000), "L")).data)) as made:
        assert made.size == (1600, 400)


@pytest.mark.parametrize(("width", "height"), [(5000, 4001), (20_000, 20_000)])
def test_a_picture_with_too_many_pixels_is_refused_before_it_is_read(width: int, height: int) -> None:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    assert refused(data).code == "E806"


@pytest.mark.parametrize(
    ("body", "inks"),
    [
        ('<path d="M0 0H9"/>', {"#000000"}),
        ('<g fill="#00698C"><path d="M0 0H9"/><path fill="#00698c" d="M0 0H9"/></g>', {"#00698c"}),
        ('<g fill="none" stroke="red"><path d="M0 0H9"/><title>x</title></g>', {"red"}),
        ('<path fill="#00698C" stroke="#FFF" d="M0 0H9"/>', {"#00698c", "#fff"}),
    ],
)
def test_the_colours_of_a_drawing(body: str, inks: set[str]) -> None:
    assert inks_of(read_logo(svg(body))) == inks


def test_a_drawing_of_one_colour_is_turned_white_for_the_dark_cover() -> None:
    logo = read_logo(svg('<title>Drop</title><g fill="none" stroke="#00698C"><path d="M0 0H9"/></g>'))
    light = whiten(logo)
    assert light is not None and light.aspect == logo.aspect
    root = ElementTree.fromstring(light.data)
    assert [element.tag.rpartition("}")[2] for element in root.iter()] == ["svg", "title", "g", "path"]
    assert root[1].attrib == {"fill": "none", "stroke": "#FFFFFF"}
    assert light.data.startswith(b"<svg ")
    assert inks_of(light) == {"#ffffff"}


def test_a_drawing_that_names_no_colour_is_white_there_too() -> None:
    light = whiten(read_logo(svg('<path d="M0 0H9"/>')))
    assert light is not None and inks_of(light) == {"#ffffff"}


def test_what_has_several_colours_or_is_a_picture_is_left_alone() -> None:
    assert whiten(read_logo(svg('<path d="M0 0H9"/><path fill="#C4161C" d="M0 0H9"/>'))) is None
    assert whiten(read_logo(picture("PNG"))) is None
