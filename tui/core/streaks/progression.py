"""How many repetitions an exercise stores, and when one more or one fewer is offered: never by itself."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import NamedTuple

from tui.core.exercises.exercise import Exercise
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record
from tui.core.streaks.sets import MOST_OFFERED_ON
from tui.core.text.limits import REPS_RANGE

FIRST_REPS = 3
MOST_OFFERED = 10
"""Repetitions up to which more are offered."""
DAYS_BEFORE_MORE = 3
SORE_BEFORE_FEWER = 2
SILENCE = timedelta(days=7)
_SLACK = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Progress:
    """What is stored of one exercise."""

    reps: int = FIRST_REPS
    since: datetime | None = None
    """When the number was last set; None when it never was."""
    silenced_until: date | None = None
    """The first day on which it is offered something again."""


class Offer(NamedTuple):
    """One repetition more or fewer of an exercise, and why."""

    exercise: str
    name: str
    reps: int
    more: bool
    reason: str

    @property
    def present(self) -> int:
        """The number of repetitions now."""
        return self.reps - 1 if self.more else self.reps + 1

    @property
    def question(self) -> str:
        """The line on Home."""
        plural = "repetition" if self.reps == 1 else "repetitions"
        if self.more:
            return f"Ready for {self.reps} {plural} of {self.name}?"
        return f"{self.reps} {plural} of {self.name} for now?"


def with_reps(progress: Progress, reps: int, now: datetime) -> Progress:
    """Return the progress with another number, kept within 1-20; the count starts again."""
    low, high = REPS_RANGE
    return replace(progress, reps=min(max(reps, low), high), since=now)


def offer(
    exercise: str, name: str, progress: Progress, records: Iterable[Record], today: date
) -> Offer | None:
    """Return what is offered for an exercise, if anything. A sore partial keeps more from being offered.

    Args:
        exercise: its id.
        name: its name, for the question.
        progress: what is stored of it.
        records: the newest first; read only as far as needed.
        today: the day it is.
    """
    if progress.silenced_until and today < progress.silenced_until:
        return None
    days: set[date] = set()
    sore, halted = 0, False
    for record in records:
        if progress.since and progress.since.date() - record.day > _SLACK:
            return None
        part = _own(exercise, progress, record)
        if part is None:
            continue
        if part.felt is Felt.SORE:
            if days or progress.reps <= REPS_RANGE[0]:
                return None
            sore += part.completed
            if sore == SORE_BEFORE_FEWER:
                return Offer(exercise, name, progress.reps - 1, False, "it was sore the last two times")
            halted = True
        elif part.completed:
            if halted or progress.reps >= MOST_OFFERED:
                return None
            days.add(record.day)
            if len(days) == DAYS_BEFORE_MORE:
                reason = f"{progress.reps} were done on three days and none was sore"
                return Offer(exercise, name, progress.reps + 1, True, reason)
    return None


def first_offer(offers: Iterable[Offer | None]) -> Offer | None:
    """Return the one offer to show: fewer before more."""
    found = [item for item in offers if item]
    return min(found, key=lambda item: item.more, default=None)


def due_offer(
    exercises: Iterable[Exercise],
    progress: Mapping[str, Progress],
    records_of: Callable[[str], Iterable[Record]],
    today: date,
    sets_today: int = 0,
) -> Offer | None:
    """Return the one offer to show of all exercises.

    Args:
        exercises: those there are.
        progress: what is stored, by exercise id.
        records_of: gives the records with an exercise, the newest first.
        today: the day it is.
        sets_today: the sets done; after more than three nothing more is offered on that day.
    """
    found = (
        offer(item.id, item.name, progress.get(item.id, Progress(item.dose.reps)), records_of(item.id), today)
        for item in exercises
    )
    enough = sets_today > MOST_OFFERED_ON
    return first_offer(item for item in found if not (item and item.more and enough))


def _own(exercise: str, progress: Progress, record: Record) -> ExerciseRecord | None:
    """Return what was done of an exercise at its stored number, in a timed session since that was set."""
    if record.origin is not Origin.TIMED or not record.own_target:
        return None
    if progress.since and record.started_at <= progress.since:
        return None
    parts = (part for part in record.exercises if part.id == exercise and part.target == progress.reps)
    return next(parts, None)
