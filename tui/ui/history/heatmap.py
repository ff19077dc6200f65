"""The calendar of the last weeks: a glyph a day, weekdays at the left, months above, and its cursor."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter

from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message

from tui.core.history.calendar import months_line
from tui.core.history.heatmap import LEGEND, Cell, DayLevel, Heatmap
from tui.core.text.date_words import WEEKDAYS
from tui.core.text.glyphs import Glyphs
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.lined import Lined

GUTTER = 5
"""Cells of the weekdays' names."""
LEGEND_WIDTH = 35
"""Cells of what the glyphs stand for, but for today's."""
FINE, ROOMY = 2, 3
"""Cells of a week: of a day and the blank behind it."""
STYLES = {
    DayLevel.BLANK: "",
    DayLevel.MISSED: "$quiet",
    DayLevel.BRIDGED: "$quiet",
    DayLevel.PARTIAL: "$heat-1",
    DayLevel.DONE: "$hot",
    DayLevel.OPEN: "bold $cool",
}


def style_of(cell: Cell) -> str:
    """Return the style of a day: one that is done is the brighter the more it came to."""
    return f"$heat-{cell.shade}" if cell.level is DayLevel.DONE else STYLES[cell.level]


class HeatmapView(Lined):
    """Draws the weeks that it is given; a click on a day asks for it."""

    DEFAULT_CSS = """
    HeatmapView { height: 8; text-wrap: nowrap; }
    """

    class DayClicked(Message):
        """A day of the calendar was clicked."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.legend = HeatmapLegend(most=1)
        """Goes under it."""
        self._heatmap = Heatmap(())
        self._cursor: date | None = None
        self._active = False
        self._pitch = FINE
        self._rows: dict[tuple[int, int, bool, Glyphs], Content] = {}
        """Rows as they were drawn with the cursor in one of their weeks, or in none (-2)."""

    def show(self, heatmap: Heatmap, cursor: date | None, pitch: int, *, active: bool) -> None:
        """Show these weeks, each `pitch` cells wide, and the cursor at a day; brighter where keys move it."""
        if heatmap is not self._heatmap or pitch != self._pitch:
            self._rows.clear()
        if heatmap is not self._heatmap:
            self.legend.show(heatmap)
        self._heatmap, self._cursor, self._pitch, self._active = heatmap, cursor, pitch, active
        self.redraw()

    def draw(self, size: Size) -> list[Content]:
        """Return the months and seven rows of days."""
        weeks = self._heatmap.weeks
        if not weeks:
            return []
        months = " " * GUTTER + months_line(weeks[0][0].day, len(weeks), self._pitch)
        marked = self._heatmap.place_of(self._cursor)
        rows = [self._kept(n, marked[0] if marked and marked[1] == n else -2) for n in range(7)]
        return [Content.styled(months, "$quiet"), *rows]

    def on_click(self, event: Click) -> None:
        """Ask for the day that was clicked."""
        week, weekday = (event.x - GUTTER) // self._pitch, event.y - 1
        if 0 <= week < len(self._heatmap.weeks) and 0 <= weekday < 7:
            self.post_message(self.DayClicked(self._heatmap.weeks[week][weekday].day))

    def _kept(self, weekday: int, at: int) -> Content:
        key = weekday, at, self._active, glyphs_of(self)
        if key not in self._rows:
            self._rows[key] = self._row(tuple(week[weekday] for week in self._heatmap.weeks), at)
        return self._rows[key]

    def _row(self, row: tuple[Cell, ...], at: int) -> Content:
        glyphs = glyphs_of(self)
        frame = "bold $cool" if self._active else "$quiet"
        pieces: list[tuple[str, str]] = [(f"{WEEKDAYS[row[0].day.weekday()]:<{GUTTER - 1}}", "$quiet")]
        for place, cell in enumerate(row):
            before = "[" if place == at else "]" if place == at + 1 else ""
            if before:
                pieces.append((before, frame))
            glyph = self._glyph(cell, glyphs)
            pieces.append((glyph if before else f" {glyph}", style_of(cell)))
        if at == len(row) - 1:
            pieces.append(("]", frame))
        return Content.assemble(*_joined(pieces))

    def _glyph(self, cell: Cell, glyphs: Glyphs) -> str:
        """Return a day as wide as there is room for: a square is filled, a circle stays one."""
        glyph, wide = cell.level.drawn(glyphs), self._pitch - 1
        return glyph.ljust(wide) if cell.level is DayLevel.OPEN else glyph * wide


def _joined(pieces: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Join neighbours of one style: a hundred weeks of few runs are drawn quickly."""
    for style, run in groupby(pieces, key=itemgetter(1)):
        yield "".join(text for text, _ in run), style


class HeatmapLegend(Lined):
    """Says what the calendar's glyphs stand for, in `most` lines: of those in sight, where all do not fit."""

    DEFAULT_CSS = """
    HeatmapLegend { height: auto; color: $quiet; }
    """

    def __init__(self, *, most: int = 2) -> None:
        super().__init__()
        self._most = most
        self._levels = frozenset(DayLevel)

    def show(self, heatmap: Heatmap) -> None:
        """Speak of this calendar."""
        self._levels = frozenset(cell.level for week in heatmap.weeks for cell in week)
        self.redraw()

    def draw(self, size: Size) -> list[Content]:
        """Return the legend, broken between its parts."""
        return self._lines(size.width)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Ask for the lines that it takes."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        lines = self._told(width, frozenset(DayLevel))
        return lines if len(lines) <= self._most else self._told(width, self._levels)[: self._most]

    def _told(self, width: int, levels: frozenset[DayLevel]) -> list[Content]:
        glyphs = glyphs_of(self)
        parts = [
            Content.assemble((level.drawn(glyphs), STYLES[level]), f" {text}")
            for level, text in LEGEND[1:]
            if level in levels
        ]
        apart = "  " if Content("  ").join(parts).cell_length <= width else " "
        lines = parts[:1]
        for part in parts[1:]:
            longer = Content(apart).join([lines[-1], part])
            if longer.cell_length <= width:
                lines[-1] = longer
            else:
                lines.append(part)
        return lines
