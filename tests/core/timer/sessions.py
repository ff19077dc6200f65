"""Plans and sessions for the tests of the core."""

from collections.abc import Sequence

from tui.adapters.content.exercises import content_folder, read_exercise
from tui.core.exercises.exercise import Exercise, Side
from tui.core.settings.settings import Settings
from tui.core.timer.events import Event, PhaseStarted
from tui.core.timer.now import word
from tui.core.timer.plan import Overrides, Plan, make_plan
from tui.core.timer.session import Session

FOLDER = content_folder() / "exercises"
ROTATE: Exercise = read_exercise(FOLDER / "sit-and-rotate.toml", own=False)
ARCH: Exercise = read_exercise(FOLDER / "sit-and-arch.toml", own=False)
DEFAULTS = Settings()


def plan(
    exercises: Sequence[Exercise] = (ROTATE, ARCH),
    lead: Side = Side.LEFT,
    settings: Settings = DEFAULTS,
    **overrides: float,
) -> Plan:
    return make_plan(exercises, {}, settings, lead, Overrides(**overrides))  # type: ignore[arg-type]


def words(session: Session, events: Sequence[Event]) -> list[tuple[float, str]]:
    """The instants and words of the phases that `events` start."""
    return [
        (round(event.at, 6), word(session.plan, event.phase))
        for event in events
        if isinstance(event, PhaseStarted)
    ]
