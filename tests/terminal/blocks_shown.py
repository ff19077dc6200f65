"""Shows every block character on the terminal that it runs on: `python -m tests.terminal.blocks_shown FILE`.

FILE tells then, as JSON, the environment and how many cells the terminal counted for the characters of each
kind. The picture stays for a minute: a bar of 20 cells in the first row, and each character in a cell of its
own between blanks, where `places` says.
"""

import json
import os
import re
import select
import sys
import time
import tty
from dataclasses import dataclass
from pathlib import Path

from tui.core.terminal.drawn_blocks import Blocks

BAR_CELLS = 20
_A_ROW = 30
_INK = b"\x1b[0m\x1b[38;5;231;48;5;16m"
_BAR = b"\x1b[48;5;201m" + b" " * BAR_CELLS + b"\x1b[48;5;16m"
_QUADRANTS = {
    1: "▘",
    2: "▝",
    4: "▖",
    5: "▌",
    6: "▞",
    7: "▛",
    8: "▗",
    9: "▚",
    10: "▐",
    11: "▜",
    13: "▙",
    14: "▟",
}
_NO_OCTANTS = ("1", "2", "7", "8", "12", "78", "35", "46", "123456", "345678")
"""Areas of octants that are characters of other blocks, as are all that quadrants make."""


@dataclass(frozen=True)
class Block:
    """A character, how it divides its cell, and which of the areas it fills: bit 0 is the first."""

    character: str
    across: int
    down: int
    filled: int

    def fills(self, column: int, row: int) -> bool:
        """Whether it fills an area."""
        return bool(self.filled >> (row * self.across + column) & 1)


def blocks_of(kind: Blocks) -> tuple[Block, ...]:
    """Return all characters of a kind."""
    if kind is Blocks.HALF:
        return tuple(Block(character, 1, 2, filled) for filled, character in enumerate("▀▄█", 1))
    if kind is Blocks.QUADRANTS:
        return tuple(Block(character, 2, 2, filled) for filled, character in _QUADRANTS.items())
    if kind is Blocks.SEXTANTS:
        areas = [filled for filled in range(64) if filled not in (0, 21, 42, 63)]
        return tuple(Block(chr(0x1FB00 + at), 2, 3, filled) for at, filled in enumerate(areas))
    others = {sum(1 << int(area) - 1 for area in name) for name in _NO_OCTANTS}
    by_quadrants = {
        sum(0b101 << place for bit, place in enumerate((0, 1, 4, 5)) if of >> bit & 1) for of in range(16)
    }
    areas = [filled for filled in range(256) if filled not in others | by_quadrants]
    return tuple(Block(chr(0x1CD00 + at), 2, 4, filled) for at, filled in enumerate(areas))


def places() -> dict[Block, tuple[int, int]]:
    """Return the row and column of each character, from 1 on."""
    found, row = {}, 3
    for kind in Blocks:
        blocks = blocks_of(kind)
        for at, block in enumerate(blocks):
            found[block] = (row + at // _A_ROW, 2 + 2 * (at % _A_ROW))
        row += (len(blocks) + _A_ROW - 1) // _A_ROW + 1
    return found


def _cells(character: str) -> int:
    """Return by how many cells the terminal moves its cursor."""
    os.write(1, b"\x1b[1;1H" + character.encode() + b"\x1b[6n")
    answer = b""
    while not (found := re.search(rb"\x1b\[\d+;(\d+)R", answer)):
        if not select.select([0], [], [], 20)[0]:
            return -1
        answer += os.read(0, 100)
    return int(found[1]) - 1


def main(file: str) -> None:
    """Count, show, tell, and wait."""
    time.sleep(1)
    tty.setraw(0)
    os.write(1, b"\x1b[?25l" + _INK + b"\x1b[2J")
    cells = {kind.name: sorted({_cells(block.character) for block in blocks_of(kind)}) for kind in Blocks}
    os.write(1, b"\x1b[2J\x1b[H" + _BAR)
    for block, (row, column) in places().items():
        os.write(1, f"\x1b[{row};{column}H{block.character}".encode())
    whole = Path(f"{file}.part")
    whole.write_text(json.dumps({"environ": dict(os.environ), "cells": cells}))
    whole.rename(file)
    time.sleep(60)


if __name__ == "__main__":
    main(sys.argv[1])
