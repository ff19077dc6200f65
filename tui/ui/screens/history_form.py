"""A form over the History screen: labelled fields, one line for what is wrong, Enter to save."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.core.problems import UsageProblem, printable
from tui.core.session_rows import fitted
from tui.ui.screens.history_modal import HistoryModal
from tui.ui.services import Services

T = TypeVar("T")

LABEL_WIDTH = 16
"""Cells of the labels."""


@dataclass(frozen=True, slots=True)
class Field:
    """A line of a form."""

    label: str
    widget: Widget
    hint: str = ""
    """What is said behind it, in a few words."""


class FormScreen(HistoryModal[T]):
    """Asks for a few things, and is dismissed with what they come to, or None.

    A subclass gives `heading`, `fields` and `result`; `result` raises UsageProblem, told in the form.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False),
        Binding("escape", "cancel", show=False),
        Binding("down", "app.focus_next", show=False),
        Binding("up", "app.focus_previous", show=False),
    ]
    SAVE: ClassVar[str] = "Save"
    """What Enter does, in a word."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.problem_text = ""

    @property
    def heading(self) -> str:
        """What the form is for, in a few words."""
        return ""

    def fields(self) -> Iterable[Field]:
        """Return its lines."""
        return ()

    def notes(self) -> str:
        """Return what is said under the fields; may be nothing."""
        return ""

    def result(self) -> T | None:
        """Return what the fields come to.

        Raises:
            UsageProblem: with one line about what is wrong.
        """
        return None

    def compose(self) -> ComposeResult:
        """Compose the heading, the fields and the keys."""
        with Vertical(classes="form"):
            yield Static(Content.styled(printable(self.heading), "bold $hot"), classes="form-heading")
            with VerticalScroll(classes="form-fields", can_focus=False):
                for field in self.fields():
                    label = Static(Content(fitted([field.label], LABEL_WIDTH - 1)), classes="form-label")
                    hints = [Static(Content(field.hint), classes="form-hint")] if field.hint else []
                    yield Horizontal(label, field.widget, *hints, classes="form-field")
            if notes := self.notes():
                yield Static(Content(notes), classes="form-notes")
            yield Static(Content(""), id="form-problem")
            yield Static(
                keys_line(("enter", self.SAVE), ("tab", "Next"), ("esc", "Cancel")), classes="form-keys"
            )

    def say(self, text: str, *, problem: bool = False) -> None:
        """Show one line in the form."""
        self.problem_text = printable(text)
        self.query_one("#form-problem", Static).update(Content(self.problem_text))

    @on(Input.Submitted)
    def _save_typed(self) -> None:
        self.action_save()

    def action_save(self) -> None:
        """Go back with what the fields come to, or say what is wrong with them."""
        if self.deaf:
            return
        try:
            result = self.result()
        except UsageProblem as problem:
            self.tell(problem)
            return
        self.dismiss(result)


def text_field(value: str = "", *, id: str, longest: int = 40) -> Input:
    """Return a field for a line of text."""
    return Input(value, id=id, compact=True, max_length=longest)


def keys_line(*keys: tuple[str, str]) -> Content:
    """Return keys and what they do, as a footer writes them."""
    return Content("  ").join(
        Content.assemble((key, "bold $cool"), " ", (name, "$quiet")) for key, name in keys
    )
