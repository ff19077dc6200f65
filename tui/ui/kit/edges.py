"""The edges of every screen: its title, its notices, and what stands for it where there is no room."""

from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from tui.core.text.problems import printable


class TitleLine(Widget):
    """A title at the left, and at the right whatever matters most beside it."""

    DEFAULT_CSS = """
    TitleLine {
        height: 1;
        padding: 0 2;
        color: $quiet;
    }
    .-compact TitleLine { padding: 0 1; }
    """

    title: reactive[str] = reactive("")
    """What the screen is called."""
    right: reactive[str] = reactive("")
    """The word at the right end; left out where there is no room for it."""

    def __init__(self, title: str = "", right: str = "") -> None:
        super().__init__()
        self.set_reactive(TitleLine.title, title)
        self.set_reactive(TitleLine.right, right)

    def render(self) -> Content:
        """Return the line, exactly as wide as there is room."""
        width = self.content_size.width
        title = Content.styled(self.title, "bold $hot")
        right = Content(self.right)
        gap = width - title.cell_length - right.cell_length
        if gap < 2:
            return title.truncate(max(0, width), ellipsis=False)
        return Content.assemble(title, " " * gap, right)


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
