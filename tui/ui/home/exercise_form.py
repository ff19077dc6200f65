"""Makes an exercise of one's own: a name, repetitions and seconds to hold for the movement of another."""

from collections.abc import Iterable
from pathlib import Path

from tui.adapters.content.templates import ExerciseTemplate, copy_template, wrong_in
from tui.core.exercises.exercise import BOTH, LONGEST_NAME
from tui.core.text.faults import FieldProblems
from tui.core.text.limits import REPS_RANGE
from tui.core.text.problems import ContentProblem, StoreProblem, UsageProblem
from tui.ui.kit.form import Field, FormScreen, text_field
from tui.ui.kit.services import Services

LABELS = {"name": "Name", "reps": "Repetitions", "hold_s": "Hold"}
"""What is asked, by the keys of an exercise's file."""


class ExerciseScreen(FormScreen[Path]):
    """Dismissed with the file of the exercise that was made.

    Args:
        services: as for every screen.
        template: whose movement it has.
        hold_s: seconds that every exercise is held for, where Settings has any.
    """

    def __init__(self, services: Services, template: ExerciseTemplate, hold_s: float | None) -> None:
        notes = f"It moves as {template.exercise.name} does; all of it can be changed in its file later."
        if hold_s is not None:
            notes += f"\nSettings has every exercise held for {hold_s:g} s: that comes first."
        super().__init__(services, "An exercise of your own", notes, "Make it")
        self._template, dose = template, template.exercise.dose
        self._offered = {"name": template.exercise.name, "reps": str(dose.reps), "hold_s": f"{dose.hold_s:g}"}

    def fields(self) -> Iterable[Field]:
        """Return the name and the dose."""
        fewest, most = REPS_RANGE
        times = f"{fewest} to {most}{', each side' * self._template.exercise.two_sided}"
        hints = {"name": "as lists show it", "reps": times, "hold_s": "seconds"}
        for key, label in LABELS.items():
            yield Field(label, text_field(self._offered[key], id=key, longest=LONGEST_NAME), hints[key])

    def result(self) -> Path:
        """Return the file, made of what was typed."""
        typed = {key: self.typed(key).strip() for key in LABELS if self.typed(key) != self._offered[key]}
        if wrong := wrong_in(self._template, typed):
            raise FieldProblems({key: UsageProblem(LABELS[key], wrong[key].reason) for key in wrong})
        taken = self.services.catalogue.names | {BOTH}
        try:
            return copy_template(self._template, self.services.paths.exercises, taken, typed)
        except ContentProblem as problem:
            raise UsageProblem(problem.title, problem.reason) from problem
        except StoreProblem as problem:
            raise UsageProblem(problem.title, problem.detail, problem.hint) from problem
