"""Keeps, changes and forgets sets of one's own: their names, their order, their repetitions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import on
from textual.message import Message

from tui.adapters.content.named_sets import change_sets, typed_set
from tui.core.exercises.named_set import LONGEST_NAME, NamedSet
from tui.core.text.problems import ContentProblem, StoreProblem, UsageProblem
from tui.ui.home.choices import HomeMenu, MenuChoice
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.form import Field, FormScreen, text_field
from tui.ui.kit.question import confirm
from tui.ui.kit.services import Services

LONGEST = 600
"""Characters of the exercises with their repetitions."""


@dataclass(frozen=True, slots=True)
class SetChange:
    """A set that is kept, and all sets once it was."""

    kept: NamedSet
    sets: tuple[NamedSet, ...] = ()


class SetKept(Message):
    """The sets were saved, or could not be."""

    def __init__(self, change: SetChange, problem: StoreProblem | None) -> None:
        super().__init__()
        self.change = change
        self.problem = problem


class SetScreen(FormScreen[SetChange]):
    """Asks for a name; dismissed once the set is saved.

    Args:
        services: as for every screen.
        name: of the set that is changed; empty for a new one.
        texts: its exercises, like `sit-and-arch=5`.
    """

    def __init__(self, services: Services, name: str, texts: Sequence[str]) -> None:
        super().__init__(
            services,
            f"Change the set {name}" if name else "Keep these exercises under a name",
            "In this order. sit-and-arch=5 has repetitions of its own; a set of the same name is replaced.",
            "Keep",
        )
        self._before = name
        self._texts = tuple(texts)

    def fields(self) -> Iterable[Field]:
        """Return the name and the exercises."""
        yield Field(
            "Name", text_field(self._before, id="name", goes_on=True, longest=LONGEST_NAME), "like evening"
        )
        yield Field(
            "Exercises", text_field(" ".join(self._texts), id="exercises", goes_on=True, longest=LONGEST)
        )

    def result(self) -> SetChange:
        """Return the set that was typed."""
        name = self.typed("name").strip()
        texts = self.typed("exercises").replace(",", " ").split()
        try:
            return SetChange(typed_set(name, texts, self.services.catalogue))
        except ContentProblem as problem:
            raise UsageProblem("The set", problem.reason) from problem

    def accept(self, result: SetChange | None) -> None:
        """Save it; a set that has another name now leaves its old one."""
        if result is None:
            return
        services, before = self.services, self._before

        def job() -> None:
            change, problem = result, None
            try:
                gone = [before] if before else []
                sets = change_sets(services.paths, services.catalogue, forget=gone, keep=result.kept)
                change = SetChange(result.kept, sets)
            except StoreProblem as found:
                problem = found
            if not self.post_message(SetKept(change, problem)) and problem:
                services.writer.on_problem(problem)

        services.writer.submit(job)

    @on(SetKept)
    def _follow(self, message: SetKept) -> None:
        if message.problem:
            self.tell(message.problem)
        else:
            self.dismiss(message.change)


def keep_set(home: BaseScreen[None], choices: HomeMenu, choice: MenuChoice) -> None:
    """Ask for a name for what is ticked, or for changes of the highlighted set; show what was kept."""

    def kept(change: SetChange | None) -> None:
        if change:
            choices.ticked = []
            home.port.show_sets(change.sets, change.kept.name)
            home.say(f"{change.kept.name} is kept: Enter starts it.")

    name = choice.name if choice.set_reps is not None else ""
    texts = [exercise.id for exercise in choices.ticked] or choice.texts
    home.app.push_screen(SetScreen(home.services, name, texts), kept)


def forget_set(home: BaseScreen[None], name: str) -> None:
    """Ask whether a set is to be forgotten, and show those that are left."""
    services = home.services

    def show(sets: tuple[NamedSet, ...]) -> None:
        home.port.show_sets(sets, "")
        home.say(f"{name} is forgotten; what was done with it stays.")

    def job() -> None:
        try:
            sets = change_sets(services.paths, services.catalogue, forget=[name])
        except StoreProblem as problem:
            home.call_later(home.tell, problem)
        else:
            home.call_later(show, sets)

    answers = ("No, keep it", "Yes, forget it")
    confirm(home, f"Forget the set {name}?", "", answers, lambda: services.writer.submit(job))
