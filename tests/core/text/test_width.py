"""Cells of a terminal: as Textual counts them, for the letters that people write."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.core.text.width import cells

letters = st.characters(categories=["Lu", "Ll", "Nd", "Zs"], max_codepoint=0x4FF)
wide = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)


@given(st.text(st.one_of(letters, wide)))
def test_cells_agree_with_the_screen(text: str) -> None:
    assert cells(text) == cell_len(text)


def test_marks_take_no_cell() -> None:
    assert cells("e\u0301") == 1
    assert cells("\u65e5\u672c") == 4
