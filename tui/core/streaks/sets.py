"""Several sets a day: how many are done, how many are asked for, and whether one is due now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tui.core.record.record import Record
    from tui.core.settings.settings import Settings

MOST_OFFERED_ON = 3
"""Sets of a day above which no repetition more is offered on it: enough is done already."""


class Sets(NamedTuple):
    """The sets of today."""

    done: int
    of: int
    """How many are asked for a day."""
    last_at: datetime | None = None
    """When the last set began, of today or of a day before."""

    @property
    def line(self) -> str:
        """How many are done, in a few words."""
        return f"{self.done} of {self.of} sets today"


def is_set(record: Record) -> bool:
    """Whether a session counts as a set: done here or by hand, to a target or to half of what was planned."""
    from tui.core.record.record import Origin  # only here: most prompts ask for one set a day

    if record.origin is Origin.IMPORT:
        return False
    planned = sum(part.units_planned for part in record.exercises)
    return any(part.completed for part in record.exercises) or 0 < planned <= 2 * record.units_done


def count_sets(newest_first: Iterable[Record], of: int, today: date) -> Sets:
    """Return the sets of today.

    Args:
        newest_first: the sessions, the newest day first; read only as far as needed.
        of: how many are asked for a day.
        today: the day it is; later days count for nothing.
    """
    done, last_at = 0, None
    for record in newest_first:
        if record.day > today:
            continue
        if record.day < today and last_at:
            break
        if is_set(record):
            done += record.day == today
            last_at = max(last_at, record.started_at) if last_at else record.started_at
    return Sets(done, of, last_at)


def set_due(sets: Sets, settings: Settings, now: datetime, *, day_due: bool, day_done: bool) -> bool:
    """Whether a set is due now.

    Where one a day is asked for: while the day is not done. Where more are: while fewer are done, and
    the hours since the last one have passed. A last one that is still to come keeps nobody waiting.

    Args:
        sets: those of today.
        settings: how many are asked for, and the hours between them.
        now: the instant, with its offset.
        day_due: whether the day asks for anything.
        day_done: whether the day counts as done.
    """
    if not day_due:
        return False
    if settings.sets_a_day == 1:
        return not day_done
    waited = now - sets.last_at if sets.last_at else None
    soon = waited is not None and timedelta(0) <= waited < timedelta(hours=settings.hours_between)
    return sets.done < settings.sets_a_day and not soon


class DueWatch:
    """Tells when a set falls due, once a set."""

    def __init__(self) -> None:
        self._was_due = True
        self._told: tuple[date, int] | None = None

    def falls_due(self, *, due: bool, today: date, done: int) -> bool:
        """Whether a set has fallen due since this was last asked; nothing is told of one due at first.

        Args:
            due: whether one is due now.
            today: the day it is.
            done: the sets of today, so that the one that is due is known by its number.
        """
        falls = due and not self._was_due and self._told != (today, done)
        self._was_due = due
        if falls:
            self._told = (today, done)
        return falls
