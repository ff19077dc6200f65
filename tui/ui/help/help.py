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

from tui.ui.keys.bindings import FIXED, bindings
from tui.ui.keys.commands import DIGITS, SCROLL, SHARED, TITLES, KeyCommand, commands_in, commands_of
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.lined import Lined
from tui.ui.kit.paragraphs import wrapped
from tui.ui.kit.services import Services

_GAP = 2
_OTHERS = 60
"""Cells of the panel of other screens' keys."""
_TWINS = 20
"""Cells that the keys of two commands may take in one row."""
_EDGES = 4
"""Cells at the left and the right of a panel that are not its text; half as many rows."""
_BROADEST = 164
"""Cells of all of it at most."""
_BLANK = (Content(""),)
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
        """Show these from the first on; under the last one others, or as many in a line as there must be."""
        if (tuple(rows), under) != (self._rows, self._under):
            self._rows, self._under = tuple(rows), under
            self._top = 0
            self.redraw()

    @property
    def scrolls(self) -> bool:
        """Whether it is longer than there is room for."""
        return sum(map(len, self._parts(self.content_size))) > self.content_size.height

    def scroll_rows(self, by: int) -> None:
        """Show what lies so many lines further on."""
        self._top += by
        self.redraw()

    def draw(self, size: Size) -> list[Content]:
        """Return the lines that fit, no command of them cut; the last one says when there are more."""
        height, parts = size.height, self._parts(size)
        lines = [line for part in parts for line in part]
        self._top = max(0, min(self._top, len(lines) - height))
        if self._top + height >= len(lines):
            return lines[self._top :]
        whole = [at for at in accumulate(map(len, parts)) if self._top < at < self._top + height]
        end = whole[-1] if whole else self._top + height - 1
        more = f"... {len(lines) - end} more lines: down or space scrolls"
        blank = [Content("")] * (self._top + height - 1 - end)
        return [*lines[self._top : end], *blank, Content.styled(more, "$cool")]

    def _parts(self, size: Size) -> list[Sequence[Content]]:
        """Return the lines of each command; behind each stands a blank one where there is room for that."""
        width, height = size
        others = self._under.rows if self._under else ()
        widest = _widest((*self._rows, *others))
        rows: list[Sequence[Content]]
        rows, below = ([_told(row, widest, width) for row in each] for each in (self._rows, others))
        if not self._under:
            return rows
        spare = height - sum(map(len, (*rows, *below))) - 2
        if spare < 0:
            flowed = _flowed(self._under, width)
            apart = height > sum(map(len, rows)) + len(flowed)
            return [*rows, *([_BLANK] if apart else []), *([line] for line in flowed)]
        if spare >= len(rows) + len(below) - 1:
            rows = [(*part, *_BLANK) for part in rows]
            below[:-1] = [(*part, *_BLANK) for part in below[:-1]]
        return [*rows, _BLANK, [Content.styled(self._under.title, "bold $hot")], *below]

    def on_mouse_scroll_down(self, _: MouseScrollDown) -> None:
        """Go on."""
        self.scroll_rows(1)

    def on_mouse_scroll_up(self, _: MouseScrollUp) -> None:
        """Go back."""
        self.scroll_rows(-1)


class OtherKeys(Lined):
    """Draws the keys of other screens quietly; those for which there is whole room."""

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
        lines: list[Content] = []
        for section in self._sections:
            widest = _widest(section.rows)
            told = [line for row in section.rows for line in _told(row, widest, size.width)]
            apart = [Content("")] if lines else []
            if len(lines) + len(apart) + 1 + len(told) <= size.height:
                lines += [*apart, Content.styled(section.title, "bold $quiet"), *told]
        return lines


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
    DEFAULT_CSS = f"""
    HelpScreen #content {{ padding: 0 1; align-horizontal: center; }}
    HelpScreen #asked {{ height: 1fr; max-width: {_BROADEST}; }}
    HelpScreen #asked .panel {{ width: 1fr; height: 1fr; }}
    HelpScreen #asked #others {{ width: {_OTHERS}; }}
    HelpScreen #asked.-beside {{ layout: horizontal; }}
    HelpScreen.-compact #content {{ padding: 0; }}
    HelpScreen.-compact #asked {{ padding: 0 1; }}
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
        self._aside = Vertical(self._others, id="others", classes="panel")
        self._asked = Container(self._own, self._beside, self._aside, id="asked")

    def content(self) -> Iterable[Widget]:
        """Return the screen's keys, those of every screen, and those of other screens."""
        self._beside.border_title, self._aside.border_title = TITLES[SHARED], "Other screens"
        switch = next(command.key for command in self.commands if command.verb == "switch")
        self._aside.border_subtitle = Content.assemble((switch, "bold $cool"), " shows more")
        self._show(self.app.size)
        return (self._asked,)

    def on_resize(self, event: Resize) -> None:
        """Show them as there is room."""
        super().on_resize(event)
        self._show(event.size)
        self.call_after_refresh(self.refresh_footer)

    def unavailable(self, command_id: str) -> str | None:
        """Return why nothing is scrolled."""
        return "All keys are in sight." if command_id in SCROLL and not self.list.scrolls else None

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
        self.call_after_refresh(self.refresh_footer)

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
        """Show all in one column, other screens' keys beside it, where there is room.

        Else the keys of every screen are in a panel under the screen's own, or beside them, or right behind.
        """
        wide, compact, lofty, broad = map(self.has_class, ("-wide", "-compact", "-lofty", "-broad"))
        group, title = self._groups[0], TITLES[self._groups[0]]
        aside = lofty and broad
        width = min(size.width - _GAP, _BROADEST) - (_OTHERS if aside else 0)
        for full in (True, False):
            own, everywhere = self._rows(group, full=full, room=width - _EDGES)
            high, low = _height(own, width), _height(everywhere, width)
            if fits := not compact and high + low <= size.height - _FRAME:
                break
        beside = wide and not fits
        under = fits and not aside
        self.list.show(own, None if under or beside else KeySection(TITLES[SHARED], everywhere))
        self._shared.show(everywhere)
        self._others.show([self._briefly(other) for other in self._groups[1:]])
        self._own.border_title = title
        self.title_line.title = f"{self.TITLE}: {title}" if compact else self.TITLE
        self._own.border_subtitle = self._changing(group, width // 2 if beside else width)
        self._beside.display, self._aside.display = under or beside, fits and aside
        self._asked.set_class(not under, "-beside")
        self._own.styles.height = high if under else "1fr"
        self._beside.styles.height = low if under else "1fr"

    def _rows(self, group: str, *, full: bool, room: int) -> tuple[list[KeyRow], list[KeyRow]]:
        """Return the rows of a screen's own commands, and of those of every screen."""
        unavailable = self._unavailable if group == self._asked_from else lambda _: None
        commands = commands_of(group, self.services.keys)
        own, shared = (
            [each for each in commands if (each.screen == SHARED) is wanted] for wanted in (False, True)
        )
        briefly = key_rows(own, unavailable, full=full)
        own_rows = key_rows(own, unavailable, full=full, room=room - _widest(briefly))
        return own_rows, key_rows(shared, unavailable, full=full)

    def _changing(self, group: str, width: int) -> Content:
        """Return how keys are changed: as a line for one of these commands, where that fits."""
        command = next(
            each
            for each in commands_in(group, self.services.keys)
            if not {*each.keys} & FIXED and each.keys != DIGITS
        )
        line = f'{command.id} = "{command.keys[0]}"'
        told = f"change keys: {line} in keys.toml (see unhunch doctor)"
        brief = "keys.toml in the data folder changes keys"
        return Content(told if len(told) <= width - 2 * _EDGES else brief)

    def _briefly(self, group: str) -> KeySection:
        """Return another screen's commands, each with its first key."""
        commands = commands_in(group, self.services.keys)
        return KeySection(TITLES[group], key_rows(each._replace(keys=each.keys[:1]) for each in commands))


def key_rows(
    commands: Iterable[KeyCommand],
    unavailable: Callable[[str], str | None] = lambda _: None,
    *,
    full: bool = True,
    room: int = 0,
) -> list[KeyRow]:
    """Return a row for each command, or for two neighbours of one name where their keys are short.

    Args:
        commands: in their order.
        unavailable: says why a command does not apply, or None when it does.
        full: whether one that does not apply is told with what it does, rather than its name alone.
        room: cells for which it is told so all the same.
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
            rows.append(_row(one, unavailable(one.id), full=full, room=room))
    return rows


def _row(command: KeyCommand, reason: str | None, *, full: bool, room: int) -> KeyRow:
    if reason is None:
        return KeyRow(command.all_keys, command.help)
    why = f"{reason[0].lower()}{reason[1:].rstrip('.')}"
    told = f"{command.help} ({why})"
    brief = f"{command.name}: {why}"
    return KeyRow(command.all_keys, told if full or len(told) <= room else brief, off=True)


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
