"""The settings in aligned columns under their groups: one is highlighted, with its value between arrows."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.widget import Widget

_NAME = 24
_VALUE = 32


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting as it is shown."""

    group: str
    name: str
    value: Content
    help: str
    """What it is for, where that stands beside it."""
    arrows: bool = True
    """Whether the value is stepped through with left and right."""


class SettingsList(Widget):
    """Draws the rows that fit around the highlighted one; what they mean is its screen's affair."""

    DEFAULT_CSS = """
    SettingsList { height: 1fr; width: 100%; }
    """

    class Highlighted(Message):
        """Another row is highlighted."""

    class Chosen(Message):
        """The highlighted row was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[SettingRow, ...] = ()
        self._at_line: list[int | None] = []
        self.cursor = 0

    def show(self, rows: Sequence[SettingRow]) -> None:
        """Show other rows."""
        self._rows = tuple(rows)
        self.refresh()

    def move(self, by: int) -> None:
        """Highlight another row, if there is one."""
        if 0 <= self.cursor + by < len(self._rows):
            self.cursor += by
            self.refresh()
            self.post_message(self.Highlighted())

    def render(self) -> Content:
        """Return the lines that fit."""
        width, height = self.content_size
        lines: list[tuple[int | None, Content]] = []
        for at, row in enumerate(self._rows):
            if at == 0 or row.group != self._rows[at - 1].group:
                if at:
                    lines.append((None, Content("")))
                lines.append((None, Content.styled(row.group, "bold $quiet")))
            lines.append((at, self._line(row, at == self.cursor, width)))
        here = next((n for n, (at, _) in enumerate(lines) if at == self.cursor), 0)
        top = max(0, min(here - height // 2, len(lines) - height))
        shown = lines[top : top + height]
        self._at_line = [at for at, _ in shown]
        return Content("\n").join(line for _, line in shown)

    def on_click(self, event: Click) -> None:
        """Highlight the row under the mouse; a click on the highlighted one chooses it."""
        y = event.get_content_offset_capture(self).y
        at = self._at_line[y] if 0 <= y < len(self._at_line) else None
        if at is None:
            return
        if at == self.cursor:
            self.post_message(self.Chosen())
        else:
            self.move(at - self.cursor)

    def on_mouse_scroll_down(self, _: MouseScrollDown) -> None:
        """Go on."""
        self.move(1)

    def on_mouse_scroll_up(self, _: MouseScrollUp) -> None:
        """Go back."""
        self.move(-1)

    def _line(self, row: SettingRow, here: bool, width: int) -> Content:
        style = "bold $hot" if here else ""
        name = Content.styled(f"{'>' if here else ' '} {row.name:<{_NAME}} ", style)
        if row.arrows:
            edge = ("<", ">") if here else (" ", " ")
            value = Content.assemble((edge[0], "$cool"), " ", row.value, " ", (edge[1], "$cool"))
        else:
            value = Content.assemble(" ", row.value)
        line = Content.assemble(name, value)
        gap = max(2, _VALUE - value.cell_length)
        if line.cell_length + gap + len(row.help) > width:
            return line
        return Content.assemble(line, " " * gap, (row.help, "$quiet"))
