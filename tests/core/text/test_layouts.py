"""Letters of other keyboards stand for the keys that they are on."""

import string

import pytest

from tui.core.text.layouts import latin_key


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *(("р", "h"), ("Р", "h"), ("о", "j"), ("л", "k"), ("й", "q"), ("і", "s")),
        *(("η", "h"), ("Σ", "s"), (";", "q"), ("H", "h")),
    ],
)
def test_a_letter_is_taken_for_its_key(typed: str, meant: str) -> None:
    assert latin_key(typed) == meant


@pytest.mark.parametrize("typed", [*string.ascii_lowercase, "1", " ", "", "?", "ß", "漢", "ab"])
def test_what_is_a_key_already_or_no_letter_stays(typed: str) -> None:
    assert latin_key(typed) is None
