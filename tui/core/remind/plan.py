"""When to be reminded: times of the day, on some weekdays."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from tui.core.text.problems import UsageProblem
from tui.core.text.weekdays import weekday_words

HOUR = 60
DAY = 24 * HOUR
DAYS = 7
LEAST_APART = HOUR
"""Minutes: nobody is reminded twice in an hour."""
_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\Z", re.ASCII)
_SPAN = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,4})m)?\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class ReminderPlan:
    """Minutes after midnight, in order and each once, and weekdays (0 = Monday)."""

    times: tuple[int, ...]
    weekdays: frozenset[int]

    @property
    def words(self) -> str:
        """The plan in a few words: `mon-fri at 11:00, 15:00`; of all weekdays the times alone."""
        return f"{self.day_words}at {', '.join(map(clock_text, self.times))}"

    @property
    def day_words(self) -> str:
        """The weekdays with a blank behind them; empty where they are all."""
        return "" if len(self.weekdays) == DAYS else f"{weekday_words(self.weekdays)} "

    def on(self, day: date) -> tuple[datetime, ...]:
        """Return the wall-clock times of a day, without offset."""
        if day.weekday() not in self.weekdays:
            return ()
        midnight = datetime.combine(day, time())
        return tuple(midnight + timedelta(minutes=minute) for minute in self.times)


def clock_text(minute: int) -> str:
    """Return minutes after midnight as `09:05`."""
    return f"{minute // HOUR:02}:{minute % HOUR:02}"


def minute_of(text: str) -> int:
    """Return the minutes after midnight of a time like `9:05`, or of an hour like `9`.

    Raises:
        UsageProblem: when it is none.
    """
    found = _TIME.match(text.strip())
    hour, minute = (int(part or 0) for part in found.groups()) if found else (HOUR, 0)
    if hour > 23 or minute > 59:
        raise UsageProblem(f"'{text}' is no time", hint="like 11:00")
    return hour * HOUR + minute


def at_times(texts: Iterable[str]) -> tuple[int, ...]:
    """Return the times, in order.

    Raises:
        UsageProblem: when one is none, or two are less than an hour apart.
    """
    times = tuple(sorted({minute_of(text) for text in texts}))
    for before, after in pairwise(times):
        if after - before < LEAST_APART:
            raise UsageProblem(
                f"{clock_text(before)} and {clock_text(after)} are too near", "at least an hour apart"
            )
    return times


def times_in(text: str) -> tuple[int, ...]:
    """Return the times of a line like `11:00 15:00`, in order; commas may stand between them.

    Raises:
        UsageProblem: when one is none, or two are less than an hour apart.
    """
    return at_times(text.replace(",", " ").split() or [text])


def every(span: str, between: str) -> tuple[int, ...]:
    """Return the times from the beginning to the end of `09:00-18:00`, every `3h`, `90m` or `1h30m`.

    Raises:
        UsageProblem: when they make no sense.
    """
    found = _SPAN.match(span.strip().lower())
    minutes = int(found[1] or 0) * HOUR + int(found[2] or 0) if found else 0
    if not LEAST_APART <= minutes < DAY:
        raise UsageProblem(
            f"'{span}' is no time between two reminders", hint="like 3h, 90m or 1h30m, at least 1h"
        )
    first, dash, last = between.partition("-")
    if not dash:
        raise UsageProblem(f"'{between}' is no part of a day", hint="like 09:00-18:00")
    start, end = minute_of(first), minute_of(last)
    if end <= start:
        raise UsageProblem(f"'{between}' ends before it begins", hint="like 09:00-18:00")
    return tuple(range(start, end + 1, minutes))
