"""Which blocks a terminal draws itself: what was measured, and what is made of the environment."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.terminal.drawn_blocks import (
    SAFE,
    SEEN,
    Blocks,
    GlyphOrigin,
    finest_blocks,
)

QUADRANTS = "▘▝▖▗▚▞▛▜▙▟"
VTE = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "VTE_VERSION": "7006"}
KONSOLE = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "KONSOLE_VERSION": "221203"}
KITTY = {"TERM": "xterm-kitty", "COLORTERM": "truecolor", "KITTY_WINDOW_ID": "1"}
TMUX = {"TERM": "tmux-256color", "TERM_PROGRAM": "tmux", "TERM_PROGRAM_VERSION": "3.5a", "TMUX": "/tmp/t,1,0"}

CELLS_BY_MULTIPLEXER = {
    ("tmux", (3, 3, 0)): {Blocks.HALF: 1, Blocks.QUADRANTS: 1, Blocks.SEXTANTS: 1, Blocks.OCTANTS: 0},
    ("tmux", (3, 5, 0)): {Blocks.HALF: 1, Blocks.QUADRANTS: 1, Blocks.SEXTANTS: 1, Blocks.OCTANTS: 1},
    ("screen", (4, 9, 0)): {Blocks.HALF: 1, Blocks.QUADRANTS: 1, Blocks.SEXTANTS: 1, Blocks.OCTANTS: 1},
    ("screen", (4, 9, 1)): {Blocks.HALF: 1, Blocks.QUADRANTS: 1, Blocks.SEXTANTS: 1, Blocks.OCTANTS: 1},
}
"""How many cells a multiplexer counts: always one where the terminal outside counts two."""

TWO_CELLS_WHERE_WIDE = frozenset("▀▄█▌")
"""Blocks of two cells where a terminal is set so for ambiguous width (`xterm -cjk_width`, VTE).

The right half, the ten quadrants proper, sextants, octants and braille stay one cell there.
"""

AS_MEASURED = """
alacritty 0.11.0   drawn drawn font  font
alacritty 0.15.1   drawn drawn drawn font
foot      1.13.1   drawn drawn drawn lost
foot      1.21.0   drawn drawn drawn drawn
kitty     0.26.5   drawn drawn drawn font
kitty     0.41.1   drawn drawn drawn drawn
konsole   22.12.3  drawn drawn drawn font
konsole   25.4.2   drawn drawn drawn font
mlterm    3.9.0    font  font  font  font
st        0.9.0    font  font  font  font
st        0.9.2    font  font  font  font
urxvt     9.30.0   drawn drawn font  font
urxvt     9.31.0   drawn drawn font  font
vte       0.70.6   drawn drawn drawn font
vte       0.80.1   drawn drawn drawn drawn
xterm     379.0.0  font  font  font  font
xterm     398.0.0  font  font  font  font
"""
"""Program, version, halves, quadrants, sextants, octants, as the pixels of each showed."""


def test_the_table_holds_what_was_measured() -> None:
    said = [
        [
            one.program,
            ".".join(map(str, one.version)),
            *(origin.value for origin in (one.half, one.quadrants, one.sextants, one.octants)),
        ]
        for one in SEEN
    ]
    assert said == [line.split() for line in AS_MEASURED.strip().splitlines()]
    assert [(one.program, one.version) for one in SEEN] == sorted((one.program, one.version) for one in SEEN)


def test_no_later_version_draws_less() -> None:
    for earlier, later in pairwise(SEEN):
        if earlier.program == later.program:
            assert (later.drawn or 0) >= (earlier.drawn or 0)


@pytest.mark.parametrize(
    ("environ", "finest"),
    [
        (VTE, Blocks.SEXTANTS),
        (VTE | {"VTE_VERSION": "8001"}, Blocks.OCTANTS),
        (VTE | {"VTE_VERSION": "8203"}, Blocks.OCTANTS),
        (VTE | {"VTE_VERSION": "7603"}, Blocks.SEXTANTS),  # between two: what the earlier draws
        (VTE | {"VTE_VERSION": "5202"}, SAFE),
        (VTE | {"VTE_VERSION": "seven"}, SAFE),
        (KONSOLE, Blocks.SEXTANTS),
        (KONSOLE | {"KONSOLE_VERSION": "210401"}, SAFE),
        (KITTY, Blocks.SEXTANTS),  # tells no version in a variable: as its oldest
        ({"TERM": "foot", "COLORTERM": "truecolor"}, Blocks.SEXTANTS),
        ({"TERM": "alacritty", "COLORTERM": "truecolor"}, Blocks.QUADRANTS),
        ({"TERM": "xterm", "XTERM_VERSION": "XTerm(379)"}, SAFE),
        ({"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)"}, SAFE),
        ({"TERM": "st-256color"}, SAFE),
        ({"TERM": "rxvt-unicode-256color"}, SAFE),
        ({"TERM": "mlterm", "MLTERM": "3.9.0"}, SAFE),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Unheard of"}, SAFE),
        ({"TERM": "linux"}, SAFE),
        ({}, SAFE),
    ],
)
def test_what_a_terminal_says_of_itself(environ: dict[str, str], finest: Blocks) -> None:
    assert finest_blocks(environ) is finest


@pytest.mark.parametrize(
    "inner",
    [
        {"TERM": "st-256color"},
        {"TERM": "rxvt-unicode-256color"},
        {"TERM": "xterm-256color", "XTERM_VERSION": "XTerm(379)"},
        {"TERM": "xterm-256color", "MLTERM": "3.9.0"},
        {"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"},
        {"TERM": "xterm-256color", "TERMINAL_EMULATOR": "JetBrains-JediTerm"},
        TMUX,
        {"TERM": "xterm-256color", "TMUX": "/tmp/tmux-0/default,1,0"},
        {"TERM": "screen.xterm-256color", "STY": "1.pts"},
        {"TERM": "screen-256color"},  # tmux or screen, over SSH
    ],
)
@pytest.mark.parametrize("outer", [VTE | {"VTE_VERSION": "8001"}, KONSOLE, KITTY])
def test_a_terminal_started_from_another_is_not_taken_for_it(
    inner: dict[str, str], outer: dict[str, str]
) -> None:
    assert finest_blocks(outer | inner) is SAFE


def test_of_two_that_name_themselves_the_lesser_counts() -> None:
    assert finest_blocks(VTE | {"VTE_VERSION": "8001"} | KONSOLE) is Blocks.SEXTANTS
    assert finest_blocks(VTE | {"VTE_VERSION": "5202"} | KONSOLE) is SAFE


@given(
    st.dictionaries(
        st.sampled_from(
            ["TERM", "TERM_PROGRAM", "VTE_VERSION", "KONSOLE_VERSION", "XTERM_VERSION", "TMUX", "STY"]
        ),
        st.one_of(st.text(max_size=12), st.sampled_from(["xterm-256color", "8001", "²", "9" * 5000])),
    )
)
def test_no_environment_is_too_strange(environ: dict[str, str]) -> None:
    assert finest_blocks(environ) >= SAFE


def test_what_is_two_cells_where_ambiguous_is_wide_is_what_unicode_calls_ambiguous() -> None:
    assert {unicodedata.east_asian_width(block) for block in TWO_CELLS_WHERE_WIDE} == {"A"}
    others = ["▐", *QUADRANTS, *map(chr, range(0x1FB00, 0x1FB3C)), *map(chr, range(0x2800, 0x2900))]
    assert {unicodedata.east_asian_width(other) for other in others} == {"N"}


def test_octants_are_safe_behind_no_multiplexer() -> None:
    """tmux 3.3a leaves them out, and which terminal is outside it cannot be known."""
    assert CELLS_BY_MULTIPLEXER["tmux", (3, 3, 0)][Blocks.OCTANTS] == 0
    assert {cells[SAFE] for cells in CELLS_BY_MULTIPLEXER.values()} == {1}
    assert GlyphOrigin.LOST in {one.octants for one in SEEN}
