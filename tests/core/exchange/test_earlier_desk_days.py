"""Days before the first rule: an import leaves streaks what they were."""

from datetime import date, timedelta

import pytest

from tests.core.streaks.walked import streak
from tui.core.exchange.earlier_desk_days import read_desk_days, rule_words, with_earlier
from tui.core.settings.settings import ALL_DAYS, DeskDays, Settings
from tui.core.streaks.days import DayFacts, StreakRules
from tui.core.text.problems import UsageProblem

TODAY = date(2026, 11, 27)
FIRST = TODAY - timedelta(days=734)
WORK = frozenset(range(5))
DONE = {
    day: DayFacts(True, 3, 3, 1, 0.0)
    for back in range(1, 735)
    if (day := TODAY - timedelta(days=back)).weekday() in WORK
}


def best(rules: tuple[DeskDays, ...]) -> int:
    return streak(DONE, StreakRules(rules), TODAY).best


def test_two_years_of_workdays_are_one_streak() -> None:
    home = Settings(welcomed=True, desk_days=(DeskDays(TODAY - timedelta(days=3), WORK),))
    assert best(home.desk_days) < 10
    assert best(with_earlier(home, FIRST, TODAY, None)) == len(DONE)
    assert best(with_earlier(Settings(), FIRST, TODAY, None)) == len(DONE)


def test_a_rule_that_holds_already_stays() -> None:
    home = Settings(desk_days=(DeskDays(FIRST, WORK),))
    assert with_earlier(home, FIRST, TODAY, ALL_DAYS) == home.desk_days


def test_what_holds_today_holds_on() -> None:
    rule = DeskDays(TODAY, frozenset({1}))
    assert with_earlier(Settings(desk_days=(rule,)), FIRST, TODAY, None) == (
        DeskDays(FIRST, rule.weekdays),
        rule,
    )
    assert with_earlier(Settings(desk_days=(rule,)), FIRST, TODAY, WORK) == (DeskDays(FIRST, WORK), rule)
    never_chosen = Settings(welcomed=True)
    assert with_earlier(never_chosen, FIRST, TODAY, None) == ()
    assert with_earlier(never_chosen, FIRST, TODAY, ALL_DAYS) == ()
    assert with_earlier(never_chosen, FIRST, TODAY, WORK) == (
        DeskDays(FIRST, WORK),
        DeskDays(TODAY, ALL_DAYS),
    )


@pytest.mark.parametrize("text", ["mon-fri", "every", "sun-thu", "mon,wed"])
def test_rules_in_words(text: str) -> None:
    days = read_desk_days(text)
    assert read_desk_days(rule_words(days)) == days
    assert (text == "every") == (days == ALL_DAYS)


def test_other_words_are_told() -> None:
    with pytest.raises(UsageProblem):
        read_desk_days("never")
