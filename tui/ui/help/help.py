"""All keys of the screen that it was opened from, and those of every screen."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget

from tui.ui.help.key_list import KeyList, KeyRow, KeySection
from tui.ui.keys.bindings import bindings, commands_in, commands_of
from tui.ui.keys.commands import SHARED, TITLES, KeyCommand
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.services import Services


class HelpScreen(BaseScreen[None]):
    """The keys of one screen, generated from the table of commands.

    Args:
        services: as for every screen.
        group: the screen whose keys are wanted.
        unavailable: that screen's reasons why a command does not apply now.
    """

    GROUP = "help"
    TITLE = "Keys"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("help")]
    DEFAULT_CSS = """
    HelpScreen #content { padding: 0 1; }
    HelpScreen #framed { height: 1fr; max-width: 110; }
    HelpScreen.-compact #content { padding: 0; }
    HelpScreen.-compact #framed { padding: 0 1; }
    """

    def __init__(
        self, services: Services, group: str, unavailable: Callable[[str], str | None] = lambda _: None
    ) -> None:
        super().__init__(services)
        shared = [command for command in commands_of(group, services.keys) if command.screen == SHARED]
        sections = ((TITLES[group], commands_in(group, services.keys)), (TITLES[SHARED], shared))
        self.list = KeyList(
            [
                KeySection(title, tuple(_row(command, unavailable) for command in commands))
                for title, commands in sections
                if commands
            ]
        )

    def content(self) -> Iterable[Widget]:
        """Return one list: the screen's keys, then those of every screen."""
        yield Vertical(self.list, id="framed", classes="panel -lit")

    def action_up(self) -> None:
        """Scroll a line up."""
        self.list.scroll_rows(-1)

    def action_down(self) -> None:
        """Scroll a line down."""
        self.list.scroll_rows(1)

    def action_page_up(self) -> None:
        """Scroll a page up."""
        self.list.scroll_rows(2 - self.list.size.height)

    def action_page_down(self) -> None:
        """Scroll a page down."""
        self.list.scroll_rows(self.list.size.height - 2)


def _row(command: KeyCommand, unavailable: Callable[[str], str | None]) -> KeyRow:
    reason = unavailable(command.id) or ""
    return KeyRow(command.all_keys, command.help, reason.rstrip("."))
