"""What Home's menu offers: routines and exercises, with their doses, and a set of one's own."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.adapters.content.exercises import Catalogue
from tui.core.exercises.exercise import Exercise, Side
from tui.core.settings.settings import Settings
from tui.core.text.limits import REPS_RANGE
from tui.core.timer.demo import about, set_seconds
from tui.core.timer.plan import Overrides, Plan, make_plan
from tui.ui.kit.menu import MenuRow

if TYPE_CHECKING:
    from tui.core.exercises.named_set import NamedSet
    from tui.core.streaks.progression import Progress

FAULTS = 3
"""Faulty files that are told one by one."""


class MenuChoice(NamedTuple):
    """One row of the menu: what a session started there consists of."""

    name: str
    exercises: tuple[Exercise, ...]
    set_reps: Mapping[str, int] | None = None
    """The repetitions of a named set's own; None where it is no such set."""

    @property
    def key(self) -> str:
        """What it is known by: a set's name, an exercise's id; empty for several without a name."""
        if self.set_reps is not None:
            return self.name
        return self.exercises[0].id if len(self.exercises) == 1 else ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Its exercises as a set has them: `sit-and-arch=5`."""
        own = self.set_reps or {}
        return tuple(f"{each.id}={own[each.id]}" if each.id in own else each.id for each in self.exercises)


class HomeMenu:
    """The choices, what is ticked, and the stored repetitions.

    Args:
        catalogue: the exercises there are.
        sets: sets under names; one with an exercise that is no longer there is left out.
    """

    def __init__(self, catalogue: Catalogue, sets: "Sequence[NamedSet]" = ()) -> None:
        bundled = catalogue.bundled
        both = (MenuChoice("Both stretches", bundled),) if len(bundled) > 1 else ()
        single = (MenuChoice(exercise.name, (exercise,)) for exercise in catalogue.exercises)
        self.choices = (*both, *single, *_named(catalogue, sets))
        self.unusable = catalogue.unusable
        self.ticked: list[Exercise] = []
        """A set of one's own, in the order in which it was ticked."""
        self.progress: Mapping[str, Progress] = {}

    def renewed(self, catalogue: Catalogue, sets: "Sequence[NamedSet]") -> "HomeMenu":
        """Return the menu of other exercises or sets: what was known and ticked of those that stay holds."""
        menu = HomeMenu(catalogue, sets)
        before = {exercise.id for choice in self.choices for exercise in choice.exercises}
        menu.progress = {name: stored for name, stored in self.progress.items() if name in before}
        menu.ticked = [exercise for exercise in catalogue.exercises if exercise in self.ticked]
        return menu

    def place_of(self, key: str) -> int:
        """Return the row of an exercise alone, or of a named set; the first row where there is none."""
        return next((at for at, choice in enumerate(self.choices) if choice.key == key), 0)

    def known_reps(self) -> dict[str, int]:
        """Return the repetitions by exercise, as far as they have been read or set."""
        return {exercise: progress.reps for exercise, progress in self.progress.items()}

    def reps(self, exercise: Exercise) -> int:
        """Return the stored repetitions of an exercise."""
        stored = self.progress.get(exercise.id)
        return stored.reps if stored else exercise.dose.reps

    def toggle(self, choice: MenuChoice) -> None:
        """Tick what a row stands for into the set, or take it out again."""
        missing = [exercise for exercise in choice.exercises if exercise not in self.ticked]
        if missing:
            self.ticked.extend(missing)
        else:
            self.ticked = [exercise for exercise in self.ticked if exercise not in choice.exercises]

    def to_start(self, choice: MenuChoice) -> tuple[Exercise, ...]:
        """Return what Enter starts: the set that is ticked, else the highlighted choice."""
        return tuple(self.ticked) or choice.exercises

    def overrides(self, choice: MenuChoice) -> Overrides:
        """Return what holds for that session only: a named set's own repetitions."""
        return Overrides(set_reps=None if self.ticked else choice.set_reps)

    def plan(
        self, exercises: Sequence[Exercise], settings: Settings, own: Mapping[str, int] | None = None
    ) -> Plan:
        """Return the plan of a session of these exercises, led from the left, with a named set's own reps."""
        reps = {exercise.id: self.reps(exercise) for exercise in exercises}
        return make_plan(exercises, reps, settings, Side.LEFT, Overrides(set_reps=own))

    def can_change(self, choice: MenuChoice, by: int) -> bool:
        """Whether any exercise of a choice can have so many repetitions more."""
        low, high = REPS_RANGE
        return any(low <= self.reps(exercise) + by <= high for exercise in choice.exercises)

    def rows(self, settings: Settings, *, brief: bool = False) -> list[MenuRow]:
        """Return the rows to show; `brief` ones leave out the seconds."""
        return [
            MenuRow(choice.name, self._detail(choice, settings, brief), self._tick(choice))
            for choice in self.choices
        ]

    def faults(self) -> str:
        """Return why exercises of one's own cannot be used, a line each; empty when all can."""
        told = [problem.line for problem in self.unusable[:FAULTS]]
        more = len(self.unusable) - len(told)
        return "\n".join((*told, *([f"and {more} more: unhunch exercises --check FILE"] if more else [])))

    def dose(self, exercise: Exercise, settings: Settings) -> str:
        """Return an exercise's dose in a few words."""
        planned = self.plan((exercise,), settings).exercises[0]
        return exercise.dose_line(planned.reps, planned.hold_s, brief=True)

    def takes(self, exercises: Sequence[Exercise], settings: Settings) -> str:
        """Return how long a session of these exercises takes."""
        return about(set_seconds(self.plan(exercises, settings)))

    def _detail(self, choice: MenuChoice, settings: Settings, brief: bool) -> str:
        if len(choice.exercises) > 1:
            return about(set_seconds(self.plan(choice.exercises, settings, choice.set_reps)))
        dose = self.dose(choice.exercises[0], settings)
        return dose.partition(",")[0] if brief else dose

    def _tick(self, choice: MenuChoice) -> str:
        if not all(exercise in self.ticked for exercise in choice.exercises):
            return ""
        return "x" if len(choice.exercises) > 1 else str(self.ticked.index(choice.exercises[0]) + 1)


def _named(catalogue: Catalogue, sets: "Sequence[NamedSet]") -> Iterator[MenuChoice]:
    known = {exercise.id: exercise for exercise in catalogue.exercises}
    for item in sets:
        if all(exercise in known for exercise, _ in item.parts):
            yield MenuChoice(item.name, tuple(known[exercise] for exercise, _ in item.parts), item.reps)
