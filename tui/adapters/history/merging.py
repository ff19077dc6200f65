"""Sorts what comes from elsewhere by what there is already: the same whatever the order of merging."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tui.adapters.history.months import Months
from tui.core.record.deletion import Deletion
from tui.core.record.month_file import month_name
from tui.core.record.record import Record
from tui.core.record.record_json import is_later, record_to_dict


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of records that came in, or would become of them."""

    new: Mapping[str, Record] = field(default_factory=dict)
    """Those with an id that there was not, by id."""
    later: Mapping[str, Record] = field(default_factory=dict)
    """Those that were changed later than the ones with their ids."""
    known: int = 0
    """How many were there already, as they are or changed later."""
    deleted: int = 0
    """How many had been deleted lately, and stay so."""
    removed: int = 0
    """How many were there, and go because they were deleted elsewhere."""

    @property
    def changed(self) -> int:
        """How many change anything."""
        return len(self.new) + len(self.later)


def sort_out(
    records: Iterable[Record], gone: frozenset[str], fresh: Mapping[str, Deletion], months: Months
) -> tuple[Merged, dict[str, str]]:
    """Return what would become of records, and the file of each known id.

    Args:
        records: what comes in.
        gone: the ids of what was deleted, here or elsewhere.
        fresh: what was deleted elsewhere, by id.
        months: the files of the history.

    Raises:
        StoreProblem: when a file cannot be read.
    """
    there = months.all()
    places = {key: name for name, records in there.items() for key in records}
    new: dict[str, Record] = {}
    later: dict[str, Record] = {}
    known = deleted = 0
    for record in latest(records):
        if record.id in gone:
            deleted += 1
        elif record.id not in places:
            new[record.id] = record
        elif is_later(record, there[places[record.id]][record.id]):
            later[record.id] = record
        else:
            known += 1
    return Merged(new, later, known, deleted, len(fresh.keys() & places.keys())), places


def deletions_here(
    fresh: Mapping[str, Deletion], places: Mapping[str, str], months: Months
) -> Iterable[Deletion]:
    """Yield the deletions made elsewhere, each with the later version of what is deleted."""
    for key, deletion in fresh.items():
        yield deletion
        if key in places:
            yield Deletion(key, deletion.when, months.file(places[key]).read().values[key])


def latest(records: Iterable[Record]) -> Iterable[Record]:
    """Return the records, of two with one id the later version."""
    found: dict[str, Record] = {}
    for record in records:
        known = found.get(record.id)
        if known is None or is_later(record, known):
            found[record.id] = record
    return found.values()


def by_month(records: Iterable[Record]) -> dict[str, dict[str, dict[str, Any]]]:
    """Return the documents of records by the files that they belong to, and by their ids."""
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for record in records:
        found.setdefault(month_name(record.day), {})[record.id] = record_to_dict(record)
    return dict(sorted(found.items()))


def in_place(records: Mapping[str, Record], places: Mapping[str, str]) -> list[Record]:
    """Return the records that stay in the file that they are in."""
    return [record for key, record in records.items() if places.get(key) == month_name(record.day)]
