"""Fewer bytes, the same screen: both are read by a terminal emulator."""

import pyte
from hypothesis import given
from hypothesis import strategies as st

from tui.core.terminal.terminal_diff import Thrift

COLUMNS, ROWS = 20, 6
SHOWN_ON_BLANKS = ("underscore", "strikethrough", "reverse")

colours = st.sampled_from(
    ["31", "39", "97", "41", "49", "104", "38;5;200", "48;5;17", "38;2;1;2;3", "48;2;200;100;0", "38;2;9;9;9"]
)
attributes = st.sampled_from(["1", "3", "4", "7", "9", "22", "24", "27", "0"])
styles = st.lists(colours | attributes, max_size=4).map(lambda codes: f"\x1b[{';'.join(codes)}m")
moves = st.builds(lambda y, x: f"\x1b[{y};{x}H", st.integers(1, ROWS), st.integers(1, COLUMNS))
texts = st.sampled_from(["a", "  ", "b c", "/|\\\\", "    ", "=", "abcdefgh", "aXcdefgX", "\u2580", "\u6f22"])
others = st.sampled_from(
    ["\x1b[2J", "\r\n", "\n", "\x07", "\x1b[K", "\x1b[?25l", "\x1b[?1049h", "\x1b[?2026h"]
)
runs = st.builds(lambda style, text: f"{style}{text}\x1b[0m", styles, texts)
writings = st.lists(st.lists(runs | moves | others | styles | texts, max_size=8).map("".join), max_size=8)


def shown(writings: list[str]) -> list[tuple]:
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    for text in writings:
        stream.feed(text)
    return [seen(screen.buffer[row][column]) for row in range(ROWS) for column in range(COLUMNS)]


def seen(cell: pyte.screens.Char) -> tuple:
    if cell.data != " " or any(getattr(cell, name) for name in SHOWN_ON_BLANKS):
        return cell
    return (" ", cell.bg)


@given(writings)
def test_the_screen_is_the_same(writings: list[str]) -> None:
    thrift = Thrift()
    assert shown([thrift.squeeze(text, COLUMNS, ROWS) for text in writings]) == shown(writings)


parts = st.tuples(st.integers(1, ROWS), st.integers(1, COLUMNS - 3))


@given(st.lists(st.tuples(writings.map("".join), parts), max_size=6))
def test_the_screen_is_the_same_where_something_else_writes_in_a_part_of_it(
    turns: list[tuple[str, tuple[int, int]]],
) -> None:
    thrift, plain, thrifty = Thrift(), [], []
    for text, (row, column) in turns:
        painted = f"\x1b7\x1b[{row};{column}H\x1b[0m{RED}xyz\x1b8"
        plain += [text, painted]
        thrifty += [thrift.squeeze(text, COLUMNS, ROWS), painted]
        thrift.forget_cells(range(row - 1, row), range(column - 1, column + 2))
    assert shown(thrifty) == shown(plain)


def test_cells_beside_a_part_that_is_forgotten_are_not_written_again() -> None:
    thrift = Thrift()
    line = f"\x1b[1;1H{RED}abcdefghij\x1b[0m"
    thrift.squeeze(line, COLUMNS, ROWS)
    thrift.forget_cells(range(1), range(2, 4))
    assert thrift.squeeze(line, COLUMNS, ROWS).startswith(f"\x1b[1;3H\x1b[0;{RED[2:]}cd\x1b[6C")
    thrift.forget_cells(range(9), range(COLUMNS, COLUMNS + 9))


def squeezed(*writings: str) -> str:
    thrift = Thrift()
    return [thrift.squeeze(text, COLUMNS, ROWS) for text in writings][-1]


RED = "\x1b[38;2;255;0;0;48;2;0;0;0m"
AS_RED = "\x1b[38;2;255;0;0;48;2;0;0;0m"
PLAIN = "\x1b[39;49m"


def test_colours_that_the_terminal_has_are_not_said_again() -> None:
    first = f"\x1b[1;1H{RED}a\x1b[0m"
    assert squeezed(first) == f"\x1b[1;1H\x1b[0;38;2;255;0;0;48;2;0;0;0ma{PLAIN}"
    assert squeezed(f"{first}\x1b[2;1H{RED}b\x1b[0m").endswith(f"a\x1b[2;1Hb{PLAIN}")
    assert squeezed(f"{first}\x1b[38;2;0;9;0;48;2;0;0;0m   \x1b[0m").endswith(f"a   {PLAIN}")
    assert squeezed(f"{first}\x1b[1;38;2;255;0;0;48;2;0;0;0md\x1b[0m").endswith("a\x1b[1md\x1b[0m")


def test_cells_that_stay_the_same_are_not_written_again() -> None:
    first = f"\x1b[1;1H{RED}abcdefghij\x1b[0m"
    assert squeezed(first, f"\x1b[1;1H{RED}abcdefghij\x1b[0m\x1b[1;1H") == "\x1b[1;1H"
    assert squeezed(first, f"\x1b[1;1H{RED}abXdefghiY\x1b[0m") == f"\x1b[1;3H{AS_RED}X\x1b[6CY{PLAIN}"


def test_what_was_forgotten_is_written_again() -> None:
    thrift = Thrift()
    text = f"\x1b[1;1H{RED}ab\x1b[0m"
    first = thrift.squeeze(text, COLUMNS, ROWS)
    assert "ab" not in thrift.squeeze(text, COLUMNS, ROWS)
    thrift.forget()
    assert thrift.squeeze(text, COLUMNS, ROWS) == first


def test_the_corner_is_left_out_where_writing_it_would_scroll() -> None:
    """Emacs 28.2 goes to the next line at once, whatever mode 7 and its terminfo entry (xenl) say."""
    line = "=" * COLUMNS
    picture = "".join(f"\x1b[{row};1H{line}" for row in range(1, ROWS + 1))
    written = Thrift(corner=False).squeeze(picture, COLUMNS, ROWS)
    assert written.count("=") == COLUMNS * ROWS - 1
    assert written.startswith("\x1b[1;1H\x1b[0m" + line) and "\x1b[39" not in written
    assert Thrift().squeeze(picture, COLUMNS, ROWS).count("=") == COLUMNS * ROWS


def test_another_size_forgets_everything() -> None:
    thrift = Thrift()
    text = f"\x1b[1;1H{RED}ab\x1b[0m"
    assert thrift.squeeze(text, 20, 6) == thrift.squeeze(text, 21, 6)


@given(writings)
def test_every_writing_ends_without_a_colour(writings: list[str]) -> None:
    thrift, screen = Thrift(), pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    for text in writings:
        stream.feed(thrift.squeeze(text, COLUMNS, ROWS))
        assert screen.cursor.attrs == screen.default_char
