"""Says the same to a terminal in fewer bytes: only cells that change, only colours that it lacks.

Textual writes each changed span whole, and each run of text as its style, the text, and a reset.
"""

import re
from collections import defaultdict

from tui.core.terminal.pen import Pen, change, changed, on_blank

_TOKEN = re.compile(
    r"\x1b\[([0-9;]*)m(?:([ -~·…─-▟■-◿⠀-⣿🬀-🬻]+)\x1b\[0m)?"
    r"|\x1b\[(\d+);(\d+)H"
    r"|(\r?\n(?=\x1b\[\d+;\d+H))"
    r"|(\x1b\[\?(?:25|2026)[hl]|\x07)"
    r"|([ -~·…─-▟■-◿⠀-⣿🬀-🬻]+)"
    r"|\x1b\[[0-?]*[ -/]*[@-~]"
    r"|\x1b[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1b."
    r"|[^\x1b -~·…─-▟■-◿⠀-⣿🬀-🬻]+"
)
"""Styles with a text up to its reset, styles, places, line ends before a place, what touches no cell, plain
text; and what is only passed on.

Lines, blocks, shapes, braille and sextants count as plain: they are drawn only where each takes one cell.
"""
_GAP = 4
"""Cells that stay the same are written again where no more than this stand between two that change."""
_RESET = Pen()


class _Cells:
    """What a row of so many columns shows, from column 1 on; nothing is known of it at first."""

    def __init__(self, columns: int) -> None:
        self._characters = [""] * (columns + 1)
        self._pens: list[Pen | None] = [None] * (columns + 1)

    def forget(self, columns: range) -> None:
        """Count on nothing in these columns, from 0 on."""
        for column in range(columns.start + 1, min(columns.stop + 1, len(self._characters))):
            self._characters[column] = ""

    def take(self, first: int, run: str, pen: Pen) -> list[int]:
        """Note a run from this column on; return which of its characters are not what was there."""
        place = slice(first, first + len(run))
        behind = on_blank(pen)
        characters, pens = [*run], [behind if each == " " else pen for each in run]
        before, drawn = self._characters[place], self._pens[place]
        if before == characters and drawn == pens:
            return []
        self._characters[place], self._pens[place] = characters, pens
        both = zip(before, characters, drawn, pens, strict=True)
        return [
            at
            for at, (old, new, was, now) in enumerate(both)
            if old != new or (was is not now and was != now)
        ]


class Thrift:
    """Rewrites what is written to one terminal, whose cells it remembers.

    Whatever it does not know by heart goes through as it is, and is followed by forgetting.

    Args:
        corner: whether the last cell of the last row may be written. Emacs 28.2 knows no mode in which that
            does not scroll the screen.
    """

    def __init__(self, *, corner: bool = True) -> None:
        self._corner = corner
        self._size = (0, 0)
        self._rows: defaultdict[int, _Cells] = defaultdict(lambda: _Cells(self._size[0]))
        self._pen = _RESET
        self._told: Pen | None = None
        self._place: tuple[int, int] | None = None
        self._cursor: tuple[int, int] | None = None
        self._out: list[str] = []

    def squeeze(self, text: str, columns: int, rows: int) -> str:
        """Return `text` with the same effect on a terminal of this size, in fewer bytes.

        It ends with no colour set, which something else that writes there would go on with.
        """
        if self._size != (columns, rows):
            self._size = (columns, rows)
            self.forget()
        self._out = []
        place = 0
        for found in _TOKEN.finditer(text):
            if found.start() > place:
                self._pass(text[place : found.start()])
            self._take(found)
            place = found.end()
        if place < len(text):
            self._pass(text[place:])
        self._go_to_place()
        if self._out and self._told != _RESET:
            self._tell(_RESET, blank=False)
        return "".join(self._out)

    def forget_cells(self, rows: range, columns: range) -> None:
        """Count on nothing in these cells, from 0 on, after something else has been written there."""
        for row in rows:
            if row + 1 in self._rows:
                self._rows[row + 1].forget(columns)
        self._told = self._cursor = None

    def _take(self, found: re.Match[str]) -> None:
        style, styled, row, column, newline, mode, run = found.groups()
        if style is not None:
            self._pen = changed(self._pen, style)
            if styled is not None:
                self._draw(styled)
                self._pen = _RESET
        elif row is not None:
            self._place = (int(row), int(column))
        elif newline is not None:
            self._end_line(newline)
        elif mode is not None:
            self._out.append(mode)
        elif run is not None:
            self._draw(run)
        else:
            self._pass(found.group())

    def _end_line(self, newline: str) -> None:
        """Leave out a line end that only goes where the next place overrides it: one that cannot scroll."""
        if self._place and self._place[0] < self._size[1]:
            self._place = None
        else:
            self._pass(newline)

    def _draw(self, run: str) -> None:
        if self._place is None or self._place[1] + len(run) - 1 > self._size[0]:
            self._pass(run)
            return
        row, first = self._place
        self._place = (row, first + len(run))
        if not self._corner and (row, first + len(run) - 1) == (self._size[1], self._size[0]):
            run = run[:-1]
        differing = self._rows[row].take(first, run, self._pen)
        if not differing:
            return
        begin = end = differing[0]
        for at in differing:
            if at - end > _GAP:
                self._emit(row, first + begin, run[begin:end])
                begin = at
            end = at + 1
        self._emit(row, first + begin, run[begin:end])

    def _emit(self, row: int, column: int, run: str) -> None:
        self._move(row, column)
        self._tell(self._pen, blank=not run.strip(" "))
        self._out.append(run)
        after = column + len(run)
        self._cursor = (row, after) if after <= self._size[0] else None

    def _move(self, row: int, column: int) -> None:
        if self._cursor == (row, column):
            return
        if self._cursor and self._cursor[0] == row and self._cursor[1] < column:
            self._out.append(f"\x1b[{column - self._cursor[1]}C")
        else:
            self._out.append(f"\x1b[{row};{column}H")
        self._cursor = (row, column)

    def _go_to_place(self) -> None:
        if self._place and self._place[1] <= self._size[0]:
            self._move(*self._place)

    def _pass(self, text: str) -> None:
        """Write what cannot be followed, and forget what is known."""
        self._go_to_place()
        self._tell(self._pen, blank=False)
        self._out.append(text)
        self.forget()

    def forget(self) -> None:
        """Count on nothing: what was written may have been written over."""
        self._rows.clear()
        self._told = self._place = self._cursor = None

    def _tell(self, wanted: Pen, *, blank: bool) -> None:
        sequence, self._told = change(self._told, wanted, blank=blank)
        self._out.append(sequence)
