"""Offers to the letter, and at the instants where what counts begins."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

from tests.core.streaks.test_progression import NOW, TODAY, ask, session
from tui.core.record.record import Felt
from tui.core.streaks.progression import Offer, Progress, offer, with_reps


def test_an_offer_says_what_it_is_about_and_why() -> None:
    assert ask([session(n) for n in range(3)]) == Offer(
        "arch", "Sit and Arch", 4, True, "3 were done on three days and none was sore"
    )
    assert ask([session(n, Felt.SORE) for n in range(2)]) == Offer(
        "arch", "Sit and Arch", 2, False, "it was sore the last two times"
    )


def test_the_days_right_after_a_change_count() -> None:
    changed = with_reps(Progress(), 3, NOW - timedelta(days=3))
    assert ask([session(n) for n in range(3)], changed) is not None


def test_a_session_at_the_instant_of_the_change_does_not_count() -> None:
    records = [session(n) for n in range(3)]
    assert ask(records, with_reps(Progress(), 3, records[2].started_at)) is None
    assert ask(records, with_reps(Progress(), 3, records[2].started_at - timedelta(seconds=1))) is not None


def test_a_change_on_the_other_side_of_the_date_line_does_not_hide_what_came_after_it() -> None:
    changed_at = datetime(2026, 11, 20, 0, 30, tzinfo=timezone(timedelta(hours=14)))
    evening = datetime(2026, 11, 18, 22, 31, tzinfo=timezone(timedelta(hours=-12)))
    assert evening > changed_at
    first = replace(session(3), started_at=evening, day=date(2026, 11, 18))
    records = [session(1), session(2), first]
    assert offer("arch", "Sit and Arch", Progress(3, changed_at), records, TODAY) is not None


def test_a_number_set_in_the_first_days_of_the_calendar_overflows_nothing() -> None:
    changed = Progress(3, datetime(1, 1, 1, tzinfo=UTC))
    assert ask([session(n) for n in range(3)], changed) is not None
