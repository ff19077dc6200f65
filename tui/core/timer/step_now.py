"""Which step of the instructions speaks of what is done just now."""

from tui.core.exercises.exercise import Step
from tui.core.figure.body.pose import START
from tui.core.timer.now import Moment
from tui.core.timer.timeline import PhaseKind


def step_now(moment: Moment) -> Step | None:
    """Return the step to be read during a phase; None where the exercise has none for it.

    Of a movement it is the first step that strikes its pose, of a hold the last one, and of all else the
    step before the first movement: how one sits.
    """
    steps = moment.parts[moment.place].exercise.steps
    if moment.kind in (PhaseKind.MOVE, PhaseKind.HOLD) and not moment.paused:
        goal = (moment.ghost or moment.pose).toward
        found = [step for step in steps if step.pose == goal]
        return (found[0] if moment.kind is PhaseKind.MOVE else found[-1]) if found else None
    before: Step | None = None
    for step in steps:
        if step.pose != START:
            break
        before = step
    return before
