"""The orders of the list of sessions: nothing lost, each column both ways, equals as they came."""

from collections.abc import Callable
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.history.years import TODAY, arch_only, session
from tui.core.history.order import EVERYTHING, Search, SessionOrder, SortColumn, ordered
from tui.core.record.record import Felt, Record

FELT = {Felt.EASY: 0, Felt.FINE: 1, Felt.SORE: 2}
parts = st.tuples(
    st.integers(0, 9),
    st.integers(0, 23),
    st.integers(0, 3),
    st.sampled_from([30.0, 64.0]),
    st.none() | st.sampled_from(Felt),
)


def newest_first(drawn: list[tuple[int, int, int, float, Felt | None]]) -> list[Record]:
    """Return sessions of such days back, hours, repetitions, lengths and answers."""
    found = [
        session(
            number,
            TODAY - timedelta(days=back),
            hour=hour,
            left=reps,
            right=reps,
            arch=reps,
            seconds=seconds,
            felt=felt,
            stiffness_before=None if reps == 0 else reps,
        )
        for number, (back, hour, reps, seconds, felt) in enumerate(drawn)
    ]
    return sorted(found, key=lambda record: record.started_at, reverse=True)


KEYS: dict[SortColumn, Callable[[Record], object]] = {
    SortColumn.DAY: lambda record: record.started_at,
    SortColumn.TIME: lambda record: record.started_at.time(),
    SortColumn.WHAT: lambda record: record.routine,
    SortColumn.DONE: lambda record: record.units_done,
    SortColumn.LENGTH: lambda record: record.seconds,
    SortColumn.STIFFNESS: lambda record: -1 if record.stiffness_before is None else record.stiffness_before,
    SortColumn.FELT: lambda record: FELT[record.exercises[0].felt] if record.exercises[0].felt else -1,
}


@settings(max_examples=20 * len(SortColumn))
@given(column=st.sampled_from(SortColumn), drawn=st.lists(parts, max_size=12), turned=st.booleans())
def test_every_order(
    column: SortColumn, drawn: list[tuple[int, int, int, float, Felt | None]], turned: bool
) -> None:
    records = newest_first(drawn)
    order = SessionOrder(column, turned)
    found = ordered(records, order)
    assert sorted(map(id, found)) == sorted(map(id, records))
    answers = {
        SortColumn.FELT: lambda record: record.exercises[0].felt is not None,
        SortColumn.STIFFNESS: lambda record: record.stiffness_before is not None,
    }
    told = [*filter(answers.get(column), found)]
    assert found[: len(told)] == told
    values = [KEYS[column](record) for record in told]
    assert values == sorted(values, reverse=order.descending)  # type: ignore[type-var]


def test_equals_stay_as_they_came() -> None:
    records = newest_first([(back, 9, 3, 64.0, Felt.FINE) for back in range(5)])
    for column in (SortColumn.TIME, SortColumn.WHAT, SortColumn.DONE, SortColumn.LENGTH, SortColumn.FELT):
        assert (
            ordered(records, SessionOrder(column)) == ordered(records, SessionOrder(column, True)) == records
        )


def test_the_next_order_comes_back_to_the_usual_one() -> None:
    order = SessionOrder()
    for _ in SortColumn:
        order = order.next()
        assert order.around().around() == order and order.by(order.column) == order.around()
    assert order.usual and order.words == "the newest first"


def test_words_in_any_order_and_in_capitals_or_not() -> None:
    noted = session(1, TODAY, note="Stra\u00dfe: the NECK was stiff")
    for words in ("neck", "stiff NECK", "STRASSE", "", "  "):
        assert Search(words=words).matches(noted), words
    for words in ("necks", "stiff shoulder"):
        assert not Search(words=words).matches(noted), words


def test_an_exercise_and_words() -> None:
    arch = arch_only(1, TODAY, note="slow")
    assert Search("sit-and-arch", "slow").matches(arch)
    assert not Search("sit-and-rotate", "slow").matches(arch) and not Search("sit-and-arch", "fast").matches(
        arch
    )
    assert Search("sit-and-arch") and Search(words="x") and not EVERYTHING and not Search(words=" ")


@settings(max_examples=20)
@given(st.text(max_size=40))
def test_everything_leaves_nothing_out(note: str) -> None:
    assert EVERYTHING.matches(session(1, TODAY, note=note))
