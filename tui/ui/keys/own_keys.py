"""Fields that carry out their keys at once: typed ahead, they never land in the field that is next."""

from textual.events import Key
from textual.widget import Widget
from textual.widgets import Input


async def run_own_key(widget: Widget, event: Key) -> None:
    """Carry out what the key is bound to in the widget.

    Left alone, such a key goes up to the app and comes back to whatever has the focus by then.
    """
    for binding in widget._bindings.key_to_bindings.get(event.key, ())[:1]:
        event.stop()
        event.prevent_default()
        await widget.run_action(binding.action)


class TextField(Input):
    """A line of text with a caret that does not blink."""

    def on_mount(self) -> None:
        """Keep the caret in sight."""
        self.cursor_blink = False

    async def on_key(self, event: Key) -> None:
        """Carry out the keys of a line."""
        await run_own_key(self, event)
