"""What turns one picture on a terminal into another, in few bytes: cell by cell, row by row."""

import re
from collections.abc import Iterable, Sequence
from itertools import compress, count
from operator import ne

from tui.core.terminal.pen import Pen

_TOKEN = re.compile(r"\x1b\[([0-9;]*)m|([^\x1b]+)")
_GAP = 3
"""Cells that stay the same are written again where no more than this stand between two that change."""
_BOLD = "1;"
_PLAIN = Pen()

Cell = tuple[str, str, str]
"""A character that is one cell wide, and the SGR parameters of its ink and of its paper.

A blank has no ink; that of a bold character begins with `1;`.
"""
Row = tuple[int, int, Sequence[Cell], Sequence[Cell]]
"""Row and column of the first cell, from 1 on; cells that are shown, and as many that are to be shown."""


def overpaint(rows: Iterable[Row]) -> str:
    """Return what to write to a terminal so that each row shows its new cells.

    What is returned counts on nothing of how the terminal writes, and leaves it so that nothing of it can
    be counted on.
    """
    out: list[str] = []
    ink = paper = ""
    for row, column, was, now in rows:
        end = -1
        for at in compress(count(), map(ne, was, now)):
            if at != end:
                out.append(
                    _way(now[max(end, 0) : at], ink, paper) if end >= 0 else f"\x1b[{row};{column + at}H"
                )
            character, drawn, behind = now[at]
            if behind != paper or (drawn and drawn != ink):
                drawn = drawn or ink
                out.append(_change(ink, paper, drawn, behind))
                ink, paper = drawn or _PLAIN.ink, behind
            out.append(character)
            end = at + 1
    return "".join(out)


def cells_of(text: str) -> list[Cell]:
    """Return the cells of a text that consists of colours, of bold and of characters."""
    cells: list[Cell] = []
    pen = _PLAIN
    for style, run in _TOKEN.findall(text):
        if run:
            ink = (_BOLD if "1" in pen.attributes else "") + pen.ink
            cells += [(character, "" if character == " " else ink, pen.paper) for character in run]
        else:
            pen = pen.changed(style)
    return cells


def _way(between: Sequence[Cell], ink: str, paper: str) -> str:
    """Return what leads over cells that stay: themselves, where they are few and alike."""
    if len(between) <= _GAP and all(cell[2] == paper and cell[1] in ("", ink) for cell in between):
        return "".join(cell[0] for cell in between)
    return f"\x1b[{len(between)}C"


def _change(ink: str, paper: str, drawn: str, behind: str) -> str:
    """Return what changes ink and paper; both are empty where it is not known what they are."""
    codes: list[str] = []
    if not paper:
        codes.append("0")
        ink, paper = _PLAIN.ink, _PLAIN.paper
    if drawn and drawn != ink:
        if ink.startswith(_BOLD) and not drawn.startswith(_BOLD):
            codes.append("22")
        codes.append(drawn)
    if behind != paper:
        codes.append(behind)
    return f"\x1b[{';'.join(codes)}m"
