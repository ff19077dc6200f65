"""Everything out as JSON or CSV."""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from tui.core.record.record import Record
from tui.core.record.record_json import record_to_dict
from tui.core.record.schema import SCHEMA

COLUMNS = (
    *("id", "started_at", "day", "seconds", "source", "routine", "partial", "lead_side"),
    *("exercise", "target", "per_side", "left", "right", "total", "hold_s", "move_s", "completed", "felt"),
    *("stiffness_before", "stiffness_after", "own_target", "changed_at", "note"),
)
"""The columns of the CSV: one row for each exercise of each session."""
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_VISIBLE = {code: f"\\x{code:02x}" for code in _CONTROLS if chr(code) not in "\n\t"}
"""How a CSV shows characters that a terminal would obey."""
_IN_JSON = {code: f"\\u{code:04x}" for code in range(0x7F, 0xA0)}
"""Those among them that JSON leaves as they are; they are in texts only, so the meaning stays."""
_RUN_BY_SPREADSHEETS = "=+-@\uff1d\uff0b\uff0d\uff20"


def to_json(records: Iterable[Record]) -> str:
    """Return all records as `{"schema": 1, "sessions": [...]}`, one a line, free of control characters."""
    lines = (json.dumps(record_to_dict(record), ensure_ascii=False, allow_nan=False) for record in records)
    sessions = ",\n".join(lines)
    if not sessions:
        return _EMPTY
    return f'{{"schema": {SCHEMA}, "sessions": [\n{sessions}\n]}}\n'.translate(_IN_JSON)


_EMPTY = f'{{"schema": {SCHEMA}, "sessions": []}}\n'


def to_csv(records: Iterable[Record]) -> str:
    r"""Return all records as CSV (RFC 4180) in which no spreadsheet finds anything to run, nor a terminal.

    Of control characters only line ends and tabs stay what they are; others are written as `\x1b`.
    """
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, extrasaction="ignore")
    writer.writeheader()
    for record in records:
        for row in _rows(record):
            writer.writerow({name: _cell(value) for name, value in row.items()})
    return text.getvalue()


def uncelled(cell: str) -> str:
    """Return the text of a cell without the apostrophe that keeps spreadsheets from running it."""
    return cell[1:] if cell[:1] == "'" and _needs_mark(cell[1:]) else cell


def _rows(record: Record) -> Iterator[dict[str, Any]]:
    """Yield a line for each exercise: what JSON has of it, and of the session as far as it has a column."""
    session = record_to_dict(record)
    for part in session["exercises"]:
        yield {
            **part,
            **part["done"],
            **session,
            "exercise": part["id"],
            "stiffness_before": record.stiffness_before,
            "stiffness_after": record.stiffness_after,
        }


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str) or not value:
        return value
    mark = "'" if _needs_mark(value) else ""
    return mark + value.translate(_VISIBLE)


def _needs_mark(text: str) -> bool:
    """Whether a spreadsheet could run a text, or would take its first apostrophe for such a mark."""
    first = text[:1]
    return bool(first) and (first in _RUN_BY_SPREADSHEETS or first in "'\\" or not first.isprintable())
