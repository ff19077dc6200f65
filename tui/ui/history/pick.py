"""A short list over the History screen from which the session is picked that is restored."""

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.core.history.rows import names_in, session_row
from tui.core.record.record import Record
from tui.ui.kit.menu import Menu, MenuRow
from tui.ui.kit.modal import BoxScreen, keys_line
from tui.ui.kit.services import Services

_WIDTH = 50
"""Cells of a session's row, with which the list fits into the smallest terminal."""


class PickScreen(BoxScreen[str]):
    """Lists sessions; dismissed with the id of the one that was picked, or None.

    Args:
        services: as for every screen.
        records: the sessions, at least one.
        today: the day it is.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "pick", show=False),
        Binding("escape", "cancel", show=False),
        Binding("down,j,tab", "move(1)", show=False),
        Binding("up,k,shift+tab", "move(-1)", show=False),
    ]

    def __init__(self, services: Services, records: Sequence[Record], today: date) -> None:
        super().__init__(services)
        names = names_in(services.catalogue.exercises)
        self._ids = [record.id for record in records]
        rows = [session_row(record, names, _WIDTH, today) for record in records]
        self.menu = Menu([MenuRow(row.when.rstrip(), row.what + row.rest) for row in rows])

    def compose(self) -> ComposeResult:
        """Compose the heading, the choices and the keys."""
        with Vertical(classes="form"):
            yield Static(Content.styled("Restore which session?", "bold $hot"), classes="form-heading")
            yield self.menu
            yield Static(keys_line(("enter", "Restore"), ("esc", "Cancel")), classes="form-keys")

    def action_move(self, by: int) -> None:
        """Go to the one above or below."""
        self.menu.move(by)

    def action_pick(self) -> None:
        """Go back with the highlighted one, unless the key was meant for the screen before."""
        if not self.port.key_is_held():
            self.pick()

    @on(Menu.Chosen)
    def pick(self) -> None:
        """Go back with the highlighted one."""
        self.dismiss(self._ids[self.menu.cursor])
