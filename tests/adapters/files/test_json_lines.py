"""What a file of documents holds after a change is the same whether its other lines were read or not."""

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.adapters.files.json_lines import (
    DamagedFile,
    Documents,
    append_lines,
    change_line,
    format_lines,
    format_table,
    new_line,
    parse_lines,
    parse_tables,
)
from tui.adapters.files.json_storage import Database
from tui.adapters.files.safe_file import replace_file, stamp_of

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.text(min_size=1) | st.uuids().map(str) | st.sampled_from(['"', "\\", ",\n", '": {}', "é", "}\n}"])


def _is_unicode(documents: Documents) -> bool:
    try:
        json.dumps(documents, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return False
    return True


KEYS_OF_FEW = st.sampled_from("abc")
DOCUMENTS = st.fixed_dictionaries({"n": st.integers(), "note": st.sampled_from(["", '"a": {', "}\n}\n}\n"])})
WRITABLE = st.dictionaries(KEYS, st.dictionaries(st.text(), VALUES, max_size=3), max_size=5).filter(
    _is_unicode
)


@given(WRITABLE)
def test_lines_are_the_documents(documents: Documents) -> None:
    data = format_table("sessions", documents)
    assert parse_tables(data, "sessions") == {"sessions": documents}
    lines = parse_lines(data, "sessions")
    assert list(lines) == list(documents)
    assert format_lines("sessions", lines) == data


@given(WRITABLE.filter(bool), WRITABLE)
def test_lines_at_the_end_are_those_of_a_file_made_of_all(before: Documents, more: Documents) -> None:
    more = {key: document for key, document in more.items() if key not in before}
    data = format_lines("sessions", {key: new_line(key, document) for key, document in before.items()})
    append_lines(data, [new_line(key, document) for key, document in more.items()])
    assert data == format_table("sessions", before | more)


@given(WRITABLE)
def test_another_layout_becomes_ours(documents: Documents) -> None:
    data = json.dumps({"sessions": documents}, indent=2).encode()
    assert format_lines("sessions", parse_lines(data, "sessions")) == format_table("sessions", documents)


@given(KEYS.filter(lambda key: _is_unicode({key: {}})), st.data())
def test_a_line_is_changed_in_place(key: str, data: st.DataObject) -> None:
    before = data.draw(
        st.dictionaries(st.text(), VALUES, max_size=3).filter(lambda each: _is_unicode({"": each}))
    )
    change = {"b": "\n", "c": [1.5, None]}
    line = parse_lines(format_table("sessions", {key: before}), "sessions")[key]
    change_line(line, change)
    assert format_lines("sessions", {key: line}) == format_table("sessions", {key: before | change})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[]",
        b'{"sessions": 1}',
        b'{\n"sessions": {\n"a": {},\nx\n}\n}\n',
        b'{\n"away": {\n"a": {}\n}\n}\n',
    ],
)
def test_what_is_no_table_is_damaged(data: bytes) -> None:
    with pytest.raises(DamagedFile):
        parse_lines(data, "sessions")


def test_of_two_lines_with_one_id_the_last_counts_as_json_has_it() -> None:
    data = b'{\n"sessions": {\n"a": {"n": 1},\n"a": {"n": 2}\n}\n}\n'
    assert format_lines("sessions", parse_lines(data, "sessions")) == format_table(
        "sessions", parse_tables(data, "sessions")["sessions"]
    )


def test_the_database_leaves_other_lines_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "sessions.json"
    path.write_bytes(b'{\n"sessions": {\n"a": {"n":   1.50},\n"b": {"n": 2},\n"c": {"n": 3}\n}\n}\n')
    database = Database(path, "sessions")
    database.insert({"d": {"n": 4}})
    database.update("b", {"m": 5})
    database.drop("c")
    assert path.read_bytes() == (
        b'{\n"sessions": {\n"a": {"n":   1.50},\n"b": {"n": 2, "m": 5},\n"d": {"n": 4}\n}\n}\n'
    )
    with pytest.raises(ValueError, match="already exists"):
        database.insert({"a": {}})


@given(st.data())
def test_the_database_holds_what_it_was_told_in_any_order(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path, held = Path(folder, "sessions.json"), Documents()
        databases = [Database(path, "sessions"), Database(path, "sessions")]
        for _ in range(data.draw(st.integers(1, 8))):
            database = data.draw(st.sampled_from(databases))
            act, key = data.draw(st.sampled_from(("insert", "update", "drop"))), data.draw(KEYS_OF_FEW)
            if act == "insert" and key in held:
                with pytest.raises(ValueError, match="already exists"):
                    database.insert({key: {"n": 0}})
            elif act == "insert":
                held[key] = data.draw(DOCUMENTS)
                database.insert({key: held[key]})
            elif act == "update" and key in held:
                held[key] |= {"m": 1}
                database.update(key, {"m": 1})
            elif key in held:
                del held[key]
                database.drop(key)
        assert not held or path.read_bytes() == format_table("sessions", held)


def test_what_others_have_put_there_since_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "sessions.json"
    database, other = Database(path, "sessions"), Database(path, "sessions")
    database.insert({"a": {"n": 1}})
    other.insert({"b": {"n": 2}})
    database.insert({"c": {"n": 3}})
    path.write_bytes(path.read_bytes().replace(b'"n": 3', b'"n": 30'))
    database.drop("b")
    assert parse_tables(path.read_bytes(), "sessions") == {"sessions": {"a": {"n": 1}, "c": {"n": 30}}}


@pytest.mark.parametrize(
    "change",
    [
        lambda database: database.update("a", {"n": 2}),
        lambda database: database.insert({"b": {"n": 3}}),
        lambda database: database.drop("a"),
    ],
    ids=["update", "insert", "drop"],
)
def test_a_change_that_could_not_be_written_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Database], None]
) -> None:
    path = tmp_path / "sessions.json"
    database = Database(path, "sessions")
    database.insert({"a": {"n": 1}})
    with monkeypatch.context() as patch:
        patch.setattr("tui.adapters.files.safe_file.os.fsync", full_disk)
        for _ in range(2):
            with pytest.raises(OSError, match="full"):
                change(database)
    database.insert({"c": {"n": 4}})
    assert parse_tables(path.read_bytes(), "sessions") == {"sessions": {"a": {"n": 1}, "c": {"n": 4}}}


def full_disk(_: int) -> None:
    raise OSError("full")


def test_the_stamp_is_of_what_was_written_whoever_replaced_it_since(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sessions.json"
    database = Database(path, "sessions")
    with monkeypatch.context() as patch:
        patch.setattr(
            "tui.adapters.files.safe_file.sync_folder",
            lambda _: replace_file(path, b'{\n"sessions": {\n"b": {"n": 2}\n}\n}\n', durable=False),
        )
        database.insert({"a": {"n": 1}})
    assert database.stamp != stamp_of(path)
    database.insert({"c": {"n": 3}})
    assert parse_tables(path.read_bytes(), "sessions") == {"sessions": {"b": {"n": 2}, "c": {"n": 3}}}
    assert database.stamp == stamp_of(path)
