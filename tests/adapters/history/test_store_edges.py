"""What the store says to the letter, and the bytes and backups at the edge of what can be read."""

import json
import time
from contextlib import nullcontext
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from tests.adapters.history.records import FixedClock, ids, paths_in, record, uuid
from tui.adapters.files.json_lines import salvage
from tui.adapters.history.store import HistoryStore
from tui.core.text.problems import StoreProblem


def test_an_edit_of_what_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem) as caught:
        HistoryStore(paths_in(tmp_path), FixedClock()).replace(record(1))
    assert caught.value.line == "cannot edit the session: another terminal has deleted it"


@pytest.mark.parametrize("byte", [0x80, 0xBF, 0xFF])
def test_a_document_with_a_byte_that_is_no_text_is_lost_alone(byte: int) -> None:
    whole, hit = b'"a": {"note": "fine"},', b'"b": {"note": "' + bytes([byte]) + b'"}'
    data = b'{\n"sessions": {\n' + whole + b"\n" + hit + b"\n}\n}\n"
    assert salvage(data, lambda _key, _document: True) == ({"a": {"note": "fine"}}, 1)


def test_nothing_unlawful_is_restored_from_a_backup(tmp_path: Path) -> None:
    paths, clock = paths_in(tmp_path), FixedClock()
    history = HistoryStore(paths, clock)
    history.merge([record(1), record(2)])
    clock.time += timedelta(days=1)
    history.add(record(3))
    (copy,) = paths.backups.glob("*")
    copy.write_text(copy.read_text().replace(uuid(2), "not an id"))
    (path,) = paths.history.glob("*.json")
    path.write_text("torn")
    found = HistoryStore(paths, clock)
    assert ids(found.all()) == {uuid(1)}
    assert "1 restored from" in found.problems[0].line
    again = HistoryStore(paths, clock)
    assert ids(again.all()) == {uuid(1)}
    assert again.problems == ()


def test_every_line_that_could_not_be_read_is_counted(tmp_path: Path) -> None:
    paths, clock = paths_in(tmp_path), FixedClock()
    HistoryStore(paths, clock).merge([record(1), record(2), record(3)])
    (path,) = paths.history.glob("*.json")
    text = path.read_text()
    for number in (1, 2):
        text = text.replace(uuid(number), f"not an id {number}")
    path.write_text(text)
    found = HistoryStore(paths, clock)
    assert ids(found.all()) == {uuid(3)}
    assert "of its lines 1 could be read, 2 not" in found.problems[0].line


def test_a_backup_that_cannot_be_read_is_passed_over_for_an_older_one(tmp_path: Path) -> None:
    paths, clock = paths_in(tmp_path), FixedClock()
    history = HistoryStore(paths, clock)
    history.add(record(1))
    clock.time += timedelta(days=1)
    history.add(record(2))
    (copy,) = paths.backups.glob("*")
    (copy.parent / copy.name.replace("2026-11-23", "2026-11-24")).mkdir()
    (path,) = paths.history.glob("*.json")
    path.write_text("torn")
    found = HistoryStore(paths, clock)
    assert ids(found.all()) == {uuid(1)}
    assert copy.name in found.problems[0].line


def test_of_two_joined_lines_the_whole_one_is_read() -> None:
    line = b'"a": {"note": "half, "b": {"note": "fine"}, "c": {"note": "too"},'
    assert salvage(line, lambda _key, _document: True) == (
        {"b": {"note": "fine"}, "c": {"note": "too"}},
        0,
    )


def test_a_month_that_has_been_removed_is_empty(tmp_path: Path) -> None:
    history = HistoryStore(paths_in(tmp_path), FixedClock())
    history.add(record(1))
    assert ids(history.all()) == {uuid(1)}
    (path,) = paths_in(tmp_path).history.glob("*.json")
    path.unlink()
    assert (history.all(), history.month(2026, 11), history.find(uuid(1))) == ((), (), None)
    history.add(record(2))
    assert ids(HistoryStore(paths_in(tmp_path), FixedClock()).all()) == {uuid(2)}


def test_a_history_that_was_read_and_then_vanished_is_not_begun_anew(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    HistoryStore(paths, FixedClock()).add(record(1))
    reader = HistoryStore(paths, FixedClock())
    assert len(reader.days()) == 1
    paths.history.rename(tmp_path / "elsewhere")
    with pytest.raises(StoreProblem, match="has gone"):
        reader.add(record(2))
    assert not paths.history.exists()


def test_reading_does_not_wait_for_a_move_that_another_is_making(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = paths_in(tmp_path)
    HistoryStore(paths, FixedClock()).add(record(1, date(2026, 10, 5)))
    paths.moving.write_text(json.dumps({"id": uuid(1), "to": "2026-11.json"}))

    def waits(seconds: float) -> None:
        raise AssertionError(f"waits {seconds} s")

    monkeypatch.setattr(time, "sleep", waits)
    with FileLock(paths.lock):
        assert ids(HistoryStore(paths, FixedClock(), patience_s=0.0).all()) == {uuid(1)}


def test_a_file_of_a_newer_version_is_read_only_and_says_so(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    HistoryStore(paths, FixedClock()).add(record(1))
    (path,) = paths.history.glob("*.json")
    path.write_text(path.read_text().replace('"schema": 1', '"schema": 2'))
    before = path.read_bytes()
    history = HistoryStore(paths, FixedClock())
    with pytest.raises(StoreProblem) as caught:
        history.add(record(2))
    assert caught.value.line == (
        "2026-11.json is read-only: a newer version of unhunch wrote it (update unhunch)"
    )
    assert path.read_bytes() == before


def test_every_record_that_changed_anything_is_counted(tmp_path: Path) -> None:
    clock = FixedClock()
    history = HistoryStore(paths_in(tmp_path), clock)
    assert history.merge([record(1), record(2), record(3)]).changed == 3
    later = [replace(record(number), note="later", changed_at=clock.time) for number in (1, 2)]
    assert history.merge([*later, record(3), record(4)]).changed == 3
    assert [item.note for item in history.all()] == ["later", "later", "", ""]


def test_what_cannot_be_saved_is_told_with_the_reason(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    history = HistoryStore(paths, FixedClock())
    history.add(record(1))
    (paths.history / ".2026-11.json.tmp").mkdir()
    with pytest.raises(StoreProblem) as caught:
        history.add(record(2))
    assert caught.value.line == "cannot save 2026-11.json: Is a directory"
    assert ids(history.all()) == {uuid(1)}


@pytest.mark.parametrize("year", [1, 9999])
def test_nothing_is_saved_whose_year_could_not_be_read_again(tmp_path: Path, year: int) -> None:
    history = HistoryStore(paths_in(tmp_path), FixedClock())
    far = record(1).started_at.replace(year=year)
    for item in (record(1, started_at=far, day=far.date()), record(1, changed_at=far)):
        with pytest.raises(
            StoreProblem, match=r"cannot save .*-11.json: .*_at: must be in the years 1970 to 2200"
        ):
            history.add(item)
    history.add(record(1))
    clock = FixedClock(far)
    with pytest.raises(StoreProblem, match="1970 to 2200") if year == 9999 else nullcontext():
        HistoryStore(paths_in(tmp_path), clock).replace(record(1, note="edited"))
    assert ids(history.all()) == {uuid(1)}
