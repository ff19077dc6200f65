"""How things stand: this week's days, the streak, its strength, in aligned columns."""

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from tui.ui.kit.base import glyphs_of

if TYPE_CHECKING:
    from tui.ui.home.facts import HomeFacts


class Standing(Widget):
    """Draws the lower half of Home; blank until the facts have been read."""

    DEFAULT_CSS = """
    Standing { height: auto; min-height: 6; width: 1fr; }
    .-compact Standing { min-height: 4; }
    """

    def __init__(self) -> None:
        super().__init__(classes="panel")
        self.border_title = "How it stands"
        self._facts: HomeFacts | None = None
        self._numbers = True

    def show(self, facts: "HomeFacts", *, numbers: bool) -> None:
        """Show how things stand; without numbers the days of this week alone."""
        if facts is not self._facts or numbers != self._numbers:
            self._facts, self._numbers = facts, numbers
            self.refresh(layout=True)

    def render(self) -> Content:
        """Return the lines."""
        if self._facts is None:
            return Content("")
        from tui.ui.home.standing_lines import standing_lines  # only now: not for the first paint

        room = self.content_size.width
        lines = standing_lines(self._facts, room, glyphs_of(self), numbers=self._numbers)
        return Content("\n").join(lines)
