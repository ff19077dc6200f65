"""Paints a picture or a line over the one before straight on the terminal, where nothing can be in the way.

What Textual does for any widget, composing the screen and rendering strips, costs a few milliseconds a
picture, and as much for a bar that goes on by a cell: it composes all that shares a row with it. A movement
is the same few hundred pairs of pictures again and again: what turns one into the other is worked out once.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import groupby
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from textual.app import App
from textual.content import Content
from textual.errors import NoWidget
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from tui.core.terminal.overpaint import Place, overpaint, told_apart
from tui.ui.app.textual_parts import BEGIN, END, driver_of, is_batching, shows_at_once
from tui.ui.figure.figure_colours import GROUND

if TYPE_CHECKING:
    from tui.core.figure.frame import Frame

_STROKES = 200
"""Pairs of pictures that are kept; each has one to four kilobytes of text."""
_CORNER = Region(0, 0, 1, 1)


Paint = Callable[[str, Region], None]
"""What a driver that has it writes a text with that changes nothing but cells of this part of the screen."""


class Looks(dict[int, str]):
    """SGR parameters by colour.

    Args:
        written: returns those of a colour.
    """

    def __init__(self, written: Callable[[int], str]) -> None:
        super().__init__()
        self._written = written

    def __missing__(self, colour: int) -> str:
        """Work out a colour that has not been asked for before."""
        found = self[colour] = self._written(colour)
        return found


class Spot:
    """Where a widget stands on the screen in front, for as long as nothing else can be in the way.

    Args:
        widget: what is to be painted; `watch` has to be called when it is mounted.
    """

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._screen: Screen[object] | None = None
        """Where the place was looked for; None where it has to be looked for anew."""
        self._place: Region | None = None

    def watch(self) -> None:
        """Look anew for the place whenever the screen has been laid out."""
        signal = self._widget.screen.screen_layout_refresh_signal
        signal.subscribe(self._widget, lambda _: self._lift(), immediate=True)

    def find(self, size: Size, *, batched: bool = False) -> tuple[Paint, Region] | None:
        """Return what paints, and where; None where only Textual can, or its size is another one.

        With `batched` that may be in a batch, too: it is then part of what Textual writes at its end.
        """
        app = self._widget.app
        paint = pencil(app, self._widget if batched else None)
        if paint is None or (self._screen or self._widget.screen) is not app.screen:
            return None
        if self._screen is None:
            self._screen, self._place = app.screen, free_place(self._widget, app.screen)
        return (paint, self._place) if self._place and self._place.size == size else None

    def _lift(self) -> None:
        self._screen = None


class Brush:
    """Paints for one widget.

    Args:
        widget: shows the pictures.
        inks: what a colour is written as in front.
        papers: what it is written as behind.
    """

    def __init__(self, widget: Widget, inks: Looks, papers: Looks) -> None:
        self.spot = Spot(widget)
        self._inks, self._papers = inks, papers
        self._place: Region | None = None
        """What place the strokes are for."""
        self._strokes: OrderedDict[tuple[Frame | None, Frame], tuple[Frame, str]] = OrderedDict()

    def forget(self) -> None:
        """Work out everything anew: colours have changed."""
        self._strokes.clear()
        self._inks.clear()
        self._papers.clear()

    def paint(self, was: "Frame | None", now: "Frame") -> "Frame | None":
        """Paint `now` over what is shown, or a blank; return None, and do nothing, where only Textual can.

        Returns:
            What is shown then: `now`, but for cells that differ too little from those before.
        """
        found = self.spot.find(Size(now.columns, now.rows), batched=True)
        if found is None:
            return None
        paint, place = found
        if place != self._place:
            self._place = place
            self._strokes.clear()
        shown, stroke = self._stroke(was, now, place)
        if stroke:
            paint(stroke, place)
        return shown

    def _stroke(self, was: "Frame | None", now: "Frame", place: Region) -> "tuple[Frame, str]":
        key = (was, now)
        found = self._strokes.get(key)
        if found is None:
            where = Place(place.y + 1, place.x + 1, place.width)
            changed = told_apart(now.changes(was), was.numbers, now.numbers) if was else _drawn(now)
            shown = was.with_cells_of(now, changed) if was else now
            text = overpaint(where, changed, shown.numbers, self._inks, self._papers)
            found = self._strokes[key] = (shown, text)
            if len(self._strokes) > _STROKES:
                self._strokes.popitem(last=False)
        else:
            self._strokes.move_to_end(key)
        return found


class QuickLine(Widget):
    """A line without a border, with room beside it at most; a subclass says in `parts` what stands in it.

    While it is higher than a line, Textual draws it.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._spot = Spot(self)
        self._fresh = False
        """Whether Textual has drawn it where it stands."""
        self._standing: list[tuple[str, str]] = []
        """The characters that the terminal shows, and their styles."""
        self._pens: dict[str, tuple[str, str]] = {}
        """What is written before and behind a text, by its style."""

    def on_mount(self) -> None:
        """Be ready to paint."""
        self._spot.watch()

    def parts(self) -> Sequence[tuple[str, str]]:
        """Return the texts that stand in the line, from the left, and the style of each."""
        return ()

    def render(self) -> Content:
        """Return the line."""
        return Content.assemble(*self.parts())

    def repaint(self) -> None:
        """Show what the line says now."""
        if not (self._fresh and self._paint()):
            self.refresh()

    def notify_style_update(self) -> None:
        """Let Textual draw it first in new colours."""
        super().notify_style_update()
        self._fresh = False
        self._pens.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the line as it is to be written."""
        self._fresh = self.outer_size.height == 1
        if not self._fresh:
            return super().render_lines(crop)
        self._standing = self._characters()
        strip = self._drawn()
        begin, end = crop.column_span
        return [strip if end - begin == strip.cell_length else strip.crop(begin, end)]

    def _whole(self) -> Sequence[tuple[str, str]]:
        """Return what stands in the line and the blanks before it."""
        return [(" " * self.gutter.left, ""), *self.parts()]

    def _drawn(self) -> Strip:
        return self._strip(Content.assemble(*self._whole()), self.outer_size.width)

    def _strip(self, content: Content, width: int) -> Strip:
        strips = Visual.to_strips(self, content, width, 1, self.visual_style, pad=True)
        strip = strips[0] if strips else Strip.blank(width, self.visual_style.rich_style)
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return strip

    def _characters(self) -> list[tuple[str, str]]:
        """Return the characters of the line and their styles; nothing where they are not one a cell."""
        cells = [(character, style) for text, style in self._whole() for character in text]
        wide = self.outer_size.width
        blanks = [(" ", "")] * (wide - len(cells))
        whole = cell_len("".join(character for character, _ in cells)) == len(cells) <= wide
        return [*cells, *blanks] if whole else []

    def _change(self) -> tuple[range, str]:
        """Return which columns have changed, and what is written there; each style is worked out once."""
        was, self._standing = self._standing, self._characters()
        if len(was) != len(self._standing) or not was:
            return range(self.outer_size.width), self._drawn().render(self.app.console)
        differs = [at for at, pair in enumerate(zip(was, self._standing, strict=True)) if pair[0] != pair[1]]
        span = range(differs[0], differs[-1] + 1) if differs else range(0)
        runs = groupby(self._standing[span.start : span.stop], key=lambda cell: cell[1])
        return span, "".join("".join(cell[0] for cell in run).join(self._pen(style)) for style, run in runs)

    def _pen(self, style: str) -> tuple[str, str]:
        if style not in self._pens:
            written = self._strip(Content.styled("x", style), 1).render(self.app.console)
            before, _, behind = written.rpartition("x")
            self._pens[style] = (before, behind)
        return self._pens[style]

    def _paint(self) -> bool:
        """Paint over what is shown; return False, and do nothing, where only Textual can do it."""
        found = self._spot.find(self.outer_size.with_height(1))
        if found is None:
            return False
        paint, place = found
        columns, written = self._change()
        if written:
            part = Region(place.x + columns.start, place.y, len(columns), 1)
            paint(_move(*part.offset) + written, part)
        return True


def _drawn(frame: "Frame") -> list[int]:
    """Return which cells of a picture are not blank, counted in reading order."""
    return [at for at, cell in enumerate(frame.numbers) if chr(cell >> 32) != " " or not cell & GROUND]


def pencil(app: App[object], batched: Widget | None = None) -> Paint | None:
    """Return what writes straight on the terminal, and leaves its cursor; None where only Textual may.

    Args:
        app: writes there, too.
        batched: what may be painted in a batch: it is then part of what Textual writes at its end.
    """
    write = getattr(driver_of(app), "paint", None)
    held = is_batching(app)
    if write is None or (held and batched is None):
        return None

    def paint(text: str, part: Region) -> None:
        text += _move(*app.cursor_position)
        write(f"{BEGIN}{text}{END}" if shows_at_once(app) and not held else text, part, held=held)
        if held and batched:
            batched.refresh(_CORNER)  # so that there is something to write

    return paint


def gathered(app: App[object]) -> AbstractContextManager[None]:
    """Have what is painted meanwhile written in one piece, by a driver that can."""
    gather = getattr(driver_of(app), "gathered", nullcontext)
    return cast("AbstractContextManager[None]", gather())


def free_place(widget: Widget, screen: Screen[object]) -> Region | None:
    """Return where on the screen a widget is, if all of it can be seen and nothing else is there."""
    try:
        geometry = screen.find_widget(widget)
    except NoWidget:  # not displayed now, or not arranged yet
        return None
    region = geometry.region
    if not region or geometry.visible_region != region or not screen.region.contains_region(region):
        return None
    around = set(widget.ancestors_with_self)
    for other in cast("Iterable[Widget]", screen.walk_children(Widget)):
        if other not in around and other.display and other.visible and other.region.overlaps(region):
            return None
    return region


def _move(x: int, y: int) -> str:
    return f"\x1b[{y + 1};{x + 1}H"
