"""What a day adds up to where one session or one record differs from the others."""

from datetime import date, timedelta

import pytest

from tests.adapters.history.records import record
from tui.core.record.record import ExerciseRecord
from tui.core.settings.settings import Away, DeskDays, Settings
from tui.core.streaks.days import DayFacts, StreakRules, facts_of, last_session_day, rules_of

DAY = date(2026, 11, 22)
ONE = timedelta(days=1)


def test_one_completed_session_makes_the_day_whatever_the_others_were() -> None:
    whole = (ExerciseRecord("sit-and-arch", 3, False, total=3),)
    begun = (ExerciseRecord("sit-and-arch", 20, False, total=1),)
    for first, second in ((whole, begun), (begun, whole)):
        (facts,) = facts_of([record(1, DAY, exercises=first), record(2, DAY, exercises=second)]).values()
        assert facts == DayFacts(True, 4, 20, 2, 128.0)
        assert facts.done


def test_records_without_the_exercise_are_passed_over() -> None:
    arch = (ExerciseRecord("sit-and-arch", 3, False, total=3),)
    records = [record(1, DAY - ONE, exercises=arch), record(2, DAY), record(3, DAY, exercises=arch)]
    assert facts_of(records, "sit-and-rotate") == {DAY: DayFacts(True, 6, 6, 1, 0.0)}


def test_the_last_session_is_one_in_which_anything_was_counted_and_not_one_to_come() -> None:
    days = {
        DAY - 2 * ONE: DayFacts(False, 1, 9, 1, 9.0),
        DAY - ONE: DayFacts(False, 0, 9, 1, 9.0),
        DAY + ONE: DayFacts(True, 9, 9, 1, 64.0),
    }
    assert last_session_day(days, DAY) == DAY - 2 * ONE
    assert last_session_day({}, DAY) is None


def test_the_rules_are_those_of_the_settings() -> None:
    desk_days, away = (DeskDays(DAY, frozenset({1, 2})),), Away(DAY, DAY)
    assert rules_of(Settings()) == StreakRules()
    assert rules_of(Settings(desk_days=desk_days, strict=True), [away]) == StreakRules(
        desk_days, (away,), strict=True
    )


@pytest.mark.parametrize(
    ("units", "plan", "done"),
    [(0, 0, False), (0, 1, False), (1, 1, True), (4, 9, False), (5, 9, True), (5, 10, True)],
)
def test_half_of_a_plan_makes_the_day_but_nothing_planned_does_not(units: int, plan: int, done: bool) -> None:
    assert DayFacts(False, units, plan, 1, 9.0).done is done
