"""What turns one picture on a terminal into another, in few bytes: colour by colour where colours recur."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from tui.core.terminal.pen import Pen, changed

_TOKEN = re.compile(r"\x1b\[([0-9;]*)m|([^\x1b]+)")
_GAP = 3
"""Cells that stay the same are written again where no more than this stand between two that change."""
_RECURRING = 2
"""Cells of the same two colours, on average, from which on they are written together."""
_BOLD = "1;"
_PLAIN = Pen()
_BLANK = ord(" ")
_BLOCKS = "▘▝▀▖▌▞▛▗▚▐▜▄▙▟"
_REST_OF = dict(zip(_BLOCKS, reversed(_BLOCKS), strict=True))
"""The block that fills what another one leaves of a cell."""
_COLOUR, _PAIR, _DIRECT = 0xFFFF, 0xFFFFFFFF, 0x7FFF
_UNKNOWN = 1 << 16
"""Stands for a colour of which nothing is known."""

Cell = tuple[str, str, str]
"""A character that is one cell wide, and the SGR parameters of its ink and of its paper.

A blank has no ink; that of a bold character begins with `1;`.
"""
Written = Mapping[int, str]
"""SGR parameters by colour: 15 bits, five each of red, green and blue, or something else from 1 << 15 on."""


class Place(NamedTuple):
    """Where a picture stands: row and column of its first cell, from 1 on, and its width."""

    row: int
    column: int
    width: int


def overpaint(
    place: Place, changed: Sequence[int], cells: Sequence[int], inks: Written, papers: Written
) -> str:
    """Return what to write to a terminal so that it shows the cells of a picture that have changed.

    What is returned counts on nothing of how the terminal writes, and leaves it so that nothing of it can
    be counted on. A colour next to the one that is wanted will do where the terminal already writes in it.

    Args:
        place: of the picture.
        changed: which cells, counted in reading order, rising.
        cells: of all the picture: code point, ink and paper in 32, 16 and 16 bits.
        inks: what a colour is written as in front.
        papers: what it is written as behind.
    """
    out: list[str] = []
    ink = paper = _UNKNOWN
    end = row_end = 0
    for at in _in_order(changed, cells):
        if not end <= at < row_end:
            row, column = divmod(at, place.width)
            row_end = at - column + place.width
            out.append(f"\x1b[{place.row + row};{place.column + column}H")
        elif at != end:
            out.append(_way(cells[end:at], ink, paper))
        character, drawn, behind = _turned(cells[at], ink, paper)
        drawn = ink if character == " " or _alike(drawn, ink) else drawn
        behind = paper if _alike(behind, paper) else behind
        if drawn != ink or behind != paper:
            out.append(_change(_told(inks, ink), _told(papers, paper), _told(inks, drawn), papers[behind]))
            ink, paper = drawn, behind
        out.append(character)
        end = at + 1
    return "".join(out)


def told_apart(changed: Iterable[int], before: Sequence[int], cells: Sequence[int]) -> list[int]:
    """Return which of the cells that have changed differ by more than one step of a part of a colour."""
    return [at for at in changed if not _passes_for(before[at], cells[at])]


def cells_of(text: str) -> list[Cell]:
    """Return the cells of a text that consists of colours, of bold and of characters."""
    cells: list[Cell] = []
    pen = _PLAIN
    for style, run in _TOKEN.findall(text):
        if run:
            ink = (_BOLD if "1" in pen.attributes else "") + pen.ink
            cells += [(character, "" if character == " " else ink, pen.paper) for character in run]
        else:
            pen = changed(pen, style)
    return cells


def _in_order(changed: Sequence[int], cells: Sequence[int]) -> Sequence[int]:
    """Return the cells that have changed in the order to write them in.

    Where few pairs of colours recur their cells come together, by paper and then by ink: to move is cheaper
    than to tell a colour, in bytes and for what reads them.
    """
    if _RECURRING * len({cells[at] & _PAIR for at in changed}) > len(changed):
        return changed
    return sorted(changed, key=lambda at: (cells[at] & _COLOUR, cells[at] & _PAIR))


def _turned(cell: int, ink: int, paper: int) -> tuple[str, int, int]:
    """Return character, ink and paper of a cell; of a block the rest of it where that is cheaper."""
    character, drawn, behind = chr(cell >> 32), cell >> 16 & _COLOUR, cell & _COLOUR
    other = _REST_OF.get(character)
    if other and (drawn | behind) <= _DIRECT:
        usual = _alike(drawn, ink) + _alike(behind, paper)
        if _alike(behind, ink) + _alike(drawn, paper) > usual:
            return other, behind, drawn
    return character, drawn, behind


def _alike(one: int, other: int) -> bool:
    """Return whether two colours are the same, or not more than one step apart in each of their parts."""
    if one == other:
        return True
    return (
        (one | other) <= _DIRECT
        and abs((one >> 10) - (other >> 10)) <= 1
        and abs((one >> 5 & 31) - (other >> 5 & 31)) <= 1
        and abs((one & 31) - (other & 31)) <= 1
    )


def _passes_for(one: int, other: int) -> bool:
    """Return whether one cell can be left for the other: the same character in colours that are alike."""
    return (
        one >> 32 == other >> 32
        and _alike(one & _COLOUR, other & _COLOUR)
        and _alike(one >> 16 & _COLOUR, other >> 16 & _COLOUR)
    )


def _told(written: Written, colour: int) -> str:
    """Return what a colour is written as; nothing where it is not known which one a terminal has."""
    return "" if colour == _UNKNOWN else written[colour]


def _way(between: Sequence[int], ink: int, paper: int) -> str:
    """Return what leads over cells that stay: themselves, where they are few and alike."""
    if len(between) <= _GAP and all(_fits(cell, ink, paper) for cell in between):
        return "".join([chr(cell >> 32) for cell in between])
    return f"\x1b[{len(between)}C"


def _fits(cell: int, ink: int, paper: int) -> bool:
    """Return whether a cell is drawn in these colours."""
    return cell & _COLOUR == paper and (cell >> 32 == _BLANK or cell >> 16 & _COLOUR == ink)


def _change(ink: str, paper: str, drawn: str, behind: str) -> str:
    """Return what changes ink and paper, both empty where it is not known what they are; nothing for nothing.

    Two colours may be written alike; a sequence without a code would let go of all.
    """
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
    return f"\x1b[{';'.join(codes)}m" if codes else ""
