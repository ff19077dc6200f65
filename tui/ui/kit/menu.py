"""A list to choose from, in columns: one row is highlighted, some may be ticked."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.widget import Widget

from tui.core.text.problems import printable
from tui.core.text.width import cells, cut_to, padded

GAP = 3
"""Cells between the columns."""


@dataclass(frozen=True, slots=True)
class MenuRow:
    """One row: a name, a detail in the second column, and a tick before it."""

    name: str
    detail: str = ""
    tick: str = ""
    """Shown in brackets, e.g. the place in a set; empty when it is not ticked."""


class Menu(Widget):
    """Draws its rows in two aligned columns and scrolls by itself; keys are its screen's affair."""

    DEFAULT_CSS = """
    Menu { height: auto; width: 1fr; }
    """

    class Highlighted(Message):
        """Another row is highlighted."""

    class Chosen(Message):
        """The highlighted row was clicked."""

    def __init__(self, rows: Sequence[MenuRow] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows = tuple(rows)
        self.cursor = 0
        self._top = 0

    @property
    def rows(self) -> tuple[MenuRow, ...]:
        """The rows as they are shown."""
        return self._rows

    def show(self, rows: Sequence[MenuRow]) -> None:
        """Show other rows; the highlighted place stays where it can."""
        grown = len(rows) != len(self._rows)
        self._rows = tuple(rows)
        self.cursor = max(0, min(self.cursor, len(self._rows) - 1))
        self.refresh(layout=grown)

    def move(self, by: int) -> bool:
        """Highlight another row; return whether there was one."""
        wanted = self.cursor + by
        if not 0 <= wanted < len(self._rows):
            return False
        self.cursor = wanted
        self.refresh()
        self.post_message(self.Highlighted())
        return True

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Ask for a line a row."""
        return len(self._rows)

    def render(self) -> Content:
        """Return the rows that fit, the highlighted one among them."""
        width, height = self.content_size
        height = max(1, height)
        self._top = max(0, min(self._top, len(self._rows) - height, self.cursor))
        self._top = max(self._top, self.cursor - height + 1)
        ticked = any(row.tick for row in self._rows)
        names = max((cells(printable(row.name)) for row in self._rows), default=0)
        details = max((len(row.detail) for row in self._rows), default=0)
        column = min(names, max(8, width - details - GAP - 2 - (4 if ticked else 0)))
        shown = self._rows[self._top : self._top + height]
        return Content("\n").join(
            self._line(row, self._mark(self._top + at, height), column, ticked, width)
            for at, row in enumerate(shown)
        )

    def on_click(self, event: Click) -> None:
        """Highlight the row under the mouse; a click on the highlighted one chooses it."""
        at = self._top + event.get_content_offset_capture(self).y
        if not 0 <= at < len(self._rows):
            return
        if at == self.cursor:
            self.post_message(self.Chosen())
        else:
            self.move(at - self.cursor)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Go on."""
        self.move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Go back."""
        self.move(-1)

    def _mark(self, at: int, height: int) -> str:
        """Return what stands before a row: the highlight, or that there are more above or below."""
        if at == self.cursor:
            return "> "
        if at == self._top > 0:
            return "^ "
        last = self._top + height - 1
        return "v " if at == last < len(self._rows) - 1 else "  "

    def _line(self, row: MenuRow, mark: str, column: int, ticked: bool, width: int) -> Content:
        here = mark.startswith(">")
        box = (f"[{row.tick}] " if row.tick else "[ ] ") if ticked else ""
        name = padded(shortened(printable(row.name), column), column)
        detail = shortened(printable(row.detail), max(0, width - len(mark) - len(box) - column - GAP))
        style = "bold $hot" if here else ""
        mark_style = style or "$quiet"
        return Content.assemble(
            (mark, mark_style), (box, "$cool"), (name, style), " " * GAP, (detail, "$quiet")
        )


def shortened(text: str, width: int) -> str:
    """Return `text`, ended by two dots where it does not fit into `width` cells."""
    return cut_to(text, width, "..")
