"""Rows of which one is highlighted: the bar over it, the window that follows it, the mouse."""

from abc import abstractmethod
from typing import Self

from textual.content import Content
from textual.events import Click, Leave, MouseMove, MouseScrollDown, MouseScrollUp
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from tui.core.text.glyphs import ASCII
from tui.ui.kit.base import glyphs_of

MARK = 2
"""Cells of the mark before each row."""

Line = tuple[int | None, Content]
"""A line, and the row that it belongs to; None for one that cannot be highlighted."""


class RowList(Widget):
    """Draws as many lines as there is room for, and only changed ones anew; keys are its screen's affair.

    A subclass gives `rows_in_all` and `window`, and calls `redraw` where they are others.
    """

    DEFAULT_CSS = """
    RowList { width: 1fr; height: 1fr; text-wrap: nowrap; }
    """
    CLICK_CHOOSES = False
    """Whether a click chooses a row that was not highlighted before."""
    STRIPED = False
    """Whether every second row has a ground of its own."""

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
        self._drawn: list[Line] = []
        self._for = Size(-1, -1)
        """What size `_drawn` is for: none where all of it is to be drawn anew."""
        self._hovered: int | None = None
        self._awaits_redraw = False

    @property
    @abstractmethod
    def rows_in_all(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def window(self, width: int, height: int) -> tuple[list[Line], bool]:
        """Return the lines in sight, without their marks, and whether there are more below."""

    def move(self, by: int) -> bool:
        """Highlight another row; return whether there was one."""
        wanted = self.cursor + by
        if not by or not 0 <= wanted < self.rows_in_all:
            return False
        self.cursor = wanted
        self.redraw()
        self.post_message(self.Highlighted())
        return True

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw all lines anew, where no regions are named."""
        if not regions:
            self._for = Size(-1, -1)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def redraw(self) -> None:
        """Draw the lines that are not what they were, once all has changed that one message changes."""
        if self._for != self.content_size:
            self.refresh()
        elif not self._awaits_redraw:
            self._awaits_redraw = self.call_later(self._redraw_changed)

    def _redraw_changed(self) -> None:
        self._awaits_redraw = False
        before, size = self._drawn, self._for
        if size != self.content_size:
            return
        self._lay_out()
        lines = range(max(len(before), len(self._drawn)))
        changed = [n for n in lines if not _same(before[n : n + 1], self._drawn[n : n + 1])]
        if changed:
            self.refresh(*(Region(0, n, size.width, 1) for n in changed))

    def render(self) -> Content:
        """Return the lines in sight, as they are selected by the mouse."""
        self._lay_out()
        return Content("\n").join(line for _, line in self._drawn)

    def render_line(self, y: int) -> Strip:
        """Return one line in sight."""
        if self._for != self.content_size:
            self._lay_out()
        line = self._drawn[y][1] if y < len(self._drawn) else Content("")
        return Visual.to_strips(self, line, self.content_size.width, 1, self.visual_style)[0]

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
        return self._drawn[y][0] if 0 <= y < len(self._drawn) else None

    def _hover(self, at: int | None) -> None:
        if at != self._hovered:
            self._hovered = at
            self.redraw()

    def _lay_out(self) -> None:
        self._for = self.content_size
        width, height = self._for
        shown, below = self.window(width - MARK, max(1, height))
        rows = [at for at, _ in shown]
        marks = [self._mark(at, n, len(shown), below, at in rows[:n]) for n, at in enumerate(rows)]
        self._drawn = [
            (at, self._line(at, mark, line, width)) for (at, line), mark in zip(shown, marks, strict=True)
        ]

    def _mark(self, at: int | None, n: int, shown: int, below: bool, begun: bool) -> tuple[str, str]:
        glyphs = glyphs_of(self)
        if self.is_lit(at):
            return " " if begun and glyphs is ASCII else glyphs.cursor, "bold $hot"
        if n == 0 and self.top > 0:
            return glyphs.above, "$quiet"
        return (glyphs.below, "$quiet") if below and n == shown - 1 else (" ", "")

    def _line(self, at: int | None, mark: tuple[str, str], line: Content, width: int) -> Content:
        whole = Content.assemble(mark, " ", line)
        ground = self._ground(at)
        if not ground:
            return whole
        return Content.assemble(whole, " " * max(0, width - whole.cell_length)).stylize_before(f"on {ground}")

    def _ground(self, at: int | None) -> str:
        if at is None:
            return ""
        if self.is_lit(at):
            return "$bar"
        if at == self._hovered:
            return "$bar 50%"
        return "$surface" if self.STRIPED and at % 2 else ""


def _same(before: list[Line], now: list[Line]) -> bool:
    return len(before) == len(now) and all(
        one[0] == other[0] and one[1].is_same(other[1]) for one, other in zip(before, now, strict=True)
    )


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
