"""Days away as changes, and the log of what can be undone."""

from datetime import date, timedelta

from hypothesis import example, given
from hypothesis import strategies as st

from tests.ui.history.years import session
from tui.core.history.wording import made_words, undone_words
from tui.core.record.undo import AwayChange, Change, ChangeLog, mark, unmark
from tui.core.settings.settings import Away

START = date(2026, 11, 1)
offsets = st.integers(0, 30)


@st.composite
def spans(draw: st.DrawFn) -> Away:
    first, last = sorted((draw(offsets), draw(offsets)))
    return Away(START + timedelta(days=first), START + timedelta(days=last))


def days_of(ranges: tuple[Away, ...]) -> set[date]:
    return {
        item.first + timedelta(days=number)
        for item in ranges
        for number in range((item.last - item.first).days + 1)
    }


def made(ranges: tuple[Away, ...], change: AwayChange) -> tuple[Away, ...]:
    assert set(change.before) <= set(ranges)
    assert not set(change.before) & set(change.after)
    return (*(item for item in ranges if item not in change.before), *change.after)


@given(st.lists(spans(), unique=True, max_size=5).map(tuple), spans())
def test_marking_adds_these_days_and_no_others(ranges: tuple[Away, ...], wanted: Away) -> None:
    change = mark(ranges, wanted)
    assert days_of(made(ranges, change)) == days_of(ranges) | days_of((wanted,))
    assert len(change.after) <= 1


@given(st.lists(spans(), unique=True, max_size=5).map(tuple), spans())
def test_unmarking_takes_these_days_and_no_others(ranges: tuple[Away, ...], wanted: Away) -> None:
    change = unmark(ranges, wanted)
    assert days_of(made(ranges, change)) == days_of(ranges) - days_of((wanted,))


@given(st.lists(spans(), unique=True, max_size=5).map(tuple), spans(), st.booleans())
@example(
    (Away(START, START), Away(START, START + timedelta(days=1))),
    Away(*[START + timedelta(days=1)] * 2),
    False,
)
def test_undone_restores_the_ranges(ranges: tuple[Away, ...], wanted: Away, away: bool) -> None:
    change = (mark if away else unmark)(ranges, wanted)
    assert set(made(made(ranges, change), change.undone)) == set(ranges)


def test_marking_what_is_marked_changes_nothing() -> None:
    here = Away(START, START)
    assert mark([here], here) == AwayChange((), (), here, away=True)


def test_changes_are_told_with_their_days() -> None:
    today = START + timedelta(days=21)
    change = mark((), Away(date(2026, 11, 20), today))
    assert made_words(change, today) == "Marked Fri 20 - Sun 22 Nov as away (3 days)"
    assert undone_words(change, today) == "Undone: Fri 20 - Sun 22 Nov as away"
    over = unmark((), Away(date(2025, 12, 31), date(2026, 1, 1)))
    assert made_words(over, today) == "Marked Wed 31 Dec 2025 - Thu 1 Jan as not away (2 days)"
    record = session(1, date(2026, 11, 7))
    assert made_words(Change(record, record), today) == "Edited the session of Sat 7 Nov"
    for change, act in ((Change(None, record), "added"), (Change(record, None), "deleted")):
        assert undone_words(change, today) == f"Undone: the session of Sat 7 Nov that was {act}"


def test_the_log_gives_the_last_change_first() -> None:
    log = ChangeLog()
    first, second = (Change(None, session(number, START)) for number in (1, 2))
    assert log.last is None
    log.saved(first)
    log.saved(second)
    assert log.last == second
    log.undone(second)
    log.undone(second)
    assert log.last == first
