"""The clocks: one that never jumps, and the one on the wall."""

import time
from datetime import datetime


class MachineClock:
    """The clocks that a session and the stores go by; tests pass some of their own."""

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""
        return time.monotonic()

    def now(self) -> datetime:
        """Return the local date and time, with its offset."""
        return datetime.now().astimezone()
