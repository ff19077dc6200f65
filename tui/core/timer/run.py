"""A session as it is run on any face: standstills noticed, cues sent ahead, keys turned into actions."""

from collections.abc import Callable

from tui.core.figure.body.pose import Stance
from tui.core.sound.cue import EVERY_WAY, Cue, Head, Way
from tui.core.sound.player import Player
from tui.core.timer.clock import Clock
from tui.core.timer.cue_plan import words_on_pausing
from tui.core.timer.events import Event, Paused, SessionEnded
from tui.core.timer.now import Moment, Moments
from tui.core.timer.session import Session

LOOK_AHEAD_S = 1.5
"""Cues are sent this long before they are due, so that a busy program delays none of them."""
PAUSE_NOTE_AFTER_S = 0.2
"""The pause's own note waits until what sounded has faded."""

_JUST_BEFORE = 1e-6


class Conductor:
    """Keeps a session and its sounds together.

    Args:
        session: the session, not yet advanced.
        player: where its cues go.
        start: the session's start on the monotonic clock.
    """

    def __init__(self, session: Session, player: Player, start: float) -> None:
        self.session = session
        self._player = player
        self._sent_until = start - _JUST_BEFORE

    def tick(self, now: float) -> tuple[Event, ...]:
        """Let time pass up to `now`; return what happened."""
        events = self.session.advance(now)
        self._send(now)
        return events

    def act(self, action: Callable[[float], tuple[Event, ...]], now: float) -> tuple[Event, ...]:
        """Let the session do `action` at `now`: what sounded fades, unless it had ended by itself."""
        before = self.session.ended
        events = action(now)
        if before or (self.session.ended and self._ended_by_itself(events, now)):
            return events
        self._player.silence()
        self._sent_until = now - _JUST_BEFORE
        self._send(now)
        if any(isinstance(event, Paused) for event in events):
            note_at = now + PAUSE_NOTE_AFTER_S
            words = words_on_pausing(note_at, self.session.lengths)
            ways = frozenset((Way.TONES, Way.BOTH)) if words else EVERY_WAY
            self._player.send((Cue(note_at, Head.PAUSE, ways=ways), *words))
        return events

    def _ended_by_itself(self, events: tuple[Event, ...], now: float) -> bool:
        return any(isinstance(event, SessionEnded) and event.complete and event.at < now for event in events)

    def _send(self, now: float) -> None:
        until = float("inf") if self.session.ended else now + LOOK_AHEAD_S
        cues = self.session.cues(self._sent_until, until)
        self._sent_until = max(self._sent_until, until)
        if cues:
            self._player.send(cues)
        self._player.tick(now)


LATEST_TICK_S = 1.5
"""A tick that comes this much after the one before is a standstill; both faces tick twice a second."""
CLOCK_DRIFT_S = 2.0
"""The monotonic clock stands still in Linux's suspend: a difference to the wall clock is one, too."""
LEISURE_S = 0.5
"""How often all of a session is looked at: so long before a phase's end, and when digits change."""
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
        to_next = (phase.end - now, (phase.end - now) % LEISURE_S, self._moments.at(now).left_s % 1.0)
        return now + min(wait for wait in (LEISURE_S, *to_next) if wait > 0.0)

    @property
    def known_until(self) -> float:
        """The instant up to which `stance` holds: then something happens by itself."""
        phase = self.session.phase
        return phase.end if phase and not self.session.paused else float("inf")

    def tick(self) -> tuple[Event, ...]:
        """Let time pass, or pause at the last good tick after a standstill; return what happened."""
        return self._told(self._pass()[0])

    def toggle(self) -> tuple[Event, ...]:
        """Pause, or go on."""
        return self.resume() if self.session.paused else self.pause()

    def pause(self, why: str = "") -> tuple[Event, ...]:
        """Pause, if it is not paused already; `why` where nobody asked for it."""
        if self.session.paused:
            return ()
        events = self._act(self.session.pause)
        self.why_paused = self.why_paused or why
        return events

    def resume(self) -> tuple[Event, ...]:
        """Go on, if it is paused."""
        return self._act(self.session.resume)

    def next_unit(self) -> tuple[Event, ...]:
        """Leave this unit undone."""
        return self._act(self.session.next_unit)

    def previous_unit(self) -> tuple[Event, ...]:
        """Go to the unit before."""
        return self._act(self.session.previous_unit)

    def next_exercise(self) -> tuple[Event, ...]:
        """Leave the rest of the exercise undone."""
        return self._act(self.session.next_exercise)

    def finish(self) -> tuple[Event, ...]:
        """End the session with what was counted; after a standstill with what was counted before it."""
        events, _ = self._pass()
        return self._told((*events, *self._conductor.act(self.session.finish, self._clock.monotonic())))

    def begin_anew(self) -> None:
        """Take the present as the last good tick, after nothing has ticked for a while."""
        self._guard = _Standstill(self._clock.monotonic(), self._wall())

    def _act(self, action: Callable[[float], tuple[Event, ...]]) -> tuple[Event, ...]:
        events, stood_still = self._pass()
        if stood_still:
            return self._told(events)
        self.why_paused = ""
        return self._told((*events, *self._conductor.act(action, self._clock.monotonic())))

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
        return self._conductor.act(self.session.pause, last), True

    def _wall(self) -> float:
        return self._clock.now().timestamp()
