"""Streaks, weeks, strength and sums in aligned columns, broken only between words."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size

from tui.core.history.facts import LABEL_WIDTH, Fact, FactLine, fitting_lines
from tui.core.text.glyphs import column, progress
from tui.core.text.problems import printable
from tui.core.text.width import cut_to, padded
from tui.ui.history.week_bars import Trend
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.lined import Lined

_BAR = 20
"""Cells of a bar beside a share."""
_APART = 3
TRENDS_TITLE = "Most repetitions in one session, by week"
_NEW_GROUPS = frozenset({"This week", "In all"})
"""Labels before which a line is left free where there is room."""
FULL = 8
"""Steps of a cell, of which the highest bar leaves one free: it does not touch the line above."""


class FactsView(Lined):
    """Draws facts beside the calendar, as many lines as there is room for."""

    DEFAULT_CSS = """
    FactsView { height: 1fr; width: 1fr; text-wrap: nowrap; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.facts: tuple[Fact, ...] = ()
        self._trends: tuple[Trend, ...] = ()

    def show_trends(self, trends: Sequence[Trend]) -> None:
        """Show what exercises came to week by week, a line each, where there is room under the facts."""
        self._trends = tuple(trends)
        self.redraw()

    def show(self, facts: Sequence[Fact]) -> None:
        """Show these facts."""
        self.facts = tuple(facts)
        self.redraw()

    def draw(self, size: Size) -> list[Content]:
        """Return the lines."""
        width, height = size
        lines = fitting_lines(self.facts, width, height)
        free = height - len(lines)
        trends = [self._trend(trend) for trend in self._trends[: max(0, free - 1)]]
        if trends:
            trends.insert(0, Content.styled(TRENDS_TITLE, "$quiet"))
            free -= len(trends)
        if trends and free:
            trends.insert(0, Content(""))
            free -= 1
        drawn: list[Content] = []
        for line in lines:
            if free and drawn and line.label.strip() in _NEW_GROUPS:
                drawn.append(Content(""))
                free -= 1
            drawn.append(self._line(line))
        return [*drawn, *trends]

    def _line(self, line: FactLine) -> Content:
        told = Content.assemble(
            (line.label, "$quiet"), (line.value, "bold" if line.label else ""), (line.aside, "$quiet")
        )
        cells = min(_BAR, self.content_size.width - told.cell_length - _APART)
        if line.share is None or cells < 1:
            return told
        passed, rest = progress(glyphs_of(self), cells, line.share)
        return Content.assemble(told, " " * _APART, (passed, "$hot"), (rest, "$rule"))

    def _trend(self, trend: Trend) -> Content:
        label = padded(cut_to(printable(trend.short), LABEL_WIDTH - 1), LABEL_WIDTH)
        told = f"{trend.told}  "
        room = max(0, self.content_size.width - LABEL_WIDTH - len(told))
        values = trend.values[-room:] if room else ()
        full = -(-max(trend.values) * FULL // (FULL - 1))
        bars = "".join(column(glyphs_of(self), value, full, 1) for value in values)
        return Content.assemble((label, "$quiet"), (told, "bold"), (bars, "$cool"))
