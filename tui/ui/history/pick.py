"""A short list over the History screen from which the session is picked that is restored."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Click
from textual.widgets import Static

from tui.core.text.problems import printable
from tui.ui.kit.modal import BoxScreen, keys_line
from tui.ui.kit.services import Services


class PickScreen(BoxScreen[str]):
    """Offers texts one below the other; dismissed with the value of the one that was picked, or None.

    Args:
        services: as for every screen.
        heading: what is picked.
        choices: values and their texts, at least one.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "pick", show=False),
        Binding("escape", "cancel", show=False),
        Binding("down,j,tab", "move(1)", show=False),
        Binding("up,k,shift+tab", "move(-1)", show=False),
    ]

    def __init__(self, services: Services, heading: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__(services)
        self.heading = heading
        self.choices = tuple(choices)
        self.at = 0
        """The place of the marked one."""

    def compose(self) -> ComposeResult:
        """Compose the heading, the choices and the keys."""
        with Vertical(classes="form"):
            yield Static(Content.styled(self.heading, "bold $hot"), classes="form-heading")
            with VerticalScroll(classes="form-fields", can_focus=False):
                for at in range(len(self.choices)):
                    yield PickLine(at)
            yield Static(keys_line(("enter", "Restore"), ("esc", "Cancel")), classes="form-keys")

    def on_mount(self) -> None:
        """Mark the first one."""
        self._mark()

    def action_move(self, by: int) -> None:
        """Go to the one above or below."""
        self.at = (self.at + by) % len(self.choices)
        self._mark()

    def action_pick(self) -> None:
        """Go back with the marked one, unless the key was meant for the screen before."""
        if not self.port.key_is_held():
            self.dismiss(self.choices[self.at][0])

    def pick(self, at: int) -> None:
        """Pick what was clicked."""
        self.dismiss(self.choices[at][0])

    def _mark(self) -> None:
        for line in self.query(PickLine):
            text = printable(self.choices[line.at][1])
            marked = line.at == self.at
            line.update(
                Content.assemble(("> " if marked else "  ", "bold $cool"), (text, "bold" if marked else ""))
            )
            if marked:
                line.scroll_visible(animate=False)


class PickLine(Static):
    """One choice."""

    def __init__(self, at: int) -> None:
        super().__init__(Content(""))
        self.at = at

    def on_click(self, event: Click) -> None:
        """Pick it."""
        event.stop()
        if isinstance(self.screen, PickScreen):
            self.screen.pick(self.at)
