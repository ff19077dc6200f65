"""One picture over another: a terminal emulator shows the second one, whatever it wrote with before."""

import pyte
from hypothesis import given
from hypothesis import strategies as st

from tests.core.terminal.test_terminal_diff import seen
from tui.core.terminal.overpaint import cells_of, overpaint

COLUMNS, ROWS = 12, 4

styles = st.sampled_from(
    ["31", "38;2;9;9;9", "31;41", "48;2;1;2;3", "38;2;9;9;9;48;2;1;2;3", "1;31;41", "1;32", "1", "33", ""]
)
texts = st.lists(st.tuples(styles, st.text("ab  /", min_size=1, max_size=5)), min_size=12, max_size=12)


def row_of(parts: list[tuple[str, str]]) -> str:
    styled, left = "", COLUMNS
    for style, text in parts:
        styled += f"\x1b[{style}m{text[:left]}\x1b[0m"
        left -= len(text[:left])
    return styled


pictures = st.lists(texts.map(row_of), min_size=ROWS, max_size=ROWS)


def whole(picture: list[str]) -> str:
    return "".join(f"\x1b[{y};1H{row}" for y, row in enumerate(picture, 1))


def over(before: list[str], after: list[str]) -> str:
    pairs = enumerate(zip(before, after, strict=True), 1)
    return overpaint((y, 1, cells_of(was), cells_of(now)) for y, (was, now) in pairs)


def shown(*writings: str) -> list[tuple]:
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    for text in writings:
        stream.feed(text)
    return [seen(screen.buffer[row][column]) for row in range(ROWS) for column in range(COLUMNS)]


@given(pictures, pictures)
def test_the_second_picture_is_shown(before: list[str], after: list[str]) -> None:
    pen = "\x1b[1;4;35;45m"
    assert shown(whole(before), pen, over(before, after)) == shown(whole(after))


@given(pictures)
def test_the_same_picture_needs_nothing(picture: list[str]) -> None:
    assert over(picture, picture) == ""


def test_it_begins_where_the_row_does() -> None:
    assert overpaint([(3, 5, cells_of("abc"), cells_of("abd"))]) == "\x1b[3;7H\x1b[0md"


def test_a_colour_is_told_once() -> None:
    def picture(glyph: str) -> list[str]:
        return [f"\x1b[31m{glyph}\x1b[0m     \x1b[31;42m{glyph}\x1b[0m"] * 2

    told = "\x1b[1;1H\x1b[0;31mb\x1b[5C\x1b[42mb\x1b[2;1H\x1b[49mb\x1b[5C\x1b[42mb"
    assert over(picture("a"), picture("b")) == told


def test_what_follows_something_bold_is_not_bold() -> None:
    assert over(["ab"], ["\x1b[1;31mx\x1b[0;32my"]) == "\x1b[1;1H\x1b[0;1;31mx\x1b[22;32my"


def test_a_few_cells_between_are_written_again_where_they_are_alike() -> None:
    assert over(["a b c"], ["x b y"]) == "\x1b[1;1H\x1b[0mx b y"
    assert over(["a" + " " * 9 + "c"], ["x" + " " * 9 + "y"]) == "\x1b[1;1H\x1b[0mx\x1b[9Cy"
    assert over(["a \x1b[31mb\x1b[0m c"], ["x \x1b[31mb\x1b[0m y"]) == "\x1b[1;1H\x1b[0mx\x1b[3Cy"
