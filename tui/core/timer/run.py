"""A session as it is run on any face: the clock read, standstills noticed, keys turned into actions."""

from collections.abc import Callable

from tui.core.figure.body.pose import Stance
from tui.core.sound.player import Player
from tui.core.timer.clock import Clock
from tui.core.timer.conductor import Conductor
from tui.core.timer.events import Event
from tui.core.timer.now import Moment, Moments
from tui.core.timer.session import Session

LATEST_TICK_S = 1.5
"""A tick that comes this much after the one before is a standstill; both faces tick twice a second."""
CLOCK_DRIFT_S = 2.0
"""The monotonic clock stands still in Linux's suspend: a difference to the wall clock is one, too."""
LEISURE_S = 0.5
"""How often all of a session is looked at, beside the instants at which digits change."""
STOOD_STILL = "The program stood still."
SOUND_PATIENCE_S = 1.0
"""How long a session waits for the sound device when it has no get-ready to open it in."""

Heed = Callable[[Session, tuple[Event, ...], float], object]
"""Called with the session, what happened to it, and the present instant on its clock."""


class _Standstill:
    """Compares each tick with the one before.

    Args:
        now: the first tick, on the monotonic clock, in seconds.
        wall: the same instant on the wall clock, in seconds.
    """

    def __init__(self, now: float, wall: float) -> None:
        self._now = now
        self._wall = wall

    def last_before(self, now: float, wall: float) -> float | None:
        """Return the last good tick when the program stood still between it and `now`, else None."""
        last, passed, wall_passed = self._now, now - self._now, wall - self._wall
        self._now, self._wall = now, wall
        stood_still = passed > LATEST_TICK_S or abs(wall_passed - passed) > CLOCK_DRIFT_S
        return last if stood_still else None


class SessionRun:
    """Runs a session by the clock.

    An action that comes after a standstill is not carried out: it has paused the session, and whoever
    pressed the key did not know.

    Args:
        session: not yet advanced.
        player: where its cues go.
        clock: both clocks.
        start: the session's start on the monotonic one.
        heed: told whatever happens, before the one who asked for it; keeps what is counted.
    """

    def __init__(
        self, session: Session, player: Player, clock: Clock, start: float, heed: Heed = lambda *_: None
    ) -> None:
        self.session = session
        self.why_paused = ""
        """Why the session paused by itself; empty when it was asked to."""
        self._moments = Moments(session)
        self._clock = clock
        self._heed = heed
        self._conductor = Conductor(session, player, start)
        self._guard = _Standstill(start, self._wall())

    @property
    def moment(self) -> Moment:
        """What is to be shown now."""
        return self._moments.at(self._clock.monotonic())

    def stance(self, now: float) -> Stance:
        """Return what the figure shows at an instant before the next thing that happens."""
        return self._moments.stance(now)

    @property
    def quiet_until(self) -> float:
        """The instant before which little that is shown changes, but for the figure."""
        now, phase = self._clock.monotonic(), self.session.phase
        if phase is None:
            return now
        if self.session.paused:
            return now + LEISURE_S
        to_next = (phase.end - now, (phase.end - now) % 1.0, self._moments.at(now).left_s % 1.0)
        return now + min(wait for wait in (LEISURE_S, *to_next) if wait > 0.0)

    def tick(self) -> tuple[Event, ...]:
        """Let time pass, or pause at the last good tick after a standstill; return what happened."""
        return self._told(self._pass()[0])

    def toggle(self) -> tuple[Event, ...]:
        """Pause, or go on."""
        return self._act(self._conductor.resume if self.session.paused else self._conductor.pause)

    def pause(self) -> tuple[Event, ...]:
        """Pause, if it is not paused already."""
        return self._act(self._conductor.pause)

    def resume(self) -> tuple[Event, ...]:
        """Go on, if it is paused."""
        return self._act(self._conductor.resume)

    def next_unit(self) -> tuple[Event, ...]:
        """Leave this unit undone."""
        return self._act(self._conductor.next_unit)

    def previous_unit(self) -> tuple[Event, ...]:
        """Go to the unit before."""
        return self._act(self._conductor.previous_unit)

    def next_exercise(self) -> tuple[Event, ...]:
        """Leave the rest of the exercise undone."""
        return self._act(self._conductor.next_exercise)

    def finish(self) -> tuple[Event, ...]:
        """End the session with what was counted; after a standstill with what was counted before it."""
        events, _ = self._pass()
        return self._told((*events, *self._conductor.finish(self._clock.monotonic())))

    def begin_anew(self) -> None:
        """Take the present as the last good tick, after nothing has ticked for a while."""
        self._guard = _Standstill(self._clock.monotonic(), self._wall())

    def _act(self, action: Callable[[float], tuple[Event, ...]]) -> tuple[Event, ...]:
        events, stood_still = self._pass()
        if stood_still:
            return self._told(events)
        self.why_paused = ""
        return self._told((*events, *action(self._clock.monotonic())))

    def _told(self, events: tuple[Event, ...]) -> tuple[Event, ...]:
        if events:
            self._heed(self.session, events, self._clock.monotonic())
        return events

    def _pass(self) -> tuple[tuple[Event, ...], bool]:
        now = self._clock.monotonic()
        last = self._guard.last_before(now, self._wall())
        if last is None or self.session.paused or self.session.ended:
            return self._conductor.tick(now), False
        self.why_paused = STOOD_STILL
        return self._conductor.pause(last), True

    def _wall(self) -> float:
        return self._clock.now().timestamp()
