"""The one offer on Home, with the keys that answer it."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget


class OfferLine(Widget):
    """A question with its keys, and the reason under it; no lines at all when nothing is offered."""

    DEFAULT_CSS = """
    OfferLine { height: auto; width: 100%; padding: 0 2; }
    .-compact OfferLine { padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._question = ""
        self._keys: tuple[tuple[str, str], ...] = ()
        self._reason = ""
        self.display = False

    def show(self, question: str, keys: Sequence[tuple[str, str]] = (), reason: str = "") -> None:
        """Show an offer; an empty question shows nothing.

        Args:
            question: what is offered.
            keys: each key and what it does.
            reason: why, in one sentence; may be empty.
        """
        self._question, self._keys, self._reason = question, tuple(keys), reason
        self.display = bool(question)
        self.refresh(layout=True)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Take all there is."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Ask for the lines that the offer takes."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return the lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        question = Content.styled(self._question, "bold")
        keys = Content("   ").join(
            Content.assemble((key, "bold $cool"), f" {does}") for key, does in self._keys
        )
        reason = Content.styled(self._reason, "$quiet")
        if question.cell_length + keys.cell_length + 3 <= width:
            return [Content.assemble(question, "   ", keys), *([reason] if self._reason else [])]
        beside = self._reason and keys.cell_length + reason.cell_length + 3 <= width
        return [*question.wrap(width), Content.assemble(keys, "   ", reason) if beside else keys]
