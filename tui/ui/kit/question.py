"""A question over a screen; its first answer is the safe one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.events import Click
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.ui.app.textual_parts import bindings_of, make_modal
from tui.ui.keys.commands import KeyCommand, key_name
from tui.ui.kit.base import OTHER_LETTERS, CommandScreen, glyphs_of
from tui.ui.kit.edges import FooterLine
from tui.ui.kit.services import Services


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer: its keys as Textual names them, its text, and what the asker gets."""

    keys: tuple[str, ...]
    text: str
    value: str

    @property
    def name(self) -> str:
        """Its first words, for the footer."""
        return self.text.partition(",")[0]


class QuestionScreen(ModalScreen[str], CommandScreen[str]):
    """Asks, and is dismissed with the value of the answer.

    Esc and Ctrl+C give the first answer, which must be the one that does no harm; so does Enter, until up
    or down highlights another one.

    Args:
        services: as for every screen.
        title: the question, in a few words.
        text: what the answers will do; may be empty.
        answers: the safe one first.
    """

    def __init__(self, services: Services, title: str, text: str, answers: Sequence[Answer]) -> None:
        CommandScreen.__init__(self, services)
        make_modal(self)
        self.question = title
        self.text = text
        self.answers = tuple(answers)
        self.at = 0
        """Which answer is highlighted."""
        keys = bindings_of(self).key_to_bindings
        for key, action in (("up", "move(-1)"), ("down", "move(1)"), ("enter", "choose")):
            keys[key] = [Binding(key, action, "Choose")]
        for answer in self.answers:
            for key in self._keys_of(answer):
                if key != "enter":
                    keys[key] = [Binding(key, f"answer({answer.value!r})", answer.text)]

    def compose(self) -> ComposeResult:
        """Compose the question over its answers."""
        with Vertical(id="question"):
            yield Static(Content.styled(self.question, "bold $hot"), id="question-title")
            if self.text:
                yield Static(Content(self.text), id="question-text")
            for answer in self.answers:
                yield AnswerLine(answer, self._told(answer))
        yield FooterLine([self._command(answer) for answer in self.answers], self.unavailable)

    def on_mount(self) -> None:
        """Highlight the safe answer."""
        self.action_move(0)

    def action_move(self, by: int) -> None:
        """Highlight the answer above or below."""
        self.at = (self.at + by) % len(self.answers)
        for line in self.query(AnswerLine):
            line.mark(highlighted=line.answer is self.answers[self.at])

    def action_choose(self) -> None:
        """Give the highlighted answer."""
        self.action_answer(self.answers[self.at].value)

    def say(self, text: str, *, problem: bool = False) -> None:
        """Say it under the question."""
        title = Content.assemble((self.question, "bold $hot"), "  ", (text, "$quiet"))
        self.query_one("#question-title", Static).update(title)

    async def take_latin(self, key: str) -> None:
        """Every answer commits."""
        self.say(OTHER_LETTERS)

    def action_answer(self, value: str) -> None:
        """Give an answer, unless its key is held down since before."""
        if not self.port.key_is_held() and not self.is_new:
            self.dismiss(value)

    def _keys_of(self, answer: Answer) -> tuple[str, ...]:
        """Return an answer's keys; of the safe one Enter and Esc first."""
        safe = ("enter", "escape") if answer is self.answers[0] else ()
        return tuple(dict.fromkeys((*safe, *answer.keys)))

    def _told(self, answer: Answer) -> list[str]:
        """Return the keys that its line tells: its own first one, and Enter and Esc."""
        told = {*answer.keys[:1], "enter", "escape"}
        return [key_name(key) for key in self._keys_of(answer) if key in told]

    def _command(self, answer: Answer) -> KeyCommand:
        rank = self.answers.index(answer) + 1
        keys = "/".join(self._told(answer)[: 2 if rank == 1 else None])
        return KeyCommand(f"question.{answer.value}", answer.keys, answer.name, answer.text, rank, shown=keys)

    @on(FooterLine.Chosen)
    async def _answer_clicked(self, event: FooterLine.Chosen) -> None:
        self.action_answer(event.command.verb)

    def interrupt(self, *, again: bool) -> bool:
        """Go on asking at the first Ctrl+C over a session; elsewhere it leaves the program."""
        screens = self.app.screen_stack
        in_session = any(
            isinstance(screen, CommandScreen) and screen.GROUP == "session" for screen in screens
        )
        return in_session and not again


class AnswerLine(Static):
    """One answer: its key and its text."""

    DEFAULT_CSS = """
    AnswerLine.-lit { background: $bar; }
    """

    def __init__(self, answer: Answer, keys: Sequence[str]) -> None:
        super().__init__()
        self.answer = answer
        self._line = Content.assemble((f"{', '.join(keys):<13}", "bold $cool"), "  ", answer.text)

    def mark(self, *, highlighted: bool) -> None:
        """Show whether Enter gives this answer."""
        self.set_class(highlighted, "-lit")
        mark = glyphs_of(self).cursor if highlighted else " "
        self.update(Content.assemble((mark, "bold $hot"), " ", self._line))

    async def on_click(self, event: Click) -> None:
        """Give this answer."""
        event.stop()
        await self.screen.run_action(f"answer({self.answer.value!r})")


def confirm(
    screen: CommandScreen[Any], title: str, text: str, answers: tuple[str, str], then: Callable[[], None]
) -> None:
    """Ask over a screen before something that cannot be taken back.

    Args:
        screen: the one that asks.
        title: the question, in a few words.
        text: what it is about; may be empty.
        answers: no and yes, each with what it means.
        then: what a yes does.
    """
    no, yes = (Answer((key,), told, key) for key, told in zip("ny", answers, strict=True))
    asked = QuestionScreen(screen.services, title, text, (no, yes))
    screen.app.push_screen(asked, lambda answer: then() if answer == "y" else None)
