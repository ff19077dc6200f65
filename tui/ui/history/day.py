"""A day in full: what it was, its sessions, and all that is kept of the marked one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.core.history.rows import Names, detail_lines
from tui.core.record.record import Record
from tui.ui.kit.modal import BoxScreen, keys_line
from tui.ui.kit.services import Services

Wish = Literal["add", "edit", "delete"]
_LABEL = 16


@dataclass(frozen=True, slots=True)
class DayWish:
    """What is to be done next."""

    kind: Wish
    record: Record | None
    """The marked session."""


class DayScreen(BoxScreen[DayWish]):
    """Shows a day; dismissed with what is to be changed, or None.

    Args:
        services: as for every screen.
        line: what the day was.
        records: its sessions.
        names: what exercises are called.
        marked: the session that is shown first.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "cancel", show=False),
        Binding("down,j,right,l,tab", "move(1)", show=False),
        Binding("up,k,left,h,shift+tab", "move(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("a", "wish('add')", show=False),
        Binding("e", "wish('edit')", show=False),
        Binding("d", "wish('delete')", show=False),
    ]

    def __init__(
        self, services: Services, line: str, records: Sequence[Record], names: Names, marked: Record | None
    ) -> None:
        super().__init__(services)
        self.line = line
        self.records = tuple(records)
        self.at = self.records.index(marked) if marked in self.records else 0
        self._names = names

    @property
    def record(self) -> Record | None:
        """The marked session."""
        return self.records[self.at] if self.records else None

    def compose(self) -> ComposeResult:
        """Compose the day, the marked session and the keys."""
        with Vertical(classes="form"):
            yield Static(Content.styled(self.line, "bold $hot"), classes="form-heading")
            with VerticalScroll(classes="form-fields", can_focus=False):
                yield Static(Content(""), id="day-session")
            yield Static(self._keys(), classes="form-keys")

    def on_mount(self) -> None:
        """Show the marked session."""
        self._show()

    def action_move(self, by: int) -> None:
        """Show the session before or after."""
        if self.records:
            self.at = (self.at + by) % len(self.records)
            self._show()

    def action_page(self, by: int) -> None:
        """Scroll a long session."""
        scroll = self.query_one(".form-fields", VerticalScroll)
        if by > 0:
            scroll.scroll_page_down(animate=False)
        else:
            scroll.scroll_page_up(animate=False)

    def action_wish(self, kind: Wish) -> None:
        """Go back to change something, unless the key was meant for the screen before."""
        if not self.port.key_is_held() and (self.record or kind == "add"):
            self.dismiss(DayWish(kind, self.record))

    def _show(self) -> None:
        record = self.record
        if record is None:
            text = Content("No session. a adds one that was done away from the screen.")
        else:
            number = f", {self.at + 1} of {len(self.records)}" if len(self.records) > 1 else ""
            title = f"{record.started_at:%H:%M}  {self._names.routine(record.routine)}{number}"
            lines = [Content.styled(title, "bold")]
            lines += (
                Content.assemble((_label(label), "$quiet"), text)
                for label, text in detail_lines(record, self._names)
            )
            text = Content("\n").join(lines)
        self.query_one("#day-session", Static).update(text)

    def _keys(self) -> Content:
        some = (("up/down", "Session"),) if len(self.records) > 1 else ()
        change = (("e", "Edit"), ("d", "Delete")) if self.records else ()
        return keys_line(*some, *change, ("a", "Add"), ("esc", "Back"))


def _label(text: str) -> str:
    return text.ljust(_LABEL) if len(text) < _LABEL else f"{text}: "
