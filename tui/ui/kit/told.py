"""A text that changes: everything is laid out anew only where it takes other rows."""

from textual.content import Content
from textual.widgets import Static


class Told(Static):
    """Shows one text after the other, none of it markup."""

    def __init__(self, *, id: str) -> None:
        super().__init__("", id=id, markup=False)
        self._told = Content("")

    def tell(self, text: Content | str) -> None:
        """Show this text; nothing happens when it is shown already."""
        before, self._told = self._told, Content(text) if isinstance(text, str) else text
        if not self._told.is_same(before):
            self.update(self._told, layout=self._rows(self._told) != self._rows(before))

    def _rows(self, text: Content) -> int:
        return text.get_height(self.styles.get_rules(), max(1, self.content_size.width)) if text else 0
