"""What the app and a driver of ours have to say to each other when a terminal shows something else."""

from typing import Protocol, runtime_checkable

from textual.message import Message


class Damaged(Message):
    """What the terminal shows may be another thing than was written: all of it is to be painted anew."""


@runtime_checkable
class Repainting(Protocol):
    """A driver that remembers what it wrote."""

    def forget(self) -> None:
        """Count on nothing that was written: the next writing sends all of it, and the modes first."""

    def abandon(self) -> None:
        """Leave the terminal as it was before, at once, whatever else is going on."""
