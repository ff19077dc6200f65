"""What forms, choices and details over a screen have in common."""

from pathlib import Path
from typing import ClassVar, TypeVar

from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen

from tui.ui.app.textual_parts import make_modal
from tui.ui.kit.base import CommandScreen, size_class
from tui.ui.kit.services import Services

T = TypeVar("T")


class BoxScreen(ModalScreen[T], CommandScreen[T]):
    """A box over the screen; dismissed with what was asked for, or None."""

    CSS_PATH: ClassVar = [Path(__file__).with_name("modal.tcss")]
    """Absolute: what is relative is looked for beside the file of each subclass."""

    def __init__(self, services: Services) -> None:
        CommandScreen.__init__(self, services)
        make_modal(self)

    def unavailable(self, command_id: str) -> str | None:
        """Return why the commands of screens do not apply: the box has keys of its own."""
        return "Close this first: esc."

    def on_resize(self, event: Resize) -> None:
        """Use less space where there is little."""
        self.set_class(size_class(event.size.width, event.size.height) == "-compact", "-compact")

    def action_cancel(self) -> None:
        """Go back with nothing."""
        self.dismiss(None)


def keys_line(*keys: tuple[str, str]) -> Content:
    """Return keys and what they do, as a footer writes them."""
    return Content("  ").join(
        Content.assemble((key, "bold $cool"), " ", (name, "$quiet")) for key, name in keys
    )
