"""Lines that are drawn anew only where they are not what they were."""

from abc import abstractmethod
from typing import Self

from textual.content import Content, Span
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

MOST_KEPT = 256
"""Lines that are kept as they are drawn."""
_NONE = Size(-1, -1)


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

    def render_line(self, y: int) -> Strip:
        """Return one line in sight."""
        self._make_ready()
        line = self._drawn[y] if y < len(self._drawn) else Content("")
        known = (line.plain, tuple(line.spans))
        strip = self._strips.get(known) if self.text_selection is None else None
        if strip is None:
            strip = Visual.to_strips(self, line, self.content_size.width, 1, self.visual_style)[0]
            if self.text_selection is None:
                if len(self._strips) > MOST_KEPT:
                    self._strips.clear()
                self._strips[known] = strip
        return strip

    def _make_ready(self) -> None:
        size = self.content_size
        if self._for != size:
            self._for, self._drawn = size, self.draw(size)
