"""What turns one picture on a terminal into another, in few bytes: cells of one style one after the other."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, count
from operator import ne

from tui.core.terminal.pen import Pen, change

_TOKEN = re.compile(r"\x1b\[([0-9;]*)m|([^\x1b]+)")
_GAP = 3
"""Cells that stay the same are written again where no more than this stand between two that change."""

Cell = tuple[str, Pen]
"""A character that is one cell wide, and what it is written with; a blank only with what shows on it."""
Row = tuple[int, int, Sequence[Cell], Sequence[Cell]]
"""Row and column of the first cell, from 1 on; cells that are shown, and as many that are to be shown."""


@dataclass(slots=True)
class _Run:
    row: int
    column: int
    text: str
    pen: Pen

    @property
    def order(self) -> tuple[tuple[str, ...], str, str, int, int]:
        return (self.pen.attributes, self.pen.paper, self.pen.ink, self.row, self.column)


def overpaint(rows: Iterable[Row]) -> str:
    """Return what to write to a terminal so that each row shows its new cells.

    What is returned counts on nothing of how the terminal writes, and leaves it so that nothing of it can
    be counted on.
    """
    runs = [run for row, column, was, now in rows for run in _runs(row, column, was, now)]
    told: Pen | None = None
    cursor: tuple[int, int] | None = None
    out: list[str] = []
    for run in sorted(runs, key=lambda run: run.order):
        out.append(_move(cursor, run.row, run.column))
        sequence, told = change(told, run.pen, blank=not run.text.strip(" "))
        out += sequence, run.text
        cursor = (run.row, run.column + len(run.text))
    return "".join(out)


def cells_of(text: str) -> list[Cell]:
    """Return the cells of a text that consists of styles and of characters."""
    cells: list[Cell] = []
    pen = Pen()
    for style, run in _TOKEN.findall(text):
        if run:
            on_blank = pen.on_blank
            cells += [(character, on_blank if character == " " else pen) for character in run]
        else:
            pen = pen.changed(style)
    return cells


def _runs(row: int, column: int, was: Sequence[Cell], now: Sequence[Cell]) -> Iterator[_Run]:
    run: _Run | None = None
    end = 0
    for at in compress(count(), map(ne, was, now)):
        more = _continued(run, now[end : at + 1]) if run and at - end <= _GAP else []
        if run and more:
            run.text += "".join(character for character, _ in more)
            glyphs = [pen for character, pen in more if character != " "]
            run.pen = glyphs[-1] if glyphs else run.pen
        else:
            if run:
                yield run
            run = _Run(row, column + at, *now[at])
        end = at + 1
    if run:
        yield run


def _continued(run: _Run, cells: Sequence[Cell]) -> Sequence[Cell]:
    """Return the cells behind a run if it can go on to the last of them; none where it cannot."""
    pen = run.pen if run.text.strip(" ") else None
    for character, wanted in cells:
        if character == " ":
            fits = wanted.paper == run.pen.paper and wanted == wanted.on_blank and not wanted.attributes
            fits = fits and not run.pen.on_blank.attributes
        else:
            fits = wanted == pen or (pen is None and _goes_on(run.pen, wanted))
            pen = wanted
        if not fits:
            return ()
    return cells


def _goes_on(blank: Pen, wanted: Pen) -> bool:
    """Whether blanks may be written with the pen of the glyph after them."""
    return blank.paper == wanted.paper and not blank.attributes and not wanted.on_blank.attributes


def _move(cursor: tuple[int, int] | None, row: int, column: int) -> str:
    if cursor == (row, column):
        return ""
    if cursor and cursor[0] == row and cursor[1] < column:
        return f"\x1b[{column - cursor[1]}C"
    return f"\x1b[{row};{column}H"
