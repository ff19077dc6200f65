"""A day in full: what it was, its sessions, and all that is kept of the marked one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tui.core.history.rows import Names, detail_lines
from tui.core.record.record import Record
from tui.ui.kit.modal import BoxScreen, keys_line
from tui.ui.kit.paragraphs import wrapped
from tui.ui.kit.services import Services

Wish = Literal["add", "edit", "delete"]
_LABEL = 16


@dataclass(frozen=True, slots=True)
class DayWish:
    """What is to be done next."""

    kind: Wish
    record: Record | None
    """The marked session."""


class SessionTold(Widget):
    """Tells one session: a title, and under it labels and texts, each text within its own column."""

    DEFAULT_CSS = """
    SessionTold { height: auto; }
    """
    title = Content("")
    details: Sequence[tuple[str, str]] = ()

    def tell(self, title: Content, details: Sequence[tuple[str, str]] = ()) -> None:
        """Tell another one."""
        self.title, self.details = title, details
        self.refresh(layout=True)

    def render(self) -> Content:
        """Return the lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Ask for the lines that it takes."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        lines = wrapped(self.title, width)
        for label, text in self.details:
            name = label.ljust(_LABEL) if len(label) < _LABEL else f"{label}: "
            for at, line in enumerate(wrapped(Content(text), width - len(name))):
                lines.append(Content.assemble((" " * len(name) if at else name, "$quiet"), line))
        return lines


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
                yield SessionTold()
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
        record, told = self.record, self.query_one(SessionTold)
        if record is None:
            told.tell(Content("No session. a adds one that was done away from the screen."))
            return
        number = f", {self.at + 1} of {len(self.records)}" if len(self.records) > 1 else ""
        title = f"{record.started_at:%H:%M}  {self._names.routine(record.routine)}{number}"
        told.tell(Content.styled(title, "bold"), detail_lines(record, self._names))

    def _keys(self) -> Content:
        some = (("up/down", "Session"),) if len(self.records) > 1 else ()
        change = (("e", "Edit"), ("d", "Delete")) if self.records else ()
        return keys_line(*some, *change, ("a", "Add"), ("esc", "Back"))
