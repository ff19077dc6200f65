"""Which block characters a terminal draws itself, exactly to the cell's edges: what was measured.

Each program wrote all of them in a font in which they are no more than a small dot; what filled its
part of the cell to the pixel all the same is drawn, the rest comes from a font, where blocks beside
each other may show gaps.
"""

from collections.abc import Mapping
from enum import Enum, IntEnum
from typing import NamedTuple

Version = tuple[int, int, int]


class Blocks(IntEnum):
    """Characters that divide a cell: how finely, from coarse to fine."""

    HALF = 1
    """1 x 2 areas: U+2580, U+2584, U+2588."""
    QUADRANTS = 2
    """2 x 2: U+2596 to U+259F, and the halves."""
    SEXTANTS = 3
    """2 x 3: U+1FB00 to U+1FB3B (Unicode 13)."""
    OCTANTS = 4
    """2 x 4: U+1CD00 to U+1CDE5 (Unicode 16)."""


class GlyphOrigin(Enum):
    """Where the picture of a character comes from."""

    DRAWN = "drawn"
    """Drawn by the terminal: exact, in every font."""
    FONT = "font"
    """A glyph of a font: with gaps, or of another program's font, or a box where no font has it."""
    LOST = "lost"
    """Counted as no cell and left out: what follows moves to the left."""


class Seen(NamedTuple):
    """What one version of a program did."""

    program: str
    version: Version
    half: GlyphOrigin
    quadrants: GlyphOrigin
    sextants: GlyphOrigin
    octants: GlyphOrigin

    @property
    def drawn(self) -> Blocks | None:
        """The finest blocks that it draws itself; None where all come from a font."""
        origins = (self.half, self.quadrants, self.sextants, self.octants)
        drawn = [
            blocks for blocks, origin in zip(Blocks, origins, strict=True) if origin is GlyphOrigin.DRAWN
        ]
        return max(drawn, default=None)


_D, _F, _L = GlyphOrigin.DRAWN, GlyphOrigin.FONT, GlyphOrigin.LOST

SEEN = (
    Seen("alacritty", (0, 11, 0), _D, _D, _F, _F),
    Seen("alacritty", (0, 15, 1), _D, _D, _D, _F),
    Seen("foot", (1, 13, 1), _D, _D, _D, _L),
    Seen("foot", (1, 21, 0), _D, _D, _D, _D),
    Seen("kitty", (0, 26, 5), _D, _D, _D, _F),
    Seen("kitty", (0, 41, 1), _D, _D, _D, _D),
    Seen("konsole", (22, 12, 3), _D, _D, _D, _F),
    Seen("konsole", (25, 4, 2), _D, _D, _D, _F),
    Seen("mlterm", (3, 9, 0), _F, _F, _F, _F),
    Seen("st", (0, 9, 0), _F, _F, _F, _F),
    Seen("st", (0, 9, 2), _F, _F, _F, _F),
    Seen("urxvt", (9, 30, 0), _D, _D, _F, _F),
    Seen("urxvt", (9, 31, 0), _D, _D, _F, _F),
    Seen("vte", (0, 70, 6), _D, _D, _D, _F),
    Seen("vte", (0, 80, 1), _D, _D, _D, _D),
    Seen("xterm", (379, 0, 0), _F, _F, _F, _F),
    Seen("xterm", (398, 0, 0), _F, _F, _F, _F),
)
"""Terminals alone, by program and then version. Behind a multiplexer nobody knows which one draws."""

SAFE = Blocks.QUADRANTS
"""For a terminal of which nothing better is known: every usual monospaced font has them."""

_PROGRAM_OF = {"alacritty": "alacritty", "foot": "foot", "foot-extra": "foot", "xterm-kitty": "kitty"}
"""Programs by TERM. None of them tells its version in a variable."""
_VERSION_VARIABLES = {"VTE_VERSION": "vte", "KONSOLE_VERSION": "konsole"}
"""Both write 0.70.6 as 7006 and 22.12.3 as 221203, and call themselves xterm-256color in TERM."""
_OTHER_PROGRAMS = ("TERM_PROGRAM", "TERMINAL_EMULATOR", "XTERM_VERSION", "MLTERM")
"""Set by programs that hand on the variables of the terminal from which they were started."""
_MULTIPLEXERS = ("TMUX", "STY")


def finest_blocks(environ: Mapping[str, str]) -> Blocks:
    """Return the finest blocks that the terminal is known to draw itself, at least `SAFE`.

    Of a program without a known version what its oldest measured one draws is said; of a version
    between two measured ones what the earlier draws; of one older than all, nothing.

    Args:
        environ: TERM, TERM_PROGRAM, the version variables, TMUX and STY are read.
    """
    kind = environ.get("TERM", "")
    if any(environ.get(name) for name in _MULTIPLEXERS) or kind.startswith(("tmux", "screen")):
        return SAFE
    if program := _PROGRAM_OF.get(kind):
        return _drawn_by(program, None)
    if kind != "xterm-256color" or any(environ.get(name) for name in _OTHER_PROGRAMS):
        return SAFE
    said = {_VERSION_VARIABLES[name]: environ[name] for name in _VERSION_VARIABLES if environ.get(name)}
    return min((_drawn_by(program, _version(text)) for program, text in said.items()), default=SAFE)


def _drawn_by(program: str, version: Version | None) -> Blocks:
    seen = [one for one in SEEN if one.program == program]
    known = seen[:1] if version is None else [one for one in seen if one.version <= version][-1:]
    return max((one.drawn or SAFE for one in known), default=SAFE)


def _version(text: str) -> Version:
    """Read a version of two digits a part; (0, 0, 0) where it is none."""
    if not (text.isascii() and text.isdecimal() and len(text) <= 8):
        return (0, 0, 0)
    number = int(text)
    return (number // 10000, number // 100 % 100, number % 100)
