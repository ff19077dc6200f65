"""What turns one picture on a terminal into another, in few bytes: cells of one style one after the other."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from tui.core.pen import Pen, change

_TOKEN = re.compile(r"\x1b\[([0-9;]*)m|\x1b\[(\d+);(\d+)H|([^\x1b]+)")
_GAP = 3
"""Cells that stay the same are written again where no more than this stand between two that change."""

Place = tuple[int, int]
Cell = tuple[str, Pen]


@dataclass(slots=True)
class _Run:
    row: int
    column: int
    text: str
    pen: Pen

    @property
    def order(self) -> tuple[tuple[str, ...], str, str, int, int]:
        return (self.pen.attributes, self.pen.paper, self.pen.ink, self.row, self.column)


def overpaint(before: str, after: str) -> str:
    """Return what to write to a terminal that shows `before`, so that it shows `after`.

    Both consist of places, styles and text of characters that are one cell wide. What is returned counts
    on nothing of how the terminal writes, and leaves it so that nothing of it can be counted on.
    """
    was, now = _cells(before), _cells(after)
    changed = sorted(place for place, cell in now.items() if was.get(place) != cell)
    told: Pen | None = None
    cursor: Place | None = None
    out: list[str] = []
    for run in sorted(_runs(changed, now), key=lambda run: run.order):
        out.append(_move(cursor, run.row, run.column))
        sequence, told = change(told, run.pen, blank=not run.text.strip(" "))
        out += sequence, run.text
        cursor = (run.row, run.column + len(run.text))
    return "".join(out)


def _cells(text: str) -> dict[Place, Cell]:
    cells: dict[Place, Cell] = {}
    pen, row, column = Pen(), 1, 1
    for style, to_row, to_column, run in _TOKEN.findall(text):
        if run:
            on_blank = pen.on_blank
            for character in run:
                cells[row, column] = (character, on_blank if character == " " else pen)
                column += 1
        elif to_row:
            row, column = int(to_row), int(to_column)
        else:
            pen = _changed(pen, style)
    return cells


@lru_cache(maxsize=4096)
def _changed(pen: Pen, style: str) -> Pen:
    return pen.changed(style)


def _runs(places: list[Place], cells: Mapping[Place, Cell]) -> Iterator[_Run]:
    run: _Run | None = None
    for row, column in places:
        character, pen = cells[row, column]
        if run:
            more = _continued(run, row, column, cells)
            if more:
                run.text += "".join(character for character, _ in more)
                glyphs = [pen for character, pen in more if character != " "]
                run.pen = glyphs[-1] if glyphs else run.pen
                continue
            yield run
        run = _Run(row, column, character, pen)
    if run:
        yield run


def _continued(run: _Run, row: int, column: int, cells: Mapping[Place, Cell]) -> list[Cell]:
    """Return the cells behind a run up to one that it can go on to; none where it cannot."""
    end = run.column + len(run.text)
    if row != run.row or column - end > _GAP:
        return []
    pen = run.pen if run.text.strip(" ") else None
    for at in range(end, column + 1):
        character, wanted = cells.get((row, at), ("", run.pen))
        if character == " ":
            fits = wanted.paper == run.pen.paper and wanted == wanted.on_blank and not wanted.attributes
            fits = fits and not run.pen.on_blank.attributes
        else:
            fits = character != "" and (wanted == pen or (pen is None and _goes_on(run.pen, wanted)))
            pen = wanted
        if not fits:
            return []
    return [cells[row, at] for at in range(end, column + 1)]


def _goes_on(blank: Pen, wanted: Pen) -> bool:
    """Whether blanks may be written with the pen of the glyph after them."""
    return blank.paper == wanted.paper and not blank.attributes and not wanted.on_blank.attributes


def _move(cursor: Place | None, row: int, column: int) -> str:
    if cursor == (row, column):
        return ""
    if cursor and cursor[0] == row and cursor[1] < column:
        return f"\x1b[{column - cursor[1]}C"
    return f"\x1b[{row};{column}H"
