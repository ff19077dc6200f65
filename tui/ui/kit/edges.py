"""The edges of screens and frames: title, notices, keys, and what stands for all where there is no room."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import NamedTuple, Self

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from tui.core.text.problems import printable
from tui.ui.figure.brush import QuickLine
from tui.ui.keys.commands import ALWAYS_SHOWN, BACK, HIDDEN, LEFT_OUT, PALETTE, QUIT, KeyCommand


class TitleLine(QuickLine):
    """A title at the left, and at the right whatever matters most beside it."""

    DEFAULT_CSS = """
    TitleLine {
        height: 1;
        padding: 0 2;
        color: $quiet;
    }
    .-compact TitleLine { padding: 0 1; }
    """

    title: reactive[str] = reactive("", repaint=False)
    """What the screen is called."""
    right: reactive[str] = reactive("", repaint=False)
    """The word at the right end; left out where there is no room for it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.set_reactive(TitleLine.title, title)

    def watch_title(self) -> None:
        """Show another title."""
        self.repaint()

    def watch_right(self) -> None:
        """Show another word."""
        self.repaint()

    def parts(self) -> list[tuple[str, str]]:
        """Return the line, exactly as wide as there is room."""
        width = self.content_size.width
        gap = width - cell_len(self.title) - cell_len(self.right)
        if gap < 2:
            return [(Content(self.title).truncate(max(0, width), ellipsis=False).plain, TITLE_STYLE)]
        return [(self.title, TITLE_STYLE), (" " * gap, ""), (self.right, "")]


TITLE_STYLE = "bold $hot"


class Edged(Widget):
    """A frame in whose edges words stand: where they are others, nothing but that edge is painted anew.

    It comes before the class of the widget that has the frame.
    """

    _over, _under = "", ""
    """The words in the upper and the lower edge."""
    _edge: int | None = None
    """The row whose words are being changed."""

    def tell_over(self, text: str) -> None:
        """Have the upper edge say this."""
        if text != self._over:
            self._over, self._edge = text, 0
            self.border_title = Content(text)
            self._edge = None

    def tell_under(self, text: str) -> None:
        """Have the lower edge say this."""
        if text != self._under:
            self._under, self._edge = text, self.outer_size.height - 1
            self.border_subtitle = Content(text)
            self._edge = None

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Have it painted anew; of other words in an edge nothing but that row."""
        if self._edge is not None:
            row = Region(0, self._edge, self.outer_size.width, 1)
            regions = (row.translate(-self.content_offset),)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


SHOWN_S = 8.0
"""How long a notice stays."""


class NoticeLine(QuickLine):
    """Shows the newest notice for a while; its text is never taken for markup."""

    DEFAULT_CSS = """
    NoticeLine {
        height: auto;
        min-height: 1;
        max-height: 4;
        padding: 0 2;
        color: $cool;
    }
    NoticeLine.-problem { color: $text-error; }
    .-compact NoticeLine { padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._timer: Timer | None = None

    def show(self, text: str, *, problem: bool = False) -> None:
        """Show `text`; an empty one clears the line."""
        if self._timer:
            self._timer.stop()
        self._say(printable(text))
        self.set_class(problem, "-problem")
        self._timer = self.set_timer(SHOWN_S * (3 if problem else 1), self._clear) if text else None

    def dismiss(self) -> None:
        """Take the notice away, unless it tells of a problem."""
        if self.text and not self.has_class("-problem"):
            self.show("")

    def parts(self) -> list[tuple[str, str]]:
        """Return the text alone."""
        return [(self.text, "")]

    def _clear(self) -> None:
        self._say("")

    def _say(self, text: str) -> None:
        before, self.text = self.text, text
        if self._rows(before) == self._rows(text):
            self.repaint()
        else:
            self.refresh(layout=True)

    def _rows(self, text: str) -> int:
        width = max(1, self.content_size.width)
        return 1 if cell_len(text) <= width else Content(text).get_height(self.styles.get_rules(), width)


LEAST = (60, 18)
"""Columns and rows that every screen needs."""


class TooSmall(Widget):
    """Says what size is needed and what it is now, and then what else is to be known."""

    DEFAULT_CSS = """
    TooSmall { display: none; width: 100%; height: 100%; content-align: center middle; text-align: center; }
    """

    def __init__(self, besides: str) -> None:
        super().__init__()
        self._besides = besides

    def render(self) -> Content:
        """Return the lines."""
        size = self.app.size
        needed = f"unhunch needs {LEAST[0]}x{LEAST[1]}; this is {size.width}x{size.height}"
        return Content(f"{needed}\n{self._besides}".rstrip())


GAP = 2
"""Cells between two entries."""
ARROWS = {"up/down": "↑↓", "left/right": "←→"}
"""How two keys are written where there is more than ASCII."""
LAST_KEPT = 3
"""The last rank of keys that are not left out for the name of the palette's."""


class FooterEntry(NamedTuple):
    """One place in the footer: a key or two with a name, and what a click on it asks for."""

    keys: str
    name: str
    command: KeyCommand
    off: bool

    @property
    def width(self) -> int:
        """Its cells."""
        return len(self.keys) + (1 + len(self.name) if self.name else 0)


class FooterLine(QuickLine):
    """Draws the keys of a screen; those that do not apply now are dimmed.

    Args:
        commands: of the screen, in their order.
        unavailable: says why a command does not apply, or None when it does.
        name_of: what a command is called now; its name in the table, unless that is given.
    """

    DEFAULT_CSS = """
    FooterLine {
        height: 1;
        padding: 0 2;
        color: $quiet;
    }
    .-compact FooterLine { padding: 0 1; }
    """

    class Chosen(Message):
        """An entry was clicked."""

        def __init__(self, command: KeyCommand) -> None:
            super().__init__()
            self.command = command

    def __init__(
        self,
        commands: Sequence[KeyCommand],
        unavailable: Callable[[str], str | None],
        name_of: Callable[[KeyCommand], str] = attrgetter("name"),
    ) -> None:
        super().__init__()
        self._commands = commands
        self._unavailable = unavailable
        self._name_of = name_of
        self._spans: list[tuple[int, int, KeyCommand]] = []
        self._shown: list[FooterEntry] = []

    def redraw(self) -> None:
        """Draw the line anew, if it is not what it was."""
        if self._entries() != self._shown:
            self.repaint()

    def parts(self) -> list[tuple[str, str]]:
        """Return the line: what fits at the left, the keys that are always there at the right."""
        self._shown = self._entries()
        left, right = fitting(self._shown, self.content_size.width)
        between = self.content_size.width - _cells(left) - _cells(right)
        gaps = [GAP] * (len(left) + len(right))
        gaps[:1] = [0]
        gaps[len(left) : len(left) + 1] = [max(GAP if left else 0, between)]
        self._spans = []
        parts: list[tuple[str, str]] = []
        at = 0
        for gap, entry in zip(gaps, (*left, *right), strict=False):
            at += gap + entry.width
            self._spans.append((at - entry.width, at, entry.command))
            parts += [(" " * gap, ""), *_written(entry)]
        return parts

    def on_click(self, event: Click) -> None:
        """Tell which entry was clicked."""
        for start, end, command in self._spans:
            if start <= event.x - self.styles.padding.left < end:
                self.post_message(self.Chosen(command))

    def _entries(self) -> list["FooterEntry"]:
        arrows = {} if self.app.has_class("-ascii") else ARROWS
        entries = entries_of(self._commands, self._unavailable, self._name_of)
        return [entry._replace(keys=arrows.get(entry.keys, entry.keys)) for entry in entries]


def _written(entry: FooterEntry) -> list[tuple[str, str]]:
    key_style, name_style = ("italic $quiet", "italic $quiet") if entry.off else ("bold $cool", "")
    return [(entry.keys, key_style), (" " if entry.name else "", ""), (entry.name, name_style)]


def _cells(entries: Sequence[FooterEntry]) -> int:
    return sum(entry.width + GAP for entry in entries) - (GAP if entries else 0)


def entries_of(
    commands: Sequence[KeyCommand],
    unavailable: Callable[[str], str | None],
    name_of: Callable[[KeyCommand], str] = attrgetter("name"),
) -> list[FooterEntry]:
    """Return the footer's places in their order: neighbours of one name together, hidden ones left out."""
    entries: list[FooterEntry] = []
    for command in commands:
        off = unavailable(command.id) is not None
        if command.rank == HIDDEN or (off and command.id in LEFT_OUT):
            continue
        last = entries[-1] if entries else None
        if last and last.name == name_of(command) and last.command.rank == command.rank:
            entries[-1] = FooterEntry(f"{last.keys}/{command.key}", last.name, last.command, last.off and off)
        else:
            entries.append(FooterEntry(command.key, name_of(command), command, off))
    return entries


def fitting(entries: Sequence[FooterEntry], width: int) -> tuple[list[FooterEntry], list[FooterEntry]]:
    """Return the entries that fit into `width` cells, at the left and at the right end."""
    bare = [entry._replace(name="") if entry.command.id == PALETTE else entry for entry in entries]
    named, unnamed = _fitting(entries, width), _fitting(bare, width)
    return named if all(e in named[0] for e in unnamed[0] if e.command.rank <= LAST_KEPT) else unnamed


def _fitting(entries: Sequence[FooterEntry], width: int) -> tuple[list[FooterEntry], list[FooterEntry]]:
    has_back = any(entry.command.id == BACK for entry in entries)
    right = [entry for entry in entries if _always(entry, has_back)]
    room = width - sum(entry.width + GAP for entry in right) + GAP
    chosen: list[FooterEntry] = []
    for entry in sorted((e for e in entries if e not in right), key=lambda e: (e.off, e.command.rank)):
        if entry.width + GAP <= room:
            chosen.append(entry)
            room -= entry.width + GAP
    shown = [entry for entry in entries if entry in chosen or entry in right]
    at_the_end = [entry for entry in shown if entry in right or entry.command.id == QUIT]
    return [entry for entry in shown if entry not in at_the_end], at_the_end


def _always(entry: FooterEntry, has_back: bool) -> bool:
    return entry.command.rank == ALWAYS_SHOWN or (entry.command.id == QUIT and not has_back)
