"""The present instant, where the clock can be believed."""

from datetime import datetime

from tui.core.text.limits import YEARS
from tui.core.text.problems import StoreProblem
from tui.core.timer.clock import Clock

FIRST_YEAR = 2020
"""Nothing was kept before: a clock that says an earlier one stands where it began."""


def doubts(now: datetime) -> tuple[StoreProblem, ...]:
    """Return what is to be said of a clock that stands before there was anything to keep."""
    if now.year >= FIRST_YEAR:
        return ()
    told = f"it says {now.date().isoformat()}"
    return (
        StoreProblem("the clock of this computer may be wrong", told, "what is done now counts for that day"),
    )


def present(clock: Clock) -> datetime:
    """Return the present instant.

    Raises:
        StoreProblem: when the clock stands in a year that is never kept, where dates end.
    """
    try:
        now = clock.now()
    except (OSError, OverflowError, ValueError):  # what the system says at the ends of the calendar
        year = "no year that is known"
    else:
        if now.year in YEARS:
            return now
        year = f"the year {now.year}"
    raise StoreProblem("the clock of this computer is wrong", f"it says {year}", "set it")
