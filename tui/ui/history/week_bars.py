"""Repetitions a week as bars, and what each exercise came to, over one axis of weeks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from textual.content import Content
from textual.geometry import Size

from tui.core.history.calendar import months_line
from tui.core.history.rows import Names
from tui.core.text.glyphs import column
from tui.core.text.problems import printable
from tui.core.text.width import cut_to
from tui.ui.history.heatmap import FINE, GUTTER
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.lined import Lined

LEAST_ROWS = 3
"""Of a chart: its title, and two of bars."""
MOST_ROWS = 12
"""Of a chart: a higher one tells no more."""
AXIS_ROWS = 1
TRENDS = 3
"""Exercises whose weeks are charted at most."""


@dataclass(frozen=True, slots=True)
class Trend:
    """A title, and a number for each week."""

    title: str
    values: tuple[int, ...]
    short: str = ""
    """The title in a word."""

    @property
    def told(self) -> str:
        """What became of the number: `3 at first, 4 now`."""
        known = [value for value in self.values if value]
        if not known:
            return ""
        first, last = known[0], known[-1]
        return f"{first} at first, {last} now" if first != last else f"{last} as at first"


class WeekBars(Lined):
    """Draws a line that says what they are, and a bar for each week in as many rows as are left."""

    DEFAULT_CSS = """
    WeekBars { height: 3; text-wrap: nowrap; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._values: tuple[int, ...] = ()
        self._pitch = FINE
        self._first: date | None = None
        self._now = False
        self._trends: tuple[Trend, ...] = ()

    def show(
        self, values: Sequence[int], pitch: int, first: date | None = None, *, now: bool = False
    ) -> None:
        """Show these numbers, one for each week, `pitch` cells wide.

        Args:
            values: the repetitions of each week.
            pitch: cells of a week.
            first: the day from which on the months stand below; None where they do not.
            now: whether the last week is the one that it is.
        """
        self._values, self._pitch, self._first, self._now = tuple(values), pitch, first, now
        self.redraw()

    def show_trends(self, trends: Sequence[Trend]) -> None:
        """Show these under them, as many as there is room for."""
        self._trends = tuple(trends)
        self.redraw()

    def draw(self, size: Size) -> list[Content]:
        """Return the rows over their axis, with the largest number at the left of the highest bar."""
        height = size.height - (AXIS_ROWS if self._first else 0)
        if not self._values or height < 2:
            return []
        charts = [Trend("Repetitions a week", self._values), *(self._trends if self._first else ())]
        lines: list[Content] = []
        for at, (chart, rows) in enumerate(zip(charts, shares(height, len(charts)), strict=False)):
            lines += self._chart(chart.title, chart.values, rows, "$cool" if at else "$hot")
        if self._now:
            lines[0] = self._marked(lines[0])
        if self._first:
            months = months_line(self._first, len(self._values), self._pitch)
            lines.append(Content.styled(" " * GUTTER + months, "$quiet"))
        return lines

    def _marked(self, title: Content) -> Content:
        """Return the first title with a mark over this week's bar, and its number where that fits."""
        end = GUTTER + self._pitch * len(self._values) - 1
        room = end - title.cell_length - 2
        told = (f"this week {self._values[-1]:,} ", "this week ", "")
        label = next((text for text in told if len(text) <= room), "")
        blank = " " * (end - title.cell_length - len(label) - 1)
        return Content.assemble(title, blank, (label, "$quiet"), (glyphs_of(self).below, "bold $cool"))

    def _chart(self, title: str, values: Sequence[int], rows: int, style: str) -> Iterator[Content]:
        """Yield a title and its bars, `rows` together."""
        glyphs = glyphs_of(self)
        most, height = max(values), rows - 1
        name = cut_to(printable(title), max(1, self.content_size.width), glyphs.cut)
        yield Content.styled(name, "$quiet")
        bars = [column(glyphs, value, most, height) for value in values]
        wide = self._pitch - 1
        for row in range(height):
            label = f"{most:,}" if row == 0 and most else "0" if row == height - 1 else ""
            drawn = " ".join(bar[row] * wide for bar in bars)
            yield Content.assemble((f"{label:>{GUTTER - 1}} ", "$quiet"), (drawn, style))


def shares(height: int, charts: int) -> list[int]:
    """Return the rows of each chart that fits: the first has half of them or more, up to `MOST_ROWS`."""
    fit = 1 + min(charts - 1, max(0, height - LEAST_ROWS - 1) // LEAST_ROWS)
    if fit == 1:
        return [min(height, MOST_ROWS + LEAST_ROWS)]
    others = [max(LEAST_ROWS, min(MOST_ROWS, height // (fit + 1)))] * (fit - 1)
    return [min(MOST_ROWS, height - sum(others)), *others]


def weeks_in(width: int, pitch: int) -> int:
    """Return for how many weeks there is room."""
    return max(1, (width - GUTTER) // pitch)


def trends_shown(weekly: Mapping[str, tuple[int, ...]], names: Names) -> list[Trend]:
    """Return what is charted of exercises: the most in a session of each week, by their ids."""
    drawn = [Trend(names.name(item), values, names.short(item)) for item, values in weekly.items()]
    return [replace(trend, title=f"{trend.title}, most at once: {trend.told}") for trend in drawn[:TRENDS]]
