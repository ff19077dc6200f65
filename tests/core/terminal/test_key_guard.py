"""A held key is told from one pressed again, however it repeats; other keys never wait."""

from hypothesis import given
from hypothesis import strategies as st

from tui.core.terminal.key_guard import KeyGuard


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
