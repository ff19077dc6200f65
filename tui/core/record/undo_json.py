"""A change of the history as plain values and back: what an undo in a later run goes by."""

from collections.abc import Mapping
from typing import Any

from tui.core.record.record import Record
from tui.core.record.record_json import record_from_dict, record_to_dict
from tui.core.record.schema import UnlawfulRecord
from tui.core.record.undo import AwayChange, Change, Step
from tui.core.settings.settings import Away
from tui.core.text.checked import Table

_SESSION_KEYS = {"before", "after"}
_ENDS = ("first", "last")
_AWAY_KEYS = {"before", "after", "wanted", "away"}


def step_to_dict(step: Step) -> dict[str, Any]:
    """Return a change as JSON values: records before and after, or ranges of days."""
    if isinstance(step, Change):
        return {"before": _document(step.before), "after": _document(step.after)}
    return {
        "before": [_days(item) for item in step.before],
        "after": [_days(item) for item in step.after],
        "wanted": _days(step.wanted),
        "away": step.away,
    }


def step_from_dict(value: object) -> Step:
    """Return the change in JSON values.

    Raises:
        UnlawfulRecord: when they are none.
    """
    if isinstance(value, Mapping) and value.keys() == _SESSION_KEYS:
        before, after = (
            None if value[key] is None else record_from_dict(value[key]) for key in ("before", "after")
        )
        if before is None and after is None:
            raise UnlawfulRecord("change", "must hold a session")
        return Change(before, after)
    if isinstance(value, Mapping) and value.keys() == _AWAY_KEYS and isinstance(value["away"], bool):
        return AwayChange(
            _ranges(value["before"]), _ranges(value["after"]), _range(value["wanted"]), value["away"]
        )
    raise UnlawfulRecord("change", "must hold before and after")


def _document(record: Record | None) -> dict[str, Any] | None:
    return record_to_dict(record) if record else None


def _days(away: Away) -> list[str]:
    return [away.first.isoformat(), away.last.isoformat()]


def _ranges(value: object) -> tuple[Away, ...]:
    if not isinstance(value, list):
        raise UnlawfulRecord("days", "must be a list")
    return tuple(_range(item) for item in value)


def _range(value: object) -> Away:
    if not isinstance(value, list) or len(value) != len(_ENDS):
        raise UnlawfulRecord("days", "must be two dates")
    table = Table(UnlawfulRecord, dict(zip(_ENDS, value, strict=True)), "days")
    first, last = map(table.day, _ENDS)
    if last < first:
        raise UnlawfulRecord("days", "must be two dates in their order")
    return Away(first, last)
