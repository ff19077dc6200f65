"""What a field takes of a paste, and what is said of the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.text.pasted import fitted


@pytest.mark.parametrize(
    ("text", "room", "taken", "said"),
    [
        ("a note", 6, "a note", ""),
        ("a note\r\n", 6, "a note", ""),
        ("\n\n  a note\n\n", 8, "  a note", ""),
        ("a note", 4, "a no", 'Left out of what was pasted: 2 characters from "te" on'),
        ("a note", 0, "", 'Left out of what was pasted: 6 characters from "a note" on'),
        ("a\nb\n\nc", 9, "a", "Left out of what was pasted: 2 more lines"),
        ("ab\nc", 1, "a", 'Left out of what was pasted: 1 character from "b" on, 1 more line'),
        ("ab" + "字" * 9, 2, "ab", 'Left out of what was pasted: 9 characters from "字字字字字字字…" on'),
        ("a\tb\x1b[31m", 1, "a", 'Left out of what was pasted: 7 characters from " b?[31m" on'),
        ("", 5, "", ""),
        ("\n", 5, "", ""),
    ],
)
def test_what_is_left_out_is_said(text: str, room: int, taken: str, said: str) -> None:
    assert fitted(text, room) == (taken, said)


def test_that_more_came_is_said() -> None:
    assert fitted("ab", 2, cut_before=True)[1].endswith(": all that came after")


@given(st.text(), st.integers(0, 20))
def test_nothing_is_left_out_in_silence(text: str, room: int) -> None:
    taken, said = fitted(text, room)
    assert len(taken) <= room and taken in text
    assert (not said) == ([line for line in text.splitlines() if line.strip()] == ([taken] if taken else []))
    assert said.isprintable() and len(said) < 120
