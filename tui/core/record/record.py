"""The record of one session: what is kept for ever."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from tui.core.exercises.exercise import Side
from tui.core.record.schema import SCHEMA as SCHEMA
from tui.core.text.problems import StoreProblem


class Origin(StrEnum):
    """How a record came to be."""

    TIMED = "timed"
    HAND = "hand"
    IMPORT = "import"


class Felt(StrEnum):
    """How it was."""

    EASY = "easy"
    FINE = "fine"
    SORE = "sore"


@dataclass(frozen=True, slots=True)
class ExerciseRecord:
    """What was done of one exercise. `left` and `right` are used when `per_side`, else `total`."""

    id: str
    target: int
    per_side: bool
    left: int = 0
    right: int = 0
    total: int = 0
    hold_s: float = 2.0
    move_s: float = 2.0
    felt: Felt | None = None

    @property
    def completed(self) -> bool:
        """Whether the target was reached (on both sides)."""
        done = min(self.left, self.right) if self.per_side else self.total
        return done >= self.target

    @property
    def units_done(self) -> int:
        """Movements to an end that were counted."""
        return self.left + self.right if self.per_side else self.total

    @property
    def units_planned(self) -> int:
        """Movements to an end that the target asks for."""
        return self.target * 2 if self.per_side else self.target


@dataclass(frozen=True, slots=True)
class Record:
    """One session. `started_at` carries its offset; `day` is stored and never derived again."""

    id: str
    started_at: datetime
    day: date
    seconds: float
    origin: Origin
    routine: str
    exercises: tuple[ExerciseRecord, ...]
    lead_side: Side | None = None
    stiffness_before: int | None = None
    stiffness_after: int | None = None
    note: str = ""
    changed_at: datetime | None = None
    own_target: bool = True
    """Whether the targets were the stored ones; false when flags set them for this session only."""
    schema: int = SCHEMA

    @property
    def version(self) -> datetime:
        """When it became what it is: of two records with one id the later one holds."""
        return self.changed_at or self.started_at

    @property
    def stiffness(self) -> tuple[int, int] | None:
        """Before and after, where both were said."""
        before, after = self.stiffness_before, self.stiffness_after
        return None if before is None or after is None else (before, after)

    @property
    def partial(self) -> bool:
        """Whether any target was not reached."""
        return not all(exercise.completed for exercise in self.exercises)

    @property
    def units_done(self) -> int:
        """Movements to an end that were counted, of all exercises."""
        return sum(exercise.units_done for exercise in self.exercises)


def next_lead(records: Iterable[Record]) -> Side:
    """Return the leading side of a new session: the left one where nothing can be read of another.

    Args:
        records: the newest first; read until a timed one has a counted unit with sides.
    """
    try:
        for record in records:
            if record.origin is Origin.TIMED and record.lead_side and _has_sides(record):
                return record.lead_side.other
    except StoreProblem:
        pass
    return Side.LEFT


def _has_sides(record: Record) -> bool:
    return any(part.per_side and part.units_done for part in record.exercises)
