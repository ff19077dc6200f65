"""Which sessions History lists, and in which order."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from tui.core.history.rows import FELT_WIDTH, LENGTH_WIDTH, ROOMY, ROUTINE_WIDTH, SPACIOUS, done_width
from tui.core.record.record import Felt, Record


class SortColumn(StrEnum):
    """What a list of sessions may be ordered by, in the order of its columns."""

    DAY = "day"
    TIME = "time"
    WHAT = "what"
    DONE = "done"
    LENGTH = "length"
    FELT = "felt"
    STIFFNESS = "stiffness"


_DESCENDING = frozenset(
    {SortColumn.DAY, SortColumn.DONE, SortColumn.LENGTH, SortColumn.FELT, SortColumn.STIFFNESS}
)
"""Columns whose largest value stands first until they are turned around: the newest, the most, the sorest."""
_WORDS = {
    SortColumn.DAY: ("the newest first", "the oldest first"),
    SortColumn.TIME: ("the earliest in the day first", "the latest in the day first"),
    SortColumn.WHAT: ("by what was done, A to Z", "by what was done, Z to A"),
    SortColumn.DONE: ("the most repetitions first", "the fewest repetitions first"),
    SortColumn.LENGTH: ("the longest first", "the shortest first"),
    SortColumn.FELT: ("sore ones first", "easy ones first"),
    SortColumn.STIFFNESS: ("the stiffest before them first", "the least stiff before them first"),
}
_FELT = {Felt.EASY: 0, Felt.FINE: 1, Felt.SORE: 2}


@dataclass(frozen=True, slots=True)
class SessionOrder:
    """An order; the usual one is by day, the newest first."""

    column: SortColumn = SortColumn.DAY
    turned: bool = False

    @property
    def usual(self) -> bool:
        """Whether it is the order in which sessions are read."""
        return self == SessionOrder()

    @property
    def descending(self) -> bool:
        """Whether the largest value stands first."""
        return (self.column in _DESCENDING) != self.turned

    @property
    def words(self) -> str:
        """The order in a few words."""
        return _WORDS[self.column][self.turned]

    def next(self, shown: Collection[SortColumn] = ()) -> "SessionOrder":
        """Return the order by the next column, of those that are shown; of all where none are."""
        columns = [column for column in SortColumn if column in shown] or [*SortColumn]
        behind = [*SortColumn].index(self.column) + 1
        following = (column for column in [*SortColumn][behind:] if column in columns)
        return SessionOrder(next(following, columns[0]))

    def by(self, column: SortColumn) -> "SessionOrder":
        """Return the order by a column; turned around where it is that one already."""
        return self.around() if column is self.column else SessionOrder(column)

    def around(self) -> "SessionOrder":
        """Return the same order turned around."""
        return replace(self, turned=not self.turned)


def ordered(records: Iterable[Record], order: SessionOrder) -> list[Record]:
    """Return sessions in an order.

    Among equals, the order in which they came stays; a session of which nobody said how it felt, or how
    stiff it was, stands last where that is the order.

    Args:
        records: the newest first.
        order: what they are to be ordered by.
    """
    found = list(records)
    if order.column is SortColumn.DAY:
        return found[::-1] if order.turned else found
    keys = {
        SortColumn.TIME: lambda record: (record.started_at.hour, record.started_at.minute),
        SortColumn.WHAT: lambda record: record.routine,
        SortColumn.DONE: lambda record: record.units_done,
        SortColumn.LENGTH: lambda record: record.seconds,
        SortColumn.FELT: _felt,
        SortColumn.STIFFNESS: _stiffness,
    }
    key = keys[order.column]
    found.sort(key=key, reverse=order.descending)
    if order.column in (SortColumn.FELT, SortColumn.STIFFNESS):
        found.sort(key=lambda record: key(record) < 0)
    return found


def _felt(record: Record) -> int:
    return next((_FELT[part.felt] for part in record.exercises if part.felt), -1)


def _stiffness(record: Record) -> int:
    return -1 if record.stiffness_before is None else record.stiffness_before


def header_columns(width: int, *, stiffness: bool = False) -> tuple[tuple[SortColumn, int, str], ...]:
    """Return what heads the columns in `width` cells: what each orders by, its first cell, its word."""
    day = len("Sun 22 Nov 2026" if width >= SPACIOUS else "Sun 22 Nov") + 2
    when = day + len("09:00") + 2
    what = when + (ROUTINE_WIDTH if width >= ROOMY else 0)
    length = what + done_width(width - what) + (2 if width >= ROOMY else 1)
    felt = length + (LENGTH_WIDTH if width >= SPACIOUS else 0)
    columns = (
        (SortColumn.DAY, 0, "Day"),
        (SortColumn.TIME, day, "Time"),
        *(((SortColumn.WHAT, when, "What"),) if width >= ROOMY else ()),
        (SortColumn.DONE, what, "Done"),
        *(((SortColumn.LENGTH, length, "Length"),) if width >= SPACIOUS else ()),
        (SortColumn.FELT, felt, "Felt"),
        *(
            ((SortColumn.STIFFNESS, felt + FELT_WIDTH + 2, "Stiff"),)
            if stiffness and width >= SPACIOUS
            else ()
        ),
    )
    return tuple(column for column in columns if column[1] + len(column[2]) <= width)


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; as it stands, everything."""

    exercise: str = ""
    """The id of the one exercise; empty for all."""
    words: str = ""
    """What the note must have, in any order and in capitals or not; empty for any note and for none."""

    def __bool__(self) -> bool:
        """Whether anything is left out."""
        return bool(self.exercise or self.words.strip())

    def matches(self, record: Record) -> bool:
        """Whether a session is one of those."""
        if self.exercise and all(part.id != self.exercise for part in record.exercises):
            return False
        note = record.note.casefold()
        return all(word in note for word in self.words.casefold().split())


EVERYTHING = Search()
"""Leaves nothing out."""
