"""Records and a clock for the tests of the stores."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

from tui.adapters.files.paths import Paths
from tui.core.exercises.exercise import Side
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record


@dataclass
class FixedClock:
    """A clock that stands still until it is told."""

    time: datetime = field(default_factory=lambda: datetime(2026, 11, 22, 14, 5, tzinfo=UTC))

    def monotonic(self) -> float:
        return self.time.timestamp()

    def now(self) -> datetime:
        return self.time


def paths_in(folder: Path) -> Paths:
    return Paths(folder / "data", folder / "data" / "logs")


def uuid(number: int) -> str:
    return str(UUID(int=(number * 0x9E3779B97F4A7C15F39CC0605CEDC835) % 2**128))


def record(
    number: int = 1,
    day: date = date(2026, 11, 22),
    *,
    reps: int = 3,
    left: int = 3,
    right: int = 3,
    total: int = 3,
    felt: Felt | None = Felt.FINE,
    note: str = "",
    **others: object,
) -> Record:
    start = datetime(day.year, day.month, day.day, 9, tzinfo=UTC) + timedelta(minutes=number % 600)
    exercises = (
        ExerciseRecord("sit-and-rotate", reps, True, left=left, right=right, felt=felt),
        ExerciseRecord("sit-and-arch", reps, False, total=total, felt=felt),
    )
    values: dict[str, object] = {
        "id": uuid(number),
        "started_at": start,
        "day": day,
        "seconds": 64.0,
        "origin": Origin.TIMED,
        "routine": "both",
        "exercises": exercises,
        "lead_side": Side.LEFT,
        "note": note,
    }
    return Record(**(values | others))  # type: ignore[arg-type]


def ids(records: Iterable[Record]) -> set[str]:
    return {item.id for item in records}
