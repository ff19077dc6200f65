"""Sums over the history: in all, a week, and what stiffness came to."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from tui.core.streaks.days import Days
from tui.core.text.date_words import counted
from tui.core.text.week_start import week_start

FEWEST_READINGS = 10
"""Sessions with stiffness before and after from which there is something to say."""


@dataclass(frozen=True, slots=True)
class Totals:
    """All that was ever done."""

    sessions: int
    repetitions: int
    """Units: of an exercise with sides, each side's are counted."""
    seconds: float

    @property
    def line(self) -> str:
        """The totals in a few words, as `214 sessions  1,840 repetitions  5 h 10 min`; no time of 0."""
        line = f"{counted(self.sessions, 'session')}  {counted(self.repetitions, 'repetition')}"
        return f"{line}  {duration(self.seconds)}" if self.seconds else line


@dataclass(frozen=True, slots=True)
class WeekBar:
    """The repetitions of one ISO week."""

    monday: date
    repetitions: int


def totals(days: Days) -> Totals:
    """Return the sums over all days."""
    return Totals(
        sum(facts.sessions for facts in days.values()),
        sum(facts.units for facts in days.values()),
        sum(facts.seconds for facts in days.values()),
    )


def repetitions_by_week(days: Days, weeks: int, today: date, first_weekday: int = 0) -> tuple[WeekBar, ...]:
    """Return the repetitions of the last `weeks` ISO weeks, the oldest first, this week the last."""
    sums: dict[date, int] = {}
    for day, facts in days.items():
        start = week_start(day, first_weekday)
        sums[start] = sums.get(start, 0) + facts.units
    last = week_start(today, first_weekday)
    starts = (last - timedelta(weeks=back) for back in range(weeks - 1, -1, -1))
    return tuple(WeekBar(start, sums.get(start, 0)) for start in starts)


def stiffness_line(readings: Sequence[tuple[int, int]]) -> str:
    """Return the medians before and after in a few words; nothing under ten sessions that have both."""
    if len(readings) < FEWEST_READINGS:
        return ""
    before, after = (median(pair[side] for pair in readings) for side in (0, 1))
    return f"median {before:g} to {after:g} over {len(readings)} sessions"


def duration(seconds: float) -> str:
    """Return a time in words: `45 s`, `12 min` or `5 h 10 min`."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
