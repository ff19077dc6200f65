"""A calendar of the sessions: whole by RFC 5545, and silent about how it was unless asked."""

import re
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.adapters.history.records import record
from tests.core.record.test_record_json import records
from tui.core.exchange.calendar_file import to_ics
from tui.core.record.record import Felt, Record


def events(text: str) -> list[dict[str, str]]:
    """Read a calendar as its standard says: lines joined, then texts freed of their marks."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    found: list[dict[str, str]] = []
    for line in text.replace("\r\n ", "").split("\r\n"):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            found.append({})
        elif found and name not in ("END", "BEGIN", ""):
            found[-1][name] = re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], value)
    return found


@settings(max_examples=30)
@given(st.lists(records(), max_size=3, unique_by=lambda item: item.id), st.booleans())
def test_each_session_is_an_event(items: list[Record], notes: bool) -> None:
    read = events(to_ics(items, {}, notes=notes))
    assert [event["UID"] for event in read] == [item.id for item in items]
    for event, item in zip(read, items, strict=True):
        start = datetime.strptime(event["DTSTART"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
        assert start == item.started_at.astimezone(UTC).replace(microsecond=0)
        assert event["DURATION"] == f"PT{round(item.seconds)}S"
        told = event.get("DESCRIPTION", "")
        assert notes or not told
        if notes:
            plain = item.note.replace("\r\n", "\n").replace("\r", "\n")
            assert told.endswith(
                "".join(c for c in plain if c == "\n" or ord(c) not in (*range(32), *range(127, 160)))
            )


def test_what_is_told_of_a_session() -> None:
    item = record(1, felt=Felt.SORE, note="stiff; left, too\nbetter\\")
    text = to_ics([item], {"sit-and-arch": "Sit and Arch"})
    assert "sore" not in text and "stiff" not in text
    assert "SUMMARY:sit-and-rotate 3+3\\, Sit and Arch 3\r\n" in text
    assert "DESCRIPTION:sore\\nstiff\\; left\\, too\\nbetter\\\\\r\n" in to_ics([item], {}, notes=True)


def test_long_lines_are_folded_at_75_bytes_between_characters() -> None:
    text = to_ics([record(1, note="é" * 200)], {}, notes=True)
    lines = [len(line.encode()) for line in text.split("\r\n")]
    assert max(lines) == 75 and lines.count(75) >= 4
    assert events(text)[0]["DESCRIPTION"].endswith("é" * 200)


def test_no_sessions_are_an_empty_calendar() -> None:
    assert to_ics([], {}).split("\r\n")[0] == "BEGIN:VCALENDAR"
    assert events(to_ics([], {})) == []
