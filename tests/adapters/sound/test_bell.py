"""The terminal's bell in place of sounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.adapters.sound.bell import APART_S, LATE_S, BellPlayer
from tui.adapters.sound.choose import make_player, open_player
from tui.core.settings.settings import Settings
from tui.core.sound.cue import Cue, Glide, Head


@pytest.fixture
def rings():
    return []


@pytest.fixture
def bell(rings):
    return BellPlayer(lambda: rings.append(1), "no sound device")


def test_it_says_that_it_is_in_use_and_why(bell):
    assert bell.state().kind == "bell"
    assert bell.state().line == "The terminal bell is used: no sound device."
    assert not bell.wait_ready(5)


def test_it_rings_once_at_each_turn_and_not_before(bell, rings):
    bell.send([Cue(1.0, Head.GO, Glide.LEFT, 2.0), Cue(3.0, Head.HOLD), Cue(5.0, None, Glide.OUT, 2.0)])
    counts = []
    for now in (0.9, 1.0, 1.1, 3.05, 4.0, 5.0):
        bell.tick(now)
        counts.append(len(rings))
    assert counts == [0, 1, 1, 2, 2, 3]


def test_ticks_do_not_ring(bell, rings):
    bell.send([Cue(1.0, Head.READY), Cue(2.0, Head.TICK)])
    bell.tick(1.0)
    bell.tick(2.0)
    assert rings == []


@pytest.mark.parametrize(("head", "count"), [(Head.EXERCISE_DONE, 2), (Head.ALL_DONE, 3)])
def test_ends_ring_more_than_once(bell, rings, head, count):
    bell.send([Cue(1.0, head)])
    for step in range(40):
        bell.tick(1.0 + step * APART_S / 4)
    assert len(rings) == count


def test_a_late_ring_is_left_out(bell, rings):
    bell.send([Cue(1.0, Head.HOLD)])
    bell.tick(1.0 + LATE_S + 0.1)
    assert rings == []


@pytest.mark.parametrize(
    "quiet",
    [
        lambda bell: bell.tune(muted=True),
        lambda bell: bell.tune(volume=0),
        BellPlayer.silence,
        BellPlayer.close,
    ],
)
def test_it_can_be_silenced(bell, rings, quiet):
    bell.send([Cue(1.0, Head.HOLD)])
    quiet(bell)
    bell.tick(1.0)
    assert rings == []


def test_muted_rings_do_not_come_later(bell, rings):
    bell.tune(muted=True)
    bell.send([Cue(1.0, Head.HOLD)])
    bell.tick(1.0)
    bell.tune(muted=False)
    bell.tick(1.1)
    assert rings == []


@given(st.lists(st.floats(0, 5)), st.lists(st.floats(0, 8)))
def test_it_never_rings_more_often_than_it_was_asked_to(instants, ticks):
    rings = []
    bell = BellPlayer(lambda: rings.append(1))
    bell.send([Cue(at, Head.HOLD) for at in instants])
    for now in sorted(ticks):
        bell.tick(now)
    assert len(rings) <= min(len(instants), len(ticks))


@pytest.mark.parametrize("bell", [True, False])
@pytest.mark.parametrize("far", [{}, {"SSH_CONNECTION": "1"}])
def test_why_it_is_used_also_fits_into_one_row_of_the_smallest_screen(bell, far):
    player = make_player(Settings(bell=bell), far, lambda: None, None)
    state = player.state()
    assert state.kind == ("bell" if bell else "off")
    assert "bell" in state.short and "unhunch doctor" in state.short
    assert len(state.short) <= 58 and state.short != state.line


@pytest.mark.parametrize(
    ("environ", "unheard"),
    [({"TMUX": "/tmp/t,1,0"}, True), ({"TMUX": "/tmp/t,1,0", "TMUX_PANE": "%1"}, False), ({}, False)],
)
def test_in_a_tmux_popup_it_says_that_it_is_not_heard(environ, unheard):
    player = open_player(Settings(), {"SSH_CONNECTION": "1 2 3 4", **environ}, ring_bell=lambda: None)
    assert ("tmux popup" in player.state().line) == unheard
    assert ("tmux popup" in player.state().short) == unheard
