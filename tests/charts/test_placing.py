"""A finished chart at another size and on a ground."""

import pytest

from acbp.charts.placing import place_chart, size_of

CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="84mm" height="42mm" viewBox="0 0 238.1102 119.0551" '
    'font-family="Noto Sans CJK SC"><path d="M0 0H9" fill="#00698c"/></svg>'
)


def test_as_it_is_drawn() -> None:
    assert place_chart(CHART) == CHART.replace('"0 0 238.1102 119.0551"', '"0 0 238.1102 119.0551"')
    assert size_of(CHART) == (84.0, 42.0)


def test_twice_as_wide_is_twice_as_high_with_the_same_drawing() -> None:
    placed = place_chart(CHART, 168)
    assert size_of(placed) == (168.0, 84.0)
    assert placed.partition("viewBox")[2] == CHART.partition("viewBox")[2]


def test_a_ground_reaches_beyond_the_chart() -> None:
    placed = place_chart(CHART, ground="#003346", margin=6)
    assert size_of(placed) == (96.0, 54.0)
    # 6 mm are 17.0079 of the drawing's points.
    assert 'viewBox="-17.0079 -17.0079 272.1259 153.0708"' in placed
    assert '><rect x="-17.0079" y="-17.0079" width="272.1259" height="153.0708" fill="#003346"/><path' in placed


def test_a_width_is_that_of_the_whole() -> None:
    assert size_of(place_chart(CHART, 192, "#003346", 6)) == (192.0, 108.0)


def test_what_is_no_chart_is_refused() -> None:
    for text in ("<svg/>", "", '<svg width="84mm" height="42mm" viewBox="0 0 1"></svg>'):
        with pytest.raises(ValueError, match="not a chart"):
            place_chart(text)
    with pytest.raises(ValueError, match="not a chart"):
        size_of("<svg/>")
