"""What tells the time to whoever must not read it by itself."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """The two clocks; tests pass one that they move by hand."""

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""

    def now(self) -> datetime:
        """Return the local date and time, with its offset."""
