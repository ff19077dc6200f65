"""Left and right, and how often: what exercises and the records of them share."""

from enum import StrEnum

REPS_RANGE = (1, 20)
"""Repetitions that a person may ask for, lowest and highest."""


class Side(StrEnum):
    """The person's own left or right."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT
