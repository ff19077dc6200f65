"""Lines that are drawn anew only where they are not what they were."""

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Self

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual.color import Color
from textual.content import Content, Span
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

from tui.ui.figure.brush import Spot

MOST_KEPT = 256
"""Lines that are kept as they are drawn."""
_NONE = Size(-1, -1)
_NOTHING = Content("")


class _Pens(dict[tuple[str | Style, ...], RichStyle]):
    """How a piece is written in these styles: lines one under another share most of them.

    Args:
        ink: what they are laid over.
        ground: what is behind it all.
        filters: what the terminal needs of the app's colours.
    """

    def __init__(self, ink: Style, ground: Color, filters: Sequence[LineFilter]) -> None:
        super().__init__()
        self._ink, self._ground, self._filters = ink, ground, filters

    def __missing__(self, styles: tuple[str | Style, ...]) -> RichStyle:
        """Work one out."""
        style = sum(map(_parsed, styles), self._ink)
        found = self[styles] = self.filtered((self._ink + style).rich_style)
        return found

    def filtered(self, style: RichStyle) -> RichStyle:
        """Return a style as it is written."""
        piece = [Segment("x", style)]
        for line_filter in self._filters:
            piece = line_filter.apply(piece, self._ground)
        return piece[0].style or style


class _Look(NamedTuple):
    """How lines look beside what they say of it themselves."""

    pens: _Pens
    rest: RichStyle
    """Of the cells behind a line."""
    left: Sequence[Segment]
    """What stands before each line, of a border and its padding."""
    right: Sequence[Segment]


class Lined(Widget):
    """Draws the lines that a subclass gives in `draw`; it calls `redraw` where they may be others."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._drawn: list[Content] = []
        self._for = _NONE
        """What size `_drawn` is for: none where all of it is to be drawn anew."""
        self._strips: dict[tuple[str, tuple[Span, ...]], Strip] = {}
        """Lines as they come to the terminal: what moves shifts more of them than it changes."""
        self._look: _Look | None = None
        """None where it is to be worked out anew."""
        self._framing = False
        """Whether Textual is asked only for what stands around the lines."""
        self._spot = Spot(self)

    @abstractmethod
    def draw(self, size: Size) -> list[Content]:
        """Return the lines in sight, each in at most `size.width` cells."""

    def on_mount(self) -> None:
        """Be ready to paint."""
        self._spot.watch()

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw all lines anew, where no regions are named."""
        if not regions:
            self._for, self._look = _NONE, None
            self._strips.clear()
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def redraw(self) -> None:
        """Draw the lines that are not what they were."""
        size = self.content_size
        if self._for != size:
            self.refresh()
            return
        before = self._drawn
        now = self._drawn = self.draw(size)
        lines = range(max(len(before), len(now)))
        changed = [n for n in lines if not (n < len(before) and n < len(now) and before[n].is_same(now[n]))]
        if changed:
            self.show_lines(changed)

    def show_lines(self, changed: Sequence[int]) -> None:
        """Show lines that have been drawn anew: at once where nothing can be in the way, else with the rest.

        Args:
            changed: their places among those in sight, rising.
        """
        found = self._spot.find(self.outer_size)
        if found is None or self.text_selection:
            self.refresh(*(Region(0, n, self._for.width, 1) for n in changed))
            return
        paint, (x, y, *_) = found
        console, top = self.app.console, y + self.gutter.top
        written = (f"\x1b[{top + n + 1};{x + 1}H{self._strip(n).render(console)}" for n in changed)
        rows = changed[-1] - changed[0] + 1
        paint("".join(written), Region(x, top + changed[0], self.outer_size.width, rows))

    def render(self) -> Content:
        """Return the lines in sight, as they are selected by the mouse."""
        self._make_ready()
        return Content("\n").join(self._drawn)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return lines in sight as they are written; Textual draws what is over and under them."""
        if self.text_selection:
            return super().render_lines(crop)
        self._make_ready()
        top, width = self.gutter.top, self.outer_size.width
        inside = range(top, top + self._for.height)
        strips = [self._strip(y - top) if y in inside else self._framed(y, width) for y in crop.line_range]
        span = crop.column_span
        return strips if span == (0, width) else [strip.crop(*span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Return one line in sight as Textual writes it, by whose places the mouse selects."""
        width, height = self.content_size
        strips = (
            [] if self._framing else Visual.to_strips(self, self.render(), width, height, self.visual_style)
        )
        return strips[y] if y < len(strips) else Strip.blank(width, self.visual_style.rich_style)

    def _framed(self, y: int, width: int) -> Strip:
        """Return a line as Textual writes it, with nothing but what stands around its middle."""
        self._framing = True
        strip = super().render_lines(Region(0, y, width, 1))[0]
        self._framing = False
        return strip

    def _strip(self, y: int) -> Strip:
        line = self._drawn[y] if y < len(self._drawn) else _NOTHING
        known = (line.plain, tuple(line.spans))
        strip = self._strips.get(known)
        if strip is None:
            if len(self._strips) > MOST_KEPT:
                self._strips.clear()
            strip = self._strips[known] = self._as_written(line)
        return strip

    def _as_written(self, line: Content) -> Strip:
        """Write a line as Textual does it, which would look first where to wrap what fits."""
        look = self._look = self._look or self._looks()
        free = self._for.width - line.cell_length
        segments = [*_segments(line, look.pens)]
        if free > 0:
            segments.append(Segment(" " * free, look.rest))
        elif free < 0:
            segments = [*Strip(segments).adjust_cell_length(self._for.width)]
        return Strip([*look.left, *segments, *look.right], self.outer_size.width)

    def _looks(self) -> _Look:
        _, ground = self.background_colors
        pens = _Pens(self.visual_style, ground, self.get_line_filters())
        rest = pens.filtered(Style(background=ground).rich_style)
        left, right = self._sides() if any(self.gutter) else ((), ())
        return _Look(pens, rest, left, right)

    def _sides(self) -> tuple[Sequence[Segment], Sequence[Segment]]:
        gutter, width = self.gutter, self.outer_size.width
        line = self._framed(gutter.top, width)
        return [*line.crop(0, gutter.left)], [*line.crop(width - gutter.right)]

    def _make_ready(self) -> None:
        size = self.content_size
        if self._for != size:
            self._for, self._drawn = size, self.draw(size)


def _segments(line: Content, pens: _Pens) -> Iterator[Segment]:
    """Yield the pieces of a line of one style each."""
    text, spans = line.plain, line.spans
    cuts = {0, len(text)}.union(*((span.start, span.end) for span in spans))
    for begin, end in pairwise(sorted(cuts)):
        styles = tuple(span.style for span in spans if span.start <= begin and end <= span.end)
        yield Segment(text[begin:end], pens[styles])


def _parsed(style: str | Style) -> Style:
    return style if isinstance(style, Style) else Style.parse(style)
