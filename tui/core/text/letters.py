"""Large letters: fonts of five rows, and words set in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from tui.core.text.problems import ContentProblem

ROWS = 5
"""How many rows a letter has, in every font."""
SCALES = (3.0, 2.5, 2.0, 1.5, 1.0)
"""The scales that are of use, up to 15 rows; between two whole ones every second cell is twice as large."""
_INK = "#"
_FILE = "letters.txt"


@dataclass(frozen=True, slots=True)
class Letters:
    """One font: the five rows of each character, with ``#`` for ink and a space for none."""

    name: str
    glyphs: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Letterform:
    """How words are set: a font, the columns between two letters, and how many times as large."""

    font: Letters
    gap: int
    scale: float
    """One of `SCALES`."""

    @property
    def height(self) -> int:
        """How many rows it takes, of cells of two halves."""
        return ceil(ROWS * self.scale)

    def rows(self, text: str) -> tuple[str, ...]:
        """Return `text` in this setting, in whole cells."""
        heights = _sizes(ROWS, self.scale)
        letters = [[self._wide(row) for row in glyph] for glyph in self._glyphs(text)]
        rows = self._joined(letters, ROWS)
        return tuple(row for row, height in zip(rows, heights, strict=True) for _ in range(height))

    def fine_rows(self, text: str) -> tuple[str, ...]:
        """Return `text` in twice as many rows, for cells of two halves, with its corners rounded."""
        letters = [_rounded(glyph, self.scale) for glyph in self._glyphs(text)]
        return self._joined(letters, int(2 * ROWS * self.scale))

    def width(self, text: str) -> int:
        """Return how many columns `text` takes."""
        widths = [int(len(glyph[0]) * self.scale) for glyph in self._glyphs(text)]
        return sum(widths) + self._apart * max(0, len(widths) - 1)

    @property
    def _apart(self) -> int:
        return int(self.gap * self.scale)

    def _glyphs(self, text: str) -> list[tuple[str, ...]]:
        return [self.font.glyphs[letter] for letter in text if letter in self.font.glyphs]

    def _wide(self, row: str) -> str:
        return "".join(cell * size for cell, size in zip(row, _sizes(len(row), self.scale), strict=True))

    def _joined(self, letters: Sequence[Sequence[str]], rows: int) -> tuple[str, ...]:
        return tuple((" " * self._apart).join(letter[row] for letter in letters) for row in range(rows))


def _sizes(cells: int, scale: float) -> list[int]:
    """Return how many columns or rows each cell of a letter takes: any two neighbours as many."""
    edges = [int(at * scale) for at in range(cells + 1)]
    return [end - start for start, end in pairwise(edges)]


_BAR = 3
"""Cells beside each other that are no upright stroke: the end of a bar is no corner."""


def _rounded(glyph: tuple[str, ...], scale: float) -> list[str]:
    """Return a letter, each cell in its columns and twice its rows, its outer corners rounded."""
    down = int(2 * scale)
    ink = {(y, x) for y, row in enumerate(glyph) for x, cell in enumerate(row) if cell == _INK}
    width = len(glyph[0])
    columns = [(x, at, size) for x, size in enumerate(_sizes(width, scale)) for at in range(size)]

    def filled(row: int, x: int, at: int, across: int) -> bool:
        y = row // down
        if (y, x) in ink:
            return True
        left_edge = x == 0
        inside = range(x, x + _BAR) if left_edge else range(x, x - _BAR, -1)
        if not (left_edge or x == width - 1) or (y, inside[1]) not in ink:
            return False
        above, below = (y - 1, x) in ink, (y + 1, x) in ink
        if above == below or all((y - 1 if above else y + 1, at) in ink for at in inside):
            return False
        away = row % down if above else down - 1 - row % down
        inwards = across - 1 - at if left_edge else at
        return (away + 0.5) / down + (inwards + 0.5) / across < 1.01

    return [
        "".join(_INK if filled(row, *place) else " " for place in columns) for row in range(len(glyph) * down)
    ]


def largest(fonts: Sequence[Letters], words: Sequence[str], width: int, height: int) -> Letterform | None:
    """Return the largest setting in which each of `words` fits, None when there is none.

    Args:
        fonts: the widest first.
        words: what is to be set, in capitals and digits.
        width: columns to fit in.
        height: rows to fit in.
    """
    sizes = [Letterform(fonts[0], gap, scale) for scale in SCALES for gap in (2, 1)]
    sizes += [Letterform(font, 1, SCALES[-1]) for font in fonts[1:]]
    return next((it for it in sizes if it.height <= height and _fits(it, words, width)), None)


def _fits(setting: Letterform, words: Sequence[str], width: int) -> bool:
    return all(setting.width(word) <= width for word in words)


def parse_letters(text: str) -> tuple[Letters, ...]:
    """Return the fonts of a letters file, the widest first.

    Raises:
        ContentProblem: when a block is not complete or its rows differ in width.
    """
    fonts: dict[str, dict[str, tuple[str, ...]]] = {}
    lines = [line.split() for line in text.splitlines() if line.strip() and not line.startswith(";")]
    if not lines or len(lines) % (ROWS + 1):
        raise ContentProblem(_FILE, "", "ends within a block of six lines")
    for start, end in pairwise(range(0, len(lines) + 1, ROWS + 1)):
        (name, *characters), *rows = lines[start:end]
        fonts.setdefault(name, {}).update(_block(name, characters, rows))
    letters = [Letters(name, glyphs) for name, glyphs in fonts.items()]
    return tuple(sorted(letters, key=lambda font: -Letterform(font, 1, 1.0).width("READY")))


def _block(name: str, characters: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    if any(len(row) != len(characters) for row in rows):
        raise ContentProblem(_FILE, name, f"needs {len(characters)} columns of ink in each row")
    glyphs: dict[str, tuple[str, ...]] = {}
    for character, glyph in zip(characters, zip(*rows, strict=True), strict=True):
        if len({len(row) for row in glyph}) != 1 or set("".join(glyph)) - {_INK, "."}:
            raise ContentProblem(_FILE, f"{name} {character}", "needs five rows of # and . of one width")
        glyphs[character] = tuple(row.replace(".", " ") for row in glyph)
    return glyphs
