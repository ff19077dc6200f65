"""Large letters: fonts of five rows, and words set in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from tui.core.text.problems import ContentProblem

ROWS = 5
"""How many rows a letter has, in every font."""
LARGEST = 3
"""The largest scale that is of use: 15 rows."""
_INK = "#"
_FILE = "letters.txt"


@dataclass(frozen=True, slots=True)
class Letters:
    """One font: the five rows of each character, with ``#`` for ink and a space for none."""

    name: str
    glyphs: Mapping[str, tuple[str, ...]]

    def width(self, text: str, gap: int = 1) -> int:
        """Return how many columns `text` takes with `gap` columns between two characters."""
        known = [self.glyphs[character] for character in text if character in self.glyphs]
        return sum(len(glyph[0]) for glyph in known) + gap * max(0, len(known) - 1)

    def rows(self, text: str, gap: int = 1) -> tuple[str, ...]:
        """Return the five rows of `text`; a character that the font lacks is left out."""
        known = [self.glyphs[character] for character in text if character in self.glyphs]
        return tuple((" " * gap).join(glyph[y] for glyph in known) for y in range(ROWS))


@dataclass(frozen=True, slots=True)
class Letterform:
    """How words are set: a font, the columns between two letters, and how many times as large."""

    font: Letters
    gap: int
    scale: int

    def rows(self, text: str) -> tuple[str, ...]:
        """Return `text` in this setting, `ROWS` times `scale` rows."""
        large = ("".join(cell * self.scale for cell in row) for row in self.font.rows(text, self.gap))
        return tuple(row for row in large for _ in range(self.scale))

    def fine_rows(self, text: str) -> tuple[str, ...]:
        """Return `text` in twice as many rows, for cells of two halves, with its corners rounded."""
        known = [self.font.glyphs[letter] for letter in text if letter in self.font.glyphs]
        letters = [_rounded(glyph, self.scale) for glyph in known]
        gap = " " * (self.gap * self.scale)
        return tuple(gap.join(letter[row] for letter in letters) for row in range(2 * ROWS * self.scale))

    def width(self, text: str) -> int:
        """Return how many columns `text` takes."""
        return self.font.width(text, self.gap) * self.scale


def _rounded(glyph: tuple[str, ...], scale: int) -> list[str]:
    """Return a letter, each cell as `scale` columns and twice as many rows, its outer corners rounded."""
    down, across = 2 * scale, scale
    ink = {(y, x) for y, row in enumerate(glyph) for x, cell in enumerate(row) if cell == _INK}
    width = len(glyph[0])

    def filled(row: int, column: int) -> bool:
        y, x = row // down, column // across
        if (y, x) in ink:
            return True
        left_edge = x == 0
        if not (left_edge or x == width - 1) or (y, x + 1 if left_edge else x - 1) not in ink:
            return False
        above, below = (y - 1, x) in ink, (y + 1, x) in ink
        if above == below:
            return False
        away = row % down if above else down - 1 - row % down
        inwards = across - 1 - column % across if left_edge else column % across
        return (away + 0.5) / down + (inwards + 0.5) / across < 1.01

    return [
        "".join(_INK if filled(row, column) else " " for column in range(width * across))
        for row in range(len(glyph) * down)
    ]


def largest(fonts: Sequence[Letters], words: Sequence[str], width: int, height: int) -> Letterform | None:
    """Return the largest setting in which each of `words` fits, None when there is none.

    Args:
        fonts: the widest first.
        words: what is to be set, in capitals and digits.
        width: columns to fit in.
        height: rows to fit in.
    """
    sizes = [(fonts[0], gap, scale) for scale in range(LARGEST, 0, -1) for gap in (2, 1)]
    sizes += [(font, 1, 1) for font in fonts[1:]]
    for font, gap, scale in sizes:
        setting = Letterform(font, gap, scale)
        if scale * ROWS <= height and all(setting.width(word) <= width for word in words):
            return setting
    return None


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
    return tuple(sorted(letters, key=lambda font: -font.width("READY")))


def _block(name: str, characters: Sequence[str], rows: Sequence[Sequence[str]]) -> dict[str, tuple[str, ...]]:
    if any(len(row) != len(characters) for row in rows):
        raise ContentProblem(_FILE, name, f"needs {len(characters)} columns of ink in each row")
    glyphs: dict[str, tuple[str, ...]] = {}
    for character, glyph in zip(characters, zip(*rows, strict=True), strict=True):
        if len({len(row) for row in glyph}) != 1 or set("".join(glyph)) - {_INK, "."}:
            raise ContentProblem(_FILE, f"{name} {character}", "needs five rows of # and . of one width")
        glyphs[character] = tuple(row.replace(".", " ") for row in glyph)
    return glyphs
