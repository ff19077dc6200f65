"""The session that a person names."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.adapters.history.records import record
from tui.core.history.find_session import find_session
from tui.core.text.problems import UsageProblem

TODAY = date(2026, 11, 22)
FIRST = record(1, TODAY - timedelta(days=1))
SECOND = replace(record(2, TODAY), id="abcd1111-0000-4000-8000-000000000000")
THIRD = replace(
    record(3, TODAY),
    id="abcd2222-0000-4000-8000-000000000000",
    started_at=SECOND.started_at + timedelta(hours=1),
)
ALL = (THIRD, SECOND, FIRST)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("last", THIRD),
        (" Yesterday ", FIRST),
        ("2026-11-21", FIRST),
        (f"today@{SECOND.started_at:%H:%M}", SECOND),
        (f"2026-11-22@{THIRD.started_at:%H:%M}", THIRD),
        ("abcd1", SECOND),
        (THIRD.id, THIRD),
    ],
)
def test_it_is_found(text: str, found: object) -> None:
    assert find_session(iter(ALL), text, TODAY) == found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("today", f"2026-11-22@{SECOND.started_at:%H:%M}"),
        ("abcd", "names 2 sessions"),
        ("ffff", "no such session"),
        ("2026-11-20", "no such session"),
        ("2026-13-20", "The date"),
        ("abc", "names no session"),
        ("", "names no session"),
        ("today@noon", "names no session"),
    ],
)
def test_what_is_none_or_several_is_told(text: str, told: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        find_session(iter(ALL), text, TODAY)
    assert told in caught.value.line


def test_sessions_of_one_minute_are_told_by_their_ids() -> None:
    twin = replace(SECOND, id="eeee1111-0000-4000-8000-000000000000")
    with pytest.raises(UsageProblem, match="eeee1111"):
        find_session((SECOND, twin), "today", TODAY)
    with pytest.raises(UsageProblem, match="no such session"):
        find_session((), "last", TODAY)


def test_a_session_dated_ahead_is_not_the_last() -> None:
    ahead = replace(record(4, TODAY + timedelta(days=3)), id="abcd3333-0000-4000-8000-000000000000")
    assert find_session(iter((ahead, *ALL)), "last", TODAY) == THIRD
    with pytest.raises(UsageProblem, match="no such session"):
        find_session(iter((ahead,)), "last", TODAY)
