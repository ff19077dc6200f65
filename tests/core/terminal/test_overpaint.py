"""One picture over another: a terminal emulator shows the second one, whatever it wrote with before."""

from collections.abc import Sequence
from itertools import count

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.terminal.test_terminal_diff import seen
from tui.core.terminal.overpaint import Place, cells_of, overpaint, told_apart

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


class Written(dict[int, str]):
    """Numbers of colours from beyond those of which some are alike: two for each way to write one."""

    def number(self, parameters: str, place: int = 0) -> int:
        if parameters not in self.values():
            first = (1 << 15) + len(self)
            self.update({first: parameters, first + 1: parameters})
        return [colour for colour, text in self.items() if text == parameters][place % 2]


def over(before: list[str], after: list[str], *, twins: bool = False) -> str:
    inks, papers = Written(), Written()
    was, now = (
        [
            ord(character) << 32 | inks.number(ink, at * twins) << 16 | papers.number(paper, at // 2 * twins)
            for row in picture
            for at, (character, ink, paper) in enumerate(cells_of(row))
        ]
        for picture in (before, after)
    )
    return overpaint(Place(1, 1, len(now) // len(after)), differing(was, now), now, inks, papers)


def differing(was: Sequence[int], now: Sequence[int]) -> list[int]:
    return [at for at, one, other in zip(count(), was, now, strict=False) if one != other]


def shown(*writings: str) -> list[tuple]:
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.Stream(screen)
    for text in writings:
        stream.feed(text)
    return [seen(screen.buffer[row][column]) for row in range(ROWS) for column in range(COLUMNS)]


@given(pictures, pictures, st.booleans())
def test_the_second_picture_is_shown(before: list[str], after: list[str], twins: bool) -> None:
    pen = "\x1b[1;4;35;45m"
    assert shown(whole(before), pen, over(before, after, twins=twins)) == shown(whole(after))


def test_a_colour_that_is_written_as_the_one_before_it_is_not_told() -> None:
    assert "\x1b[m" not in over(["\x1b[41maaaa\x1b[0m"], ["\x1b[42mbbbb\x1b[0m"], twins=True)


@given(pictures)
def test_the_same_picture_needs_nothing(picture: list[str]) -> None:
    assert over(picture, picture) == ""


def test_it_begins_where_the_picture_does() -> None:
    cells = [ord(character) << 32 for character in "abc" + "abd"]
    plain = {0: "39"}, {0: "49"}
    assert overpaint(Place(3, 5, 3), [2], cells, *plain) == "\x1b[3;7H\x1b[0mc"
    assert overpaint(Place(3, 5, 3), [2, 3], cells, *plain) == "\x1b[3;7H\x1b[0mc\x1b[4;5Ha"


def colour(red: int, green: int, blue: int) -> int:
    return red << 10 | green << 5 | blue


@pytest.mark.parametrize("apart", [(1, 1, 1), (0, 1, 0), (-1, 0, 1)])
def test_a_colour_right_beside_the_one_that_is_written_in_will_do(apart: tuple[int, int, int]) -> None:
    first, second = (9, 9, 9), tuple(part + more for part, more in zip((9, 9, 9), apart, strict=True))
    cells = [ord("x") << 32 | colour(*parts) << 16 | colour(*parts) for parts in (first, second)]
    names = {colour(*first): "31", colour(*second): "32"}
    papers = {number: f"4{text}" for number, text in names.items()}
    assert overpaint(Place(1, 1, 2), [0, 1], cells, names, papers) == "\x1b[1;1H\x1b[0;31;431mxx"


@pytest.mark.parametrize("apart", [(2, 0, 0), (0, -2, 0), (0, 0, 2), (1 << 15, 0, 0)])
def test_one_farther_away_will_not(apart: tuple[int, int, int]) -> None:
    first = colour(9, 9, 9)
    second = first | apart[0] if apart[0] > 31 else colour(9 + apart[0], 9 + apart[1], 9 + apart[2])
    cells = [ord("x") << 32 | ink << 16 for ink in (first, second)]
    told = overpaint(Place(1, 1, 2), [0, 1], cells, {first: "31", second: "32"}, {0: "49"})
    assert told == "\x1b[1;1H\x1b[0;31mx\x1b[32mx"


def test_a_colour_is_told_once() -> None:
    def picture(glyph: str) -> list[str]:
        return [f"\x1b[31m{glyph}\x1b[0m     \x1b[31;42m{glyph}\x1b[0m"] * 2

    told = "\x1b[1;1H\x1b[0;31mb\x1b[2;1Hb\x1b[1;7H\x1b[42mb\x1b[2;7Hb"
    assert over(picture("a"), picture("b")) == told


def test_where_colours_hardly_recur_cells_are_written_as_they_stand() -> None:
    row = "".join(f"\x1b[3{n}ma\x1b[0m" for n in (1, 2, 3, 4, 1))
    told = "\x1b[1;1H\x1b[0;31mb\x1b[32mb\x1b[33mb\x1b[34mb\x1b[31mb"
    assert over([row], [row.replace("a", "b")]) == told


def test_what_follows_something_bold_is_not_bold() -> None:
    assert over(["ab"], ["\x1b[1;31mx\x1b[0;32my"]) == "\x1b[1;1H\x1b[0;1;31mx\x1b[22;32my"


def test_a_few_cells_between_are_written_again_where_they_are_alike() -> None:
    assert over(["a b c"], ["x b y"]) == "\x1b[1;1H\x1b[0mx b y"
    assert over(["a" + " " * 9 + "c"], ["x" + " " * 9 + "y"]) == "\x1b[1;1H\x1b[0mx\x1b[9Cy"
    assert over(["a \x1b[31mb\x1b[0m c"], ["x \x1b[31mb\x1b[0m y"]) == "\x1b[1;1H\x1b[0mx\x1b[3Cy"


@pytest.mark.parametrize(("block", "rest"), ["▀▄", "▌▐", "▘▟", "▝▙", "▖▜", "▗▛", "▞▚"])
def test_a_block_is_drawn_by_the_rest_of_it_where_its_colours_are_written_in_the_other_way(
    block: str, rest: str
) -> None:
    red, green = colour(31, 0, 0), colour(0, 31, 0)
    cells = [ord("x") << 32 | red << 16 | green, ord(block) << 32 | green << 16 | red]
    told = overpaint(Place(1, 1, 2), [0, 1], cells, {red: "31", green: "32"}, {red: "41", green: "42"})
    assert told == f"\x1b[1;1H\x1b[0;31;42mx{rest}"


@pytest.mark.parametrize(
    ("ink", "paper", "told"),
    [
        ((0, 0, 0), (0, 0, 0), []),
        ((1, 1, 1), (-1, 0, 1), []),
        ((2, 0, 0), (0, 0, 0), [0]),
        ((0, 2, 0), (0, 0, 0), [0]),
        ((0, 0, 0), (0, 0, -2), [0]),
    ],
)
def test_a_cell_is_told_apart_from_two_steps_of_a_part_of_a_colour_on(
    ink: Sequence[int], paper: Sequence[int], told: list[int]
) -> None:
    before, after = (
        ord("x") << 32 | colour(*(9 + part for part in front)) << 16 | colour(*(9 + part for part in behind))
        for front, behind in (((0, 0, 0), (0, 0, 0)), (ink, paper))
    )
    assert told_apart([0], [before], [after]) == told
    assert told_apart([0], [before], [after ^ (ord("x") ^ ord("y")) << 32]) == [0]
