"""What the app and a driver of ours say to each other: questions, answers, and that something is damaged."""

from typing import Protocol, runtime_checkable

from textual.message import Message

from tui.core.terminal.questions import Answers, Question


class Damaged(Message):
    """What the terminal shows may be another thing than was written: all of it is to be painted anew."""


class Answered(Message):
    """The terminal has answered what it was asked, or the time for it is up."""

    def __init__(self, answers: Answers) -> None:
        super().__init__()
        self.answers = answers


class ColoursChanged(Message):
    """The terminal says, unasked, that its colours have changed."""


@runtime_checkable
class OwnDriver(Protocol):
    """A driver that remembers what it wrote, and asks the terminal."""

    def ask(self, questions: tuple[Question, ...]) -> None:
        """Write all questions at once; `Answered` follows."""

    def forget(self) -> None:
        """Count on nothing that was written: the next writing sends all of it, and the modes first."""

    def abandon(self) -> None:
        """Leave the terminal as it was before, at once, whatever else is going on."""
