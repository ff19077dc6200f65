"""Documents of records: what is written is read back, and nothing unlawful is."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.adapters.history.records import record
from tui.core.exercises.exercise import Side
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record
from tui.core.record.record_json import record_from_dict, record_to_dict
from tui.core.record.schema import NewerSchema, UnlawfulRecord

OFFSETS = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANTS = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=OFFSETS)
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
NAMES = st.text("abcdefghijklmnopqrstuvwxyz-\u00fc", min_size=1, max_size=20)
COUNTS = st.integers(0, 20)


def _part(draw: st.DrawFn) -> ExerciseRecord:
    two_sided = draw(st.booleans())
    return ExerciseRecord(
        id=draw(NAMES),
        target=draw(st.integers(1, 20)),
        per_side=two_sided,
        left=draw(COUNTS) if two_sided else 0,
        right=draw(COUNTS) if two_sided else 0,
        total=0 if two_sided else draw(COUNTS),
        hold_s=draw(st.floats(0.1, 60)),
        move_s=draw(st.floats(0.1, 20)),
        felt=draw(st.sampled_from([None, *Felt])),
    )


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Any lawful record."""
    started_at = draw(INSTANTS)
    return Record(
        id=str(draw(st.uuids())),
        started_at=started_at,
        day=started_at.date() - timedelta(days=draw(st.integers(0, 1))),
        seconds=draw(st.floats(0, 7200)),
        origin=draw(st.sampled_from(Origin)),
        routine=draw(NAMES),
        exercises=tuple(_part(draw) for _ in range(draw(st.integers(1, 3)))),
        lead_side=draw(st.sampled_from([None, *Side])),
        stiffness_before=draw(st.none() | st.integers(0, 9)),
        stiffness_after=draw(st.none() | st.integers(0, 9)),
        note=draw(TEXTS),
        changed_at=draw(st.none() | INSTANTS),
        own_target=draw(st.booleans()),
    )


@given(records())
def test_a_record_survives_its_document(item: Record) -> None:
    document = json.loads(json.dumps(record_to_dict(item), allow_nan=False))
    assert record_from_dict(document) == item
    assert document["partial"] == item.partial


def test_the_document_is_the_one_that_is_promised() -> None:
    document = record_to_dict(record(1, stiffness_before=5, stiffness_after=3))
    assert list(document)[:8] == [
        *("schema", "id", "started_at", "day", "seconds", "source", "routine", "exercises")
    ]
    assert document["started_at"] == "2026-11-22T09:01:00+00:00"
    assert document["day"] == "2026-11-22"
    assert document["source"] == "timed"
    assert document["stiffness"] == {"before": 5, "after": 3}
    assert document["exercises"][0]["done"] == {"left": 3, "right": 3}
    assert document["exercises"][1]["done"] == {"total": 3}
    assert document["exercises"][1]["completed"] is True


CHANGES: list[tuple[str, Any]] = [
    ("schema", 0),
    ("schema", True),
    ("schema", None),
    ("id", "1"),
    ("id", str(UUID(int=1)).replace("0", "A")),
    ("id", None),
    ("started_at", "2026-11-22T09:01:00"),
    ("started_at", "yesterday"),
    ("started_at", 5),
    ("day", "2026-11-24"),
    ("day", "2026-11-20"),
    ("day", "2026-02-29"),
    ("day", None),
    ("seconds", -1),
    ("seconds", float("nan")),
    ("seconds", float("inf")),
    ("seconds", True),
    ("seconds", "64"),
    ("source", "guessed"),
    ("source", []),
    ("routine", ""),
    ("routine", "a\x1b[2J"),
    ("routine", "x" * 101),
    ("exercises", []),
    ("exercises", {}),
    ("exercises", ["arch"]),
    ("lead_side", "up"),
    ("stiffness", 5),
    ("stiffness", {"before": 10}),
    ("stiffness", {"before": 5.5}),
    ("stiffness", {"during": 5}),
    ("partial", "no"),
    ("note", "x" * 1001),
    ("note", "\ud800"),
    ("note", None),
    ("changed_at", "now"),
    ("changed_at", "9999-12-31T23:59:59.999999+00:00"),
    ("started_at", "0001-01-01T09:00:00+00:00"),
    ("day", "2201-01-01"),
    ("exercises", [record_to_dict(record())["exercises"][0]] * 51),
    ("own_target", 1),
    ("mood", "fine"),
]


@pytest.mark.parametrize(("key", "value"), CHANGES)
def test_an_unlawful_document_is_refused_by_name(key: str, value: Any) -> None:
    with pytest.raises(UnlawfulRecord) as caught:
        record_from_dict(record_to_dict(record()) | {key: value})
    assert key in caught.value.line


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", ""),
        ("target", 0),
        ("target", 21),
        ("target", 3.0),
        ("per_side", None),
        ("done", {"total": 3}),
        ("done", {"left": 3, "right": -1}),
        ("done", {"left": 3, "right": 100}),
        ("done", 3),
        ("hold_s", 0),
        ("hold_s", 61),
        ("move_s", None),
        ("completed", 1),
        ("felt", "great"),
        ("colour", "red"),
    ],
)
def test_an_unlawful_exercise_is_refused(key: str, value: Any) -> None:
    document = record_to_dict(record())
    document["exercises"][0] |= {key: value}
    with pytest.raises(UnlawfulRecord):
        record_from_dict(document)


@pytest.mark.parametrize("document", [None, [], "record", 5])
def test_what_is_no_table_is_refused(document: object) -> None:
    with pytest.raises(UnlawfulRecord):
        record_from_dict(document)


def test_a_newer_schema_is_told_apart() -> None:
    with pytest.raises(NewerSchema):
        record_from_dict({"schema": 2, "anything": "else"})


def test_what_may_be_left_out() -> None:
    document = record_to_dict(record())
    for key in ("stiffness", "lead_side", "partial", "note", "changed_at", "own_target"):
        del document[key]
    assert record_from_dict(document) == replace(record(), lead_side=None)


def test_a_resumed_session_keeps_its_first_day() -> None:
    late = record(1, started_at=datetime(2026, 11, 23, 0, 30, tzinfo=UTC), day=date(2026, 11, 22))
    assert record_from_dict(record_to_dict(late)).day == date(2026, 11, 22)
