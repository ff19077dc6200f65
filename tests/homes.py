"""Homes for tests: folders of data of several kinds, written through the stores."""

import random
import uuid
from datetime import date, datetime, time, timedelta
from pathlib import Path

from tui.adapters.files.paths import Paths
from tui.adapters.history.store import HistoryStore
from tui.adapters.machine.clock import MachineClock
from tui.core.exercises.exercise import Side
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record
from tui.core.settings.settings import Settings
from tui.core.streaks.days import day_of

ARCH = "sit-and-arch"
ROTATE = "sit-and-rotate"


def paths_of(home: Path) -> Paths:
    """Return the paths that the program uses when UNHUNCH_HOME is `home`."""
    return Paths(home, home / "logs")


def session(started_at: datetime, number: int, **changes: object) -> Record:
    """Return a finished session of both stretches; `number` makes its id."""
    return Record(
        id=str(uuid.UUID(int=number)),
        started_at=started_at,
        day=started_at.date(),
        seconds=64.0,
        origin=Origin.TIMED,
        routine="both",
        exercises=(
            ExerciseRecord(ROTATE, 3, True, left=3, right=3, felt=Felt.FINE),
            ExerciseRecord(ARCH, 3, False, total=3, felt=Felt.FINE),
        ),
        lead_side=Side.LEFT,
        **changes,  # type: ignore[arg-type]
    )


def today() -> date:
    """Return the day that the program takes this instant for: before four in the morning, the one before."""
    return day_of(datetime.now(), Settings().day_start_minute)


def fill(home: Path, days: int, share: float = 0.85) -> int:
    """Add a session on most of the last `days` days, yesterday the last; return how many.

    Args:
        home: UNHUNCH_HOME.
        days: how far back.
        share: of the days that have a session.
    """
    chance = random.Random(days)
    noon = datetime.combine(today(), time(12)).astimezone()
    records = [
        session(noon - timedelta(days=back), back << 96)  # real ids differ in their first digits
        for back in range(1, days + 1)
        if chance.random() < share
    ]
    return HistoryStore(paths_of(home), MachineClock()).merge(records).changed
