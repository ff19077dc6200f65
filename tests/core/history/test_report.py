"""The calendar, the sums, the lines and the page that a history comes to."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from tests.adapters.history.records import record
from tests.core.streaks.test_streaks import TODAY, history
from tui.core.exercises.exercise import Side
from tui.core.history.heatmap import DayLevel, heatmap, legend_line
from tui.core.history.report import escaped, report
from tui.core.history.rows import session_line
from tui.core.history.totals import duration, repetitions_by_week, stiffness_line, totals
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record, next_lead
from tui.core.settings.settings import Away
from tui.core.streaks.days import StreakRules, facts_of
from tui.core.text.date_words import day_words
from tui.core.text.problems import StoreProblem

SHORTS = {"sit-and-rotate": "rotate", "sit-and-arch": "arch"}


ALWAYS = StreakRules()


def rows(text: str, rules: StreakRules = ALWAYS) -> str:
    """The glyphs of the calendar's last two weeks, day after day."""
    chart = heatmap(history(text), rules, TODAY, 2)
    return "".join(cell.level.glyph for week in chart.weeks for cell in week)


@pytest.mark.parametrize(
    ("text", "glyphs"),
    [
        ("", "             o"),
        ("#", "             #"),
        ("##.##-.", "       ##~##-o"),
        ("##..##.", "       ##..##o"),
        ("##.-##.", "       ##~-##o"),
        ("-.#.", "          - #o"),
        ("###.-", "         ###~o"),
        ("##...", "         ##..o"),
    ],
)
def test_levels_have_glyphs_of_their_own(text: str, glyphs: str) -> None:
    assert rows(text) == glyphs


def test_days_away_are_drawn_blank() -> None:
    away = Away(TODAY - timedelta(days=3), TODAY - timedelta(days=1))
    assert rows("###....", rules=StreakRules(away=(away,))) == "       ###   o"


def test_days_to_come_are_blank() -> None:
    thursday = TODAY - timedelta(days=3)
    (week,) = heatmap(history("##", thursday), StreakRules(), thursday, 1).weeks
    assert [cell.level for cell in week[2:]] == [DayLevel.DONE] * 2 + [DayLevel.BLANK] * 3


def test_weekdays_and_months_stand_beside_it() -> None:
    chart = heatmap({}, StreakRules(), TODAY, 12)
    assert [row[:3] for row in chart.rows()] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    months = chart.months()
    assert months.split() == ["Sep", "Oct", "Nov"]
    assert months.index("Nov") == 5 + 2 * 9
    assert all(glyph in legend_line() for glyph in ".~-#o")
    years = heatmap({}, StreakRules(), TODAY, 60)
    assert len(years.weeks) == 60
    assert years.weeks[-1][-1].day == TODAY


def test_sums() -> None:
    days = facts_of([record(n, TODAY - timedelta(days=7 * n)) for n in range(3)])
    assert totals(days).line == "3 sessions  27 repetitions  3 min"
    assert totals({}).line == "0 sessions  0 repetitions"
    bars = repetitions_by_week(days, 4, TODAY)
    assert [bar.repetitions for bar in bars] == [0, 9, 9, 9]
    assert bars[-1].monday == date(2026, 11, 16)
    assert [duration(seconds) for seconds in (59, 60, 3600, 18_600)] == [
        *("59 s", "1 min", "1 h 0 min", "5 h 10 min")
    ]


def test_stiffness_is_silent_under_ten() -> None:
    assert stiffness_line(bytes([5, 3] * 9)) == ""
    assert stiffness_line(bytes([5, 3] * 7 + [6, 1] * 7)) == "median 5.5 to 2 over 14 sessions"


def test_a_session_in_a_line() -> None:
    parts = (
        ExerciseRecord("sit-and-rotate", 3, True, left=3, right=3),
        ExerciseRecord("sit-and-arch", 3, False, total=2),
    )
    line = session_line(record(5, exercises=parts, origin=Origin.HAND), SHORTS)
    assert line == "Sun 22 Nov  09:05  both      rotate 3+3  arch 2 of 3  stopped  by hand"
    assert session_line(record(1)).endswith("fine")
    assert day_words(date(2026, 3, 1)) == "Sun  1 Mar"


@pytest.mark.parametrize(
    ("others", "lead"),
    [
        ({"lead_side": Side.LEFT}, Side.RIGHT),
        ({"lead_side": Side.RIGHT}, Side.LEFT),
        ({"lead_side": Side.LEFT, "origin": Origin.HAND}, Side.LEFT),
        ({"lead_side": Side.LEFT, "origin": Origin.IMPORT}, Side.LEFT),
        ({"lead_side": Side.LEFT, "left": 0, "right": 0}, Side.LEFT),
        ({"lead_side": Side.LEFT, "left": 1, "right": 0}, Side.RIGHT),
    ],
)
def test_the_other_side_leads(others: dict[str, object], lead: Side) -> None:
    newest = record(2, **others)  # type: ignore[arg-type]
    assert next_lead([newest]) is lead
    older = record(1, date(2026, 11, 1), lead_side=Side.LEFT)
    assert next_lead([record(2, origin=Origin.HAND), older]) is Side.RIGHT
    assert next_lead([]) is Side.LEFT


def test_the_left_side_leads_where_the_history_cannot_be_read() -> None:
    def unreadable() -> Iterator[Record]:
        raise StoreProblem("cannot read the history", "the disk is broken")
        yield

    assert next_lead(unreadable()) is Side.LEFT


def test_nothing_was_due_before_the_first_session() -> None:
    made = [record(1, TODAY - timedelta(days=1))]
    page = report(made, facts_of(made), StreakRules(), TODAY, 6)
    assert "- Days done: 1; days due: 2" in page
    assert "| Mon 12 Oct 2026 | 0 of 0 |" in page


def test_the_page_for_the_physiotherapist() -> None:
    made = [record(n, TODAY - timedelta(days=3 * n), note="a|b *c*\x1b[2J\n# d") for n in range(12)]
    made.append(record(50, TODAY, origin=Origin.HAND, felt=Felt.SORE, right=1))
    page = report(made, facts_of(made), StreakRules(), TODAY, 4, {"sit-and-arch": "Sit and Arch"})
    assert page.startswith("# Stretching, Mon 26 Oct 2026 to Sun 22 Nov 2026")
    assert "- Days done: 10; days due: 28" in page
    assert "33 to the left, 31 to the right" in page
    assert "## Sit and Arch" in page
    assert "fine 10, sore 1" in page
    assert "- Sessions: 11; ended before their end: 1" in page
    assert "| Mon 2 Nov 2026 |" in page
    assert r"a\|b \*c\*" in page
    assert "\x1b" not in page
    assert "Added by hand, not timed: 1" in page
    table = [line for line in page.splitlines() if line.startswith("| Sun 22 Nov")]
    assert len(table) == 4
    assert {line.count(" | ") for line in table} == {5}


def test_an_empty_page() -> None:
    assert "No sessions" in report([], {}, StreakRules(), TODAY, 4)
    assert escaped("<b>&") == r"\<b\>\&"
