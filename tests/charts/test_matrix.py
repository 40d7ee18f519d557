"""The opportunity matrix."""

import random
from decimal import Decimal as D
from math import hypot

import pytest

from acbp.charts.matrix import Bubble, Matrix, draw
from acbp.charts.style import Palette, Style

from .sheet import Sheet, check

TONES = Palette()
LONG = "全渠道无糖即饮茶冷藏货架与端架联合扩容专项"


def _matrix(*bubbles: Bubble, line: tuple[D, D] | None = (D(4), D("1.6"))) -> Matrix:
    return Matrix(
        bubbles, "易行度：5 = 当季可做", "影响", "难", "5 = 增量\n≥ 800 万", line, "立项线", "立项区", "暂不投入"
    )


def _circles(sheet: Sheet) -> list[tuple[float, float, float]]:
    boxes = [
        shape.box
        for shape in sheet.shapes
        if shape.stroke in ("#ffffff", TONES.fill.lower(), TONES.n400.lower()) and shape.fill != "none"
    ]
    return [((b.left + b.right) / 2, (b.top + b.bottom) / 2, (b.right - b.left) / 2) for b in boxes]


def test_area_follows_the_value() -> None:
    data = _matrix(Bubble("1", "甲", "400", D(4), D(4), D(400)), Bubble("2", "乙", "100", D(2), D(2), D(100)))
    large, small = sorted(_circles(check(draw(data, 174, 110, Style()), 174, 110)), key=lambda c: -c[2])
    assert large[2] / small[2] == pytest.approx(2, abs=0.02)
    assert large[0] > small[0] and large[1] < small[1]


def test_rejected_bubbles_are_grey_and_worthless_ones_open() -> None:
    bubbles = [
        Bubble("1", "甲", "", D(4), D(4), D(9)),
        Bubble("2", "乙", "", D(2), D(2), D(9), chosen=False),
        Bubble("3", "丙", "—", D(3), D(3), None),
        Bubble("4", "丁", "", D(3), D(5), D(-4)),
    ]
    sheet = check(draw(_matrix(*bubbles), 174, 110, Style()), 174, 110)
    assert len(sheet.filled(TONES.fill)) == 1 and len(sheet.filled(TONES.n300)) == 1
    assert len([shape for shape in sheet.shapes if shape.fill == "#ffffff" and shape.stroke]) == 2


def test_no_grid_line_runs_through_a_label() -> None:
    bubble = Bubble("1", "洗碗机块升级装", "90 万元", D("3.2"), D(4), D(90))
    sheet = check(draw(_matrix(bubble), 174, 110, Style()), 174, 110)
    patches = [shape.box for shape in sheet.shapes if shape.fill == "#ffffff" and not shape.stroke]
    for text in ("洗碗机块升级装", "90 万元", "立项线"):
        label = sheet.line(text).box
        assert any(label.overlap(patch) > 0.9 * label.overlap(label) for patch in patches), text


def test_a_long_name_takes_two_lines_where_one_finds_no_room() -> None:
    crowd = (
        Bubble("1", "Fewer, better promotions", "£420k", D("4.6"), D("2.7"), D(420)),
        Bubble("2", "Big packs and refills", "£630k", D("3.5"), D("3.3"), D(630)),
        Bubble("3", "Local must-stock range", "£680k", D("3.4"), D("3.5"), D(680)),
        Bubble("4", "Online favourites", "£820k", D("3.2"), D("3.8"), D(820)),
        Bubble("5", "Dishwasher trade-up", "£900k", D("4.2"), D(4), D(900)),
        Bubble("6", "Capsule bay by wash need", "£1.45m", D("3.8"), D("4.8"), D(1450)),
    )
    sheet = check(draw(_matrix(*crowd), 150, 80, Style()), 150, 80)
    assert not [text for text in sheet.texts() if text.endswith("…")]


@pytest.mark.parametrize(
    "line", [None, (D(4), D("1.6")), (D(9), D(0)), (D(0), D(9)), (D(9), D(9)), (D(-3), D(-2)), (D(3), D(3))]
)
def test_decision_line_stays_inside(line: tuple[D, D] | None) -> None:
    data = _matrix(Bubble("1", "甲", "1", D(3), D(3), D(1)), line=line)
    check(draw(data, 104, 80, Style()), 104, 80)


def test_scores_beyond_the_axes_stay_on_the_sheet() -> None:
    data = _matrix(*[Bubble("1", LONG, "900", D(x), D(y), D(5)) for x in (-9, 5, 99) for y in (-9, 5, 99)])
    check(draw(data, 104, 80, Style()), 104, 80)


def test_equal_scores_are_pushed_apart_until_numbers_can_be_read() -> None:
    data = _matrix(*[Bubble(str(i), f"机会{i}", "100", D(3), D(3), D(100)) for i in range(5)])
    circles = _circles(check(draw(data, 174, 110, Style()), 174, 110))
    gaps = [hypot(a[0] - b[0], a[1] - b[1]) for i, a in enumerate(circles) for b in circles[:i]]
    assert min(gaps) > circles[0][2]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(("width", "height"), [(174, 111), (110, 80)])
def test_crowds_keep_their_labels_apart(seed: int, width: int, height: int) -> None:
    draws = random.Random(seed)
    bubbles = [
        Bubble(
            str(i + 1),
            LONG[: 4 + i % 12],
            "620 万元",
            D(draws.randint(2, 10)) / 2,
            D(draws.randint(2, 10)) / 2,
            D(draws.randint(1, 900)),
            i < 14,
        )
        for i in range(25)
    ]
    sheet = check(draw(_matrix(*bubbles), width, height, Style()), width, height)
    assert {str(i + 1) for i in range(25)} <= set(sheet.texts())


def test_a_label_makes_room_for_a_neighbour_that_has_no_other_place() -> None:
    bubbles = [
        Bubble("1", "无糖茶货架扩容", "720 万元", D("4.0"), D("4.6"), D(720)),
        Bubble("2", "县域门店分销补齐", "620 万元", D("3.4"), D("4.2"), D(620)),
        Bubble("3", "冷藏陈列加密", "480 万元", D("4.4"), D("3.6"), D(480)),
        Bubble("4", "到家业务提速", "540 万元", D("3.1"), D("3.9"), D(540)),
        Bubble("5", "促销效率提升", "260 万元", D("4.5"), D("2.5"), D(260)),
        Bubble("6", "价格包装升级", "330 万元", D("3.7"), D("2.9"), D(330)),
    ]
    texts = check(draw(_matrix(*bubbles), 150, 72, Style()), 150, 72).texts()
    assert {bubble.text for bubble in bubbles} <= set(texts)


def test_no_bubbles_leave_the_frame() -> None:
    assert "影响" in check(draw(_matrix(), 104, 80, Style()), 104, 80).texts()


def test_values_that_are_not_finite_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot show"):
        draw(_matrix(Bubble("1", "a", "", D("NaN"), D(1), D(1))), 104, 80, Style())
