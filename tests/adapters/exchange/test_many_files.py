"""Two hundred files of each kind, and the sessions that they must give."""

from collections.abc import Callable, Sequence
from datetime import date

import pytest
from hypothesis import given, settings

from tests.adapters.exchange.loop_backup import backup
from tests.core.exchange.foreign import (
    NO,
    NUMBERS,
    SKIP,
    YES,
    Kept,
    harsh_log,
    kept,
    loop_export,
    loop_table,
    table,
)
from tests.core.exchange.wholes import wholes
from tests.core.record.test_record_json import records
from tui.adapters.exchange.source_file import read_data
from tui.adapters.exchange.zip_file import write_zip
from tui.core.exchange.everything import Everything, to_files
from tui.core.exchange.habits import ForeignHistory
from tui.core.exchange.import_file import Wanted
from tui.core.record.export import to_json
from tui.core.record.record import Record

Writer = Callable[[Sequence[Kept]], bytes]
NO_COMMAS = "abc XYZ'\"-é"


def loop_zip(habits: Sequence[Kept], *, numbers: bool = False) -> bytes:
    files = loop_export(habits, numbers=numbers)
    return write_zip({name: text.encode() for name, text in files.items()})


KINDS: dict[str, tuple[Writer, Sequence[str], str]] = {
    "loop zip": (loop_zip, tuple(NUMBERS), NO_COMMAS + ","),
    "old loop zip": (lambda habits: loop_zip(habits, numbers=True), tuple(NUMBERS), NO_COMMAS + ","),
    "loop table": (lambda habits: loop_table(habits).encode(), tuple(NUMBERS), NO_COMMAS),
    "loop backup": (backup, tuple(NUMBERS), NO_COMMAS + ","),
    "old loop backup": (lambda habits: backup(habits, old=True), tuple(NUMBERS), NO_COMMAS + ","),
    "harsh": (lambda habits: harsh_log(habits).encode(), (YES, NO, SKIP), NO_COMMAS + ","),
}


def done(data: bytes, wanted: Wanted) -> dict[str, set[date]]:
    history = read_data(data, "", wanted)
    assert isinstance(history, ForeignHistory)
    return {habit.name: set(habit.done) for habit in history.habits if habit.done}


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_habits(kind: str) -> None:
    write, words, letters = KINDS[kind]

    @settings(max_examples=200)
    @given(kept(words, letters))
    def check(habits: tuple[Kept, ...]) -> None:
        if any(habit.marks for habit in habits):
            assert done(write(habits), Wanted()) == {habit.name: habit.done for habit in habits if habit.done}

    check()


@pytest.mark.slow
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables(delimiter: str) -> None:
    @settings(max_examples=200)
    @given(kept((YES, NO, SKIP)))
    def check(habits: tuple[Kept, ...]) -> None:
        read = done(table(habits[0], delimiter).encode(), Wanted(done_column="Stretched"))
        assert read.get("Stretched", set()) == habits[0].done

    check()


@pytest.mark.slow
@settings(max_examples=200)
@given(wholes())
def test_archives_of_everything(whole: Everything) -> None:
    assert read_data(write_zip(to_files(whole)), "", Wanted()) == whole


@pytest.mark.slow
@settings(max_examples=200)
@given(records())
def test_exports(item: Record) -> None:
    assert read_data(to_json([item]).encode(), "", Wanted()) == (item,)
