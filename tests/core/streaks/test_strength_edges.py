"""When strength first shows, and how it is rounded."""

from datetime import timedelta

from tests.core.streaks.test_streaks import TODAY, history
from tui.core.streaks.days import StreakRules, walk
from tui.core.streaks.strength import strength


def test_it_shows_once_five_due_days_have_passed_and_today_is_none_of_them() -> None:
    assert strength(walk(history("#####"), StreakRules(), TODAY), StreakRules(), TODAY) is None
    assert strength(walk(history("######"), StreakRules(), TODAY), StreakRules(), TODAY) == 27
    assert strength(walk(history("#####."), StreakRules(), TODAY), StreakRules(), TODAY) == 23
    assert strength(walk(history("#...."), StreakRules(), TODAY), StreakRules(), TODAY) is None


def test_a_partial_day_is_worth_half_a_done_one() -> None:
    tomorrow = TODAY + timedelta(days=1)
    done, partial, missed = (
        strength(walk(history(f"####{last}"), StreakRules(), tomorrow), StreakRules(), tomorrow)
        for last in "#-."
    )
    assert (done, partial, missed) == (23, 21, 18)
