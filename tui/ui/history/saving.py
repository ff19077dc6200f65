"""Carries out changes of the history on the writer's thread, and tells the screen what became of them."""

from dataclasses import dataclass

from textual.message import Message
from textual.message_pump import MessagePump

from tui.adapters.history.changing import carry_out
from tui.core.record.undo import Change, Step
from tui.core.text.problems import StoreProblem
from tui.ui.kit.services import Services


class Saved(Message):
    """A change was saved, or could not be and was not made."""

    def __init__(self, step: Step, problem: StoreProblem | None, *, undo: bool) -> None:
        super().__init__()
        self.step = step
        self.problem = problem
        self.undo = undo
        """Whether it took an earlier change back."""


@dataclass(frozen=True)
class Saving:
    """Hands changes to the writer."""

    services: Services
    listener: MessagePump
    """Gets `Saved`."""

    def change(self, step: Step) -> None:
        """Make a change; a session that is added is kept and tried again until it is saved."""
        if isinstance(step, Change) and step.before is None and step.after is not None:
            self.services.writer.save(step.after, lambda problem: self._added(step, problem))
        else:
            self.services.writer.submit(lambda: self._make(step))

    def undo(self, step: Step) -> None:
        """Take a change back."""
        self.services.writer.submit(lambda: self._take_back(step))

    def _added(self, step: Step, problem: StoreProblem | None) -> None:
        if problem is None:  # the app tells every other outcome, and the writer tries again
            self.services.change_log.saved(step)
            self._tell(step, None)

    def _make(self, step: Step) -> None:
        try:
            made = self._carry_out(step)
        except StoreProblem as problem:
            self._tell(step, problem)
        else:
            self.services.change_log.saved(made)
            self._tell(made, None)

    def _take_back(self, step: Step) -> None:
        try:
            self._carry_out(step.undone)
        except StoreProblem as problem:
            self._tell(step, problem, undo=True)
        else:
            self.services.change_log.undone(step)
            self._tell(step, None, undo=True)

    def _carry_out(self, step: Step) -> Step:
        return carry_out(self.services.history, self.services.away, step)

    def _tell(self, step: Step, problem: StoreProblem | None, *, undo: bool = False) -> None:
        heard = self.listener.post_message(Saved(step, problem, undo=undo))
        if problem and not heard:
            self.services.writer.on_problem(problem)
