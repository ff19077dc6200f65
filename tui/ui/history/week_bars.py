"""Repetitions a week as bars, each under its week of the calendar."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.core.text.glyphs import column
from tui.ui.history.heatmap import GUTTER, PITCH
from tui.ui.kit.row_list import glyphs_of


class WeekBars(Widget):
    """Draws a line that says what they are, and a bar for each week in as many rows as are left."""

    DEFAULT_CSS = """
    WeekBars { height: 3; text-wrap: nowrap; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._values: tuple[int, ...] = ()

    def show(self, values: Sequence[int]) -> None:
        """Show these numbers, one for each week of the calendar."""
        self._values = tuple(values)
        self.refresh()

    def render(self) -> Content:
        """Return the rows over their axis, with the largest number at the left of the highest bar."""
        height = self.content_size.height - 1
        if not self._values or height < 1:
            return Content("")
        most = max(self._values)
        lines = [Content.styled("Repetitions a week", "$quiet")]
        glyphs = glyphs_of(self)
        bars = [column(glyphs, value, most, height) for value in self._values]
        for row in range(height):
            label = f"{most:,}" if row == 0 and most else "0" if row == height - 1 else ""
            cells = (" " * (PITCH - 1)).join(bar[row] for bar in bars)
            lines.append(Content.assemble((f"{label:>{GUTTER - 1}} ", "$quiet"), (cells, "$hot")))
        return Content("\n").join(lines)
