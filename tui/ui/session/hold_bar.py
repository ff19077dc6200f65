"""How much of a hold has passed, as a line under the word."""

from textual.content import Content
from textual.widget import Widget

from tui.core.text.glyphs import progress
from tui.ui.kit.row_list import glyphs_of


class HoldBar(Widget):
    """As wide as there is room for; blank outside holds."""

    DEFAULT_CSS = """
    HoldBar { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._steps: int | None = None

    def show(self, passed: float | None) -> None:
        """Show a share from 0 to 1, or nothing; it goes on by two cells, ten times a second at most."""
        steps = None if passed is None else int(self.size.width / 2 * passed + 1e-6)
        if steps != self._steps:
            self._steps = steps
            self.refresh()

    def render(self) -> Content:
        """Return the line."""
        width = self.content_size.width
        if self._steps is None or not width:
            return Content("")
        done, rest = progress(glyphs_of(self), width, 2 * self._steps / width)
        return Content.assemble((done, "$hot"), (rest, "$rule"))
