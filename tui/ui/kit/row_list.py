"""Rows of which one is highlighted: the bar over it, the window that follows it, the mouse."""

from abc import abstractmethod

from textual.content import Content
from textual.events import Click, Leave, MouseMove, MouseScrollDown, MouseScrollUp
from textual.geometry import Size
from textual.message import Message

from tui.core.text.glyphs import ASCII
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.lined import Lined

MARK = 2
"""Cells of the mark before each row."""

Line = tuple[int | None, Content]
"""A line, and the row that it belongs to; None for one that cannot be highlighted."""


class RowList(Lined):
    """Draws as many lines as there is room for, and only changed ones anew; keys are its screen's affair.

    A subclass gives `rows_in_all` and `window`, and calls `redraw` where they are others; `row` as well where
    no other line changes than those of two rows when the bar moves between them.
    """

    DEFAULT_CSS = """
    RowList { width: 1fr; height: 1fr; text-wrap: nowrap; }
    """
    CLICK_CHOOSES = False
    """Whether a click chooses a row that was not highlighted before."""
    STRIPED = False
    """Whether every second row has a ground of its own."""
    OVER = 0
    """Lines over the rows."""

    class Highlighted(Message):
        """Another row is highlighted."""

    class Chosen(Message):
        """The highlighted row was clicked."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.cursor = 0
        """The highlighted row."""
        self.top = 0
        """The first line in sight."""
        self._rows_at: list[int | None] = []
        """The row that each line in sight belongs to."""
        self._below = False
        """Whether there are more lines below those that are drawn."""
        self._hovered: int | None = None
        self._awaits_redraw = False

    @property
    @abstractmethod
    def rows_in_all(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def window(self, width: int, height: int) -> tuple[list[Line], bool]:
        """Return the lines in sight, without their marks, and whether there are more below."""

    def row(self, at: int, width: int) -> Content | None:
        """Return the one line of a row; None where it may have more, or others depend on the bar."""
        return None

    def move(self, by: int) -> bool:
        """Highlight another row; return whether there was one."""
        wanted = self.cursor + by
        if not by or not 0 <= wanted < self.rows_in_all:
            return False
        before, self.cursor = self.cursor, wanted
        if not self.move_bar(before):
            self.redraw()
        self.post_message(self.Highlighted())
        return True

    def redraw(self) -> None:
        """Draw the lines that are not what they were, once all has changed that one message changes."""
        if self._for != self.content_size:
            self.refresh()
        elif not self._awaits_redraw:
            self._awaits_redraw = self.call_later(self.redraw_now)

    def redraw_now(self) -> None:
        """Draw them at once: nothing more changes."""
        self._awaits_redraw = False
        super().redraw()

    def move_bar(self, before: int) -> bool:
        """Draw two rows at once, both in sight, without a look at the others; return whether that will do."""
        size, at_both = self.content_size, (before, self.cursor)
        places = [n for n, at in enumerate(self._rows_at) if at in at_both]
        stays = len(places) == 2 and (self.cursor > 0 or self.top == 0)
        if not stays or self._awaits_redraw or self._for != size:
            return False
        for n in places:
            at = self._rows_at[n]
            line = None if at is None else self.row(at, size.width - MARK)
            if line is None:
                return False
            self._drawn[n] = self._line(n, line, size.width)
        self.show_lines(places)
        return True

    def on_click(self, event: Click) -> None:
        """Highlight the row under the mouse; a click on the highlighted one chooses it."""
        at = self._row_at(event.get_content_offset_capture(self).y)
        if at is None:
            return
        moved = self.move(at - self.cursor)
        if not moved or self.CLICK_CHOOSES:
            self.post_message(self.Chosen())

    def on_mouse_move(self, event: MouseMove) -> None:
        """Show what a click would highlight."""
        self._hover(self._row_at(event.get_content_offset_capture(self).y))

    def on_leave(self, _: Leave) -> None:
        """Show nothing of it any more."""
        self._hover(None)

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Go on."""
        event.stop()
        self.move(1)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Go back."""
        event.stop()
        self.move(-1)

    def is_lit(self, at: int | None) -> bool:
        """Whether a row lies under the bar."""
        return at is not None and at == self.cursor

    def _row_at(self, y: int) -> int | None:
        at = y - self.OVER
        return self._rows_at[at] if 0 <= at < len(self._rows_at) else None

    def _hover(self, at: int | None) -> None:
        if at != self._hovered:
            self._hovered = at
            self.redraw()

    def draw(self, size: Size) -> list[Content]:
        """Return the lines in sight with their marks, the highlighted row under its bar."""
        shown, self._below = self.window(size.width - MARK, max(1, size.height))
        self._rows_at = [at for at, _ in shown]
        return [self._line(n, line, size.width) for n, (_, line) in enumerate(shown)]

    def _mark(self, n: int) -> tuple[str, str]:
        glyphs = glyphs_of(self)
        if self.is_lit(self._rows_at[n]):
            goes_on = self._rows_at[n] in self._rows_at[:n]
            return " " if goes_on and glyphs is ASCII else glyphs.cursor, "bold $hot"
        if n == 0 and self.top > 0:
            return glyphs.above, "$quiet"
        return (glyphs.below, "$quiet") if self._below and n == len(self._rows_at) - 1 else (" ", "")

    def _line(self, n: int, line: Content, width: int) -> Content:
        mark, ground = self._mark(n), self._ground(self._rows_at[n])
        if not ground:
            return Content.assemble(mark, " ", line)
        free = max(0, width - MARK - line.cell_length)
        return Content.assemble(mark, " ", line, " " * free).stylize_before(f"on {ground}")

    def _ground(self, at: int | None) -> str:
        if at is None:
            return ""
        if self.is_lit(at):
            return "$bar"
        if at == self._hovered:
            return "$bar 50%"
        return "$surface" if self.STRIPED and at % 2 else ""


class WholeList(RowList):
    """A list short enough that all of it is laid out, and what is in sight is cut from that.

    A subclass gives `rows_in_all` and `lines`.
    """

    @abstractmethod
    def lines(self, width: int) -> list[Line]:
        """Return every line, without its mark, in at most `width` cells."""

    def window(self, width: int, height: int) -> tuple[list[Line], bool]:
        """Return the lines in sight, the highlighted row among them, and whether there are more below."""
        lines = self.lines(width)
        mine = [n for n, (at, _) in enumerate(lines) if at == self.cursor]
        first, last = (mine[0], mine[-1]) if mine else (0, 0)
        if self.cursor == 0:
            first = 0
        self.top = max(0, min(self.top, len(lines) - height, first))
        self.top = max(self.top, min(first, last - height + 1))
        return lines[self.top : self.top + height], self.top + height < len(lines)
