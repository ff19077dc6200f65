"""What is drawn: rows of characters, and what each of them belongs to."""

from dataclasses import dataclass
from enum import IntEnum

LEVELS = 5
"""Steps of light that a role's colour comes in, from 0 (in shade or far) to 4 (lit or near)."""


class Role(IntEnum):
    """What a cell belongs to, from which a screen chooses its colour."""

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


SOLID = (
    Role.HAIR,
    Role.SKIN,
    Role.HAND,
    Role.SHIRT,
    Role.SLEEVE,
    Role.TROUSERS,
    Role.SHOE,
    Role.STILL,
    Role.CHAIR,
)
"""What stands out in reverse video where there is no tint: person and chair, but not the working region."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its text, and a byte a cell for each of the four properties of its cells.

    `ink` and `fill` are the roles of the glyph and of the background (Role.NONE: none), `tone` and
    `shade` their light levels, 0 to LEVELS - 1. Blocks are
    parts of the background: their tones, from LEVELS on, are as bright as the shades.
    """

    text: str
    ink: bytes
    tone: bytes
    fill: bytes
    shade: bytes


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture of the figure."""

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The characters alone, rows joined by newlines, without trailing blanks."""
        return "\n".join(line.text.rstrip() for line in self.lines)
