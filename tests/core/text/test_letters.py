"""Large letters: what is set, how large, and what a faulty file is told."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.adapters.content.shipped import read_letters
from tui.core.text.letters import ROWS, Letterform, largest, parse_letters
from tui.core.text.problems import ContentProblem

FONTS = read_letters()
WORDS = ("READY", "LEFT", "RIGHT", "ARCH", "HOLD", "BACK", "REST", "NEXT", "DONE")
CHARACTERS = string.ascii_uppercase + string.digits


def test_a_word_is_set_letter_by_letter() -> None:
    narrow = Letterform(FONTS[-1], 1, 1.0)
    assert narrow.rows("LI") == ("#   #", "#   #", "#   #", "#   #", "### #")


def test_scaling_widens_and_heightens_every_cell() -> None:
    setting = largest(FONTS[-1:], ("I",), 2, 10)
    assert setting is not None
    assert (setting.scale, setting.rows("I")) == (2, ("##",) * 10)


@pytest.mark.parametrize(
    ("width", "height", "found"),
    [
        (28, 5, ("narrow", 1, 1)),
        (34, 5, ("wide", 1, 1)),
        (40, 9, ("wide", 2, 1)),
        (60, 8, ("wide", 2, 1.5)),
        (50, 8, ("wide", 1, 1.5)),
        (50, 7, ("wide", 2, 1)),
        (80, 10, ("wide", 2, 2)),
        (20, 10, None),
        (80, 4, None),
    ],
)
def test_the_largest_setting_that_fits_is_taken(
    width: int, height: int, found: tuple[str, int, float] | None
) -> None:
    setting = largest(FONTS, WORDS, width, height)
    assert (setting and (setting.font.name, setting.gap, setting.scale)) == found


@given(st.text(CHARACTERS, min_size=1, max_size=8), st.integers(1, 200), st.integers(1, 40))
def test_what_is_set_fits_and_is_as_wide_as_it_says(word: str, width: int, height: int) -> None:
    setting = largest(FONTS, (word,), width, height)
    if setting is None:
        return
    rows = setting.rows(word)
    assert int(ROWS * setting.scale) == len(rows) <= setting.height <= height
    assert {len(row) for row in rows} == {setting.width(word)}
    fine = setting.fine_rows(word)
    assert len(fine) == 2 * ROWS * setting.scale
    assert {len(row) for row in fine} == {setting.width(word)}
    assert setting.width(word) <= width


def test_between_two_sizes_every_stroke_is_as_wide_as_the_others() -> None:
    setting = Letterform(FONTS[0], 1, 1.5)
    assert setting.rows("H") == ("###   ###",) * 3 + ("#########",) + ("###   ###",) * 3
    assert {len(run) for row in setting.rows("H") for run in row.split()} == {3, 9}


def test_characters_that_a_font_lacks_are_left_out() -> None:
    plain = Letterform(FONTS[0], 1, 1.0)
    assert plain.rows("A?B") == plain.rows("AB")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", ""),
        ("narrow A\n#\n#\n#\n#\n", ""),
        ("narrow A B\n#\n#\n#\n#\n#\n", "narrow"),
        ("narrow A\n#\n##\n#\n#\n#\n", "narrow A"),
        ("narrow A\n#\nx\n#\n#\n#\n", "narrow A"),
    ],
)
def test_a_faulty_file_is_told_with_its_place(text: str, key: str) -> None:
    with pytest.raises(ContentProblem) as caught:
        parse_letters(text)
    assert caught.value.key == key
