"""A frame in whose edges words stand: where they are others, nothing but that edge is painted anew."""

from typing import Self

from textual.content import Content
from textual.geometry import Region
from textual.widget import Widget


class Edged(Widget):
    """Comes before the class of the widget that has the frame."""

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
