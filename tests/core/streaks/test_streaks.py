"""Streaks, weeks and strength against a slow and independent oracle, and by example."""

from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.core.streaks.oracle import Oracle
from tests.core.streaks.walked import streak
from tui.core.settings.settings import Away, DeskDays
from tui.core.streaks.days import DayFacts, StreakRules, clock_notice, walk
from tui.core.streaks.status import status_of
from tui.core.streaks.streaks import rules_text
from tui.core.streaks.strength import strength
from tui.core.streaks.week import week

TODAY = date(2026, 11, 22)
DONE = DayFacts(True, 9, 9, 1, 64.0)
HALF = DayFacts(False, 5, 10, 1, 30.0)
PARTIAL = DayFacts(False, 2, 9, 1, 20.0)
NOTHING = DayFacts(False, 0, 9, 1, 5.0)
FACTS = st.sampled_from([DONE, DONE, DONE, HALF, PARTIAL, NOTHING])
MONDAYS_TO_FRIDAYS = frozenset(range(5))


def history(text: str, last: date = TODAY) -> dict[date, DayFacts]:
    """Days up to `last`, one a letter: `#` done, `-` partial, `.` nothing."""
    kinds = {"#": DONE, "-": PARTIAL}
    days = (last - timedelta(days=len(text) - 1 - at) for at in range(len(text)))
    return {day: kinds[letter] for day, letter in zip(days, text, strict=True) if letter in kinds}


@st.composite
def worlds(draw: st.DrawFn) -> Oracle:
    """A history of up to ten weeks around a year's end or a leap day, with rules that may change in it."""
    today = draw(st.sampled_from([TODAY, date(2028, 3, 2), date(2027, 1, 3), date(2024, 2, 29)]))
    near = st.integers(-70, 4).map(lambda back: today + timedelta(days=back))
    dense = draw(st.booleans())
    size = draw(st.integers(0, 75))
    facts = draw(st.lists(st.none() | FACTS if not dense else FACTS, min_size=size, max_size=size))
    end = draw(st.integers(-3, 4))
    days = {today + timedelta(days=end - at): item for at, item in enumerate(facts) if item is not None}
    for gap in draw(st.lists(near, max_size=8)):
        days.pop(gap, None)
    weekdays = st.frozensets(st.integers(0, 6), min_size=1)
    rules = draw(st.lists(st.builds(DeskDays, near, weekdays), max_size=3, unique_by=lambda rule: rule.start))
    away = draw(st.lists(st.tuples(near, st.integers(0, 12)), max_size=3))
    ranges = tuple(Away(first, first + timedelta(days=length)) for first, length in away)
    return Oracle(days, tuple(rules), ranges, draw(st.booleans()), today)


@settings(max_examples=150)
@given(worlds())
@example(Oracle(history("#.#-.#..#"), (), (), False, TODAY))
@example(Oracle({}, (), (), True, TODAY))
def test_all_numbers_are_those_of_the_oracle(oracle: Oracle) -> None:
    compare(oracle)


@pytest.mark.slow
@settings(max_examples=1200)
@given(worlds())
def test_all_numbers_are_those_of_the_oracle_in_many_worlds(oracle: Oracle) -> None:
    compare(oracle)


def compare(oracle: Oracle) -> None:
    rules = StreakRules(oracle.desk_days, oracle.away, oracle.strict)
    found = streak(oracle.days, rules, oracle.today)
    assert found.current == oracle.current()
    assert (found.best, found.best_from, found.best_to) == oracle.best()
    assert found.bridged == oracle.bridged()
    now = week(oracle.days, rules, oracle.today)
    assert (now.done, now.of) == oracle.this_week()
    assert now.in_a_row == oracle.weeks_in_a_row()
    assert strength(walk(oracle.days, rules, oracle.today), rules, oracle.today) == oracle.strength()
    assert [kind.value for _, kind in walk(oracle.days, rules, oracle.today)] == [
        oracle.word(day) for day in oracle.known()
    ]


@settings(max_examples=60)
@given(worlds(), st.randoms())
def test_the_order_of_entries_does_not_matter(oracle: Oracle, rng: object) -> None:
    rules = StreakRules(oracle.desk_days, oracle.away, oracle.strict)
    shuffled = dict(sorted(oracle.days.items(), key=lambda item: hash((item[0], str(rng)))))
    turned = StreakRules(tuple(reversed(oracle.desk_days)), tuple(reversed(oracle.away)), oracle.strict)
    assert status_of(shuffled, turned, oracle.today) == status_of(oracle.days, rules, oracle.today)


@pytest.mark.parametrize(
    ("text", "current", "best", "strict"),
    [
        ("", 0, 0, 0),
        ("#", 1, 1, 1),
        (".", 0, 0, 0),
        ("##.", 2, 2, 2),
        ("##..", 2, 2, 0),
        ("##...", 0, 2, 0),
        ("##.##", 4, 4, 2),
        ("##..##", 2, 2, 2),
        ("##-.##", 4, 4, 2),
        ("##.-.##", 4, 4, 2),
        ("#-#-#", 3, 3, 3),
        ("-", 0, 0, 0),
        ("--#", 1, 1, 1),
        ("###-", 3, 3, 3),
    ],
)
def test_by_example(text: str, current: int, best: int, strict: int) -> None:
    found = streak(history(text), StreakRules(), TODAY)
    assert (found.current, found.best) == (current, best)
    assert streak(history(text), StreakRules(strict=True), TODAY).current == strict


def test_two_missed_desk_days_end_it_across_a_weekend() -> None:
    rules = StreakRules((DeskDays(date(2020, 1, 1), MONDAYS_TO_FRIDAYS),))
    thursday = date(2026, 11, 19)
    days = history("####", thursday)
    assert streak(days, rules, date(2026, 11, 23)).current == 4, "Friday missed, the weekend rests"
    assert streak(days, rules, date(2026, 11, 24)).current == 0, "Monday missed too"
    days[date(2026, 11, 21)] = DONE
    assert streak(days, rules, date(2026, 11, 24)).current == 5, "a done rest day counts"


def test_days_away_are_not_due() -> None:
    days = history("###......", TODAY)
    rules = StreakRules(away=(Away(date(2026, 11, 17), TODAY - timedelta(days=1)),))
    assert streak(days, StreakRules(), TODAY).current == 0
    assert streak(days, rules, TODAY).current == 3


def test_a_change_of_desk_days_leaves_the_past_alone() -> None:
    days = history("###..###")
    friday = DeskDays(TODAY, frozenset({4}))
    assert streak(days, StreakRules(), TODAY).current == 3
    assert streak(days, StreakRules((friday,)), TODAY).current == 3
    since = DeskDays(TODAY - timedelta(days=6), frozenset({4}))
    assert streak(days, StreakRules((since,)), TODAY).current == 6


def test_days_after_today_are_ignored_and_told() -> None:
    days = history("####", TODAY + timedelta(days=2))
    assert streak(days, StreakRules(), TODAY).current == 2
    assert "2026-11-24" in clock_notice(days, TODAY)
    assert clock_notice(history("##"), TODAY) == ""
    assert clock_notice({}, TODAY) == ""


def test_the_text_is_that_of_the_rule_in_force() -> None:
    weekdays = (DeskDays(TODAY, MONDAYS_TO_FRIDAYS),)
    assert rules_text(StreakRules(), TODAY) == "One missed day is bridged, two in a row end it."
    assert rules_text(StreakRules(weekdays), TODAY).startswith("One missed desk day is bridged")
    assert rules_text(StreakRules(weekdays, strict=True), TODAY) == "Strict: one missed desk day ends it."
    assert "desk" not in rules_text(StreakRules(weekdays), TODAY - timedelta(days=1))


def test_what_status_prints() -> None:
    status = status_of(history("##.####"), StreakRules(), TODAY)
    assert status.as_dict() == {
        "streak": 6,
        "best": 6,
        "week": {"done": 6, "of": 7},
        "done_today": True,
        "strength": 27,
        "last": "2026-11-22",
        "unit": "day",
    }
    assert not status.due_today
    assert status_of({}, StreakRules(), TODAY).due_today
    assert status_of({}, StreakRules(), TODAY).as_dict()["last"] is None


def test_half_of_strength_is_the_last_thirteen_desk_days() -> None:
    always = history("#" * 400)
    lately = history("#" * 13, TODAY)
    lately[TODAY - timedelta(days=399)] = DONE
    assert strength(walk(always, StreakRules(), TODAY), StreakRules(), TODAY) == 100
    assert strength(walk(lately, StreakRules(), TODAY), StreakRules(), TODAY) == 50


def test_a_week_away_is_skipped_by_the_weeks_in_a_row() -> None:
    days = history("#" * 14, TODAY - timedelta(days=14))
    week_before = Away(TODAY - timedelta(days=13), TODAY - timedelta(days=7))
    assert week(days, StreakRules(), TODAY - timedelta(days=7)).in_a_row == 2, "this week never breaks it"
    assert week(days, StreakRules(), TODAY).in_a_row == 0
    assert week(days, StreakRules(away=(week_before,)), TODAY).in_a_row == 2
    days[TODAY - timedelta(days=8)] = DONE
    assert week(days, StreakRules(away=(week_before,)), TODAY).in_a_row == 3


def test_strength_is_hidden_until_five_due_days_have_passed() -> None:
    assert strength(walk(history("#####"), StreakRules(), TODAY), StreakRules(), TODAY) is None
    assert strength(walk(history("######"), StreakRules(), TODAY), StreakRules(), TODAY) is not None
    assert strength(walk(history("#...."), StreakRules(), TODAY), StreakRules(), TODAY) is None
