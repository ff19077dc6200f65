"""A problem is one printable line, however much it quotes."""

from hypothesis import given
from hypothesis import strategies as st

from tui.core.text.problems import LONGEST_LINE, Problem

TEXTS = st.text(max_size=300) | st.integers(0, 2000).map(lambda length: "x" * length)


@given(TEXTS, TEXTS, TEXTS)
def test_it_is_one_printable_line_of_a_bounded_length(title: str, detail: str, hint: str) -> None:
    line = Problem(title, detail, hint).line
    assert len(line) <= LONGEST_LINE
    assert line.isprintable()


def test_what_fits_is_told_whole() -> None:
    assert (
        Problem("cannot save", "the disk is full", "make room").line
        == "cannot save: the disk is full (make room)"
    )


def test_of_too_long_a_quotation_title_and_hint_stay() -> None:
    line = Problem("exercise.toml: name", "unknown: " + "y" * 5000, "see the README").line
    assert line.startswith("exercise.toml: name: unknown: yyy") and line.endswith("yyy... (see the README)")
