"""An exercise performed over and over, for whoever has not begun yet."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.core.exercises.exercise import Exercise, Side
from tui.core.figure.body.pose import PoseAt, Stance
from tui.core.settings.settings import Settings
from tui.core.timer.plan import Phase, PhaseKind, Plan, make_plan, phases_from

STILL_S = 1.2
"""How long the figure sits still before it begins, and between two exercises."""


class ShownPose(NamedTuple):
    """What the figure is to show at one instant."""

    exercise: Exercise
    stance: Stance


class Demo:
    """One repetition of each exercise at the pace of a session, in a loop.

    Args:
        exercises: at least one, shown one after the other.
        settings: their seconds.
    """

    def __init__(self, exercises: Sequence[Exercise], settings: Settings) -> None:
        once = {exercise.id: 1 for exercise in exercises}
        plan = make_plan(exercises, once, settings._replace(between_s=STILL_S), Side.LEFT)
        self._plan = plan
        self._phases = phases_from(plan, 0, 0.0, lead_in=PhaseKind.READY, lead_s=STILL_S)

    @property
    def seconds(self) -> float:
        """How long one round takes."""
        return self._phases[-1].end

    def at(self, seconds: float) -> ShownPose:
        """Return what to show `seconds` after the beginning of the first round."""
        now = seconds % self.seconds
        phase = next(phase for phase in self._phases if now < phase.end)
        return ShownPose(
            exercise=self._plan.exercises[phase.unit.exercise].exercise,
            stance=(
                phase.pose(now),
                _ghost(phase),
                phase.progress(now) if phase.kind is PhaseKind.HOLD else None,
            ),
        )


def _ghost(phase: Phase) -> PoseAt | None:
    if phase.kind is PhaseKind.BACK:
        return PoseAt(phase.toward, 0.0)
    return PoseAt(phase.toward, 1.0) if phase.kind is PhaseKind.MOVE else None


def set_seconds(plan: Plan) -> float:
    """Return how long a session of this plan takes when nothing interrupts it."""
    return phases_from(plan, 0, 0.0, lead_in=PhaseKind.READY, lead_s=plan.ready_s)[-1].end


def about(seconds: float) -> str:
    """Return a length of time as people say it: `about 40 s`, `about 1 min`, `about 2 1/2 min`."""
    if seconds < 55:
        return f"about {max(5, 5 * round(seconds / 5))} s"
    whole, half = divmod(round(seconds / 30), 2)
    return f"about {whole} 1/2 min" if half and whole < 10 else f"about {whole} min"
