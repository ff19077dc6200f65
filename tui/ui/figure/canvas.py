"""The surface that a figure is shown on: coloured cells, of which only those that change are repainted."""

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.core.terminal.overpaint import Cell, cells_of
from tui.ui.figure.brush import Brush, Looks
from tui.ui.figure.figure_colours import BOLD, COLOUR, GROUND, ROLES, FigureColours, rgb, role_colours

if TYPE_CHECKING:
    from tui.core.figure.frame import Frame, FrameLine

_STRIPS = 240
"""Rows that are kept as strips."""


class FigureCanvas(Widget):
    """Shows frames, blank until the first one."""

    DEFAULT_CSS = """
    FigureCanvas { width: 1fr; height: 1fr; color: $foreground; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._frame: Frame | None = None
        """What is shown, or will be."""
        self._palette: FigureColours | None = None
        self._strip_of = lru_cache(_STRIPS)(self._strip)
        self._brush = Brush(self, Looks(self._ink), Looks(self._paper))
        self._fresh = False
        """Whether the terminal shows the picture, or the one before it."""

    @property
    def is_drawn(self) -> bool:
        """Whether there is a picture: not before the engine has been loaded."""
        return self._frame is not None

    @property
    def color_system(self) -> str:
        """What colours the terminal has: `none`, or as Rich calls it."""
        return "none" if self.app.no_color else self.app.console.color_system or "none"

    def on_mount(self) -> None:
        """Be ready to paint."""
        self._brush.spot.watch()

    def notify_style_update(self) -> None:
        """Take over new colours."""
        super().notify_style_update()
        self.forget_colors()

    def forget_colors(self) -> None:
        """Work out all colours anew."""
        self._palette = None
        self._strip_of.cache_clear()
        self._brush.forget()
        self._fresh = False

    def replace_frame(self, frame: "Frame") -> None:
        """Show another frame, repainting the cells that differ."""
        old, self._frame = self._frame, frame
        if old and (old.columns, old.rows) != (frame.columns, frame.rows):
            self._fresh = False
            self.refresh()
        elif old != frame:
            shown = self._brush.paint(old, frame) if self._fresh else None
            self._frame = shown or frame
            if not shown:
                self.refresh(*(changed_spans(old, frame) if old else ()))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return rows of the picture as they are to be written."""
        self._fresh = True
        filters, background = self.get_line_filters(), self.background_colors[1]
        strips: list[Strip] = []
        for y in crop.line_range if self._frame else crop.line_range[:1]:
            strip = self.render_line(y)
            for line_filter in filters:
                strip = strip.apply_filter(line_filter, background)
            strips.append(strip)
        if self._frame is None:
            strips *= crop.height
        begin, end = crop.column_span
        return strips if end - begin == self.size.width else [strip.crop(begin, end) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Return one row of the picture, or a blank one."""
        if self._frame is None or y >= self._frame.rows:
            return Strip.blank(self.size.width, self.rich_style)
        return self._strip_of(self._frame.line(y), self.size.width)

    def _strip(self, line: "FrameLine", width: int) -> Strip:
        strip = _strip(line, self.palette)
        return strip if strip.cell_length == width else strip.adjust_cell_length(width, self.rich_style)

    @property
    def palette(self) -> FigureColours:
        """The colours that it is drawn in."""
        if self._palette is None:
            self._palette = self._new_palette()
        return self._palette

    def _ink(self, colour: int) -> str:
        """Return what a colour is written as in front.

        Filters of Textual look only at greys and at colours of the terminal's own, never at these.
        """
        if self.color_system == "truecolor" and colour & COLOUR:
            bold = "1;" if colour & BOLD else ""
            return f"{bold}38;2;{';'.join(map(str, rgb(colour)))}"
        return self._cell(self.palette.style(colour, GROUND))[1]

    def _paper(self, colour: int) -> str:
        """Return what a colour is written as behind, in the same way."""
        if self.color_system == "truecolor" and not colour & GROUND:
            return f"48;2;{';'.join(map(str, rgb(colour)))}"
        return self._cell(self.palette.style(0, colour))[2]

    def _cell(self, style: Style) -> Cell:
        """Return a character in a style as a cell of the terminal."""
        (cell,) = cells_of(self._written(style))
        return cell

    def _written(self, style: Style) -> str:
        """Return a character in a style as Textual writes it."""
        strip = Strip([Segment("x", style)], 1)
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, self.background_colors[1])
        return strip.render(self.app.console)

    def _new_palette(self) -> FigureColours:
        table = role_colours(dark=self.app.current_theme.dark, ascii_only=self.has_class("-ascii"))
        colors = dict.fromkeys(ROLES, self.styles.color) | {role: Color.parse(table[role]) for role in table}
        background = self.background_colors[1]
        own = background.ansi is not None
        dark = self.app.current_theme.dark if own else background.brightness <= 0.5
        return FigureColours(colors, background, dark, self.color_system)


def changed_spans(was: "Frame", now: "Frame") -> list[Region]:
    """Return from where on and up to where rows of two pictures of the same size differ.

    One span a row: Textual repaints each from the left edge of the widget.
    """
    rows: dict[int, list[int]] = {}
    for at in now.changes(was):
        rows.setdefault(at // now.columns, []).append(at % now.columns)
    return [Region(places[0], y, places[-1] + 1 - places[0], 1) for y, places in rows.items()]


def _strip(line: "FrameLine", palette: FigureColours) -> Strip:
    """Return the row in as few segments as can be: a blank goes with the glyph before it."""
    segments: list[Segment] = []
    inks, papers = (memoryview(part).cast("H") for part in (line.ink, line.paper))
    begin, last = 0, (0, papers[0])
    for at, key in enumerate(zip(inks, papers, strict=True)):
        if key != last and (line.text[at] != " " or key[1] != last[1]):
            if at > begin:
                segments.append(Segment(line.text[begin:at], palette.style(*last)))
            begin, last = at, key
    segments.append(Segment(line.text[begin:], palette.style(*last)))
    return Strip(segments, len(line.text))
