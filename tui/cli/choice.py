"""What the arguments of `start` ask for: which exercises, and what holds for this session only."""

from argparse import Namespace
from collections.abc import Sequence

from tui.adapters.content.exercises import Catalogue
from tui.core.exercises.exercise import BOTH, Exercise
from tui.core.text.problems import UsageProblem
from tui.core.timer.plan import Overrides


def chosen_exercises(catalogue: Catalogue, names: Sequence[str]) -> tuple[Exercise, ...]:
    """Return the exercises with these ids or short names; both bundled ones when there are no names.

    Raises:
        UsageProblem: for an unknown name, or one named twice.
    """
    chosen: list[Exercise] = []
    for name in names or (BOTH,):
        chosen.extend(catalogue.bundled if name == BOTH else (catalogue.find(name),))
    for exercise in chosen:
        if chosen.count(exercise) > 1:
            raise UsageProblem(f"start: '{exercise.id}' is named twice")
    return tuple(chosen)


def overrides_of(args: Namespace) -> Overrides:
    """Return what the options set for this session only."""
    return Overrides(reps=args.reps, move_s=args.move, hold_s=args.hold, ready_s=args.ready)
