"""Streaks, weeks, strength and sums in aligned columns, broken only between words."""

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.core.history.facts import Fact, fitting_lines


class FactsView(Widget):
    """Draws facts beside the calendar, as many lines as there is room for."""

    DEFAULT_CSS = """
    FactsView { height: 1fr; width: 1fr; text-wrap: nowrap; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.facts: tuple[Fact, ...] = ()

    def show(self, facts: Sequence[Fact]) -> None:
        """Show these facts."""
        self.facts = tuple(facts)
        self.refresh()

    def render(self) -> Content:
        """Return the lines."""
        lines = fitting_lines(self.facts, self.content_size.width, self.content_size.height)
        return Content("\n").join(
            Content.assemble(
                (line.label, "$quiet"), (line.value, "bold" if line.label else ""), (line.aside, "$quiet")
            )
            for line in lines
        )
