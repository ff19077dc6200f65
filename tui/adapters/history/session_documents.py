"""Records as the documents of a history's files."""

from typing import Any

from tui.core.record.record import Record
from tui.core.record.record_json import record_from_dict
from tui.core.record.schema import UnlawfulRecord


def parse_record(key: str, document: dict[str, Any]) -> Record:
    """Return the record stored under `key`.

    Raises:
        UnlawfulRecord: when it is none, or another one's.
    """
    record = record_from_dict(document)
    if record.id != key:
        raise UnlawfulRecord("id", "is not the one that it is stored under")
    return record
