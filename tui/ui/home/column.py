"""Home's left column: the menu, what cannot be used, and how things stand."""

from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widget import Widget
from textual.widgets import Static

from tui.ui.home.standing import Standing
from tui.ui.kit.menu import Menu

LEAST_ROWS = 3
"""Rows of the menu that are always in sight."""


class HomeColumn(Vertical):
    """Gives the menu the rows that the others do not need.

    Args:
        menu: the exercises.
        faults: why some cannot be used; may be empty.
        standing: how things stand.
    """

    DEFAULT_CSS = """
    HomeColumn #faults { height: auto; color: $text-error; }
    """

    def __init__(self, menu: Menu, faults: str, standing: Standing) -> None:
        told = (Static(Content(f"Cannot be used: {faults}"), id="faults"),) if faults else ()
        super().__init__(menu, *told, standing, id="left")
        self._menu = menu

    def on_resize(self, _: Resize) -> None:
        """Share the new height."""
        self.fit()

    def fit(self) -> None:
        """Share the height anew, after the others have changed."""
        taken = sum(self._rows(widget) for widget in self.children if widget is not self._menu)
        self._menu.styles.max_height = max(LEAST_ROWS, self.content_size.height - taken)

    def _rows(self, widget: Widget) -> int:
        """Return the rows that a widget asks for, with its margin."""
        styles = widget.styles
        rows = widget.get_content_height(self.content_size, self.app.size, self.content_size.width)
        if styles.min_height:
            rows = max(rows, int(styles.min_height.value))
        if styles.max_height:
            rows = min(rows, int(styles.max_height.value))
        return rows + styles.margin.height
