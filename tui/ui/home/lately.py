"""The latest sessions, where a terminal has room for them: every other week on a ground of its own."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

if TYPE_CHECKING:
    from tui.core.history.rows import Names
    from tui.ui.home.facts import HomeFacts


class Lately(Widget):
    """Draws a session a line."""

    DEFAULT_CSS = """
    Lately { width: 1fr; height: 1fr; min-height: 3; text-wrap: nowrap; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(classes="panel", id=id)
        self.border_title = "Lately"
        self._facts: HomeFacts | None = None
        self._names: Names | None = None

    def show(self, facts: "HomeFacts", names: "Names") -> None:
        """Show these sessions."""
        if facts is not self._facts or names != self._names:
            self._facts, self._names = facts, names
            self.refresh()

    def render(self) -> Content:
        """Return the lines."""
        if self._names is None or not (self._facts and self._facts.latest):
            return Content("")
        from tui.core.history.rows import session_row  # only now: not for the first paint
        from tui.core.streaks.week import monday

        width, height = self.content_size
        latest = self._facts.latest[: height + 1]
        rows = [session_row(record, self._names, width, self._facts.today, timed=False) for record in latest]
        lines: list[Content] = []
        for record, row, before in zip(latest, rows, (*rows[1:], None), strict=True):
            usual = before and row.what.split() == before.what.split()
            what = row.what, "$quiet" if usual else ""
            line = Content.assemble((row.when, "$quiet"), what, (row.rest, "$quiet"))
            if monday(record.day).toordinal() // 7 % 2:
                line = line.pad_right(max(0, width - line.cell_length)).stylize_before("on $surface")
            lines.append(line)
        return Content("\n").join(lines[:height])
