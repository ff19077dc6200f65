"""Keys and what they do, in two columns under their titles; it scrolls by itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.events import MouseScrollDown, MouseScrollUp
from textual.widget import Widget

_GAP = 3


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One command: its keys, what it does, and why it does not apply now, when it does not."""

    keys: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class KeySection:
    """Commands under a title."""

    title: str
    rows: tuple[KeyRow, ...]


class KeyList(Widget):
    """Draws sections of keys; long texts go on under their own column.

    Args:
        sections: what to show.
    """

    DEFAULT_CSS = """
    KeyList { width: 100%; height: 1fr; }
    """

    def __init__(self, sections: Sequence[KeySection]) -> None:
        super().__init__()
        self._sections = tuple(sections)
        self._top = 0

    def scroll_rows(self, by: int) -> None:
        """Show what lies so many lines further on."""
        lines = self._lines(self.content_size.width)
        self._top = max(0, min(self._top + by, len(lines) - self.content_size.height))
        self.refresh()

    def render(self) -> Content:
        """Return the lines that fit; the last one says when there are more."""
        width, height = self.content_size
        lines = self._lines(width)
        self._top = max(0, min(self._top, len(lines) - height))
        shown = lines[self._top : self._top + height]
        hidden = len(lines) - self._top - height
        if hidden > 0:
            shown[-1] = Content.styled(f"... {hidden + 1} more lines: down or space scrolls", "$quiet")
        return Content("\n").join(shown)

    def on_mouse_scroll_down(self, _: MouseScrollDown) -> None:
        """Go on."""
        self.scroll_rows(1)

    def on_mouse_scroll_up(self, _: MouseScrollUp) -> None:
        """Go back."""
        self.scroll_rows(-1)

    def _lines(self, width: int) -> list[Content]:
        column = max(len(row.keys) for section in self._sections for row in section.rows) + _GAP
        lines: list[Content] = []
        for section in self._sections:
            lines += [Content(""), *_section(section, column, width)]
        return lines[1:]


def _section(section: KeySection, column: int, width: int) -> list[Content]:
    lines = [Content.styled(section.title, "bold $hot")]
    for row in section.rows:
        text = Content.assemble(row.text, (f"  ({row.note})" if row.note else "", "$quiet"))
        keys = Content.styled(f"{row.keys:<{column}}", "bold $cool")
        for at, part in enumerate(text.wrap(max(10, width - column))):
            lines.append(Content.assemble(keys if at == 0 else " " * column, part))
    return lines
