"""How History shares its room, at every size."""

from hypothesis import given
from hypothesis import strategies as st

from tui.ui.history.heatmap import GUTTER
from tui.ui.history.layout import FRAME, YEAR, layout_for
from tui.ui.history.week_bars import MOST_ROWS, shares


@given(st.integers(60, 300), st.integers(18, 100), st.none() | st.integers(0, 2000))
def test_calendar_and_numbers_fit(width: int, height: int, weeks: int | None) -> None:
    layout = layout_for(width, height, weeks)
    assert 1 <= layout.weeks <= YEAR
    assert layout.calendar <= width - 2
    assert GUTTER + layout.pitch * layout.weeks <= layout.calendar
    if layout.beside:
        assert width - 2 - layout.calendar >= 27
    assert layout.two_columns == (width >= 120 and height >= 24)


def test_a_whole_year_from_140_columns_on_and_no_empty_months() -> None:
    for width in (140, 160, 200):
        assert layout_for(width, 48, None).weeks == YEAR
        assert layout_for(width, 48, 20).weeks == 20
    assert layout_for(200, 60, 500).pitch == 3 and layout_for(160, 48, 500).pitch == 2
    assert layout_for(160, 48, 500).calendar - FRAME == GUTTER + 2 * YEAR


@given(st.integers(2, 60), st.integers(1, 4))
def test_charts_share_what_there_is(height: int, charts: int) -> None:
    rows = shares(height, charts)
    assert sum(rows) <= height and 1 <= len(rows) <= charts
    assert all(each >= 2 for each in rows)
    assert len(rows) == 1 or all(3 <= each <= MOST_ROWS for each in rows)
