"""Every sound of a session, at its instant."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.core.timer.sessions import ARCH, ROTATE, plan
from tui.core.settings.settings import Settings
from tui.core.sound.cue import Cue, Glide, Head
from tui.core.timer.session import Session

NEVER = -1.0


def cues(**overrides):
    return Session(plan(**overrides), 0.0).cues(NEVER, 1000.0)


def test_rotate_by_ear() -> None:
    assert Session(plan([ROTATE]), 0.0).cues(NEVER, 1000.0) == (
        Cue(2.0, Head.READY), Cue(3.0, Head.READY), Cue(4.0, Head.READY),
        Cue(5.0, Head.GO, Glide.LEFT, 2.0), Cue(7.0, Head.HOLD),
        Cue(9.0, Head.RELEASE, Glide.RIGHT_ACROSS, 3.0), Cue(12.0, Head.HOLD),
        Cue(14.0, Head.RELEASE, Glide.LEFT_ACROSS, 3.0), Cue(17.0, Head.HOLD),
        Cue(19.0, Head.RELEASE, Glide.RIGHT_ACROSS, 3.0), Cue(22.0, Head.HOLD),
        Cue(24.0, Head.LAST, Glide.LEFT_ACROSS, 3.0), Cue(27.0, Head.HOLD),
        Cue(29.0, Head.RELEASE, Glide.RIGHT_ACROSS, 3.0), Cue(32.0, Head.HOLD),
        Cue(34.0, Head.RELEASE, Glide.BACK, 2.0), Cue(36.0, Head.ALL_DONE),
    )  # fmt: skip


def test_arch_by_ear() -> None:
    assert Session(plan([ARCH]), 0.0).cues(5.0, 1000.0) == (
        Cue(7.0, Head.HOLD), Cue(9.0, Head.RELEASE, Glide.BACK, 2.0),
        Cue(12.0, None, Glide.OUT, 2.0), Cue(14.0, Head.HOLD), Cue(16.0, Head.RELEASE, Glide.BACK, 2.0),
        Cue(19.0, Head.LAST, Glide.OUT, 2.0), Cue(21.0, Head.HOLD), Cue(23.0, Head.RELEASE, Glide.BACK, 2.0),
        Cue(25.0, Head.ALL_DONE),
    )  # fmt: skip


def test_the_change_of_exercise_by_ear() -> None:
    change = Session(plan(), 0.0).cues(35.0, 44.0)
    assert change == (
        Cue(36.0, Head.EXERCISE_DONE), Cue(41.0, Head.READY), Cue(42.0, Head.READY), Cue(43.0, Head.READY),
        Cue(44.0, Head.GO, Glide.OUT, 2.0),
    )  # fmt: skip


def test_long_holds_tick_and_short_ones_do_not() -> None:
    ticks = [cue.at for cue in cues(hold_s=4.0) if cue.head is Head.TICK]
    assert ticks[:3] == [8.0, 9.0, 10.0]
    assert not [cue for cue in cues(hold_s=3.9) if cue.head is Head.TICK]


def test_after_a_pause_the_unit_is_opened_by_go() -> None:
    session = Session(plan(), 0.0)
    session.pause(30.0)
    assert session.cues(30.0, 1000.0) == ()
    session.resume(50.0)
    assert session.cues(50.0, 53.0) == (
        Cue(51.0, Head.READY),
        Cue(52.0, Head.READY),
        Cue(53.0, Head.GO, Glide.RIGHT, 2.0),
    )


def test_a_single_repetition_is_opened_by_go() -> None:
    heads = [cue.head for cue in Session(plan([ROTATE], reps=1), 0.0).cues(NEVER, 1000.0) if cue.glide]
    assert heads == [Head.GO, Head.RELEASE, Head.RELEASE]


@given(st.integers(1, 20), st.floats(0.1, 20), st.floats(0.1, 60), st.floats(0, 60))
def test_cues_come_in_order_and_never_two_at_once(reps, move_s, hold_s, ready_s) -> None:
    planned = cues(reps=reps, move_s=move_s, hold_s=hold_s, ready_s=ready_s)
    assert all(one.at < two.at for one, two in pairwise(planned))
    for one, two in pairwise(planned):
        if one.glide:
            assert one.at + one.seconds <= two.at + 1e-6


def test_a_get_ready_of_three_seconds_ticks_from_its_first_instant() -> None:
    assert [cue.at for cue in cues(ready_s=3.0) if cue.head is Head.READY][:3] == [0.0, 1.0, 2.0]


def test_a_short_get_ready_ticks_only_within_itself() -> None:
    assert [cue.at for cue in cues(ready_s=1.5) if cue.at < 1.5] == [0.5]


def test_a_short_change_of_exercise_leaves_the_chord_its_second() -> None:
    session = Session(plan(settings=Settings(between_s=3.5)), 0.0)
    assert session.cues(35.5, 39.0) == (
        Cue(36.0, Head.EXERCISE_DONE), Cue(37.5, Head.READY), Cue(38.5, Head.READY),
    )  # fmt: skip
