"""Repetitions a week as bars, each under its week of the calendar."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.core.history.bars import bars
from tui.ui.history.heatmap import GUTTER, PITCH


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
        """Return the rows, with the largest number at the left of the highest bar."""
        height = self.content_size.height - 1
        if not self._values or height < 1:
            return Content("")
        most = max(self._values)
        title = f"Repetitions a week (best {most:,})" if most else "Repetitions a week"
        lines = [Content.styled(title, "$quiet")]
        for row in bars(self._values, height):
            lines.append(Content.assemble(" " * GUTTER, ((" " * (PITCH - 1)).join(row), "$hot")))
        return Content("\n").join(lines)
