"""All sessions as a calendar (iCalendar, RFC 5545)."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from tui.core.history.rows import counts_text, felt_text
from tui.core.record.record import Record

_LONGEST_BYTES = 75
"""Of a line, without its end."""
_CONTROLS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)))
_HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//unhunch//unhunch//EN", "CALSCALE:GREGORIAN")


def to_ics(records: Iterable[Record], names: Mapping[str, str], *, notes: bool = False) -> str:
    """Return a calendar with an event a session.

    Args:
        records: the sessions.
        names: of exercises by id; one that is missing is told by its id.
        notes: whether notes and how it felt are told: calendars are shared.
    """
    lines = [*_HEAD]
    for record in records:
        lines += _event(record, names, notes=notes)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(record: Record, names: Mapping[str, str], *, notes: bool) -> Iterator[str]:
    what = ", ".join(counts_text(part, names.get(part.id, part.id)) for part in record.exercises)
    yield "BEGIN:VEVENT"
    yield f"UID:{record.id}"
    yield f"DTSTAMP:{_utc(record.version)}"
    yield f"DTSTART:{_utc(record.started_at)}"
    yield f"DURATION:PT{round(record.seconds)}S"
    yield f"SUMMARY:{_text(what)}"
    if notes and (told := "\n".join(line for line in (felt_text(record), record.note) if line)):
        yield f"DESCRIPTION:{_text(told)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _utc(instant: datetime) -> str:
    return f"{instant.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    marked = (
        line.translate(_CONTROLS).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
        for line in lines
    )
    return "\\n".join(marked)


def _folded(line: str) -> Iterator[str]:
    """Yield the line in parts of at most 75 bytes, each after the first begun with a space."""
    part, size = "", 0
    for character in line:
        width = len(character.encode())
        if size + width > _LONGEST_BYTES:
            yield part
            part, size = " ", 1
        part += character
        size += width
    yield part
