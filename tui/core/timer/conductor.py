"""Runs a session for its listeners: lets time pass, sends the cues ahead, tells what happened."""

from collections.abc import Callable

from tui.core.sound.cue import EVERY_WAY, Cue, Head, Way
from tui.core.sound.player import Player
from tui.core.timer.events import Event, Paused, SessionEnded
from tui.core.timer.session import Session
from tui.core.timer.word_plan import words_on_pausing

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

    def pause(self, at: float) -> tuple[Event, ...]:
        """Pause at `at`: everything that sounds fades."""
        events = self._change(self.session.pause, at)
        if any(isinstance(event, Paused) for event in events):
            note_at = at + PAUSE_NOTE_AFTER_S
            words = words_on_pausing(note_at, self.session.lengths)
            ways = frozenset((Way.TONES, Way.BOTH)) if words else EVERY_WAY
            self._player.send((Cue(note_at, Head.PAUSE, ways=ways), *words))
        return events

    def resume(self, now: float) -> tuple[Event, ...]:
        """Go on."""
        return self._change(self.session.resume, now)

    def next_unit(self, now: float) -> tuple[Event, ...]:
        """Leave this unit undone."""
        return self._change(self.session.next_unit, now)

    def previous_unit(self, now: float) -> tuple[Event, ...]:
        """Go to the unit before."""
        return self._change(self.session.previous_unit, now)

    def next_exercise(self, now: float) -> tuple[Event, ...]:
        """Leave the rest of the exercise undone."""
        return self._change(self.session.next_exercise, now)

    def finish(self, now: float) -> tuple[Event, ...]:
        """End the session with what was counted."""
        return self._change(self.session.finish, now)

    def _change(self, action: Callable[[float], tuple[Event, ...]], now: float) -> tuple[Event, ...]:
        before = self.session.ended
        events = action(now)
        if before or (self.session.ended and self._ended_by_itself(events, now)):
            return events
        self._player.silence()
        self._sent_until = now - _JUST_BEFORE
        self._send(now)
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
