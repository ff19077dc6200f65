"""Fields that carry out their keys at once: typed ahead, they never land in the field that is next."""

from dataclasses import dataclass

from textual.events import Key, Paste
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from tui.core.terminal.input_stream import LONGEST_PASTE
from tui.core.text.pasted import fitted
from tui.ui.app.textual_parts import bindings_of


async def run_own_key(widget: Widget, event: Key) -> None:
    """Carry out what the key is bound to in the widget.

    Left alone, such a key goes up to the app and comes back to whatever has the focus by then.
    """
    for binding in bindings_of(widget).key_to_bindings.get(event.key, ())[:1]:
        event.stop()
        event.prevent_default()
        await widget.run_action(binding.action)


class TextField(Input):
    """A line of text with a caret that does not blink, which takes what fits of a paste and says so."""

    @dataclass
    class LeftOut(Message):
        """Not all of a paste was taken."""

        said: str

    def on_mount(self) -> None:
        """Keep the caret in sight."""
        self.cursor_blink = False

    async def on_key(self, event: Key) -> None:
        """Carry out the keys of a line."""
        await run_own_key(self, event)

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
