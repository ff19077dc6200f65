"""The history: one file of sessions a month, changed under one lock across terminals."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace as altered
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from tui.adapters.files.document_file import Contents
from tui.adapters.files.lock import PATIENCE_S, locked
from tui.adapters.files.paths import Paths
from tui.adapters.history.day_index import DayIndex, Past
from tui.adapters.history.deleted import KEPT, Deleted
from tui.adapters.history.left_copies import left_copies
from tui.adapters.history.months import Months, Moves, Token
from tui.core.record.month_file import month_name
from tui.core.streaks.days import DayFacts
from tui.core.text.problems import StoreProblem
from tui.core.timer.clock import Clock

if TYPE_CHECKING:
    from tui.adapters.history.merging import Merged
    from tui.core.record.deletion import Deletion
    from tui.core.record.record import Record
    from tui.core.record.undo import Change

_TICK = timedelta(microseconds=1)


class HistoryStore:
    """All sessions. Reading needs no lock; a damaged file is repaired when it is met.

    Every method raises StoreProblem, told in one line, when the system does not let it do its work;
    then nothing was changed. A method that returns has saved what it was given for good.

    Args:
        paths: where the files are.
        clock: dates changes, backups and what is kept aside.
        patience_s: how long a change waits for another terminal's.
    """

    def __init__(self, paths: Paths, clock: Clock, patience_s: float = PATIENCE_S) -> None:
        self._paths = paths
        self._clock = clock
        self._patience_s = patience_s
        self._months = Months(paths, clock)
        self._deleted = Deleted(paths.deleted)
        self._moves = Moves(paths.moving, self._months)
        self._index = DayIndex(paths, self._months)
        self._seen = False

    @property
    def problems(self) -> tuple[StoreProblem, ...]:
        """What is to be told: damage, and what only the copies of a sync program hold."""
        return (*self.damage, *left_copies(self._paths, lambda: self._deleted.ids(self._clock.now())))

    @property
    def damage(self) -> tuple[StoreProblem, ...]:
        """What was found wrong while reading, the last of each file: days may be missing."""
        return self._months.problems

    def token(self) -> Token:
        """Return what stands for the present state of the files: another once anybody has changed one."""
        return self._months.token()

    def add(self, record: Record) -> None:
        """Save a record. One with a known id is replaced when this one was changed later, else left alone.

        One that was deleted is back then.
        """
        from tui.core.record.record_json import is_later  # only here: days need no JSON of records

        name = month_name(record.day)
        with self._changing():
            gone = self._gone()
            known = self._checked(name).values.get(record.id)
            if known is None:
                self._months.file(name).insert({record.id: _document(record)})
            elif is_later(record, known):
                self._put(record, name, [name])
            if record.id in gone:
                self._deleted.drop(record.id, self._clock.now())

    def merge(
        self, records: Iterable[Record], deletions: Iterable[Deletion] = (), *, dry: bool = False
    ) -> Merged:
        """Take in records that were read elsewhere, and obey what was deleted here and there.

        Args:
            records: what `record_from_dict` made, with ids that may be known in any month.
            deletions: what was deleted elsewhere; those older than 30 days do not count.
            dry: whether only to tell what would become of them.
        """
        from tui.adapters.history.merging import by_month, deletions_here, in_place, sort_out  # as below

        records, now = tuple(records), self._clock.now()
        fresh = {item.id: item for item in deletions if now - item.when < KEPT}
        if dry:
            return sort_out(records, self._gone() | fresh.keys(), fresh, self._months)[0]
        with self._changing():
            for name in sorted({month_name(record.day) for record in records}):
                self._months.repair(name)
            merged, places = sort_out(records, self._gone() | fresh.keys(), fresh, self._months)
            self._deleted.join(deletions_here(fresh, places, self._months), now)
            for key in fresh.keys() & places.keys():
                for name in self._months.holding(key):
                    self._checked(name)
                    self._months.file(name).drop(key)
            staying = in_place(merged.later, places)
            self._months.put(by_month([*merged.new.values(), *staying]))
            for record in merged.later.values():
                if record not in staying:
                    self._put(record, month_name(record.day), [places[record.id]])
        return merged

    def deleted(self) -> tuple[Deletion, ...]:
        """Return what was deleted within the last 30 days, the oldest first."""
        return self._deleted.all(self._clock.now())

    def replace(self, record: Record) -> Record:
        """Put an edited record in the place of the one with its id, dated now, and return it.

        Raises:
            StoreProblem: also when there is none with that id.
        """
        target = month_name(record.day)
        with self._changing():
            names = self._months.holding(record.id, likely=target)
            if not names:
                raise StoreProblem("cannot edit the session", "another terminal has deleted it")
            before = self._months.file(names[0]).read().values[record.id]
            after = max(self._clock.now(), before.version + _TICK)
            record = altered(record, changed_at=after)
            self._put(record, target, names)
        return record

    def delete(self, record_id: str) -> None:
        """Remove the record with this id, if it is there, and keep it for 30 days beside the history."""
        with self._changing():
            for name in self._months.holding(record_id, without=self._index.without(record_id)):
                record = self._checked(name).values[record_id]
                self._deleted.add(record_id, _document(record), self._clock.now())
                self._months.file(name).drop(record_id)

    def apply(self, change: Change) -> None:
        """Make a change: add, replace or delete."""
        if change.after is None:
            if change.before is not None:
                self.delete(change.before.id)
        elif change.before is None:
            self.add(change.after)
        else:
            self.replace(change.after)

    def month(self, year: int, month: int, past: Past | None = None) -> tuple[Record, ...]:
        """Return the records of one month by their days and starts.

        What counts in another file is left out, as of `past` where that is given: else it is looked up.
        """
        self._settle()
        return _in_order(self._counted(month_name(date(year, month, 1)), past or self._index.past()).values())

    def newest_first(self, exercise: str | None = None, *, sided: bool = False) -> Iterator[Record]:
        """Yield all records, the newest day first, reading each month only when it is reached.

        Args:
            exercise: an id; months without it are passed over.
            sided: whether months without a counted unit of either side are passed over.
        """
        past = self.past()
        passed_over = past.files_without(exercise, sided=sided) if exercise or sided else ()
        for name in sorted(past.files, reverse=True):
            if name not in passed_over:
                yield from reversed(_in_order(self._counted(name, past).values()))

    def find(self, record_id: str) -> Record | None:
        """Return the record with this id."""
        past = self._index.past()
        for name in self._months.holding(record_id, without=self._index.without(record_id)):
            if record := self._counted(name, past).get(record_id):
                return record
        return None

    def all(self) -> tuple[Record, ...]:
        """Return every record, the oldest first; of two with one id the one changed last."""
        past = self.past()
        return _in_order(record for name in past.files for record in self._counted(name, past).values())

    def past(self) -> Past:
        """Return the days and their sums as of now, without reading files that have not changed."""
        self._settle()
        return self._index.past()

    def days(self) -> Mapping[date, DayFacts]:
        """Return what was done on each day."""
        return self.past().days

    def _gone(self) -> frozenset[str]:
        return self._deleted.ids(self._clock.now())

    def _counted(self, name: str, past: Past) -> Mapping[str, Record]:
        """Return the records of a file by id, without those of which another file holds a later version."""
        records = self._months.read(name).values
        left_out = past.superseded.get(name)
        if not left_out:
            return records
        return {key: record for key, record in records.items() if key not in left_out}

    def _put(self, record: Record, target: str, names: list[str]) -> None:
        document = _document(record)
        for name in {target, *names}:
            self._checked(name)
        if target in names:
            self._months.file(target).update(record.id, document)
            return
        self._moves.begin(record.id, target)
        self._months.file(target).insert({record.id: document})
        self._moves.finish()

    def _checked(self, name: str) -> Contents[Record]:
        self._months.repair(name)
        return self._months.file(name).read()

    @contextmanager
    def _changing(self) -> Iterator[None]:
        if self._seen and not os.path.isdir(self._paths.history):
            raise StoreProblem("cannot save", f"the folder {self._paths.history} has gone", "put it back")
        with locked(self._paths.lock, self._patience_s) as held:
            self._months.note_lock(held=held)
            self._moves.finish()
            yield
        self._seen = os.path.isdir(self._paths.history)

    def _settle(self) -> None:
        """Finish a move that was interrupted, before anything is read twice."""
        self._seen = self._seen or os.path.isdir(self._paths.history)
        if self._moves.pending:
            try:
                with locked(self._paths.lock, self._patience_s):
                    self._moves.finish()
            except StoreProblem:
                return  # the next change finishes it, or tells why not


def _document(record: Record) -> dict[str, Any]:
    from tui.core.record.record_json import record_to_dict  # only here: days need no JSON of records

    return record_to_dict(record)


def _in_order(records: Iterable[Record]) -> tuple[Record, ...]:
    """Return records by their days and starts; an instant is quicker to compare as a number."""
    return tuple(sorted(records, key=lambda record: (record.day, record.started_at.timestamp(), record.id)))
