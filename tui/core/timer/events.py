"""What happens in a session; each event carries the instant it was planned for."""

from dataclasses import dataclass

from tui.core.timer.plan import Phase, Unit


@dataclass(frozen=True, slots=True)
class PhaseStarted:
    """A phase began."""

    at: float
    phase: Phase


@dataclass(frozen=True, slots=True)
class UnitCounted:
    """A hold ended; `again` when the unit had counted before and so adds nothing."""

    at: float
    unit: Unit
    again: bool


@dataclass(frozen=True, slots=True)
class ExerciseCompleted:
    """Every unit of the exercise at this place has been counted."""

    at: float
    exercise: int


@dataclass(frozen=True, slots=True)
class Paused:
    """The session stands still."""

    at: float


@dataclass(frozen=True, slots=True)
class Resumed:
    """The session goes on, with a get-ready."""

    at: float


@dataclass(frozen=True, slots=True)
class MarkerMoved:
    """While paused: the place to go on from has changed."""

    at: float


@dataclass(frozen=True, slots=True)
class SessionEnded:
    """It is over; `complete` when every target was reached."""

    at: float
    complete: bool


Event = PhaseStarted | UnitCounted | ExerciseCompleted | Paused | Resumed | MarkerMoved | SessionEnded
