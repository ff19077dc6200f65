"""Fields of a form."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Paste
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from tui.core.terminal.input_stream import LONGEST_PASTE
from tui.core.text.pasted import fitted
from tui.core.text.problems import printable
from tui.ui.kit.base import glyphs_of


class TextField(Input):
    """A line of text with a caret that does not blink, which takes what fits of a paste and says so.

    Args:
        value: what stands there at first.
        goes_on: whether typing goes on behind it, as in a text or a list; else it takes its place.
        longest: characters that fit.
    """

    def __init__(self, value: str, *, id: str, goes_on: bool, longest: int) -> None:
        super().__init__(value, id=id, compact=True, max_length=longest, select_on_focus=not goes_on)
        self._offered = value

    @property
    def is_typed(self) -> bool:
        """Whether something else stands there than was offered."""
        return self.value != self._offered

    def offer(self, value: str) -> None:
        """Put something else there that nobody has typed."""
        self.value = self._offered = value

    @dataclass
    class LeftOut(Message):
        """Not all of a paste was taken."""

        said: str

    def on_mount(self) -> None:
        """Keep the caret in sight."""
        self.cursor_blink = False

    def on_paste(self, event: Paste) -> None:
        """Take a paste; Textual takes none of one that is too long, and says nothing."""
        event.stop()
        event.prevent_default()
        self._take(event.text, cut_before=len(event.text) >= LONGEST_PASTE)

    def action_paste(self) -> None:
        """Take what was copied or cut in the program."""
        self._take(self.app.clipboard)

    def _take(self, text: str, *, cut_before: bool = False) -> None:
        start, end = sorted(self.selection)
        room = len(text) if self.max_length is None else self.max_length - len(self.value) + end - start
        taken, said = fitted(text, room, cut_before=cut_before)
        self.replace(taken, start, end)
        if said:
            self.post_message(self.LeftOut(said))


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
