"""A printed session on a clock that is moved by hand."""

import signal
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from tests.core.timer.sessions import ARCH, ROTATE, plan, words
from tui.adapters.machine.console import Heard
from tui.adapters.sound.bell import SilentPlayer
from tui.cli.plain import Outcome, PlainSession
from tui.core.exercises.exercise import Side
from tui.core.sound.cue import Cue
from tui.core.timer.events import Event, UnitCounted
from tui.core.timer.run import LEISURE_S, SessionRun
from tui.core.timer.session import Session

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@dataclass
class Hands:
    """The clocks, and the console on which things happen at set instants."""

    events: dict[float, Heard] = field(default_factory=dict)
    stalls: dict[float, float] = field(default_factory=dict)
    """Seconds that the machine stands still for, at an instant."""
    now_s: float = 0.0
    waits: int = 0
    listening: bool = True
    deaf_from: float = float("inf")
    """When standard input ends."""

    def monotonic(self) -> float:
        return self.now_s

    def now(self) -> datetime:
        return NOON + timedelta(seconds=self.now_s)

    def wait(self, timeout_s: float) -> Heard:
        assert timeout_s > 0, "it must not be busy"
        self.waits += 1
        self.listening &= self.now_s < self.deaf_from
        until = self.now_s + timeout_s
        due = min((at for at in (*self.events, *self.stalls) if at <= until), default=None)
        if due is None:
            self.now_s = until
            return Heard()
        self.now_s = max(self.now_s, due)
        self.now_s += self.stalls.pop(due, 0.0)
        heard = self.events.pop(due, Heard())
        return heard


class Recorder(SilentPlayer):
    def __init__(self) -> None:
        super().__init__()
        self.cues: list[Cue] = []

    def send(self, cues) -> None:
        self.cues += cues


class Stage:
    """A session and everything that is heard and read of it."""

    def __init__(self, hands: Hands, plan_, closes_at: float = float("inf")) -> None:
        self.hands = hands
        self.session = Session(plan_, 0.0)
        self.player = Recorder()
        self.lines: list[tuple[float, str]] = []
        self.counts: list[int] = []
        self._closes_at = closes_at
        run = SessionRun(self.session, self.player, hands, 0.0, self.count)
        self.plain = PlainSession(run, hands, hands, self.say)

    def say(self, line: str) -> None:
        if self.hands.now_s >= self._closes_at:
            raise BrokenPipeError
        self.lines.append((round(self.hands.now_s, 6), line))

    def count(self, session: Session, events: tuple[Event, ...], _now: float) -> None:
        if any(isinstance(event, UnitCounted) for event in events):
            self.counts.append(len(session.counted))

    @property
    def words(self) -> list[tuple[float, str]]:
        return [(at, line.split()[0]) for at, line in self.lines]


@pytest.fixture
def hands():
    return Hands()


def test_each_phase_is_a_line_at_its_own_instant(hands):
    stage = Stage(hands, plan())
    assert stage.plain.run() == Outcome()
    model = Session(plan(), 0.0)
    assert stage.words == words(model, model.advance(100.0))
    assert stage.counts == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert stage.session.ended.at == 64.0
    assert hands.waits < 64 / LEISURE_S + 40


def test_the_lines_tell_side_count_and_seconds(hands):
    stage = Stage(hands, plan(reps=2, ready_s=4.0, hold_s=1.5))
    stage.plain.run()
    told = [line for _, line in stage.lines]
    assert told[:5] == [
        "READY    Sit and Rotate, 4 s",
        "LEFT     1 of 2, 2 s",
        "HOLD     left 1 of 2, 1.5 s",
        "RIGHT    1 of 2, 3 s",
        "HOLD     right 1 of 2, 1.5 s",
    ]
    assert told[5] == "LEFT     2 of 2, 3 s, the last one"
    assert "NEXT     Sit and Arch, 8 s" in told
    assert "ARCH     1 of 2, 2 s" in told
    assert "HOLD     1 of 2, 1.5 s" in told


def test_the_same_cues_are_sent_as_in_any_session(hands):
    stage = Stage(hands, plan())
    stage.plain.run()
    assert tuple(stage.player.cues) == Session(plan(), 0.0).cues(-1.0, 100.0)


def test_enter_pauses_and_resumes(hands):
    hands.events = {8.0: Heard(("",)), 30.0: Heard(("",))}
    stage = Stage(hands, plan((ROTATE,), reps=1))
    assert stage.plain.run() == Outcome()
    assert stage.words[:7] == [
        *((0.0, "READY"), (5.0, "LEFT"), (7.0, "HOLD"), (8.0, "PAUSED"), (30.0, "READY"), (33.0, "LEFT")),
        (35.0, "HOLD"),
    ]
    assert stage.lines[3][1] == "PAUSED   Enter goes on: LEFT 1 of 1, Sit and Rotate"
    assert stage.session.ended.complete


def test_two_lines_at_once_pause_and_resume(hands):
    hands.events = {8.0: Heard(("", ""))}
    stage = Stage(hands, plan((ARCH,), reps=1))
    stage.plain.run()
    assert [word for _, word in stage.words] == [
        "READY",
        "ARCH",
        "HOLD",
        "PAUSED",
        "READY",
        "ARCH",
        "HOLD",
        "BACK",
    ]


def test_the_end_of_input_is_ignored(hands):
    hands.deaf_from = 0.0
    stage = Stage(hands, plan((ARCH,)))
    assert stage.plain.run() == Outcome()
    assert stage.session.ended.at == 25.0


def test_a_pause_that_nobody_can_end_any_more_ends(hands):
    hands.events, hands.deaf_from = {6.0: Heard(("",))}, 7.0
    stage = Stage(hands, plan((ARCH,), reps=1))
    assert stage.plain.run() == Outcome()
    assert stage.session.ended.complete


@pytest.mark.parametrize("listening", [True, False])
def test_a_machine_that_stood_still_pauses_where_it_stopped(hands, listening):
    hands.listening = listening
    hands.stalls = {8.0: 3600.0}
    hands.events = {3700.0: Heard(("",))}
    stage = Stage(hands, plan((ARCH,), reps=1))
    assert stage.plain.run() == Outcome()
    paused = next(at for at, word in stage.words if word == "PAUSED")
    assert paused == 3608.0
    resumed = stage.words[stage.words.index((paused, "PAUSED")) + 1]
    assert resumed == ((3700.0 if listening else 3608.0), "READY")
    assert stage.counts == [1]
    assert stage.session.seconds(4000.0) < 30.0


def test_ctrl_c_ends_it_with_what_was_counted(hands):
    hands.events = {15.0: Heard(signal=signal.SIGINT)}
    stage = Stage(hands, plan((ROTATE,), lead=Side.RIGHT))
    assert stage.plain.run() == Outcome(signal=signal.SIGINT)
    assert stage.session.ended.at == 15.0
    assert not stage.session.ended.complete
    assert stage.counts == [1, 2]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_what_ends_the_program_leaves_the_session_under_way(hands, number):
    hands.events = {15.0: Heard(signal=number)}
    stage = Stage(hands, plan((ROTATE,)))
    assert stage.plain.run() == Outcome(signal=number)
    assert stage.session.ended is None
    assert stage.counts == [1, 2]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_after_a_standstill_counts_nothing_that_was_not_done(hands, number):
    hands.stalls = {8.0: 60.0}
    hands.events = {8.0: Heard(signal=number)}
    stage = Stage(hands, plan((ROTATE,)))
    stage.plain.run()
    assert stage.session.counted == set()


def test_enter_after_a_standstill_is_not_carried_out(hands):
    hands.stalls = {8.0: 60.0}
    hands.events = {8.0: Heard(("",)), 90.0: Heard(("",))}
    stage = Stage(hands, plan((ARCH,), reps=1))
    stage.plain.run()
    assert stage.words[-5:] == [
        (68.0, "PAUSED"),
        *((90.0, "READY"), (93.0, "ARCH"), (95.0, "HOLD"), (97.0, "BACK")),
    ]


def test_a_closed_pipe_leaves_the_session_under_way(hands):
    stage = Stage(hands, plan((ROTATE,)), closes_at=13.0)
    assert stage.plain.run() == Outcome(closed=True)
    assert stage.counts == [1, 2]
    assert stage.session.ended is None
