"""Cues reach the player ahead of time, each once, and none after a pause."""

from collections.abc import Sequence

from tests.core.timer.sessions import plan
from tui.core.sound.cue import Cue, Glide, Head, Way
from tui.core.sound.player import SoundState
from tui.core.timer.conductor import Conductor
from tui.core.timer.events import SessionEnded
from tui.core.timer.session import Session


class Listener:
    def __init__(self) -> None:
        self.cues: list[Cue] = []
        self.sent_at: dict[Cue, float] = {}
        self.silences = 0
        self.now = 0.0

    def send(self, cues: Sequence[Cue]) -> None:
        for cue in cues:
            self.cues.append(cue)
            self.sent_at[cue] = self.now

    def tick(self, now: float) -> None:
        self.now = now

    def silence(self) -> None:
        self.silences += 1

    def open(self) -> None: ...
    def close(self) -> None: ...
    def set_volume(self, volume: int) -> None: ...
    def set_muted(self, muted: bool) -> None: ...
    def set_tones(self, on: bool) -> None: ...
    def set_way(self, way: Way) -> None: ...
    def wait_ready(self, timeout_s: float) -> bool:
        return True

    def state(self) -> SoundState:
        return SoundState("sound", "")


def run(conductor: Conductor, player: Listener, start: float, end: float) -> list:
    events, now = [], start
    while now <= end:
        player.now = now
        events += conductor.tick(now)
        now += 0.25
    return events


def test_every_cue_is_sent_once_in_order_and_at_least_a_second_ahead() -> None:
    player, session = Listener(), Session(plan(), 100.0)
    expected = session.cues(0.0, 1000.0)
    events = run(Conductor(session, player, 100.0), player, 100.0, 170.0)
    assert tuple(player.cues) == expected
    assert all(cue.at - player.sent_at[cue] >= 1.0 for cue in expected)
    assert isinstance(events[-1], SessionEnded) and player.silences == 0


def test_without_a_get_ready_the_first_cue_is_sent_with_the_first_tick() -> None:
    player, session = Listener(), Session(plan(ready_s=0.0), 5.0)
    Conductor(session, player, 5.0).tick(5.0)
    assert player.cues[0].head is Head.GO


def test_a_pause_silences_and_resuming_sends_the_new_plan() -> None:
    player, session = Listener(), Session(plan(), 0.0)
    conductor = Conductor(session, player, 0.0)
    run(conductor, player, 0.0, 6.0)
    conductor.pause(6.2)
    assert player.silences == 1 and player.cues[-1] == Cue(6.4, Head.PAUSE)
    run(conductor, player, 6.25, 20.0)
    assert player.cues[-1] == Cue(6.4, Head.PAUSE)
    conductor.resume(20.0)
    assert player.cues[-1] == Cue(21.0, Head.READY)
    assert player.silences == 2


def test_a_jump_silences_and_a_second_pause_does_nothing_more() -> None:
    player, session = Listener(), Session(plan(), 0.0)
    conductor = Conductor(session, player, 0.0)
    conductor.next_unit(1.0)
    assert player.silences == 1
    conductor.finish(2.0)
    assert player.silences == 2
    conductor.pause(3.0)
    assert player.silences == 2


def test_the_last_chord_is_left_to_sound() -> None:
    player, session = Listener(), Session(plan(), 0.0)
    conductor = Conductor(session, player, 0.0)
    run(conductor, player, 0.0, 63.75)
    conductor.finish(64.5)
    assert player.silences == 0 and player.cues[-1].head is Head.ALL_DONE


def test_every_key_that_jumps_silences_and_sends_what_then_comes() -> None:
    for key, unit in (("previous_unit", 0), ("next_unit", 2), ("next_exercise", 6)):
        player, session = Listener(), Session(plan(), 0.0)
        conductor = Conductor(session, player, 0.0)
        run(conductor, player, 0.0, 10.0)
        before = len(player.cues)
        (started,) = getattr(conductor, key)(10.0)
        assert (started.at, started.phase.unit.index) == (10.0, unit)
        run(conductor, player, 10.25, 1000.0)
        assert player.silences == 1
        assert len(player.cues) > before and player.cues[-1].head is Head.ALL_DONE


def test_going_on_without_a_get_ready_is_heard_at_once() -> None:
    player, session = Listener(), Session(plan(ready_s=0.0), 0.0)
    conductor = Conductor(session, player, 0.0)
    conductor.pause(1.0)
    conductor.resume(9.0)
    assert player.cues[-1] == Cue(9.0, Head.GO, Glide.LEFT, 2.0)


def test_finishing_between_two_ticks_silences_what_is_under_way() -> None:
    player, session = Listener(), Session(plan(), 0.0)
    conductor = Conductor(session, player, 0.0)
    run(conductor, player, 0.0, 18.75)
    events = conductor.finish(19.1)
    assert len(events) > 1 and events[-1] == SessionEnded(19.1, complete=False)
    assert player.silences == 1


def test_leaving_the_last_way_back_silences_its_glide_and_sends_nothing_more() -> None:
    player, session = Listener(), Session(plan(), 0.0)
    conductor = Conductor(session, player, 0.0)
    run(conductor, player, 0.0, 62.0)
    sent = len(player.cues)
    assert conductor.next_exercise(62.1) == (SessionEnded(62.1, complete=True),)
    assert (player.silences, len(player.cues)) == (1, sent)


def test_the_player_hears_the_time_of_every_tick() -> None:
    player, session = Listener(), Session(plan(), 0.0)
    Conductor(session, player, 0.0).tick(7.25)
    assert player.now == 7.25
