"""One quiet line above the footer that says what happened, and why something did not."""

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

from tui.core.text.problems import printable

SHOWN_S = 8.0
"""How long a notice stays."""


class NoticeLine(Widget):
    """Shows the newest notice for a while; its text is never taken for markup."""

    DEFAULT_CSS = """
    NoticeLine {
        height: auto;
        min-height: 1;
        max-height: 4;
        padding: 0 2;
        color: $cool;
    }
    NoticeLine.-problem { color: $text-error; }
    .-compact NoticeLine { padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._timer: Timer | None = None

    def show(self, text: str, *, problem: bool = False) -> None:
        """Show `text`; an empty one clears the line."""
        if self._timer:
            self._timer.stop()
        self.text = printable(text)
        self.set_class(problem, "-problem")
        self.refresh(layout=True)
        self._timer = self.set_timer(SHOWN_S * (3 if problem else 1), self._clear) if text else None

    def dismiss(self) -> None:
        """Take the notice away, unless it tells of a problem."""
        if self.text and not self.has_class("-problem"):
            self.show("")

    def render(self) -> Content:
        """Return the text alone."""
        return Content(self.text)

    def _clear(self) -> None:
        self.text = ""
        self.refresh(layout=True)
