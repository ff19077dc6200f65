"""What was deleted stays deleted for 30 days, whatever copies come back, unless it is named."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.adapters.history.records import FixedClock, ids, paths_in, record
from tui.adapters.history.store import HistoryStore


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def history(tmp_path: Path, clock: FixedClock) -> HistoryStore:
    made = HistoryStore(paths_in(tmp_path), clock)
    made.merge([record(1), record(2), record(3)])
    made.delete(record(2).id)
    return made


def test_it_is_kept_beside_the_history_for_its_owner_alone(tmp_path: Path, history: HistoryStore) -> None:
    path = paths_in(tmp_path).deleted
    (line,) = map(json.loads, path.read_text().splitlines())
    assert line["id"] == record(2).id and line["record"]["id"] == record(2).id
    assert path.stat().st_mode & 0o777 == 0o600


def test_importing_a_copy_does_not_bring_it_back_but_naming_it_does(history: HistoryStore) -> None:
    assert history.merge([record(1), record(2), record(4)]).changed == 1
    assert ids(history.all()) == {record(n).id for n in (1, 3, 4)}
    history.add(record(2))
    assert record(2).id in ids(history.all())
    history.delete(record(1).id)
    assert history.merge([record(2)]).changed == 0
    assert record(2).id in ids(history.all()), "its deletion was taken back"


def test_a_repair_from_a_backup_does_not_bring_it_back(
    tmp_path: Path, history: HistoryStore, clock: FixedClock
) -> None:
    clock.time += timedelta(days=1)
    history.add(record(5))  # makes the day's backup
    history.delete(record(3).id)
    month = paths_in(tmp_path).history / "2026-11.json"
    month.write_bytes(month.read_bytes().replace(b'"seconds"', b'"secon\xff"', 1))
    assert record(3).id not in ids(HistoryStore(paths_in(tmp_path), clock).all())


def test_after_30_days_it_is_forgotten(tmp_path: Path, history: HistoryStore, clock: FixedClock) -> None:
    clock.time += timedelta(days=31)
    assert history.merge([record(2)]).changed == 1
    history.delete(record(3).id)
    assert record(2).id not in paths_in(tmp_path).deleted.read_text()


@pytest.mark.parametrize(
    "rubbish", ["{", "[]", "null", '{"id": 3, "when": "x"}', '{"id": "a", "when": "2026-11-22"}', "[" * 9999]
)
def test_a_line_that_makes_no_sense_is_passed_over(
    tmp_path: Path, history: HistoryStore, rubbish: str
) -> None:
    path = paths_in(tmp_path).deleted
    path.write_text(f"{rubbish}\n{path.read_text()}")
    assert history.merge([record(2)]).changed == 0
    history.delete(record(3).id)
    assert rubbish not in path.read_text().splitlines()


@pytest.mark.parametrize("separator", ["\x0b", "\x0c", "\x1c", "\x1e", "\x85", "\u2028", "\u2029"])
def test_a_note_with_a_separator_of_lines_is_kept_with_it(tmp_path: Path, separator: str) -> None:
    """What Python takes for the end of a line is none in a file of JSON lines."""
    clock = FixedClock()
    history = HistoryStore(paths_in(tmp_path), clock)
    noted = replace(record(1), note=f"one{separator}two")
    history.add(noted)
    history.delete(noted.id)
    assert [item.record for item in history.deleted()] == [noted]
