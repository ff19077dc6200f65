"""The clocks: one that never jumps, and the one on the wall."""

import time
from datetime import datetime


class Clock:
    """The machine's clocks; tests pass one of their own."""

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""
        return time.monotonic()

    def now(self) -> datetime:
        """Return the local date and time, with its offset."""
        return datetime.now().astimezone()
