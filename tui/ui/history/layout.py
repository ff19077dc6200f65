"""How History shares its room: how many weeks the calendar shows, and what stands beside it or below."""

from dataclasses import dataclass

from tui.ui.history.heatmap import FINE, GUTTER, LEGEND_WIDTH, ROOMY
from tui.ui.kit.base import REGULAR

TALL = 30
"""From so many rows on there is room for bars."""
TWO_COLUMNS = 120
"""From so many columns on the sessions stand beside the numbers and the charts."""
FRAME = 4
"""Cells of a panel's border and padding."""
YEAR = 53
"""Weeks that are shown at most: all of a year."""
QUARTER = 13
"""Weeks that are shown at least where there is room, however little was done."""
_NUMBERS = ((100, 43), (80, 36), (0, 27))
"""Columns of the terminal, and from there on cells of the numbers beside the calendar."""
_BESIDE = 40
"""Cells of the numbers' panel, from which on it stands beside the calendar of two columns."""
_COLUMN = ((190, 84), (150, 66), (0, 54))
"""Columns of the terminal, and from there on cells of the left column."""


@dataclass(frozen=True, slots=True)
class HistoryLayout:
    """Who has how much room."""

    weeks: int
    """Of the calendar."""
    pitch: int
    """Cells of a week in it."""
    calendar: int
    """Cells of its panel."""
    two_columns: bool
    beside: bool
    """Whether the numbers stand beside the calendar rather than under it."""
    column: int
    """Cells of the left one of two columns."""
    tall: bool


def layout_for(width: int, height: int, known_weeks: int | None) -> HistoryLayout:
    """Return how a screen of so many columns and rows is shared.

    Args:
        width: columns.
        height: rows.
        known_weeks: since when there is a history; None while that is not known.
    """
    compact = width < REGULAR[0] or height < REGULAR[1]
    two = width >= TWO_COLUMNS and not compact
    wanted = YEAR if known_weeks is None else min(YEAR, max(QUARTER, known_weeks))
    frame = 1 if compact else FRAME
    if two:
        room = width - 2 - frame - GUTTER
    else:
        room = width - (2 if compact else 2 + FRAME) - frame - GUTTER - _first(_NUMBERS, width)
    pitch = ROOMY if room // ROOMY >= min(wanted, QUARTER if not two else wanted) else FINE
    weeks = max(1, min(wanted if not compact else YEAR, room // pitch))
    calendar = max(GUTTER + pitch * weeks, 0 if compact else LEGEND_WIDTH) + frame
    beside = not two or width - 2 - calendar >= _BESIDE
    return HistoryLayout(weeks, pitch, calendar, two, beside, _first(_COLUMN, width), height >= TALL)


def _first(steps: tuple[tuple[int, int], ...], width: int) -> int:
    return next(cells for columns, cells in steps if width >= columns)
