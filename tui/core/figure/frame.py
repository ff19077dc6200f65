"""What is drawn: rows of characters, each with the colour of its ink and of its paper."""

from array import array
from collections.abc import Iterable, Sequence
from enum import IntEnum
from typing import NamedTuple

CELL_BYTES = 8
_CODES = 0x110000
"""How many code points there are."""


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
    SLEEVE = 14
    HAND = 15
    EYE = 16


class FrameLine(NamedTuple):
    """One row: its text, and two bytes a cell (native order) for each of its colours.

    A colour is a number as `colours.Colours` makes them.
    """

    text: str
    ink: bytes
    paper: bytes


class Frame(NamedTuple):
    """One picture of the figure.

    Args:
        cells: row after row of numbers of 8 bytes (native order): the code point of a character, and the
            colours of its ink and of its paper, in 32, 16 and 16 bits.
        columns: how many cells a row has.
    """

    cells: bytes
    columns: int

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self.cells) // (CELL_BYTES * self.columns)

    @property
    def numbers(self) -> Sequence[int]:
        """The numbers of all cells."""
        return memoryview(self.cells).cast("Q")

    def line(self, y: int) -> FrameLine:
        """Return one row."""
        numbers = self.numbers[y * self.columns : (y + 1) * self.columns]
        ink, paper = ([number >> shift & 0xFFFF for number in numbers] for shift in (16, 0))
        text = "".join(chr(number >> 32) for number in numbers)
        return FrameLine(text, array("H", ink).tobytes(), array("H", paper).tobytes())

    @property
    def lines(self) -> tuple[FrameLine, ...]:
        """All rows."""
        return tuple(self.line(y) for y in range(self.rows))

    @property
    def text(self) -> str:
        """The characters alone, rows joined by newlines, without trailing blanks."""
        return "\n".join(line.text.rstrip() for line in self.lines)

    @property
    def is_sound(self) -> bool:
        """Whether every cell holds a character that can be shown: false of bytes that are no picture."""
        codes = {number >> 32 for number in self.numbers}
        return all(code < _CODES and chr(code).isprintable() for code in codes)

    def with_cells_of(self, other: "Frame", places: Iterable[int]) -> "Frame":
        """Return this picture with some cells of another one of the same size, counted in reading order."""
        cells, others = array("Q", self.cells), other.numbers
        for at in places:
            cells[at] = others[at]
        return Frame(cells.tobytes(), self.columns)

    def changes(self, was: "Frame") -> list[int]:
        """Return which cells differ from those of a picture of the same size, counted in reading order."""
        import numpy as np  # only now: the first picture may be one that was kept

        now, before = (np.frombuffer(frame.cells, np.uint64) for frame in (self, was))
        return np.flatnonzero(now != before).tolist()
