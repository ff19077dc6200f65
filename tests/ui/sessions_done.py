"""Sessions that were done, for the tests of Home."""

from datetime import date, datetime, timedelta, timezone

from tui.core.exercises.exercise import Side
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record
from tui.core.record.under_way import UnderWayState, state_of
from tui.core.settings.settings import Settings
from tui.core.timer.plan import make_plan
from tui.ui.kit.services import Services

TODAY = date(2026, 11, 22)
ZONE = timezone(timedelta(hours=1))


def done(days_ago: int, *, reps: int = 3, felt: Felt | None = Felt.FINE, target: int = 3) -> Record:
    """Return a session of both stretches so many days ago."""
    day = TODAY - timedelta(days=days_ago)
    return Record(
        id=f"00000000-0000-4000-8000-{day.toordinal():012d}",
        started_at=datetime(day.year, day.month, day.day, 11, 5, tzinfo=ZONE),
        day=day,
        seconds=64.0,
        origin=Origin.TIMED,
        routine="both",
        exercises=(
            ExerciseRecord("sit-and-rotate", target, True, left=reps, right=reps, felt=felt),
            ExerciseRecord("sit-and-arch", target, False, total=reps, felt=felt),
        ),
        lead_side=Side.LEFT,
    )


def leave_interrupted(services: Services) -> UnderWayState:
    """Leave a session of today behind, as a program that was killed would."""
    exercises = services.catalogue.bundled
    record = Record(
        id="00000000-0000-4000-8000-000000000001",
        started_at=datetime(2026, 11, 22, 13, 40, tzinfo=ZONE),
        day=TODAY,
        seconds=20.0,
        origin=Origin.TIMED,
        routine="both",
        exercises=(
            ExerciseRecord("sit-and-rotate", 3, True, left=1, right=1),
            ExerciseRecord("sit-and-arch", 3, False),
        ),
        lead_side=Side.LEFT,
    )
    state = state_of(record, make_plan(exercises, {}, Settings(), Side.LEFT), {0, 1})
    services.under_way.save(state)
    services.under_way.release()
    return state
