"""All keys of the screen that it was opened from, and those of every screen."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import MouseScrollDown, MouseScrollUp
from textual.geometry import Size
from textual.widget import Widget

from tui.ui.keys.bindings import bindings
from tui.ui.keys.commands import SHARED, TITLES, KeyCommand, commands_in, commands_of
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.lined import Lined
from tui.ui.kit.paragraphs import wrapped
from tui.ui.kit.services import Services

_GAP = 3
_EMPTY = 2
"""Rows at the end, that of the count among them, for which no command is cut in the middle."""


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


class KeyList(Lined):
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
        self._lines: list[Content] = []
        self._begins: list[int] = []
        """The lines before which the list may end: no command is cut in the middle, no title stands alone."""
        self._within: list[int] = []
        """Those before which it may end where rows would stay empty else: behind any line of a command."""
        self._width = 0
        """What width `_lines` are for."""

    def scroll_rows(self, by: int) -> None:
        """Show what lies so many lines further on."""
        self._top += by
        self.redraw()

    def draw(self, size: Size) -> list[Content]:
        """Return the lines that fit; the last one says when there are more."""
        width, height = size
        if width != self._width:
            self._width, self._lines = width, self._wrapped(width)
        lines = self._lines
        self._top = max(0, min(self._top, len(lines) - height))
        end = self._top + height
        if end >= len(lines):
            return lines[self._top :]
        whole, part = (
            max((at for at in ends if self._top < at < end), default=end - 1)
            for ends in (self._begins, self._within)
        )
        end = whole if end - whole <= _EMPTY else part
        more = f"... {len(lines) - end} more lines: down or space scrolls"
        shown = lines[self._top : end]
        return [*shown, *[Content("")] * (height - 1 - len(shown)), Content.styled(more, "$quiet")]

    def on_mouse_scroll_down(self, _: MouseScrollDown) -> None:
        """Go on."""
        self.scroll_rows(1)

    def on_mouse_scroll_up(self, _: MouseScrollUp) -> None:
        """Go back."""
        self.scroll_rows(-1)

    def _wrapped(self, width: int) -> list[Content]:
        column = max(len(row.keys) for section in self._sections for row in section.rows) + _GAP
        lines: list[Content] = []
        self._begins, self._within = [], []
        for section in self._sections:
            self._begins.append(len(lines) - 1)
            lines += [Content(""), Content.styled(section.title, "bold $hot")]
            for row in section.rows:
                if row is not section.rows[0]:
                    self._begins.append(len(lines) - 1)
                told = _told(row, column, width)
                self._within += range(len(lines), len(lines) + len(told))
                lines += told
        return lines[1:]


def _told(row: KeyRow, column: int, width: int) -> list[Content]:
    text = Content.styled(f"{row.text}  ({row.note})", "$quiet") if row.note else Content(row.text)
    keys = Content.styled(f"{row.keys:<{column}}", "$quiet" if row.note else "bold $cool")
    parts = enumerate(wrapped(text, width - column))
    return [Content.assemble(keys if at == 0 else " " * column, part) for at, part in parts]


ELSEWHERE = ("home", "session", "summary", "instructions", "history", "settings", "sounds", "gallery")
"""Screens whose keys are told beside those of another one, in the order in which they are met."""


class HelpScreen(BaseScreen[None]):
    """The keys of one screen, generated from the table of commands.

    Args:
        services: as for every screen.
        group: the screen whose keys are wanted.
        unavailable: that screen's reasons why a command does not apply now.
    """

    GROUP = "help"
    TITLE = "Keys"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help")]
    DEFAULT_CSS = """
    HelpScreen #content { padding: 0 1; }
    HelpScreen #columns { height: 1fr; }
    HelpScreen #framed { width: 1fr; height: 100%; max-width: 110; }
    HelpScreen #elsewhere { display: none; width: 1fr; height: 100%; }
    HelpScreen.-broad #elsewhere { display: block; }
    HelpScreen.-broad #framed { width: 58%; max-width: 92; }
    HelpScreen.-compact #content { padding: 0; }
    HelpScreen.-compact #framed { padding: 0 1; }
    """

    def __init__(
        self, services: Services, group: str, unavailable: Callable[[str], str | None] = lambda _: None
    ) -> None:
        super().__init__(services)
        shared = [command for command in commands_of(group, services.keys) if command.screen == SHARED]
        own = commands_in(group, services.keys)
        off = {command for command in (*own, *shared) if unavailable(command.id)}
        here = (
            (TITLES[group], [command for command in own if command not in off]),
            (TITLES[SHARED], [command for command in shared if command not in off]),
            ("Not now", [command for command in (*own, *shared) if command in off]),
        )
        there = [
            (TITLES[other], commands)
            for other in ELSEWHERE
            if other != group and (commands := commands_in(other, services.keys))
        ]
        self.list = KeyList(_sections(here, unavailable))
        self.others = KeyList(_sections(there, lambda _: None))

    def content(self) -> Iterable[Widget]:
        """Return the screen's keys and those of every screen, and the other screens' where there is room."""
        elsewhere = Vertical(self.others, id="elsewhere", classes="panel")
        elsewhere.border_title = "On other screens"
        yield Horizontal(Vertical(self.list, id="framed", classes="panel -lit"), elsewhere, id="columns")

    def action_up(self) -> None:
        """Scroll a line up."""
        self._scroll(-1)

    def action_down(self) -> None:
        """Scroll a line down."""
        self._scroll(1)

    def action_page_up(self) -> None:
        """Scroll a page up."""
        self._scroll(2 - self.list.size.height)

    def action_page_down(self) -> None:
        """Scroll a page down."""
        self._scroll(self.list.size.height - 2)

    def _scroll(self, by: int) -> None:
        for each in (self.list, self.others):
            each.scroll_rows(by)


def _sections(
    groups: Iterable[tuple[str, Iterable[KeyCommand]]], unavailable: Callable[[str], str | None]
) -> list[KeySection]:
    return [
        KeySection(title, tuple(_row(command, unavailable) for command in commands))
        for title, commands in groups
        if commands
    ]


def _row(command: KeyCommand, unavailable: Callable[[str], str | None]) -> KeyRow:
    reason = unavailable(command.id) or ""
    return KeyRow(command.all_keys, command.help, reason.rstrip("."))
