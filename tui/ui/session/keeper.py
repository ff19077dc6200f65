"""Keeps what a session comes to: after every unit as a session under way, at its end as a record."""

from collections.abc import Callable
from dataclasses import replace
from uuid import uuid4

from tui.core.exercises.exercise import Side
from tui.core.record.lead import next_lead
from tui.core.record.record import Record
from tui.core.record.session_record import Identity, session_record
from tui.core.record.under_way import UnderWayState, plan_of, state_of
from tui.core.settings.settings import Settings
from tui.core.streaks.days import day_of
from tui.core.text.problems import StoreProblem
from tui.core.timer.plan import Plan, make_plan
from tui.core.timer.session import Session
from tui.ui.kit.services import Services, SessionRequest


def plan_for(services: Services, settings: Settings, request: SessionRequest) -> Plan:
    """Return the plan of the session that is asked for: an interrupted one's own, or a new one.

    Raises:
        Problem: when an interrupted session's exercises are no longer there.
    """
    if request.resumed:
        known = {exercise.id: exercise for exercise in services.catalogue.exercises}
        return plan_of(request.resumed, known)
    try:
        lead = next_lead(services.history.newest_first(sided=True))
    except StoreProblem:
        lead = Side.LEFT
    reps = {**services.progress.reps(), **request.reps}
    return make_plan(request.exercises, reps, settings, lead, request.overrides)


class SessionKeeper:
    """Saves through the writer, so that nothing waits for a disk.

    Args:
        services: the stores and the writer.
        identity: the session's; a resumed one keeps its first.
        seconds_before: how long a resumed session had run before.
    """

    def __init__(self, services: Services, identity: Identity, seconds_before: float = 0.0) -> None:
        self.identity = identity
        self._under_way = services.under_way
        self._writer = services.writer
        self._seconds_before = seconds_before

    def record(self, session: Session, now: float) -> Record:
        """Return the record of the session as it stands."""
        record = session_record(self.identity, session, now)
        return replace(record, seconds=round(record.seconds + self._seconds_before, 1))

    def keep(self, session: Session, now: float, tell: Callable[[StoreProblem], object]) -> None:
        """Save the session as one under way.

        Args:
            session: as it stands.
            now: the instant on its clock.
            tell: told on the writer's thread when it cannot be saved; the next unit tries again.
        """
        state = state_of(self.record(session, now), session.plan, session.counted)

        def save() -> None:
            try:
                self._under_way.save(state)
            except StoreProblem as problem:
                tell(problem)

        self._writer.submit(save)

    def end(self, session: Session, now: float) -> Record | None:
        """Save the session's record for good and return it; keep and return nothing where none is counted."""
        record = self.record(session, now)
        if not record.units_done:
            self.discard()
            return None
        self._writer.save(record, self._forget_when_saved)
        return record

    def discard(self) -> None:
        """Keep nothing of the session."""
        self._writer.submit(self._under_way.finish)

    def _forget_when_saved(self, problem: StoreProblem | None) -> None:
        if problem is None:
            self._under_way.finish()


def keeper_for(services: Services, settings: Settings, request: SessionRequest) -> SessionKeeper:
    """Return the keeper of the session that is asked for; a resumed one keeps its identity and its day."""
    if request.resumed:
        return _keeper_again(services, request.resumed)
    started_at = services.clock.now()
    day = day_of(started_at, settings.day_start_minute)
    return SessionKeeper(services, Identity(str(uuid4()), started_at, day, request.stiffness_before))


def _keeper_again(services: Services, state: UnderWayState) -> SessionKeeper:
    record = state.record
    identity = Identity(record.id, record.started_at, record.day, record.stiffness_before)
    return SessionKeeper(services, identity, record.seconds)
