"""What is said beside the calendar."""

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.history.years import TODAY, session, years
from tui.core.history.facts import Fact, fact_lines, fitting_lines, history_facts
from tui.core.settings.settings import DeskDays
from tui.core.streaks.days import DayFacts, StreakRules, facts_of

WORKDAYS = StreakRules((DeskDays(date(2020, 1, 1), frozenset(range(5))),))


def facts(days: Mapping[date, DayFacts], rules: StreakRules = WORKDAYS, show: bool = True) -> dict[str, Fact]:
    return {fact.label: fact for fact in history_facts(days, rules, TODAY, b"", show_streaks=show)}


def some(*back: int) -> Mapping[date, DayFacts]:
    return facts_of(session(number, TODAY - timedelta(days=number)) for number in back)


def test_a_current_streak_below_the_best_tells_both() -> None:
    told = facts(some(2, 3, 4, 20, 21, 22, 23, 24, 25, 26))
    assert told["Streak"] == Fact("Streak", ("3 days",), "best 7, 27 Oct-2 Nov")
    assert told[""].values == ("One missed desk day is bridged, two in a row end it.",)


def test_the_best_streak_tells_since_when() -> None:
    assert facts(some(2, 3, 4))["Streak"] == Fact("Streak", ("3 days",), "your best, since 18 Nov")


def test_a_streak_that_ended_is_no_sad_zero() -> None:
    told = facts(some(20, 21, 22))
    assert "Streak" not in told
    assert told["Best"] == Fact("Best", ("3 days",), "31 Oct-2 Nov")


def test_without_streaks_no_number_of_them_is_told() -> None:
    told = facts(facts_of(years(300)), show=False)
    assert set(told) == {"This week", "In all"}
    assert told["This week"].aside == ""


def test_strength_waits_for_five_due_days() -> None:
    assert "Strength" not in facts(some(2, 3, 4))
    assert facts(some(2, 9, 10))["Strength"].aside == "half of it is your last 13 desk days"


def test_the_strict_rule_is_told() -> None:
    told = facts(some(2), StreakRules(strict=True))
    assert told[""].values == ("Strict: one missed day ends it.",)


def test_stiffness_is_silent_under_ten() -> None:
    def labels(count: int) -> list[str]:
        told = history_facts(some(2), WORKDAYS, TODAY, bytes((5, 3)) * count, show_streaks=True)
        return [fact.label for fact in told]

    assert "Stiffness" not in labels(9)
    assert "Stiffness" in labels(10)


def test_an_empty_history_has_only_its_rule() -> None:
    assert set(facts({})) == {""}


def test_asides_stand_in_a_column_where_there_is_room() -> None:
    lines = fact_lines([Fact("Streak", ("6 days",), "best 19"), Fact("Strength", ("61 %",), "half")], 58)
    assert [line.label + line.value + line.aside for line in lines] == [
        "Streak    6 days    best 19",
        "Strength  61 %      half",
    ]


words = st.integers(1, 9).map(lambda length: "abcdefghi"[-length:])
texts = st.lists(words, min_size=1, max_size=6).map(" ".join)
made = st.builds(
    Fact, st.sampled_from(["", "Streak", "In all"]), st.lists(texts, min_size=1, max_size=3).map(tuple), texts
)


@settings(max_examples=50)
@given(st.lists(made, max_size=4), st.integers(24, 70))
def test_lines_fit_and_keep_every_word(facts: list[Fact], width: int) -> None:
    lines = fact_lines(facts, width)
    assert all(line.width <= width for line in lines)
    told = " ".join(f"{line.value} {line.aside}" for line in lines).split()
    wanted = " ".join(f"{' '.join(fact.values)} {fact.aside if fact.label else ''}" for fact in facts).split()
    assert told == wanted


@settings(max_examples=30)
@given(st.lists(made, max_size=6), st.integers(24, 70), st.integers(1, 12))
def test_no_more_lines_than_there_is_room_for(facts: list[Fact], width: int, height: int) -> None:
    assert len(fitting_lines(facts, width, height)) <= height


def test_little_room_keeps_the_numbers() -> None:
    told = history_facts(facts_of(years(300)), WORKDAYS, TODAY, b"", show_streaks=True)
    lines = fitting_lines(told, 27, 8)
    assert {line.label.strip() for line in lines} >= {"Streak", "This week", "Strength", "In all"}
