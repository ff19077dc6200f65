"""Everything out and back in: nothing is lost, and no spreadsheet runs what a person wrote."""

import csv
import io
import json
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.history.records import record, uuid
from tests.core.record.test_record_json import records
from tui.core.record.export import COLUMNS, to_csv, to_json, uncelled
from tui.core.record.import_text import parse_import
from tui.core.record.record import Felt, Record
from tui.core.record.record_json import record_to_dict
from tui.core.text.problems import UsageProblem


def shown(text: str) -> str:
    controls = [c for c in text if unicodedata.category(c) == "Cc" and c not in "\n\t"]
    return text.translate({ord(c): f"\\x{ord(c):02x}" for c in controls})


@settings(max_examples=50)
@given(st.lists(records(), max_size=4, unique_by=lambda item: item.id))
def test_json_comes_back_the_same(items: list[Record]) -> None:
    text = to_json(items)
    assert json.loads(text)["schema"] == 1
    assert parse_import(text) == tuple(items)
    assert to_json(parse_import(text)) == text


@settings(max_examples=50)
@given(st.lists(records(), max_size=4, unique_by=lambda item: item.id))
def test_csv_comes_back_the_same_but_for_control_characters(items: list[Record]) -> None:
    back = parse_import(to_csv(items))
    assert back == tuple(replace(item, note=shown(item.note), routine=shown(item.routine)) for item in items)


@pytest.mark.parametrize(
    "note", ["=1", "'=1", "'", "''=", "\\n", "a'b", "+", "x\ny", "\tq", "@", '"', "a,b;c"]
)
def test_a_note_comes_back_from_csv_as_it_was(note: str) -> None:
    (item,) = parse_import(to_csv([record(1, note=note)]))
    assert item.note == note


def test_a_month_is_taken_as_it_is_stored() -> None:
    items = (record(1), record(2))
    document = {"sessions": {item.id: record_to_dict(item) for item in items}}
    assert parse_import(json.dumps(document)) == items


@pytest.mark.parametrize(
    ("was", "is_now", "told"),
    [("timed", "dreamt", "source"), (",1,", ",x,", "session 1"), ("true", "maybe", "session 1")],
)
def test_a_cell_that_says_nothing_lawful_is_told(was: str, is_now: str, told: str) -> None:
    with pytest.raises(UsageProblem, match=told):
        parse_import(to_csv([record(1, seconds=1)]).replace(was, is_now))


def test_json_has_a_record_a_line() -> None:
    assert len(to_json([record(1), record(2)]).splitlines()) == 4
    assert json.loads(to_json([])) == {"schema": 1, "sessions": []}


@settings(max_examples=50)
@given(st.lists(records(), max_size=4, unique_by=lambda item: item.id))
def test_csv_is_read_by_pythons_own_reader(items: list[Record]) -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv(items), newline="")))
    parts = [(item, part) for item in items for part in item.exercises]
    assert len(rows) == len(parts)
    for row, (item, part) in zip(rows, parts, strict=True):
        assert tuple(row) == COLUMNS
        assert row["id"] == item.id
        assert float(row["seconds"]) == item.seconds
        assert uncelled(row["note"]) == shown(item.note)
        assert row["felt"] == (part.felt.value if part.felt else "")
        assert row["left"] == (str(part.left) if part.per_side else "")
        assert row["completed"] == ("true" if part.completed else "false")


@pytest.mark.parametrize("note", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n", "\uff1d1", "\x1b[2J"])
def test_no_cell_begins_with_what_a_spreadsheet_runs(note: str) -> None:
    (row,) = list(csv.DictReader(io.StringIO(to_csv([record(1, note=note)]), newline="")))[:1]
    assert row["note"] == f"'{shown(note)}"


@given(records())
def test_no_terminal_obeys_what_is_exported(item: Record) -> None:
    text = to_json([item]) + to_csv([item]).replace("\r\n", "\n")
    assert not [c for c in text if unicodedata.category(c) == "Cc" and c not in "\n\t"]


def test_control_characters_are_shown_in_csv_and_kept_in_json() -> None:
    item = record(1, note="a\x1b]0;x\x07\r\n\tb\x9b2J\x7f")
    assert r"a\x1b]0;x\x07\x0d" + "\n\t" + r"b\x9b2J\x7f" in to_csv([item])
    assert parse_import(to_json([item])) == (item,)


@given(records())
def test_no_text_cell_is_ever_a_formula(item: Record) -> None:
    for row in csv.reader(io.StringIO(to_csv([item]), newline="")):
        assert not [cell for cell in row if cell[:1] in tuple("=+-@\t\r\n") and cell]


def test_of_two_with_one_id_the_later_is_taken() -> None:
    text = to_json([record(1, note="b", changed_at=record(5).started_at), record(1, note="a")])
    assert [item.note for item in parse_import(text)] == ["b"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the file is empty"),
        (" \n", "the file is empty"),
        ("<html>", "a page"),
        ("a,b\n1,2\n", "a table with other columns"),
        ("id,started_at,day\n1,2,3\n", "its columns are other ones"),
        ("Dear diary", "neither JSON nor CSV"),
        ('{"schema": 1, "theme": "dark", "desk_days": []}', "settings of unhunch"),
        ('{"sessions": {"a": 3}}', "session 1"),
        ("[]", "no export"),
        ("{}", "no export"),
        ('{"schema": 1, "sessions": {}}', "no export"),
        ('{"schema": 2, "sessions": []}', "newer version"),
        ('{"schema": "1", "sessions": []}', "schema must be a whole number from 1"),
        ('{"schema": -5, "sessions": []}', "schema must be a whole number from 1"),
        ('{"schema": true, "sessions": []}', "schema must be a whole number from 1"),
        ('{"sessions": []}', "it must hold schema and sessions"),
        ('{"schema": 1, "sessions": [3]}', "session 1"),
        ("[" * 100_000, "no JSON"),
        ('{"schema": 1, "sessions": [{"schema": 1, "seconds": NaN}]}', "session 1"),
    ],
)
def test_what_cannot_be_imported_is_told(text: str, told: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        parse_import(text)
    assert told in caught.value.line
    assert "\n" not in caught.value.line


def test_the_first_fault_is_named() -> None:
    text = to_json([record(1), record(2, felt=Felt.SORE)]).replace('"sore"', '"awful"')
    with pytest.raises(UsageProblem, match=r"session 2.*felt"):
        parse_import(text)
    assert uuid(1) in text
