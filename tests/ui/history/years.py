"""Years of made-up sessions for the tests of the History screen: the same ones every time."""

from datetime import date, datetime, timedelta, timezone
from random import Random
from uuid import UUID

from tui.core.exercises.exercise import Side
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record

ZONE = timezone(timedelta(hours=1))
TODAY = date(2026, 11, 22)


def session(
    number: int,
    day: date,
    *,
    hour: int = 9,
    minute: int = 0,
    reps: int = 3,
    left: int = 3,
    right: int = 3,
    arch: int = 3,
    felt: Felt | None = Felt.FINE,
    **others: object,
) -> Record:
    """Return a session of both stretches."""
    exercises = (
        ExerciseRecord("sit-and-rotate", reps, True, left=left, right=right, felt=felt),
        ExerciseRecord("sit-and-arch", reps, False, total=arch, felt=felt),
    )
    values: dict[str, object] = {
        "id": str(UUID(int=number + 1)),
        "started_at": datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZONE),
        "day": day,
        "seconds": 64.0,
        "origin": Origin.TIMED,
        "routine": "both",
        "exercises": exercises,
        "lead_side": Side.LEFT,
    }
    return Record(**(values | others))  # type: ignore[arg-type]


def arch_only(number: int, day: date, **others: object) -> Record:
    """Return a session of the arch alone, added by hand."""
    part = ExerciseRecord("sit-and-arch", 3, False, total=4, felt=Felt.EASY)
    values: dict[str, object] = {"routine": "sit-and-arch", "exercises": (part,), "origin": Origin.HAND}
    return session(number, day, lead_side=None, **(values | others))


def years(days: int, a_day: int = 1, seed: int = 7) -> list[Record]:
    """Return sessions of the last `days` days, up to `a_day` on each, with gaps, partials and answers."""
    random = Random(seed)
    found: list[Record] = []
    for back in range(days):
        day = TODAY - timedelta(days=back)
        if (day.weekday() >= 5 and random.random() < 0.7) or random.random() < 0.06:
            continue
        for turn in range(a_day):
            number = back * a_day + turn
            hour, minute = 6 + (a_day - turn) * 12 // a_day % 12, random.randrange(60)
            if random.random() < 0.1:
                found.append(arch_only(number, day, hour=hour, minute=minute))
                continue
            reps = min(10, 3 + (days - back) // 200)
            arch = reps - random.randrange(0, 2)
            stiff = random.randrange(3, 7) if random.random() < 0.4 else None
            found.append(
                session(
                    number,
                    day,
                    hour=hour,
                    minute=minute,
                    reps=reps,
                    left=reps,
                    right=reps,
                    arch=arch,
                    felt=random.choice([None, *Felt, Felt.FINE]),
                    stiffness_before=stiff,
                    stiffness_after=None if stiff is None else stiff - 2,
                )
            )
    return found


WEEK = [session(number, TODAY - timedelta(days=number)) for number in (2, 3, 4, 5, 6)]
"""Monday to Friday of this week."""
