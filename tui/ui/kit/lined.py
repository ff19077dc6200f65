"""Lines that are drawn anew only where they are not what they were."""

from abc import abstractmethod
from typing import Self

from textual.content import Content, Span
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual
from textual.widget import Widget

MOST_KEPT = 256
"""Lines that are kept as they are drawn."""
_NONE = Size(-1, -1)
_NOTHING = Content("")


class Lined(Widget):
    """Draws the lines that a subclass gives in `draw`; it calls `redraw` where they may be others."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._drawn: list[Content] = []
        self._for = _NONE
        """What size `_drawn` is for: none where all of it is to be drawn anew."""
        self._strips: dict[tuple[str, tuple[Span, ...]], Strip] = {}
        """Lines as they come to the terminal: what moves shifts more of them than it changes."""

    @abstractmethod
    def draw(self, size: Size) -> list[Content]:
        """Return the lines in sight, each in at most `size.width` cells."""

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw all lines anew, where no regions are named."""
        if not regions:
            self._for = _NONE
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
            self.refresh(*(Region(0, n, size.width, 1) for n in changed))

    def render(self) -> Content:
        """Return the lines in sight, as they are selected by the mouse."""
        self._make_ready()
        return Content("\n").join(self._drawn)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return lines in sight as they are written; where something is around them, Textual adds it."""
        if any(self.gutter):
            return super().render_lines(crop)
        self._make_ready()
        strips = [self._strip(y) for y in crop.line_range]
        span = crop.column_span
        return strips if span == (0, self._for.width) else [strip.crop(*span) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Return one line in sight."""
        self._make_ready()
        return self._strip(y)

    def _strip(self, y: int) -> Strip:
        line = self._drawn[y] if y < len(self._drawn) else _NOTHING
        if self.text_selection:
            return self._as_written(line)
        known = (line.plain, tuple(line.spans))
        strip = self._strips.get(known)
        if strip is None:
            if len(self._strips) > MOST_KEPT:
                self._strips.clear()
            strip = self._strips[known] = self._as_written(line)
        return strip

    def _as_written(self, line: Content) -> Strip:
        width, (_, ground) = self._for.width, self.background_colors
        strip = Visual.to_strips(self, line, width, 1, self.visual_style)[0]
        strip = strip.adjust_cell_length(width, Style(background=ground).rich_style)
        for line_filter in self.get_line_filters():
            strip = strip.apply_filter(line_filter, ground)
        return strip

    def _make_ready(self) -> None:
        size = self.content_size
        if self._for != size:
            self._for, self._drawn = size, self.draw(size)
