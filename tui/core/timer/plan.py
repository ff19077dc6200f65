"""What a session is to consist of: exercises, repetitions, seconds, the units they come to, and its phases.

A phase says what is to be done from when to when.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, TypeVar

from tui.core.exercises.exercise import BOTH, OWN_SET, Exercise, Side
from tui.core.figure.body.pose import PoseAt
from tui.core.settings.settings import Settings

_T = TypeVar("_T")


class Overrides(NamedTuple):
    """What the command line asks for in this session only; None leaves it as it is stored."""

    reps: int | None = None
    move_s: float | None = None
    hold_s: float | None = None
    ready_s: float | None = None
    set_reps: Mapping[str, int] | None = None
    """Repetitions of a named set by exercise id, for those that it has; None where it is no such set."""
    cues: str | None = None
    """In what the cues are given, by the words of the setting."""


NO_OVERRIDES = Overrides()
"""Everything as it is stored."""


class PlannedExercise(NamedTuple):
    """An exercise with its target and its seconds."""

    exercise: Exercise
    reps: int
    move_s: float
    hold_s: float
    rest_s: float


class Unit(NamedTuple):
    """One movement to an end and its hold: what is counted."""

    number: int
    """Its place in the whole session, from 0."""
    exercise: int
    """The place of its exercise in the plan, from 0."""
    rep: int
    """Its repetition, from 0."""
    side: Side | None
    first: bool
    """Whether it is the first of its exercise."""
    final: bool
    """Whether it is the last of its exercise."""
    last_rep: bool
    """Whether it opens the last repetition of its exercise."""

    @property
    def end_pose(self) -> str:
        """The name of the pose that it ends in."""
        return self.side.value if self.side else "end"


@dataclass(frozen=True)
class Plan:
    """A session to be: frozen, and everything in it determined."""

    routine: str
    exercises: tuple[PlannedExercise, ...]
    ready_s: float
    between_s: float
    lead: Side
    own_target: bool
    """Whether the repetitions are the stored ones."""

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every unit in its order."""
        units: list[Unit] = []
        for at, planned in enumerate(self.exercises):
            sides = (self.lead, self.lead.other) if planned.exercise.two_sided else (None,)
            pairs = [(rep, side) for rep in range(planned.reps) for side in sides]
            for number, (rep, side) in enumerate(pairs):
                units.append(
                    Unit(
                        number=len(units),
                        exercise=at,
                        rep=rep,
                        side=side,
                        first=number == 0,
                        final=number == len(pairs) - 1,
                        last_rep=rep == planned.reps - 1 and side in (None, self.lead),
                    )
                )
        return tuple(units)

    def units_of(self, exercise: int) -> tuple[Unit, ...]:
        """Return the units of the exercise at this place."""
        return tuple(unit for unit in self.units if unit.exercise == exercise)


def make_plan(
    exercises: Sequence[Exercise],
    reps: Mapping[str, int],
    settings: Settings,
    lead: Side,
    overrides: Overrides = NO_OVERRIDES,
) -> Plan:
    """Return the plan of a session.

    Args:
        exercises: at least one, in their order.
        reps: stored repetitions by exercise id; an id that is missing has its dose's.
        settings: their seconds, where they have any, stand before each exercise's dose.
        lead: the side that two-sided exercises begin with.
        overrides: what holds for this session only.
    """
    planned = tuple(
        PlannedExercise(
            exercise=exercise,
            reps=_first(
                overrides.reps,
                (overrides.set_reps or {}).get(exercise.id),
                reps.get(exercise.id),
                exercise.dose.reps,
            ),
            move_s=_first(overrides.move_s, settings.move_s, exercise.dose.move_s),
            hold_s=_first(overrides.hold_s, settings.hold_s, exercise.dose.hold_s),
            rest_s=_first(settings.rest_s, exercise.dose.rest_s),
        )
        for exercise in exercises
    )
    return Plan(
        routine=routine_of(exercises),
        exercises=planned,
        ready_s=_first(overrides.ready_s, settings.ready_s),
        between_s=settings.between_s,
        lead=lead,
        own_target=overrides.reps is None and overrides.set_reps is None,
    )


def routine_of(exercises: Sequence[Exercise]) -> str:
    """Return the routine's name: an exercise's id, `both` for the two bundled ones, else `set`."""
    if len(exercises) == 1:
        return exercises[0].id
    bundled = len(exercises) == 2 and not any(exercise.own for exercise in exercises)
    return BOTH if bundled and exercises[0].id != exercises[1].id else OWN_SET


def _first(*values: _T | None) -> _T:
    return next(value for value in values if value is not None)


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


def ease(progress: float) -> float:
    """Return minimum-jerk progress, 10t^3 - 15t^4 + 6t^5, for `progress` clamped to 0..1.

    Source: Flash and Hogan 1985, the smoothest motion between two postures at rest.
    """
    t = min(1.0, max(0.0, progress))
    near = min(t, 1.0 - t)  # the curve is symmetric, and near 1 the sum's rounding would overshoot
    risen = near * near * near * (10.0 + near * (6.0 * near - 15.0))
    return risen if t <= 0.5 else 1.0 - risen


def phases_from(plan: Plan, first: int, at: float, *, lead_in: PhaseKind, lead_s: float) -> tuple[Phase, ...]:
    """Return the phases from unit `first` to the end of the session, without a gap.

    Args:
        plan: the session.
        first: the index of the unit to begin with; its movement starts at the centre.
        at: when the first phase starts.
        lead_in: READY or NEXT, the phase before the first movement.
        lead_s: how long the lead-in lasts; none at all when it is 0.
    """
    phases: list[Phase] = []
    passed = 0.0
    for kind, seconds, unit, across in _parts(plan, first, lead_in, lead_s):
        if seconds <= 0 and kind in (PhaseKind.READY, PhaseKind.REST):
            continue
        start, passed = at + passed, passed + seconds
        after_exercise = kind is PhaseKind.NEXT and unit.number > first
        phases.append(Phase(kind, start, at + passed, unit, unit.end_pose, across, after_exercise))
    return tuple(phases)


def _parts(
    plan: Plan, first: int, lead_in: PhaseKind, lead_s: float
) -> Iterator[tuple[PhaseKind, float, Unit, str | None]]:
    for unit in plan.units[first:]:
        seconds = plan.exercises[unit.exercise]
        across: str | None = None
        if unit.number == first:
            yield lead_in, lead_s, unit, None
        elif unit.first:
            yield PhaseKind.NEXT, plan.between_s, unit, None
        elif unit.side:
            across = unit.side.other.value
        else:
            yield PhaseKind.REST, seconds.rest_s, unit, None
        yield PhaseKind.MOVE, seconds.move_s * (ACROSS if across else 1.0), unit, across
        yield PhaseKind.HOLD, seconds.hold_s, unit, None
        if unit.final or unit.side is None:
            yield PhaseKind.BACK, seconds.move_s, unit, None
