"""Offers of one more or one fewer repetition: by comfort, never by themselves."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.history.records import uuid
from tui.adapters.content.exercises import read_catalogue
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record
from tui.core.streaks.progression import (
    SILENCE,
    Offer,
    Progress,
    due_offer,
    first_offer,
    offer,
    with_reps,
)

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 14, tzinfo=UTC)


def session(
    day: int,
    felt: Felt | None = Felt.FINE,
    *,
    target: int = 3,
    done: int | None = None,
    origin: Origin = Origin.TIMED,
    own: bool = True,
    number: int = 0,
) -> Record:
    part = ExerciseRecord("arch", target, False, total=target if done is None else done, felt=felt)
    when = TODAY - timedelta(days=day)
    start = datetime.combine(when, time(9, number % 60), UTC)
    return Record(uuid(100 * day + number), start, when, 25.0, origin, "arch", (part,), own_target=own)


UNTOUCHED = Progress()


def ask(records: Sequence[Record], progress: Progress = UNTOUCHED) -> Offer | None:
    newest_first = sorted(records, key=lambda item: item.started_at, reverse=True)
    return offer("arch", "Sit and Arch", progress, newest_first, TODAY)


def test_three_different_days_are_an_offer_of_one_more() -> None:
    found = ask([session(0, Felt.EASY), session(1, None), session(2)])
    assert found is not None
    assert (found.reps, found.present, found.more) == (4, 3, True)
    assert found.question == "Ready for 4 repetitions of Sit and Arch?"
    assert "three days" in found.reason


@pytest.mark.parametrize(
    "records",
    [
        [],
        [session(0), session(1)],
        [session(0, number=1), session(0, number=2), session(0, number=3), session(1)],
        [session(0), session(1), session(2, done=2)],
        [session(0), session(1), session(2, own=False)],
        [session(0), session(1), session(2, origin=Origin.HAND)],
        [session(0), session(1), session(2, origin=Origin.IMPORT)],
        [session(0), session(1), session(2, target=4)],
        [session(0), session(1), session(2, Felt.SORE), session(3), session(4)],
        [session(0), session(1), session(2, Felt.SORE, done=1), session(3), session(4)],
        [session(0, Felt.SORE), session(1), session(2), session(3)],
        [session(0, Felt.SORE, done=1), session(1), session(2), session(3)],
        [session(0, Felt.SORE), session(1), session(2, Felt.SORE)],
    ],
)
def test_no_offer(records: list[Record]) -> None:
    assert ask(records) is None


@pytest.mark.parametrize("between", [{"own": False}, {"origin": Origin.HAND}, {"target": 5, "own": False}])
def test_others_neither_count_nor_interrupt(between: dict[str, object]) -> None:
    for felt in (Felt.FINE, Felt.SORE):
        records = [session(0), session(1), session(2, felt, **between), session(3)]  # type: ignore[arg-type]
        assert ask(records) is not None


def test_two_sore_in_a_row_are_an_offer_of_one_fewer() -> None:
    found = ask([session(0, Felt.SORE), session(0, Felt.SORE, number=1), session(2)])
    assert found is not None
    assert (found.reps, found.present, found.more) == (2, 3, False)
    assert "sore" in found.reason
    one = Progress(reps=1)
    assert ask([session(n, Felt.SORE, target=1) for n in range(3)], one) is None


def test_ten_is_enough() -> None:
    assert ask([session(n, target=10) for n in range(5)], Progress(10)) is None
    assert ask([session(n, target=9) for n in range(5)], Progress(9)) is not None


def test_a_change_restarts_the_count() -> None:
    records = [session(n) for n in range(4)]
    assert ask(records, with_reps(Progress(), 3, NOW - timedelta(days=2))) is None
    assert ask(records, with_reps(Progress(), 3, NOW - timedelta(days=5))) is not None


def test_no_silences_for_seven_days() -> None:
    records = [session(n) for n in range(4)]
    for days, quiet in ((0, True), (6, True), (7, False)):
        progress = Progress(silenced_until=TODAY - timedelta(days=days) + SILENCE)
        assert (ask(records, progress) is None) == quiet


def test_the_number_stays_in_its_range() -> None:
    assert with_reps(Progress(), 0, NOW).reps == 1
    assert with_reps(Progress(), 99, NOW) == Progress(20, NOW)


def test_fewer_comes_before_more() -> None:
    more = Offer("a", "A", 4, True, "")
    fewer = Offer("b", "B", 1, False, "")
    assert first_offer([None, more, fewer]) == fewer
    assert first_offer([more, None]) == more
    assert first_offer([None]) is None
    assert fewer.question == "1 repetition of B for now?"


def oracle(records: Sequence[Record], progress: Progress) -> int:
    """The number that is offered, told slowly and from the oldest on."""
    good_days: set[date] = set()
    sore_in_a_row = 0
    last: Felt | None = None
    for item in sorted(records, key=lambda item: item.started_at):
        (part,) = item.exercises
        mine = item.origin is Origin.TIMED and item.own_target and part.target == progress.reps
        if not mine or (progress.since is not None and item.started_at <= progress.since):
            continue
        if part.felt is Felt.SORE:
            good_days = set()
            last = Felt.SORE
        if not part.completed:
            continue
        sore_in_a_row = sore_in_a_row + 1 if part.felt is Felt.SORE else 0
        if part.felt is not Felt.SORE:
            last = None
            good_days.add(item.day)
    if sore_in_a_row >= 2 and progress.reps > 1:
        return progress.reps - 1
    if len(good_days) >= 3 and progress.reps < 10 and last is not Felt.SORE:
        return progress.reps + 1
    return progress.reps


@settings(max_examples=300)
@given(
    st.lists(
        st.builds(
            session,
            st.integers(0, 12),
            st.sampled_from([None, *Felt]),
            target=st.sampled_from([1, 3, 3, 3]),
            done=st.sampled_from([None, None, None, 1]),
            origin=st.sampled_from([Origin.TIMED, Origin.TIMED, Origin.HAND]),
            own=st.sampled_from([True, True, False]),
            number=st.integers(0, 50),
        ),
        max_size=12,
        unique_by=lambda item: item.started_at,
    ),
    st.sampled_from([1, 3, 10]),
    st.none() | st.integers(0, 12),
)
def test_offers_are_those_of_the_oracle(records: list[Record], reps: int, since: int | None) -> None:
    progress = Progress(reps, None if since is None else NOW - timedelta(days=since))
    found = ask(records, progress)
    assert (found.reps if found else reps) == oracle(records, progress)
    assert ask(records, replace(progress, silenced_until=TODAY + timedelta(days=1))) is None


def test_the_session_of_the_very_change_does_not_count() -> None:
    records = [session(n) for n in range(3)]
    assert ask(records, with_reps(Progress(), 3, records[2].started_at)) is None
    assert ask(records, with_reps(Progress(), 3, records[2].started_at - timedelta(seconds=1))) is not None


@pytest.mark.parametrize(("sets", "offered"), [(0, True), (3, True), (4, False)])
def test_nothing_more_is_offered_on_a_day_with_over_three_sets(sets: int, offered: bool) -> None:
    arch = next(item for item in read_catalogue(Path("nowhere")).exercises if item.short == "arch")
    good, bad = ([session(n, felt) for n in range(3)] for felt in (Felt.FINE, Felt.SORE))
    named = {
        "more": [_named(item, arch.id) for item in good],
        "fewer": [_named(item, arch.id) for item in bad],
    }
    found = due_offer((arch,), {}, lambda _: named["more"], TODAY, sets)
    assert (found is not None and found.more) == offered
    fewer = due_offer((arch,), {}, lambda _: named["fewer"], TODAY, sets)
    assert fewer is not None and not fewer.more


def _named(record: Record, exercise: str) -> Record:
    return replace(record, exercises=tuple(replace(part, id=exercise) for part in record.exercises))
