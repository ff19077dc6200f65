"""The list of sessions under its header, framed by the marked day and by which of them are in sight."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.core.history.rows import header_row
from tui.ui.history.session_list import SessionList
from tui.ui.kit.row_list import MARK

_EDGE = 8
"""Cells of the frame around its title and beside it."""


class SessionsPanel(Vertical):
    """Draws the frame and the header; the list draws itself.

    Args:
        sessions: the list.
        id: the widget's id.
    """

    DEFAULT_CSS = """
    SessionsPanel > #session-header { height: 1; color: $quiet; text-style: bold; text-wrap: nowrap; }
    """

    def __init__(self, sessions: SessionList, *, id: str | None = None) -> None:
        super().__init__(id=id, classes="panel")
        self.day = ""
        self.rows = ""
        self._sessions = sessions
        self._header = Static("", id="session-header", markup=False)

    def compose(self) -> ComposeResult:
        """Put the header over the list."""
        yield self._header
        yield self._sessions

    def show(self, day: str, rows: str, *, active: bool) -> None:
        """Show what the marked day was, and which rows are in sight; lit where the keys move in the list."""
        self.set_class(active, "-lit")
        if (day, rows) != (self.day, self.rows):
            self.day, self.rows = day, rows
            self._title()

    def on_resize(self) -> None:
        """Head the columns that there is room for."""
        self._header.update(" " * MARK + header_row(self.content_size.width - MARK))
        self._title()

    def _title(self) -> None:
        text, room = self.day, self.size.width - _EDGE
        while len(text) > room and "," in text:
            text = text.rpartition(",")[0]
        self.border_title = Content(text)
        self.border_subtitle = Content(self.rows)
