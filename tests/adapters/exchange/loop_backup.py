"""SQLite backups as Loop Habit Tracker makes them, now and in older versions."""

import sqlite3
from collections.abc import Sequence
from datetime import date

from tests.core.exchange.foreign import NUMBERS, YES, Kept

NOW = (
    "create table Habits (id integer primary key autoincrement, archived integer, color integer,"
    " description text, freq_den integer, freq_num integer, highlight integer, name text, position integer,"
    " reminder_hour integer, reminder_min integer, reminder_days integer not null default 127,"
    " type integer not null default 0, target_type integer not null default 0,"
    " target_value real not null default 0, unit text not null default '', question text, uuid text)",
    "create table Repetitions (id integer primary key autoincrement, habit integer not null"
    " references habits(id), timestamp integer not null, value integer not null, notes text)",
)
OLD = (
    "create table Habits (id integer primary key autoincrement, name text, position integer)",
    "create table Repetitions (id integer primary key autoincrement, habit integer, timestamp integer)",
)


def milliseconds(day: date) -> int:
    return (day.toordinal() - date(1970, 1, 1).toordinal()) * 86_400_000


def backup(habits: Sequence[Kept], *, old: bool = False, more: Sequence[str] = ()) -> bytes:
    """Return a backup of these habits; `more` are statements after it."""
    connection = sqlite3.connect(":memory:")
    for statement in OLD if old else NOW:
        connection.execute(statement)
    for number, habit in enumerate(habits, 1):
        connection.execute("insert into Habits(id, name) values (?, ?)", (number, habit.name))
        for day, mark in habit.marks.items():
            if not old:
                connection.execute(
                    "insert into Repetitions(habit, timestamp, value) values (?, ?, ?)",
                    (number, milliseconds(day), NUMBERS[mark]),
                )
            elif mark == YES:
                connection.execute(
                    "insert into Repetitions(habit, timestamp) values (?, ?)", (number, milliseconds(day))
                )
    for statement in more:
        connection.execute(statement)
    connection.commit()
    data = connection.serialize()
    connection.close()
    return data
