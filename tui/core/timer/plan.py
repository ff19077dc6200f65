"""What a session is to consist of: exercises, repetitions, seconds, and the units they come to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from tui.core.exercises.exercise import BOTH, OWN_SET, Exercise, Side
from tui.core.settings.settings import Settings

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Overrides:
    """What the command line asks for in this session only; None leaves it as it is stored."""

    reps: int | None = None
    move_s: float | None = None
    hold_s: float | None = None
    ready_s: float | None = None
    set_reps: Mapping[str, int] | None = None
    """Repetitions of a named set by exercise id, for those that it has; None where it is no such set."""
    cues: str | None = None
    """In what the cues are given, by the words of the setting."""


@dataclass(frozen=True, slots=True)
class PlannedExercise:
    """An exercise with its target and its seconds."""

    exercise: Exercise
    reps: int
    move_s: float
    hold_s: float
    rest_s: float


@dataclass(frozen=True, slots=True)
class Unit:
    """One movement to an end and its hold: what is counted."""

    index: int
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
                        index=len(units),
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

    def end_pose(self, unit: Unit) -> str:
        """Return the name of the pose at the end of a unit's movement."""
        return self.exercises[unit.exercise].exercise.end_pose(unit.side)


def make_plan(
    exercises: Sequence[Exercise],
    reps: Mapping[str, int],
    settings: Settings,
    lead: Side,
    overrides: Overrides = Overrides(),
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
