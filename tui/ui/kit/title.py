"""The first line of every screen: what it is, and a word at its right end."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget


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
