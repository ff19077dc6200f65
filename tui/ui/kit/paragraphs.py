"""Paragraphs under their heads, as many whole ones as there is room for."""

from collections.abc import Iterable, Sequence

from textual.content import Content
from textual.widget import Widget

from tui.ui.kit.base import glyphs_of

Paragraph = tuple[str, str]
"""A head and its text; the head may be empty."""


def wrapped(text: Content, width: int) -> list[Content]:
    """Return the lines of a text, the last one of more than one word where that takes no more lines."""
    lines = text.wrap(max(1, width))
    for narrower in range(width - 1, width // 2, -1):
        if len(lines) == 1 or " " in lines[-1].plain or len(other := text.wrap(narrower)) > len(lines):
            break
        lines = other
    return lines


class Paragraphs(Widget):
    """Draws the first paragraph, cut where it must be, and each other one that there is whole room for.

    Args:
        id: the widget's id.
        classes: its classes.
        beside: whether a head stands before its text rather than over it.
    """

    DEFAULT_CSS = """
    Paragraphs { width: 1fr; height: 1fr; color: $quiet; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None, beside: bool = False) -> None:
        super().__init__(id=id, classes=classes)
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._beside = beside

    def show(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show these; nothing happens when they are shown already."""
        if tuple(paragraphs) != self._paragraphs:
            self._paragraphs = tuple(paragraphs)
            self.refresh()

    def render(self) -> Content:
        """Return the lines."""
        width, height = self.content_size
        whole = [list(self._lines(*paragraph, width)) for paragraph in self._paragraphs]
        spacious = sum(map(len, whole)) + len(whole) - 1 <= height
        lines: list[Content] = []
        for more in whole:
            if not lines or len(lines) + len(more) <= height:
                lines += [Content(""), *more] if spacious and lines else more
        if len(lines) > height > 0:
            cut = glyphs_of(self).cut
            last = lines[height - 1].wrap(max(1, width - len(cut) - 1))[0].rstrip()
            lines = [*lines[: height - 1], Content.assemble(last, f" {cut}")]
        return Content("\n").join(lines)

    def _lines(self, head: str, text: str, width: int) -> Iterable[Content]:
        shown = Content.styled(head, "bold")
        if head and self._beside:
            return wrapped(Content.assemble(shown, "  ", text), width)
        return [*([shown] if head else []), *(wrapped(Content(text), width) if text else [])]
