"""A session by the clock: gaps pause it at the last good tick, and nothing that follows is done unasked."""

from collections.abc import Callable

import pytest

from tests.core.timer.sessions import plan
from tests.ui.fakes import FakePlayer, ManualClock
from tui.core.timer.events import Event, UnitCounted
from tui.core.timer.run import CLOCK_DRIFT_S, LATEST_TICK_S, LEISURE_S, STOOD_STILL, SessionRun
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
    assert run.quiet_until == pytest.approx(clock.monotonic() + LEISURE_S)
    phase = run.session.phase
    assert phase
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
