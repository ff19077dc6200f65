"""What is said after a session."""

from datetime import UTC, date, datetime

import pytest

from tui.core.history.wording import done_line, kept_line, lasted, names_of, streak_lines
from tui.core.record.record import ExerciseRecord, Origin, Record
from tui.core.streaks.status import Status
from tui.core.streaks.week import Week


def status(streak: int, best: int, done: int = 1, of: int = 7) -> Status:
    return Status(
        streak=streak,
        best=best,
        best_from=None,
        best_to=None,
        week=Week(done, of, 0),
        done_today=True,
        due_today=False,
        strength=None,
        last=None,
    )


def record(*exercises: ExerciseRecord) -> Record:
    started = datetime(2026, 11, 22, 14, 5, tzinfo=UTC)
    return Record("1", started, date(2026, 11, 22), 64.0, Origin.TIMED, "both", exercises)


@pytest.mark.parametrize(
    ("done", "line"),
    [
        (ExerciseRecord("a", 3, True, left=3, right=3), "left 3, right 3"),
        (ExerciseRecord("a", 3, True, left=3, right=2), "left 3, right 2, of 3 each"),
        (ExerciseRecord("a", 3, False, total=3), "3"),
        (ExerciseRecord("a", 3, False, total=0), "0 of 3"),
    ],
)
def test_what_was_done_is_told_per_side(done: ExerciseRecord, line: str) -> None:
    assert done_line(done) == line


def test_what_would_be_kept_leaves_out_what_was_not_begun() -> None:
    rotate, arch = ExerciseRecord("a", 3, True, left=1), ExerciseRecord("b", 3, False)
    assert kept_line(record(rotate, arch), {"a": "Turn"}) == "Turn left 1, right 0, of 3 each"
    assert kept_line(record(arch), {}) == ""


def test_time_is_told_in_minutes_and_seconds() -> None:
    assert [lasted(4.4), lasted(59.6), lasted(64.0)] == ["4 s", "1 min 0 s", "1 min 4 s"]


@pytest.mark.parametrize(
    ("stands", "lines"),
    [
        (status(1, 1), ("Streak 1 day", "This week 1 of 7 desk days")),
        (status(6, 6, 4, 5), ("Streak 6 days, your best", "This week 4 of 5 desk days")),
        (status(6, 19, 4, 5), ("Streak 6 days, best 19", "This week 4 of 5 desk days")),
        (status(0, 19, 0, 5), ("Best streak 19 days", "This week 0 of 5 desk days")),
        (status(0, 0, 0, 0), ()),
    ],
)
def test_no_streak_is_no_zero(stands: Status, lines: tuple[str, ...]) -> None:
    assert streak_lines(stands) == lines


def test_an_exercise_that_is_gone_is_told_by_its_id() -> None:
    assert names_of(record(ExerciseRecord("gone", 3, True)), {}) == ("gone",)
