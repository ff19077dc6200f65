"""Cells of a terminal: as Textual counts them, for the letters that people write."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.core.text.problems import printable
from tui.core.text.width import cells, cut_to, padded

letters = st.characters(categories=["Lu", "Ll", "Nd", "Zs"], max_codepoint=0x4FF)
wide = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)


@given(st.text(st.one_of(letters, wide)))
def test_cells_agree_with_the_screen(text: str) -> None:
    assert cells(text) == cell_len(text)


def test_marks_take_no_cell() -> None:
    assert cells("e\u0301") == 1
    assert cells("\u65e5\u672c") == 4


FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"


marked = st.sampled_from([*FAMILY, "\ufe0f", "\U0001f3fd", "\u0301"])


@given(st.text(st.one_of(letters, wide, marked)), st.integers(0, 40))
def test_what_is_cut_fits_and_what_is_padded_fills(text: str, width: int) -> None:
    shown = printable(text)
    assert cells(cut_to(shown, width, "..")) <= width
    assert cells(padded(cut_to(shown, width, ".."), width)) == width
    assert cells(shown) == cell_len(shown)


def test_joined_emoji_are_shown_one_by_one() -> None:
    assert printable(f"with {FAMILY}") == "with \U0001f468\U0001f469\U0001f467"
