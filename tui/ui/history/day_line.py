"""One line between calendar and list: the marked day, and which sessions are in sight."""

from textual.content import Content
from textual.widget import Widget


class DayLine(Widget):
    """The day at the left, the rows at the right where there is room for them."""

    DEFAULT_CSS = """
    DayLine { height: 1; text-wrap: nowrap; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.day = ""
        self.rows = ""

    def show(self, day: str, rows: str) -> None:
        """Show both."""
        if (day, rows) != (self.day, self.rows):
            self.day, self.rows = day, rows
            self.refresh()

    def render(self) -> Content:
        """Return the line."""
        room = self.content_size.width - len(self.rows)
        text = self.day
        while len(text) > self.content_size.width and "," in text:
            text = text.rpartition(",")[0]
        rows = self.rows if len(text) + 2 <= room else ""
        return Content.assemble(
            (text, "$cool"), " " * (self.content_size.width - len(text) - len(rows)), (rows, "$quiet")
        )
