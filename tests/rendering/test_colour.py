import random

import pytest

from acbp.charts.style import Palette
from acbp.rendering.colour import contrast, derive, from_oklch, is_colour, to_oklch, weak_pairs


def channels(colour: str) -> list[int]:
    return [int(colour[at : at + 2], 16) for at in (1, 3, 5)]


def assert_near(found: str, wanted: str) -> None:
    assert all(abs(a - b) <= 1 for a, b in zip(channels(found), channels(wanted), strict=True)), (found, wanted)


@pytest.mark.parametrize(
    ("brand", "tokens"),
    [
        ("#00698C", "#00698C #003346 #7FACC2 #BDD5E2 #E5EEF3 #F3F8FA"),
        ("#C4161C", "#C4161C #501815 #E7857B #F9C1BA #FDE7E4 #FFF4F2"),
    ],
)
def test_tokens_of_the_two_reference_brands(brand: str, tokens: str) -> None:
    palette = derive(brand)
    for token, wanted in zip(("accent_ink", "deep", "t60", "t30", "t12", "t06"), tokens.split(), strict=True):
        assert_near(getattr(palette, token), wanted)
    assert palette.accent == palette.fill == brand
    assert palette.on_fill == "#FFFFFF"


@pytest.mark.parametrize(("brand", "ink"), [("#FFC400", "#836401"), ("#F58220", "#A55201"), ("#7FD3F7", "#0D7191")])
def test_a_pale_brand_lends_its_hue_to_a_darker_ink_for_text_and_data(brand: str, ink: str) -> None:
    palette = derive(brand)
    assert palette.accent == brand
    assert_near(palette.accent_ink, ink)
    assert palette.fill == palette.accent_ink


def test_neutrals_and_status_are_the_same_for_every_brand() -> None:
    derived, fixed = derive("#C4161C"), Palette()
    for token in ("ink", "ink2", "ink3", "n400", "n300", "n200", "n100", "n50", "white", "green", "amber", "red"):
        assert getattr(derived, token) == getattr(fixed, token)


@pytest.mark.parametrize(
    "brand", ["#000000", "#FFFFFF", "#808080", "#00FF00", "#0000FF", "#FF00FF", "#777777", "#1FA15D"]
)
def test_text_reads_on_its_ground_for_extreme_brands(brand: str) -> None:
    palette = derive(brand)
    assert weak_pairs(palette) == []
    assert contrast(palette.accent_ink, "#FFFFFF") >= 5.5
    assert contrast(palette.fill, "#FFFFFF") >= 3


def test_text_reads_on_its_ground_for_any_brand() -> None:
    draw = random.Random(7)
    for _ in range(300):
        brand = f"#{draw.randrange(0x1000000):06X}"
        assert weak_pairs(derive(brand)) == [], brand


def test_a_brand_that_neither_white_nor_ink_reads_on_fills_with_its_darker_ink() -> None:
    brand = "#E0433F"
    assert contrast(brand, "#FFFFFF") < 4.5
    assert contrast(brand, Palette().ink) < 4.5
    assert derive(brand).fill == derive(brand).accent_ink != brand


def test_a_weak_pair_is_named_with_its_contrast() -> None:
    (pair,) = weak_pairs(Palette(accent_ink="#7FACC2", fill="#003346"))[:1]
    assert pair[:2] == ("accent_ink", "white")
    assert pair[2] == pytest.approx(2.43, abs=0.02)


def test_contrast_of_black_and_white_is_21_either_way() -> None:
    assert contrast("#000000", "#FFFFFF") == contrast("#FFFFFF", "#000000") == pytest.approx(21)


def test_oklch_of_pure_red_is_the_published_value() -> None:
    assert to_oklch("#FF0000") == pytest.approx((0.62796, 0.25768, 0.51031), abs=1e-4)


@pytest.mark.parametrize("colour", ["#000000", "#FFFFFF", "#00698C", "#FF0000", "#00FF00", "#0000FF"])
def test_there_and_back_is_the_same_colour(colour: str) -> None:
    assert from_oklch(*to_oklch(colour)) == colour


def test_chroma_no_screen_can_show_is_lowered_and_lightness_kept() -> None:
    mapped = to_oklch(from_oklch(0.5, 0.4, 2.0))
    assert mapped[0] == pytest.approx(0.5, abs=0.01)
    assert mapped[1] < 0.2


def test_only_six_digit_colours_are_colours() -> None:
    assert is_colour("#00698c")
    for text in ("00698C", "#fff", "#00698G", "teal", "#00698C ", "#00698C\n"):
        assert not is_colour(text)
    with pytest.raises(ValueError, match="#RRGGBB"):
        derive("teal")
