"""A held key is told from one pressed again, however it repeats; other keys never wait."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.terminal.keys import KeyGuard, latin_key


def test_a_held_key_stays_held_until_it_rests() -> None:
    guard = KeyGuard()
    at = 0.0
    guard.take("enter", at)
    assert not guard.held
    for pause in (0.66, *[0.04] * 120):
        at += pause
        guard.take("enter", at)
        assert guard.held
    guard.take("enter", at + 0.71)
    assert not guard.held


@given(st.lists(st.floats(0.0, 0.69), min_size=1, max_size=30))
def test_keys_that_differ_never_wait(pauses: list[float]) -> None:
    guard, at = KeyGuard(), 0.0
    for number, pause in enumerate(pauses):
        at += pause
        guard.take(f"key {number}", at)
        assert not guard.held


@given(st.lists(st.sampled_from(["y", "escape", "enter"]), max_size=30), st.floats(0.0, 0.69))
def test_after_another_key_it_is_pressed_anew_however_soon(keys: list[str], pause: float) -> None:
    guard = KeyGuard()
    for number, (before, key) in enumerate(zip(["", *keys], keys, strict=False)):
        guard.take(key, number * pause)
        assert guard.held == (key == before)


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
