"""What is drawn: rows of characters, each with the colour of its ink and of its paper."""

from dataclasses import dataclass
from enum import IntEnum


class Role(IntEnum):
    """What a part of a picture belongs to, from which a screen chooses its colour."""

    NONE = 0
    HAIR = 1
    SKIN = 2
    SHIRT = 3
    TROUSERS = 4
    SHOE = 5
    CHAIR = 6
    REGION = 7
    STILL = 8
    GHOST = 9
    ARROW = 10
    LABEL = 11
    MARK = 12
    FLOOR = 13
    HOLD = 14
    SLEEVE = 15
    HAND = 16
    EYE = 17


@dataclass(frozen=True, slots=True)
class FrameLine:
    """One row: its text, and two bytes a cell (native order) for each of its colours.

    A colour is a number as `colours.Colours` makes them.
    """

    text: str
    ink: bytes
    paper: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of the figure."""

    lines: tuple[FrameLine, ...]

    @property
    def text(self) -> str:
        """The characters alone, rows joined by newlines, without trailing blanks."""
        return "\n".join(line.text.rstrip() for line in self.lines)
