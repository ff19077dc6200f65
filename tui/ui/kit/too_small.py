"""What is shown instead of a screen when the terminal is too small for it."""

from textual.content import Content
from textual.widget import Widget

LEAST = (60, 18)
"""Columns and rows that every screen needs."""


class TooSmall(Widget):
    """One line that says what size is needed and what it is now."""

    DEFAULT_CSS = """
    TooSmall { display: none; width: 100%; height: 100%; content-align: center middle; color: $foreground; }
    """

    def render(self) -> Content:
        """Return the line."""
        size = self.app.size
        return Content(f"unhunch needs {LEAST[0]}x{LEAST[1]}; this is {size.width}x{size.height}")
