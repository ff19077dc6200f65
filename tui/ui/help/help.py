"""All keys of the screen that it was opened from, and those of every screen."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import accumulate, zip_longest
from typing import ClassVar, NamedTuple

from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.events import MouseScrollDown, MouseScrollUp, Resize
from textual.geometry import Size
from textual.widget import Widget

from tui.ui.keys.bindings import bindings
from tui.ui.keys.commands import SHARED, TITLES, KeyCommand, commands_in, commands_of
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.lined import Lined
from tui.ui.kit.paragraphs import wrapped
from tui.ui.kit.services import Services

_GAP = 2
_COLUMN = 48
"""Cells of a column of other screens' keys at least."""
_TWINS = 20
"""Cells that the keys of two commands may take in one row."""
_EDGES = 4
"""Cells at the left and the right of a panel that are not its text; half as many rows."""
_BROADEST = 170
"""Cells of all of it at most."""
_FRAME = 3
"""Rows of title, notices and footer."""


class KeyRow(NamedTuple):
    """One command, or two that are twins: the keys, and what they do, or why they do not apply now."""

    keys: str
    text: str
    off: bool = False


class KeySection(NamedTuple):
    """Commands under a title."""

    title: str
    rows: Sequence[KeyRow]


class KeyList(Lined):
    """Draws rows of keys, in one column that can be scrolled; long texts go on under their own column."""

    DEFAULT_CSS = """
    KeyList { width: 100%; height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[KeyRow, ...] = ()
        self._under: KeySection | None = None
        self._top = 0

    def show(self, rows: Sequence[KeyRow], under: KeySection | None = None) -> None:
        """Show these from the first on; behind the last one others, as many in a line as fit."""
        if (tuple(rows), under) != (self._rows, self._under):
            self._rows, self._under = tuple(rows), under
            self._top = 0
            self.redraw()

    def scroll_rows(self, by: int) -> None:
        """Show what lies so many lines further on."""
        self._top += by
        self.redraw()

    def draw(self, size: Size) -> list[Content]:
        """Return the lines that fit, no command of them cut; the last one says when there are more."""
        width, height = size
        parts: list[Sequence[Content]] = [_told(row, _widest(self._rows), width) for row in self._rows]
        if self._under:
            flowed = _flowed(self._under, width)
            spare = height - sum(map(len, parts)) - len(flowed)
            parts += [*([[Content("")]] if spare else []), *([line] for line in flowed)]
        lines = [line for part in parts for line in part]
        self._top = max(0, min(self._top, len(lines) - height))
        if self._top + height >= len(lines):
            return lines[self._top :]
        whole = [at for at in accumulate(map(len, parts)) if self._top < at < self._top + height]
        end = whole[-1] if whole else self._top + height - 1
        more = f"... {len(lines) - end} more lines: down or space scrolls"
        blank = [Content("")] * (self._top + height - 1 - end)
        return [*lines[self._top : end], *blank, Content.styled(more, "$cool")]

    def on_mouse_scroll_down(self, _: MouseScrollDown) -> None:
        """Go on."""
        self.scroll_rows(1)

    def on_mouse_scroll_up(self, _: MouseScrollUp) -> None:
        """Go back."""
        self.scroll_rows(-1)


class OtherKeys(Lined):
    """Draws the keys of other screens quietly, in columns; those for which there is whole room."""

    DEFAULT_CSS = """
    OtherKeys { width: 100%; height: 1fr; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._sections: tuple[KeySection, ...] = ()

    def show(self, sections: Sequence[KeySection]) -> None:
        """Show these, whose own keys are of no use here."""
        self._sections = tuple(
            KeySection(title, tuple(row._replace(off=True) for row in rows)) for title, rows in sections
        )
        self.redraw()

    def draw(self, size: Size) -> list[Content]:
        """Return the lines."""
        count = max(1, (size.width + 2 * _GAP) // (_COLUMN + 2 * _GAP))
        pitch = (size.width + 2 * _GAP) // count
        columns: list[list[Content]] = [[] for _ in range(count)]
        for section in self._sections:
            widest = _widest(section.rows)
            told = [line for row in section.rows for line in _told(row, widest, pitch - 2 * _GAP)]
            told.insert(0, Content.styled(section.title, "bold $quiet"))
            column = next((each for each in columns if len(each) + bool(each) + len(told) <= size.height), [])
            column += [*([Content("")] if column else []), *told]
        lines = zip_longest(*columns, fillvalue=Content(""))
        return [
            Content.assemble(*(part.pad_right(pitch - part.cell_length) for part in line[:-1]), line[-1])
            for line in lines
        ]


@lru_cache(256)
def _told(row: KeyRow, column: int, width: int) -> Sequence[Content]:
    """Return the lines of a row whose text begins in this column."""
    keys = Content.styled(f"{row.keys:<{column}}", "$quiet" if row.off else "bold $cool")
    parts = enumerate(wrapped(Content.styled(row.text, "$quiet" if row.off else ""), width - column))
    return [Content.assemble(keys if at == 0 else " " * column, part) for at, part in parts]


def _height(rows: Sequence[KeyRow], width: int) -> int:
    """Return how many rows a panel takes that is so wide."""
    return sum(len(_told(row, _widest(rows), width - _EDGES)) for row in rows) + _EDGES // 2


def _widest(rows: Sequence[KeyRow]) -> int:
    return max((len(row.keys) for row in rows), default=0) + _GAP


def _flowed(section: KeySection, width: int) -> list[Content]:
    """Return rows one behind the other under their title, as many in a line as there is room for."""
    lines = [Content.styled(section.title, "bold $hot")]
    for row in section.rows:
        told = Content.assemble((row.keys, "$quiet" if row.off else "bold $cool"), f" {row.text}")
        if lines[-1].cell_length + _GAP + told.cell_length > width:
            lines += wrapped(told, width)
        else:
            lines[-1] = Content.assemble(lines[-1], " " * _GAP, told)
    return lines


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
    HelpScreen #asked, HelpScreen #others { height: 1fr; max-width: 170; }
    HelpScreen #asked .panel { width: 1fr; height: 1fr; }
    HelpScreen #asked.-beside { layout: horizontal; }
    HelpScreen.-compact #content { padding: 0; }
    HelpScreen.-compact #asked { padding: 0 1; }
    """

    def __init__(
        self, services: Services, group: str, unavailable: Callable[[str], str | None] = lambda _: None
    ) -> None:
        super().__init__(services)
        self._asked_from = group
        self._groups = [group, *(other for other in SCREENS if other != group)]
        self._unavailable = unavailable
        self.list, self._shared, self._others = KeyList(), KeyList(), OtherKeys()
        self._own = Vertical(self.list, classes="panel -lit")
        self._beside = Vertical(self._shared, classes="panel")
        self._asked = Container(self._own, self._beside, id="asked")
        self._under = Vertical(self._others, id="others", classes="panel")

    def content(self) -> Iterable[Widget]:
        """Return the screen's keys, those of every screen, and those of other screens."""
        self._beside.border_title, self._under.border_title = TITLES[SHARED], "Other screens"
        self._show(self.app.size)
        return self._asked, self._under

    def on_resize(self, event: Resize) -> None:
        """Show them as there is room."""
        super().on_resize(event)
        self._show(event.size)

    def interrupt(self, *, again: bool) -> bool:
        """Go first: the screen that was asked from is the one that asks, or leaves."""
        self.dismiss()
        return False

    def action_quit(self) -> None:
        """Quit as from the screen that was asked from; a session asks first."""
        self.app.call_later(self.app.run_action, "interrupt")

    def action_switch(self) -> None:
        """Show the keys of the next screen; those of the one behind this come again after the last."""
        self._groups.append(self._groups.pop(0))
        self._show(self.app.size)

    def action_up(self) -> None:
        """Scroll a line up."""
        self.list.scroll_rows(-1)

    def action_down(self) -> None:
        """Scroll a line down."""
        self.list.scroll_rows(1)

    def action_page_up(self) -> None:
        """Scroll a page up."""
        self.list.scroll_rows(2 - self.list.size.height)

    def action_page_down(self) -> None:
        """Scroll a page down."""
        self.list.scroll_rows(self.list.size.height - 2)

    def _show(self, size: Size) -> None:
        """Show each part in a panel of its own where there is room, else the screen's keys and all behind."""
        wide, compact, lofty = map(self.has_class, ("-wide", "-compact", "-lofty"))
        group, title = self._groups[0], TITLES[self._groups[0]]
        own, everywhere = self._rows(group)
        width, room = min(size.width - _GAP, _BROADEST), size.height - _FRAME
        fits = not compact and _height(own, width) + _height(everywhere, width) <= room
        beside = wide and (lofty or not fits)
        width //= 1 + beside
        self.list.show(own, None if fits or beside else KeySection(TITLES[SHARED], everywhere))
        self._shared.show(everywhere)
        self._others.show([self._briefly(other) for other in self._groups[1:]])
        self._own.border_title = title
        self.title_line.title = f"{self.TITLE}: {title}" if compact else self.TITLE
        self._beside.display, self._under.display = fits or beside, lofty
        self._asked.set_class(beside, "-beside")
        high, low = _height(own, width), _height(everywhere, width)
        self._own.styles.height = high if fits and not beside else "1fr"
        self._beside.styles.height = "1fr" if beside else low
        self._asked.styles.height = max(high, low) if lofty else "1fr"

    def _rows(self, group: str) -> tuple[list[KeyRow], list[KeyRow]]:
        """Return the rows of a screen's own commands, and of those of every screen."""
        unavailable = self._unavailable if group == self._asked_from else lambda _: None
        commands = commands_of(group, self.services.keys)
        parts = ([each for each in commands if (each.screen == SHARED) is shared] for shared in (False, True))
        own, everywhere = (key_rows(part, unavailable) for part in parts)
        return own, everywhere

    def _briefly(self, group: str) -> KeySection:
        """Return another screen's commands, each with its first key."""
        commands = commands_in(group, self.services.keys)
        return KeySection(TITLES[group], key_rows(each._replace(keys=each.keys[:1]) for each in commands))


def key_rows(
    commands: Iterable[KeyCommand], unavailable: Callable[[str], str | None] = lambda _: None
) -> list[KeyRow]:
    """Return a row for each command, or for two neighbours of one name where their keys are short.

    Args:
        commands: in their order.
        unavailable: says why a command does not apply, or None when it does.
    """
    rows: list[KeyRow] = []
    left = list(commands)
    while left:
        one, *left = left
        other = left[0] if left and left[0].name == one.name else None
        keys = _pairs(one.all_keys, other.all_keys) if other else ""
        if other and len(keys) <= _TWINS and not (unavailable(one.id) or unavailable(other.id)):
            rows.append(KeyRow(keys, _either(one.help, other.help)))
            del left[0]
        else:
            rows.append(_row(one, unavailable(one.id)))
    return rows


def _row(command: KeyCommand, reason: str | None) -> KeyRow:
    if reason is None:
        return KeyRow(command.all_keys, command.help)
    return KeyRow(command.all_keys, f"{command.name}: {reason[0].lower()}{reason[1:].rstrip('.')}", off=True)


def _pairs(keys: str, others: str) -> str:
    """Return the keys of two commands, the first of both together, and so on."""
    pairs = ("/".join(filter(None, pair)) for pair in zip_longest(keys.split(", "), others.split(", ")))
    return ", ".join(pairs).replace("page up/page down", "page up/down")


def _either(one: str, other: str) -> str:
    """Return what two commands do in one text, where only the last word differs without repeating it."""
    same = one.rpartition(" ")[0]
    if other.rpartition(" ")[0] == same and "," not in one:
        return f"{one} or {other.rpartition(' ')[2]}"
    return f"{one}; {other}"
