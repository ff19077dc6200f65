"""Fourteen weeks of a person's history, the same every time, for the pictures and the tests of them."""

from datetime import date, datetime, time, timedelta, timezone
from random import Random

from tui.core.exercises.exercise import Side
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record

LAST = date(2026, 11, 20)
"""The newest day with a session: the Friday before the scenes' Sunday."""
WEEKS = 14
ZONE = timezone(timedelta(hours=1))
WEEKEND = (5, 6)
REPS, MORE_REPS = 3, 4
DAYS_WITH_MORE = 50
MORE_SINCE = datetime.combine(LAST - timedelta(days=DAYS_WITH_MORE), time(), ZONE)


def past() -> tuple[Record, ...]:
    """Return the sessions, oldest first: mostly desk days, a few missed, one left early, some by hand."""
    random = Random(4)
    records: list[Record] = []
    for back in range(WEEKS * 7, -1, -1):
        day = LAST - timedelta(days=back)
        if day.weekday() in WEEKEND or random.random() < 0.12:
            continue
        records.append(
            _session(
                day,
                len(records),
                random,
                reps=MORE_REPS if back < DAYS_WITH_MORE else REPS,
                early=back in (0, 33),
            )
        )
    return tuple(records)


def _session(day: date, number: int, random: Random, *, reps: int, early: bool) -> Record:
    by_hand = number % 17 == 9
    felt = random.choice([Felt.FINE, Felt.FINE, Felt.EASY, None])
    started_at = datetime.combine(day, time(9 + random.randrange(9), random.randrange(60)), ZONE)
    arch = 1 if early else reps
    return Record(
        id=f"00000000-0000-4000-8000-{number:012d}",
        started_at=started_at,
        day=day,
        seconds=50.0 if early else 64.0,
        origin=Origin.HAND if by_hand else Origin.TIMED,
        routine="both",
        exercises=(
            ExerciseRecord("sit-and-rotate", reps, True, left=reps, right=reps, felt=felt),
            ExerciseRecord("sit-and-arch", reps, False, total=arch, felt=felt),
        ),
        lead_side=Side.LEFT if number % 2 else Side.RIGHT,
        stiffness_before=5,
        stiffness_after=3,
    )
