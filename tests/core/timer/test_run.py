"""A session by the clock: gaps pause it at the last good tick, and nothing that follows is done unasked."""

from collections.abc import Callable, Sequence
from typing import Unpack

import pytest

from tests.core.timer.sessions import plan
from tests.ui.fakes import FakePlayer, ManualClock
from tui.core.sound.cue import Cue, Glide, Head
from tui.core.sound.player import SoundState, Tuning
from tui.core.timer.events import Event, SessionEnded, UnitCounted
from tui.core.timer.run import CLOCK_DRIFT_S, LATEST_TICK_S, LEISURE_S, STOOD_STILL, Conductor, SessionRun
from tui.core.timer.session import Session


class Steered:
    def __init__(self) -> None:
        self.clock = ManualClock()
        self.player = FakePlayer()
        start = self.clock.monotonic()
        self.session = Session(plan(), start)
        self.run = SessionRun(self.session, self.player, self.clock, start)
        self.events: list[Event] = []

    def pass_time(self, seconds: float, step: float = 0.5) -> None:
        for _ in range(round(seconds / step)):
            self.clock.pass_time(step)
            self.events += self.run.tick()

    @property
    def word(self) -> str:
        return self.run.moment.word


@pytest.fixture
def steered() -> Steered:
    """A session of both stretches, in the first hold."""
    found = Steered()
    found.pass_time(8)
    return found


@pytest.mark.parametrize(
    ("monotonic", "wall"), [(1.6, 1.6), (3600.0, 3600.0), (0.03, 60.0), (0.03, -3600.0), (0.03, 2.1)]
)
def test_a_gap_pauses_at_the_last_good_tick(steered: Steered, monotonic: float, wall: float) -> None:
    last = steered.clock.monotonic()
    steered.clock.jump(monotonic, wall)
    steered.run.tick()
    assert steered.word == "PAUSED"
    assert steered.session.paused is not None
    assert steered.session.paused.at == last
    assert steered.run.why_paused == STOOD_STILL
    assert steered.session.counted == set()
    assert "silence" in steered.player.calls


@pytest.mark.parametrize(
    ("monotonic", "wall"), [(LATEST_TICK_S, LATEST_TICK_S), (0.5, 0.5 + CLOCK_DRIFT_S - 0.01), (0.0, 0.0)]
)
def test_a_late_tick_or_a_clock_that_drifts_is_no_gap(
    steered: Steered, monotonic: float, wall: float
) -> None:
    steered.clock.jump(monotonic, wall)
    steered.run.tick()
    assert steered.word != "PAUSED"


def test_each_tick_is_compared_with_the_one_before(steered: Steered) -> None:
    for wall in (LATEST_TICK_S - CLOCK_DRIFT_S, LATEST_TICK_S + CLOCK_DRIFT_S, LATEST_TICK_S):
        steered.clock.jump(LATEST_TICK_S, wall)
        steered.run.tick()
        assert steered.word != "PAUSED"
    last = steered.clock.monotonic()
    steered.clock.jump(1.0, 3.25)
    steered.run.tick()
    assert steered.session.paused is not None and steered.session.paused.at == last
    steered.clock.pass_time(0.1)
    steered.run.resume()
    steered.pass_time(0.5)
    assert steered.word == "READY"


@pytest.mark.parametrize("action", [SessionRun.toggle, SessionRun.next_unit, SessionRun.previous_unit])
def test_a_key_that_comes_first_after_a_gap_is_not_carried_out(
    steered: Steered, action: Callable[[SessionRun], tuple[Event, ...]]
) -> None:
    steered.clock.jump(30, 30)
    action(steered.run)
    assert steered.word == "PAUSED"
    assert steered.session.paused is not None
    assert steered.session.paused.marker.unit == 0


def test_a_gap_while_paused_changes_nothing_and_a_key_resumes_at_once(steered: Steered) -> None:
    steered.run.toggle()
    steered.clock.jump(3600, 3600)
    steered.run.toggle()
    assert (steered.word, steered.run.why_paused) == ("READY", "")


def test_finishing_after_a_gap_keeps_what_was_counted_before_it(steered: Steered) -> None:
    steered.pass_time(2)
    steered.clock.jump(600, 600)
    steered.run.finish()
    assert steered.session.ended is not None
    assert steered.session.counted == {0}
    assert steered.session.seconds(steered.clock.monotonic()) == 10


def test_beginning_anew_forgets_that_nothing_ticked(steered: Steered) -> None:
    steered.run.pause()
    steered.run.resume()
    steered.clock.jump(30, 30)
    steered.run.begin_anew()
    steered.run.tick()
    assert steered.word != "PAUSED"


@pytest.mark.parametrize("step", [0.033, 0.25, 1.4])
def test_units_are_counted_at_the_same_instants_however_often_it_ticks(step: float) -> None:
    steered = Steered()
    start = steered.clock.monotonic()
    steered.pass_time(66, step)
    counted = [round(event.at - start, 6) for event in steered.events if isinstance(event, UnitCounted)]
    assert counted == [9, 14, 19, 24, 29, 34, 48, 55, 62]


def test_all_but_the_figure_is_looked_at_less_often(steered: Steered) -> None:
    clock, run = steered.clock, steered.run
    assert steered.word == "HOLD"
    assert run.quiet_until == pytest.approx(clock.monotonic() + LEISURE_S)
    steered.pass_time(0.95, step=0.95)
    assert run.quiet_until == pytest.approx(clock.monotonic() + 0.05), "what comes next is not late"
    steered.pass_time(0.5)
    assert steered.word == "RIGHT"
    phase = run.session.phase
    assert phase
    before_end = phase.end - clock.monotonic()
    assert 0.0 < before_end % LEISURE_S < LEISURE_S
    assert run.quiet_until == pytest.approx(phase.end - before_end // LEISURE_S * LEISURE_S)
    steered.pass_time(phase.end - clock.monotonic() - 0.5)
    steered.pass_time(0.47, step=0.47)
    assert run.quiet_until == pytest.approx(phase.end), "what comes after a movement is not late"
    run.pause()
    assert run.quiet_until == clock.monotonic() + LEISURE_S


def test_what_the_figure_shows_is_known_between_two_looks(steered: Steered) -> None:
    steered.pass_time(1.5)
    run, phase = steered.run, steered.run.session.phase
    assert steered.word == "RIGHT"
    assert phase
    steered.clock.pass_time(0.3)
    now = steered.clock.monotonic()
    assert run.stance(now)[0] == phase.pose(now) != phase.pose(now - 0.3)
    run.pause()
    away, back = run.stance(now)[0], run.stance(now + 0.5)[0]
    assert back.amount < away.amount, "the body goes back to the centre"


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
    def tune(self, **changes: Unpack[Tuning]) -> None: ...
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
    conductor.act(session.pause, 6.2)
    assert player.silences == 1 and player.cues[-1] == Cue(6.4, Head.PAUSE)
    run(conductor, player, 6.25, 20.0)
    assert player.cues[-1] == Cue(6.4, Head.PAUSE)
    conductor.act(session.resume, 20.0)
    assert player.cues[-1] == Cue(21.0, Head.READY)
    assert player.silences == 2


def test_a_jump_silences_and_a_second_pause_does_nothing_more() -> None:
    player, session = Listener(), Session(plan(), 0.0)
    conductor = Conductor(session, player, 0.0)
    conductor.act(session.next_unit, 1.0)
    assert player.silences == 1
    conductor.act(session.finish, 2.0)
    assert player.silences == 2
    conductor.act(session.pause, 3.0)
    assert player.silences == 2


def test_the_last_chord_is_left_to_sound() -> None:
    player, session = Listener(), Session(plan(), 0.0)
    conductor = Conductor(session, player, 0.0)
    run(conductor, player, 0.0, 63.75)
    conductor.act(session.finish, 64.5)
    assert player.silences == 0 and player.cues[-1].head is Head.ALL_DONE


def test_every_key_that_jumps_silences_and_sends_what_then_comes() -> None:
    for key, unit in (("previous_unit", 0), ("next_unit", 2), ("next_exercise", 6)):
        player, session = Listener(), Session(plan(), 0.0)
        conductor = Conductor(session, player, 0.0)
        run(conductor, player, 0.0, 10.0)
        before = len(player.cues)
        (started,) = conductor.act(getattr(session, key), 10.0)
        assert (started.at, started.phase.unit.number) == (10.0, unit)
        run(conductor, player, 10.25, 1000.0)
        assert player.silences == 1
        assert len(player.cues) > before and player.cues[-1].head is Head.ALL_DONE


def test_going_on_without_a_get_ready_is_heard_at_once() -> None:
    player, session = Listener(), Session(plan(ready_s=0.0), 0.0)
    conductor = Conductor(session, player, 0.0)
    conductor.act(session.pause, 1.0)
    conductor.act(session.resume, 9.0)
    assert player.cues[-1] == Cue(9.0, Head.GO, Glide.LEFT, 2.0)


def test_finishing_between_two_ticks_silences_what_is_under_way() -> None:
    player, session = Listener(), Session(plan(), 0.0)
    conductor = Conductor(session, player, 0.0)
    run(conductor, player, 0.0, 18.75)
    events = conductor.act(session.finish, 19.1)
    assert len(events) > 1 and events[-1] == SessionEnded(19.1, complete=False)
    assert player.silences == 1


def test_leaving_the_last_way_back_silences_its_glide_and_sends_nothing_more() -> None:
    player, session = Listener(), Session(plan(), 0.0)
    conductor = Conductor(session, player, 0.0)
    run(conductor, player, 0.0, 62.0)
    sent = len(player.cues)
    assert conductor.act(session.next_exercise, 62.1) == (SessionEnded(62.1, complete=True),)
    assert (player.silences, len(player.cues)) == (1, sent)


def test_the_player_hears_the_time_of_every_tick() -> None:
    player, session = Listener(), Session(plan(), 0.0)
    Conductor(session, player, 0.0).tick(7.25)
    assert player.now == 7.25
