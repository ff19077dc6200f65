"""Cells of a picture: which character each shows, and the colours of its ink and paper."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.colours import GROUND
from tui.core.figure.frame import Frame, FrameLine

_BLANK = ord(" ")


@dataclass(frozen=True, slots=True)
class Cells:
    """Arrays of rows and columns: code points, and colours as of `colours`."""

    glyph: NDArray[np.uint32]
    ink: NDArray[np.uint16]
    paper: NDArray[np.uint16]

    @classmethod
    def blank(cls, columns: int, rows: int) -> "Cells":
        """Return a picture of nothing."""
        shape = (rows, columns)
        return cls(
            np.full(shape, _BLANK, np.uint32), np.zeros(shape, np.uint16), np.full(shape, GROUND, np.uint16)
        )

    def copy(self) -> "Cells":
        """Return cells that can be drawn on without changing these."""
        return Cells(self.glyph.copy(), self.ink.copy(), self.paper.copy())

    @property
    def size_bytes(self) -> int:
        """How much memory they take."""
        return self.glyph.nbytes + self.ink.nbytes + self.paper.nbytes

    def part(self, x: int, y: int, columns: int, rows: int) -> "Cells":
        """Return some of these cells, from cell (x, y) on: what is drawn on them is drawn on these."""
        place = (slice(y, y + rows), slice(x, x + columns))
        return Cells(self.glyph[place], self.ink[place], self.paper[place])

    def free(self) -> NDArray[np.bool_]:
        """Return where nothing is drawn yet."""
        free: NDArray[np.bool_] = (self.glyph == _BLANK) & (self.paper == GROUND)
        return free

    def write(self, x: int, y: int, text: str, ink: int) -> None:
        """Write `text` from cell (x, y) on, as far as it fits; what lies under it keeps its paper."""
        rows, columns = self.glyph.shape
        if not 0 <= y < rows or x >= columns or x < 0:
            return
        codes = np.frombuffer(text.encode("ascii", "replace"), np.uint8)[: columns - x]
        place = (y, slice(x, x + len(codes)))
        self.glyph[place], self.ink[place] = codes, ink

    def draw(self, x: int, y: int, width: int, glyph: str, ink: int) -> None:
        """Draw `glyph`, which is one cell wide, in so many cells from cell (x, y) on; all must be inside."""
        place = (y, slice(x, x + width))
        self.glyph[place], self.ink[place] = ord(glyph), ink

    def swatch(self, x: int, y: int, colour: int) -> None:
        """Fill a cell with a colour."""
        self.glyph[y, x], self.ink[y, x], self.paper[y, x] = _BLANK, 0, colour

    def frame(self) -> Frame:
        """Return the picture that nobody can change; blanks have no ink."""
        ink = np.where(self.glyph == _BLANK, np.uint16(0), self.ink)
        return Frame(
            tuple(
                FrameLine(
                    self.glyph[y].astype("<u4").tobytes().decode("utf-32-le"),
                    ink[y].tobytes(),
                    self.paper[y].tobytes(),
                )
                for y in range(len(self.glyph))
            )
        )
