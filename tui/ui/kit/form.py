"""A form over a screen: labelled fields, one line for what is wrong, Enter to save."""

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from tui.core.history.rows import fitted
from tui.core.text.faults import FieldProblems
from tui.core.text.problems import UsageProblem, printable
from tui.ui.kit.fields import ChoiceField, TextField
from tui.ui.kit.modal import BoxScreen, keys_line
from tui.ui.kit.question import confirm
from tui.ui.kit.services import Services

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


class FieldLine(Vertical):
    """A field with its label before it and its hint behind it; a mark tells that the keys go there.

    What is wrong with it is said under it.
    """

    def __init__(self, field: Field) -> None:
        self.mark = Static(Content(""), classes="form-mark")
        label = Static(Content(fitted([field.label], LABEL_WIDTH - 1)), classes="form-label")
        hints = [Static(Content(field.hint), classes="form-hint")] if field.hint else []
        self._fault = Static(Content(""), classes="form-fault")
        super().__init__(Horizontal(self.mark, label, field.widget, *hints), self._fault)
        self.widget = field.widget
        self.fault_text = ""
        self._wrong: object = None
        """What stood in the field when it was found wrong."""

    def say(self, fault: str) -> None:
        """Say what is wrong with what stands there; nothing to take that back."""
        self.fault_text, self._wrong = fault, self._value
        self._fault.update(Content(fault))
        self._fault.display = bool(fault)

    @property
    def _value(self) -> object:
        return self.widget.value if isinstance(self.widget, Input | ChoiceField) else None

    @on(Input.Changed)
    @on(ChoiceField.Changed)
    def _forget_the_fault(self) -> None:
        if self.fault_text and self._wrong != self._value:
            self.say("")

    def on_descendant_focus(self) -> None:
        """Show the mark."""
        self.mark.update(Content(">"))

    def on_descendant_blur(self) -> None:
        """Take it away."""
        self.mark.update(Content(""))


class FormScreen(BoxScreen[T]):
    """Asks for a few things, and is dismissed with what they come to, or None.

    A subclass gives `fields` and `result`; `result` raises UsageProblem, told in the form;
    FieldProblems each at its field.

    Args:
        services: as for every screen.
        heading: what the form is for, in a few words.
        notes: what is said under the fields; may be nothing.
        save: what Enter does, in a word.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "save", show=False, priority=True),
        Binding("escape", "cancel", show=False, priority=True),
        Binding("down,tab", "app.focus_next", show=False, priority=True),
        Binding("up,shift+tab", "app.focus_previous", show=False, priority=True),
    ]
    """Before the field that has the focus looks at them."""
    KEEPS_TYPED: ClassVar[bool] = True
    """Whether Esc asks before it throws away what was typed; not where that is a word looked for."""

    def __init__(self, services: Services, heading: str, notes: str = "", save: str = "Save") -> None:
        super().__init__(services)
        self._heading, self._notes, self._save = heading, notes, save
        self.problem_text = ""
        self._wrong: tuple[object, ...] | None = None
        """What was typed when the problem was told."""

    @abstractmethod
    def fields(self) -> Iterable[Field]:
        """Return its lines."""

    @abstractmethod
    def result(self) -> T | None:
        """Return what the fields come to.

        Raises:
            UsageProblem: with one line about what is wrong.
        """

    def compose(self) -> ComposeResult:
        """Compose the heading, the fields and the keys."""
        with Vertical(classes="form"):
            yield Static(Content.styled(printable(self._heading), "bold $hot"), classes="form-heading")
            with VerticalScroll(classes="form-fields", can_focus=False):
                for field in self.fields():
                    yield FieldLine(field)
            if self._notes:
                yield Static(Content(self._notes), classes="form-notes")
            yield Static(Content(""), id="form-problem")
            yield Static(
                keys_line(("enter", self._save), ("tab", "Next"), ("esc", "Cancel")), classes="form-keys"
            )

    def on_mount(self) -> None:
        """Begin with the first field."""
        self.set_focus(next(iter(self._entered())))

    def say(self, text: str, *, problem: bool = False) -> None:
        """Show one line in the form."""
        self.problem_text = printable(text)
        self._wrong = self._values() if problem else None
        self.query_one("#form-problem", Static).update(Content(self.problem_text))

    def line_of(self, name: str) -> FieldLine:
        """Return the line of the field with this id."""
        return next(line for line in self.query(FieldLine) if line.widget.id == name)

    def typed(self, name: str) -> str:
        """Return what stands in the field of text with this id."""
        return self.query_one(f"#{name}", Input).value

    def chosen(self, name: str) -> Any:
        """Return what is chosen in the field with this id."""
        return self.query_one(f"#{name}", ChoiceField).value

    def action_save(self) -> None:
        """Accept what the fields come to, or say what is wrong with them."""
        if self.port.key_is_held():
            return
        try:
            result = self.result()
        except UsageProblem as problem:
            self._refuse(problem)
            return
        self._tell_faults({})
        self.accept(result)

    def action_cancel(self) -> None:
        """Go back with nothing; ask first where that throws away what was typed."""
        if self.KEEPS_TYPED and any(field.is_typed for field in self.query(TextField)):
            answers = ("No, go on with it", "Yes, discard it")
            confirm(self, "Discard what you typed?", "", answers, super().action_cancel)
        else:
            super().action_cancel()

    def accept(self, result: T | None) -> None:
        """Go back with what the fields come to."""
        self.dismiss(result)

    def _refuse(self, problem: UsageProblem) -> None:
        """Say what is wrong: of fields at each of them, with the cursor in the first."""
        by_field = problem.by_field if isinstance(problem, FieldProblems) else {}
        wrong = self._tell_faults(by_field)
        if not wrong:
            self.tell(problem)
            return
        self.say("")
        self.set_focus(wrong[0].widget)
        self.call_after_refresh(wrong[0].scroll_visible, animate=False)

    def _tell_faults(self, by_field: Mapping[str, UsageProblem]) -> list[FieldLine]:
        """Say what is wrong with each field, and return the lines of those that have a fault."""
        lines = list(self.query(FieldLine))
        for line in lines:
            problem = by_field.get(line.widget.id or "")
            line.say(problem.why if problem else "")
        return [line for line in lines if line.fault_text]

    @on(Input.Changed)
    @on(ChoiceField.Changed)
    def _forget_the_problem(self) -> None:
        if self._wrong is not None and self._wrong != self._values():
            self.say("")

    @on(TextField.LeftOut)
    def _tell_what_was_left_out(self, event: TextField.LeftOut) -> None:
        self.say(event.said, problem=True)

    def _entered(self) -> Iterable[Input | ChoiceField[Any]]:
        return (field for field in self.query("*") if isinstance(field, Input | ChoiceField))

    def _values(self) -> tuple[object, ...]:
        return tuple(field.value for field in self._entered())


def text_field(value: str = "", *, id: str, goes_on: bool = False, longest: int = 40) -> TextField:
    """Return a field for a line of text; `goes_on` where one types behind what stands there."""
    return TextField(value, id=id, goes_on=goes_on, longest=longest)
