"""The phases of a session, second by second: what is to be done, from when to when."""

from enum import StrEnum
from typing import NamedTuple

from tui.core.figure.body.pose import PoseAt, ease
from tui.core.timer.plan import Plan, Unit

ACROSS = 1.5
"""A movement from one side to the other lasts this many times a movement from the centre."""


class PhaseKind(StrEnum):
    """What a phase asks for."""

    READY = "ready"
    MOVE = "move"
    HOLD = "hold"
    BACK = "back"
    REST = "rest"
    NEXT = "next"


class Phase(NamedTuple):
    """A stretch of time with one thing to do. Instants are monotonic seconds."""

    kind: PhaseKind
    start: float
    end: float
    unit: Unit
    """The unit that it belongs to; of READY and NEXT the one that they lead to."""
    toward: str
    """The end pose of its unit."""
    across_from: str | None
    """For a movement across the centre, the pose that it comes from."""
    after_exercise: bool
    """Whether it follows on an exercise that was gone through to its end."""

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return self.end - self.start

    def progress(self, now: float) -> float:
        """Return how much of it has passed, 0 to 1."""
        return min(1.0, max(0.0, (now - self.start) / self.seconds)) if self.seconds > 0 else 1.0

    def pose(self, now: float) -> PoseAt:
        """Return where the body is to be at `now`."""
        eased = ease(self.progress(now))
        if self.kind is PhaseKind.MOVE and self.across_from:
            place = 2.0 * eased - 1.0
            return PoseAt(self.toward if place >= 0 else self.across_from, abs(place))
        amounts = {PhaseKind.MOVE: eased, PhaseKind.HOLD: 1.0, PhaseKind.BACK: 1.0 - eased}
        return PoseAt(self.toward, amounts.get(self.kind, 0.0))


def phases_from(plan: Plan, first: int, at: float, *, lead_in: PhaseKind, lead_s: float) -> tuple[Phase, ...]:
    """Return the phases from unit `first` to the end of the session, without a gap.

    Args:
        plan: the session.
        first: the index of the unit to begin with; its movement starts at the centre.
        at: when the first phase starts.
        lead_in: READY or NEXT, the phase before the first movement.
        lead_s: how long the lead-in lasts; none at all when it is 0.
    """
    line = _Line(plan, at)
    for unit in plan.units[first:]:
        seconds = plan.exercises[unit.exercise]
        across: str | None = None
        if unit.index == first:
            line.add(lead_in, lead_s, unit)
        elif unit.first:
            line.add(PhaseKind.NEXT, plan.between_s, unit, after_exercise=True)
        elif unit.side:
            across = unit.side.other.value
        else:
            line.add(PhaseKind.REST, seconds.rest_s, unit)
        line.add(PhaseKind.MOVE, seconds.move_s * (ACROSS if across else 1.0), unit, across_from=across)
        line.add(PhaseKind.HOLD, seconds.hold_s, unit)
        if unit.final or unit.side is None:
            line.add(PhaseKind.BACK, seconds.move_s, unit)
    return tuple(line.phases)


class _Line:
    def __init__(self, plan: Plan, at: float) -> None:
        self.phases: list[Phase] = []
        self._plan = plan
        self._start = at
        self._passed = 0.0

    def add(
        self,
        kind: PhaseKind,
        seconds: float,
        unit: Unit,
        *,
        across_from: str | None = None,
        after_exercise: bool = False,
    ) -> None:
        if seconds <= 0 and kind in (PhaseKind.READY, PhaseKind.REST):
            return
        start = self._start + self._passed
        self._passed += seconds
        end = self._start + self._passed
        toward = self._plan.end_pose(unit)
        self.phases.append(Phase(kind, start, end, unit, toward, across_from, after_exercise))
