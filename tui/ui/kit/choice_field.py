"""One of a few choices in a line of a form: the arrow keys change it."""

from collections.abc import Sequence
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Key
from textual.message import Message
from textual.widget import Widget

from tui.core.text.problems import printable
from tui.ui.keys.own_keys import run_own_key
from tui.ui.kit.row_list import glyphs_of

T = TypeVar("T")


class ChoiceField(Widget, Generic[T], can_focus=True):
    """Shows all choices, the chosen one in brackets.

    Args:
        choices: values and their texts.
        chosen: the value at first.
        alone: whether the chosen one is shown alone, where all of them would be too long for a line.
    """

    DEFAULT_CSS = """
    ChoiceField { height: 1; width: 1fr; text-wrap: nowrap; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "change(-1)", show=False),
        Binding("right,space", "change(1)", show=False),
    ]

    class Changed(Message):
        """Another choice was made."""

    def __init__(
        self, choices: Sequence[tuple[T, str]], chosen: T, *, alone: bool = False, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._alone = alone
        self._choices = tuple(choices)
        self._at = next((at for at, (value, _) in enumerate(self._choices) if value == chosen), 0)

    @property
    def value(self) -> T:
        """The chosen value."""
        return self._choices[self._at][0]

    def render(self) -> Content:
        """Return the choices in a line."""
        chosen = "bold reverse $cool" if self.has_focus else "bold"
        if self._alone:
            glyphs = glyphs_of(self)
            text = printable(self._choices[self._at][1])
            return Content.assemble(
                (glyphs.less, "$cool"), " ", (f" {text} ", chosen), " ", (glyphs.more, "$cool")
            )
        return Content("").join(
            Content.styled(f"[{text}]", chosen) if at == self._at else Content.styled(f" {text} ", "$quiet")
            for at, (_, text) in enumerate(self._choices)
        )

    def action_change(self, by: int) -> None:
        """Choose the one before or after."""
        self._choose((self._at + by) % len(self._choices))

    async def on_key(self, event: Key) -> None:
        """Carry out the keys that change it."""
        await run_own_key(self, event)

    def on_click(self, event: Click) -> None:
        """Choose what was clicked; the next one where one is shown alone."""
        if self._alone:
            self.action_change(1 if event.x else -1)
            return
        right = 0
        for at, (_, text) in enumerate(self._choices):
            right += len(text) + 2
            if event.x < right:
                self._choose(at)
                return

    def _choose(self, at: int) -> None:
        self._at = at
        self.refresh()
        self.post_message(self.Changed())

    def on_focus(self) -> None:
        """Show that the keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that they go elsewhere."""
        self.refresh()
