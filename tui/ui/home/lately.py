"""The latest sessions and what they come to, where a terminal is wide enough for a third column."""

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
        if self._facts is None or self._names is None:
            return Content("")
        if not self._facts.latest:
            return Content.styled("Your sessions will stand here.", "$quiet")
        from tui.core.history.rows import session_row  # only now: not for the first paint

        width = self.content_size.width
        shown = self._facts.latest[: self.content_size.height]
        rows = [session_row(record, self._names, width, self._facts.today) for record in shown]
        return Content("\n").join(
            Content.assemble((row.when, "$quiet"), row.what, (row.rest, "$quiet")) for row in rows
        )
