"""What the store says to the letter, and the bytes and backups at the edge of what can be read."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.adapters.records import FixedClock, ids, paths_in, record, uuid
from tui.adapters.history_store import HistoryStore
from tui.adapters.salvage import salvage
from tui.core.problems import StoreProblem


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
    history.add_all([record(1), record(2)])
    clock.time += timedelta(days=1)
    history.add(record(3))
    (copy,) = paths.backups.glob("*")
    copy.write_text(copy.read_text().replace(uuid(2), "not an id"))
    (path,) = paths.history.glob("*.json")
    path.write_text("torn")
    found = HistoryStore(paths, clock)
    assert ids(found.all()) == {uuid(1)}
    assert "1 restored from the backup" in found.problems[0].line
    again = HistoryStore(paths, clock)
    assert ids(again.all()) == {uuid(1)}
    assert again.problems == ()
