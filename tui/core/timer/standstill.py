"""Notices that the machine stood still: suspended, stopped, or too busy to follow a session."""

LATEST_TICK_S = 1.5
"""A tick that comes this much after the one before is a gap; a screen ticks twice a second at least."""
CLOCK_DRIFT_S = 2.0
"""The monotonic clock stands still in Linux's suspend: a difference to the wall clock is a gap too."""


class GapGuard:
    """Compares each tick with the one before.

    Args:
        now: the first tick, on the monotonic clock, in seconds.
        wall: the same instant on the wall clock, in seconds.
    """

    def __init__(self, now: float, wall: float) -> None:
        self._now = now
        self._wall = wall

    def gap_before(self, now: float, wall: float) -> float | None:
        """Return the last good tick when there is a gap between it and `now`, else None."""
        last, passed, wall_passed = self._now, now - self._now, wall - self._wall
        self._now, self._wall = now, wall
        gap = passed > LATEST_TICK_S or abs(wall_passed - passed) > CLOCK_DRIFT_S
        return last if gap else None
