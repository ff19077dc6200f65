"""Loop's backup: read from a private copy, two tables of it and nothing else."""

import sqlite3
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.exchange.loop_backup import backup
from tests.core.exchange.foreign import AUTO, NO, YES, Kept, kept
from tui.adapters.exchange import loop_database
from tui.adapters.exchange.loop_database import read_loop_database
from tui.core.text.problems import UsageProblem

DAY = date(2026, 11, 20)


@settings(max_examples=30)
@given(kept(), st.booleans())
def test_a_backup_gives_the_days_that_were_done(habits: tuple[Kept, ...], old: bool) -> None:
    read = {habit.name: set(habit.done) for habit in read_loop_database(backup(habits, old=old)).habits}
    assert read == {habit.name: habit.done for habit in habits}


def test_unchecked_rows_do_not_count_and_measured_ones_are_thousandths() -> None:
    data = backup(
        [Kept("Stretch", {DAY: YES, date(2026, 11, 19): NO, date(2026, 11, 18): AUTO})],
        more=[
            "insert into Habits(id, name, type, target_value) values (7, 'Push', 1, 10)",
            "insert into Repetitions(habit, timestamp, value) values (7, 1763596800000, 10000)",
            "insert into Repetitions(habit, timestamp, value) values (7, 1763683200000, 9000)",
            "insert into Repetitions(habit, timestamp, value) values (7, -5, 10000)",
            "insert into Repetitions(habit, timestamp, value) values (99, 1763596800000, 2)",
            "insert into Repetitions(habit, timestamp, value) values (1, 'soon', 2)",
        ],
    )
    stretch, push = read_loop_database(data).habits
    assert stretch.done == (DAY,) and stretch.undated == 1
    assert push.done == (date(2025, 11, 20),) and push.undated == 1


def test_nothing_is_left_of_the_private_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    read_loop_database(backup([Kept("a", {DAY: YES})]))
    assert list(tmp_path.iterdir()) == []


ENDLESS = "with recursive n(x) as (select 1 union all select x + 1 from n) select x, 'a' as name from n"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["drop table Repetitions"], "none of Loop's"),
        (["drop table Habits", f"create view Habits(id, name) as {ENDLESS}"], "none of Loop's"),
        (["alter table Repetitions drop column timestamp"], "its Repetitions has no timestamp"),
        (["update Habits set name = zeroblob(2000000)"], "cannot be read"),
    ],
)
def test_what_is_none_of_loops_is_told(more: list[str], told: str) -> None:
    with pytest.raises(UsageProblem, match=told):
        read_loop_database(backup([Kept("a", {DAY: YES})], more=more))


def test_a_table_of_a_module_is_none_of_loops() -> None:
    try:
        data = backup([], more=["drop table Habits", "create virtual table Habits using fts5(id, name)"])
    except sqlite3.OperationalError:
        pytest.skip("this SQLite has no full text search")
    with pytest.raises(UsageProblem, match="none of Loop's"):
        read_loop_database(data)


@pytest.mark.parametrize(
    "statement",
    [
        "select * from secret",
        "select hex(zeroblob(9)) from Habits",
        "attach database ':memory:' as other",
        "pragma table_list",
        "update Habits set name = ''",
    ],
)
def test_nothing_but_the_two_tables_can_be_read(statement: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(backup([], more=["create table secret (x)"]))
    loop_database._fence(connection)
    with pytest.raises(sqlite3.DatabaseError):
        connection.execute(statement)
    connection.execute("select id, name from Habits").fetchall()
    connection.close()


@pytest.mark.parametrize("column", ["name", "type"])
def test_a_trap_in_a_column_is_not_sprung(column: str) -> None:
    other = "type" if column == "name" else "name"
    trap = f"{column} text generated always as (length(hex(zeroblob(4000000)))) virtual"
    more = ["drop table Habits", f"create table Habits (id integer primary key, {other} text, {trap})"]
    data = backup([], more=[*more, "insert into Habits(id) values (1)"])
    try:
        (habit,) = read_loop_database(data).habits
    except UsageProblem as problem:
        assert column == "name" and "has no name" in problem.line
    else:
        assert habit.name == "habit 1"


def test_rubbish_after_the_right_beginning_is_told() -> None:
    for rest in (b"", b"\0" * 84, b"\xff" * 4096):
        with pytest.raises(UsageProblem):
            read_loop_database(b"SQLite format 3\0" + rest)
