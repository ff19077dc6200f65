"""Keeps what a session comes to: after every unit as a session under way, at its end as a record."""

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from tui.adapters.history.under_way import UnderWay
from tui.adapters.history.writer import Writer
from tui.core.record.record import Record
from tui.core.record.under_way import Identity, UnderWayState, session_record, state_of
from tui.core.settings.settings import Settings
from tui.core.streaks.days import day_of
from tui.core.text.problems import StoreProblem
from tui.core.timer.events import Event, SessionEnded, UnitCounted
from tui.core.timer.session import Session

Tell = Callable[[StoreProblem], object]


class SessionKeeper:
    """Saves through the writer, so that nothing waits for a disk.

    A session that is left without an end, as after SIGTERM, stays under way and can be gone on with.

    Args:
        identity: the session's.
        under_way: where it is kept until it ends.
        writer: saves it, and its record at the end.
        tell: told on the writer's thread why the session under way cannot be saved, each reason once;
            the next unit tries again.
    """

    def __init__(self, identity: Identity, under_way: UnderWay, writer: Writer, tell: Tell) -> None:
        self._identity = identity
        self.kept: Record | None = None
        """The record that was given to the writer at the end; None before, and where nothing was counted."""
        self._under_way = under_way
        self._writer = writer
        self._tell = tell
        self._unkept: Record | None = None
        self._discarded = False
        self._told = ""

    def record(self, session: Session, now: float) -> Record:
        """Return the record of the session as it stands."""
        return session_record(self._identity, session, now)

    def heed(self, session: Session, events: tuple[Event, ...], now: float) -> None:
        """Save what has come of the session: the record at its end, and each unit that adds something."""
        if self._discarded:
            return
        if any(isinstance(event, SessionEnded) for event in events):
            self._end(self.record(session, now))
        elif any(isinstance(event, UnitCounted) and not event.again for event in events):
            state = state_of(self.record(session, now), session.plan, session.counted)
            self._writer.submit(lambda: self._save(state))

    def discard(self) -> None:
        """Keep nothing of the session, whatever follows."""
        self._discarded = True
        self._writer.submit(self._under_way.finish)

    def leave(self) -> None:
        """Leave the session as it stands; what could not be kept under way is saved as a record."""
        if self._unkept:
            self._end(self._unkept)

    def _end(self, record: Record) -> None:
        self._unkept = None
        if record.units_done:
            self.kept = record
            self._writer.save(record, self._forget_when_saved)
        else:
            self._writer.submit(self._under_way.finish)

    def _save(self, state: UnderWayState) -> None:
        try:
            self._under_way.save(state)
            self._unkept = None
        except StoreProblem as problem:
            self._unkept = state.record
            if problem.line != self._told:
                self._told = problem.line
                self._tell(problem)

    def _forget_when_saved(self, problem: StoreProblem | None) -> None:
        if problem is None:
            self._under_way.finish()


def new_identity(started_at: datetime, settings: Settings, stiffness_before: int | None = None) -> Identity:
    """Return the identity of a session that starts at this wall-clock time with its offset."""
    day = day_of(started_at, settings.day_start_minute)
    return Identity(str(uuid4()), started_at, day, stiffness_before)
