"""So many days a week, any days: streaks of weeks and what is due, against an oracle of their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.history.records import record
from tests.core.streaks.test_streaks import DONE, FACTS, PARTIAL, TODAY, history
from tui.core.history.report import report
from tui.core.settings.settings import Away, Settings
from tui.core.streaks.days import DayFacts, Kind, StreakRules, rules_of, walk
from tui.core.streaks.status import status_of
from tui.core.streaks.streaks import rules_text
from tui.core.streaks.week import is_due

ONE = timedelta(days=1)


@dataclass
class WeekOracle:
    """The rule of weeks once more: slowly, by whole weeks as lists of days."""

    days: Mapping[date, DayFacts]
    away: tuple[Away, ...]
    strict: bool
    goal: int
    today: date

    def is_away(self, day: date) -> bool:
        return any(
            day in [item.first + n * ONE for n in range((item.last - item.first).days + 1)]
            for item in self.away
        )

    def done(self, day: date) -> bool:
        facts = self.days.get(day)
        return (
            day <= self.today
            and facts is not None
            and (facts.completed or (facts.units > 0 and facts.units * 2 >= facts.plan))
        )

    def weeks(self) -> list[list[date]]:
        """ISO weeks from the first done day's to today's, each without the days before the first done day."""
        done = sorted(day for day in self.days if self.done(day))
        if not done:
            return []
        weeks: dict[tuple[int, int], list[date]] = {}
        last = self.today + timedelta(days=6 - self.today.weekday())
        for n in range((last - done[0]).days + 1):
            day = done[0] + n * ONE
            weeks.setdefault(day.isocalendar()[:2], []).append(day)
        return list(weeks.values())

    def asks(self, week: list[date]) -> int:
        there = [day for day in week if not self.is_away(day)]
        return self.goal if len(there) > self.goal else len(there)

    def word(self, week: list[date]) -> str:
        number = len([day for day in week if self.done(day)])
        if number > 0 and number >= self.asks(week):
            return "good"
        if self.today in week:
            return "open"
        return "short" if self.asks(week) > 0 else "nothing"

    def runs(self) -> list[list[list[date]]]:
        """The good weeks in a row as they stand at the end of each week."""
        run: list[list[date]] = []
        states, short = [], 0
        for week in self.weeks():
            word = self.word(week)
            if word == "good":
                run, short = [*run, week], 0
            if word == "short":
                short += 1
                if short == (1 if self.strict else 2) or self.strict:
                    run = []
            states.append(run)
        return states

    def due(self, day: date) -> bool:
        year, number, _ = day.isocalendar()
        before = [date.fromisocalendar(year, number, n) for n in range(1, day.isoweekday())]
        return not self.is_away(day) and len([one for one in before if self.done(one)]) < self.goal


@st.composite
def worlds(draw: st.DrawFn) -> WeekOracle:
    today = draw(st.sampled_from([TODAY, date(2028, 3, 2), date(2027, 1, 3), date(2026, 12, 31)]))
    near = st.integers(-80, 4).map(lambda back: today + back * ONE)
    facts = draw(st.lists(st.none() | FACTS, max_size=80))
    end = draw(st.integers(-3, 10))
    days = {today + (end - at) * ONE: item for at, item in enumerate(facts) if item is not None}
    away = draw(st.lists(st.tuples(near, st.integers(0, 16)), max_size=3))
    ranges = tuple(Away(first, first + length * ONE) for first, length in away)
    return WeekOracle(days, ranges, draw(st.booleans()), draw(st.integers(1, 7)), today)


@settings(max_examples=200)
@given(worlds())
def test_weeks_are_those_of_the_oracle(oracle: WeekOracle) -> None:
    compare(oracle)


@pytest.mark.slow
@settings(max_examples=3000)
@given(worlds())
def test_weeks_are_those_of_the_oracle_in_many_worlds(oracle: WeekOracle) -> None:
    compare(oracle)


def compare(oracle: WeekOracle) -> None:
    rules = StreakRules(away=oracle.away, strict=oracle.strict, days_a_week=oracle.goal)
    found = status_of(oracle.days, rules, oracle.today)
    runs = oracle.runs()
    assert found.streak == (len(runs[-1]) if runs else 0)
    best = max(runs, key=len, default=[])
    assert found.best == len(best)
    if best:
        done = [day for week in best for day in week if oracle.done(day)]
        assert (found.best_from, found.best_to) == (done[0], done[-1])
    assert is_due(oracle.days, rules, oracle.today) == oracle.due(oracle.today)
    assert found.due_today == (oracle.due(oracle.today) and not oracle.done(oracle.today))
    assert {kind for _, kind in walk(oracle.days, rules, oracle.today)}.isdisjoint({Kind.MISSED})
    assert (found.unit, found.strength) == ("week", None)


MONDAY = date(2026, 11, 16)


@pytest.mark.parametrize(
    ("text", "streak", "strict", "week", "due"),
    [
        ("#.#...." "#...#..", 2, 2, (2, 2), False),
        ("#.#...." "#......", 1, 1, (1, 2), True),
        ("#.#...." "#......" "##.....", 2, 1, (2, 2), False),
        ("#.#...." "#......" ".......", 1, 0, (0, 2), True),
        ("#.#...." "#......" "......." "##.....", 1, 1, (2, 2), False),
        ("#######" ".......", 1, 1, (0, 2), True),
    ],
)  # fmt: skip
def test_by_example(text: str, streak: int, strict: int, week: tuple[int, int], due: bool) -> None:
    days = history(text, TODAY)
    for is_strict, expected in ((False, streak), (True, strict)):
        found = status_of(days, StreakRules(strict=is_strict, days_a_week=2), TODAY)
        assert found.streak == expected
        assert (found.week.done, found.week.of) == week
        assert found.due_today == due
        assert found.week.line == f"{week[0]} of {week[1]} days"


def test_a_week_away_asks_for_nothing_and_a_short_one_for_less() -> None:
    days = history("#.#...........##.....", TODAY)
    week = Away(MONDAY - 7 * ONE, MONDAY - ONE)
    assert status_of(days, StreakRules(away=(week,), strict=True, days_a_week=2), TODAY).streak == 2
    assert status_of(days, StreakRules(strict=True, days_a_week=2), TODAY).streak == 1
    first = {MONDAY + 6 * ONE: DONE}
    assert status_of(first, StreakRules(days_a_week=3), MONDAY + 6 * ONE).streak == 1, "it began on a Sunday"
    assert status_of({MONDAY: PARTIAL}, StreakRules(days_a_week=3), TODAY).streak == 0


def test_the_rule_is_told_in_words() -> None:
    for goal, strict, words in (
        (3, False, "3 days a week: one week with fewer is bridged, two in a row end it."),
        (1, True, "1 day a week, strict: one week with fewer ends it."),
    ):
        assert rules_text(StreakRules(strict=strict, days_a_week=goal), TODAY) == words
    assert rules_of(Settings(days_a_week=3)).days_a_week == 3


def test_the_report_asks_for_so_many_a_week() -> None:
    days = history("#.#....#......", TODAY)
    page = report((record(1, TODAY),), days, StreakRules(days_a_week=2), TODAY, 2)
    assert "1 of 2" in page and "2 of 2" in page
