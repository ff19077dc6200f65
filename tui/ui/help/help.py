"""All keys of the screen that it was opened from, and those of every screen."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
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

_GAP = 2
_APART = 4
"""Cells between two columns."""
_TWO = 88
"""From so many cells on there are two columns."""
_HIGH = 38
"""From so many rows on what they leave free tells of other screens."""


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One command: its keys, and what it does, or why it does not apply now."""

    keys: str
    text: str
    off: bool = False


@dataclass(frozen=True, slots=True)
class KeySection:
    """Commands under a title."""

    title: str
    rows: tuple[KeyRow, ...]


class KeyList(Lined):
    """Draws sections of keys, in two columns where there is room; long texts go on under their own column."""

    DEFAULT_CSS = """
    KeyList { width: 100%; height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._sections: tuple[KeySection, ...] = ()
        self._others: tuple[KeySection, ...] = ()
        self._top = 0
        self._lines: list[Content] = []
        self._begins: list[int] = []
        """The lines before which a column may end: no command is cut in the middle, no title stands alone."""
        self._second = 0
        """The line with which the second section begins."""
        self._width = 0
        """What width `_lines` are for."""

    def show(self, sections: Sequence[KeySection], others: Sequence[KeySection] = ()) -> None:
        """Show these, from the first on; quietly of the others what has whole room under them."""
        self._sections, self._others = tuple(sections), tuple(others)
        self._top = self._width = 0
        self.redraw()

    def scroll_rows(self, by: int) -> None:
        """Show what lies so many lines further on."""
        self._top += by
        self.redraw()

    def draw(self, size: Size) -> list[Content]:
        """Return the lines that fit; the last one says when there are more."""
        width, height = size
        count = 2 if width >= _TWO else 1
        if width != self._width:
            self._width = width
            self._wrap((width - _APART) // 2 if count > 1 else width, count)
        every = len(self._lines)
        self._top = max(0, min(self._top, every - 1))
        while self._top and self._spans(self._top - 1, height, count)[-1].stop == every:
            self._top -= 1
        spans = self._spans(self._top, height, count)
        if spans[-1].stop == every:
            return self._beside(spans, width, height if height >= _HIGH else 0)
        spans = self._spans(self._top, height - 1, count)
        more = f"... {every - spans[-1].stop} more lines: down or space scrolls"
        shown = self._beside(spans, width)
        return [*shown, *[Content("")] * (height - 1 - len(shown)), Content.styled(more, "$quiet")]

    def on_mouse_scroll_down(self, _: MouseScrollDown) -> None:
        """Go on."""
        self.scroll_rows(1)

    def on_mouse_scroll_up(self, _: MouseScrollUp) -> None:
        """Go back."""
        self.scroll_rows(-1)

    def _spans(self, top: int, height: int, count: int) -> list[range]:
        """Return the lines of each column; the first section alone in its own, where all is in sight so."""
        every, spans = len(self._lines), []
        for column in range(count):
            end = max((at for at in self._begins if top < at <= top + height), default=top + height)
            if top + height >= every:
                end = every
            if not top and column < count - 1 and every - self._second - 1 <= height >= self._second:
                end = self._second
            spans.append(range(top, end))
            top = end + (end < every and not self._lines[end].plain)
        return spans

    def _beside(self, spans: Sequence[range], width: int, room: int = 0) -> list[Content]:
        """Return the columns in one; in `room` rows with the keys of other screens under them."""
        columns = [[self._lines[at] for at in span] for span in spans]
        left, *right = columns
        if not right:
            return left
        start, blank = (width + _APART) // 2, Content("")
        widest = max((len(row.keys) for other in self._others for row in other.rows), default=0) + _GAP
        for other in self._others if room else ():
            told = [line for row in other.rows for line in _told(row, widest, width - start)]
            column = min(columns, key=len)
            if len(column) + 2 + len(told) <= room:
                column += [blank, Content.styled(other.title, "bold $quiet"), *told]
        rows = zip_longest(left, right[0], fillvalue=blank)
        return [Content.assemble(a.pad_right(start - a.cell_length), b) if b.plain else a for a, b in rows]

    def _wrap(self, width: int, count: int) -> None:
        keys = [max(len(row.keys) for row in section.rows) for section in self._sections]
        rest = max(keys if count == 1 else keys[1:], default=0)
        lines: list[Content] = []
        begins: list[int] = []
        for section, widest in zip(self._sections, keys, strict=True):
            column = (widest if count > 1 and not lines else rest) + _GAP
            begins.append(len(lines) - 1)
            lines += [Content(""), Content.styled(section.title, "bold $hot")]
            for row in section.rows:
                if row is not section.rows[0]:
                    begins.append(len(lines) - 1)
                elif len(self._sections) > 1 and section is self._sections[1]:
                    self._second = begins[-1]
                lines += _told(row, column, width)
        self._lines, self._begins = lines[1:], begins


def _told(row: KeyRow, column: int, width: int) -> list[Content]:
    keys = Content.styled(f"{row.keys:<{column}}", "$quiet" if row.off else "bold $cool")
    parts = enumerate(wrapped(Content.styled(row.text, "$quiet" if row.off else ""), width - column))
    return [Content.assemble(keys if at == 0 else " " * column, part) for at, part in parts]


SCREENS = ("home", "session", "summary", "instructions", "history", "settings", "sounds", "gallery")
"""Screens whose keys can be looked up from another one, in the order in which they are met."""


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
    HelpScreen #content { padding: 0 1; align-horizontal: center; }
    HelpScreen #framed { height: 1fr; max-width: 170; }
    HelpScreen.-compact #content { padding: 0; }
    HelpScreen.-compact #framed { padding: 0 1; }
    """

    def __init__(
        self, services: Services, group: str, unavailable: Callable[[str], str | None] = lambda _: None
    ) -> None:
        super().__init__(services)
        self._asked_from = group
        self._groups = [group, *(other for other in SCREENS if other != group)]
        self._unavailable = unavailable
        self.list = KeyList()
        self.list.show(self._sections(), self._others())

    def content(self) -> Iterable[Widget]:
        """Return the screen's keys and those of every screen."""
        yield Vertical(self.list, id="framed", classes="panel -lit")

    def action_switch(self) -> None:
        """Show the keys of the next screen; those of the one behind this come again after the last."""
        self._groups.append(self._groups.pop(0))
        self.list.show(self._sections(), self._others())

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
        self.list.scroll_rows(by)

    def _sections(self) -> list[KeySection]:
        group, keys = self._groups[0], self.services.keys
        unavailable = self._unavailable if group == self._asked_from else lambda _: None
        shared = [command for command in commands_of(group, keys) if command.screen == SHARED]
        own = commands_in(group, keys)
        off = [command for command in (*own, *shared) if unavailable(command.id)]
        parts = (
            (TITLES[group], [command for command in own if command not in off]),
            (TITLES[SHARED], [command for command in shared if command not in off]),
            ("Not now", off),
        )
        return [
            KeySection(title, tuple(_row(command, unavailable) for command in commands))
            for title, commands in parts
            if commands
        ]

    def _others(self) -> list[KeySection]:
        screens = ((other, commands_in(other, self.services.keys)) for other in self._groups[1:])
        return [
            KeySection(TITLES[other], tuple(KeyRow(each.key, each.help, off=True) for each in commands))
            for other, commands in screens
        ]


def _row(command: KeyCommand, unavailable: Callable[[str], str | None]) -> KeyRow:
    reason = unavailable(command.id)
    text = f"{command.name}: {reason.rstrip('.')}" if reason else command.help
    return KeyRow(command.all_keys, text, off=bool(reason))
