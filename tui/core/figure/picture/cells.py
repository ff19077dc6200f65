"""Cells of a picture: which character each shows, and the colours of its ink and paper."""

import sys
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.core.figure.colours import GROUND
from tui.core.figure.frame import Frame

_BLANK = ord(" ")
_PARTS = [("paper", "u2"), ("ink", "u2"), ("glyph", "u4")]
_CELL = np.dtype(_PARTS if sys.byteorder == "little" else _PARTS[::-1])
_PAPER = np.uint64(0xFFFF)
_BARE = np.uint64(_BLANK << 32)
_EMPTY = _BARE | np.uint64(GROUND)


class Cells(NamedTuple):
    """Rows and columns of cells, as numbers of a Frame."""

    codes: NDArray[np.uint64]

    @classmethod
    def blank(cls, columns: int, rows: int) -> "Cells":
        """Return a picture of nothing."""
        return cls(np.full((rows, columns), _EMPTY))

    @property
    def glyph(self) -> NDArray[np.uint32]:
        """The code points of their characters; what is written there is written on these cells."""
        return self.codes.view(_CELL)["glyph"]

    @property
    def ink(self) -> NDArray[np.uint16]:
        """The colours of their characters, in the same way."""
        return self.codes.view(_CELL)["ink"]

    @property
    def paper(self) -> NDArray[np.uint16]:
        """The colours behind them, in the same way."""
        return self.codes.view(_CELL)["paper"]

    def copy(self) -> "Cells":
        """Return cells that can be drawn on without changing these."""
        return Cells(self.codes.copy())

    def part(self, x: int, y: int, columns: int, rows: int) -> "Cells":
        """Return some of these cells, from cell (x, y) on: what is drawn on them is drawn on these."""
        return Cells(self.codes[y : y + rows, x : x + columns])

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

    def swatch(self, x: int, y: int, colour: int) -> None:
        """Fill a cell with a colour."""
        self.glyph[y, x], self.ink[y, x], self.paper[y, x] = _BLANK, 0, colour

    def frame(self) -> Frame:
        """Return the picture that nobody can change; blanks have no ink."""
        codes = np.where(self.glyph == _BLANK, self.codes & _PAPER | _BARE, self.codes)
        return Frame(codes.tobytes(), codes.shape[1])


def combined(
    glyph: NDArray[np.uint32], ink: NDArray[np.uint16], paper: NDArray[np.uint16]
) -> NDArray[np.uint64]:
    """Return the numbers of cells."""
    codes = np.empty(glyph.shape, np.uint64)
    parts = codes.view(_CELL)
    parts["glyph"], parts["ink"], parts["paper"] = glyph, ink, paper
    return codes
