"""What a session that is asked for begins with: its plan, its keeper, and what it has counted before."""

from tui.adapters.history.keeper import SessionKeeper, Tell, new_identity
from tui.core.record.lead import next_lead
from tui.core.record.session_record import identity_again
from tui.core.record.under_way import plan_of
from tui.core.settings.settings import Settings
from tui.core.timer.plan import Plan, make_plan
from tui.ui.kit.services import Services, SessionRequest


def plan_for(services: Services, settings: Settings, request: SessionRequest) -> Plan:
    """Return the plan of the session that is asked for: an interrupted one's own, or a new one.

    Raises:
        Problem: when an interrupted session's exercises are no longer there.
    """
    if request.resumed:
        known = {exercise.id: exercise for exercise in services.catalogue.exercises}
        return plan_of(request.resumed, known)
    lead = next_lead(services.history.newest_first(sided=True))
    reps = {**services.progress.reps(), **request.reps}
    return make_plan(request.exercises, reps, settings, lead, request.overrides)


def keeper_for(services: Services, settings: Settings, request: SessionRequest, tell: Tell) -> SessionKeeper:
    """Return the keeper of the session that is asked for; a resumed one keeps its identity and its day."""
    if request.resumed:
        identity = identity_again(request.resumed.record)
    else:
        identity = new_identity(services.clock.now(), settings, request.stiffness_before)
    return SessionKeeper(identity, services.under_way, services.writer, tell)
