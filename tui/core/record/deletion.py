"""A session that was deleted: kept for a while, so that no copy brings it back, and a person may."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tui.core.record.record import Record
from tui.core.record.record_json import check_id, is_later, record_from_dict, record_to_dict
from tui.core.record.schema import UnlawfulRecord
from tui.core.text.checked import Table


@dataclass(frozen=True, slots=True)
class Deletion:
    """A session that was deleted, and when, with its offset."""

    id: str
    when: datetime
    record: Record | None
    """None where it was deleted for good: nothing but the id is left."""

    def joined(self, other: "Deletion") -> "Deletion":
        """Return one deletion for two of one session: the later instant, and the later version.

        What was deleted for good in either stays so.
        """
        record = other.record
        if self.record is None or (record and is_later(self.record, record)):
            record = self.record
        return Deletion(self.id, max(self.when, other.when), record)


def deletion_to_dict(deletion: Deletion) -> dict[str, Any]:
    """Return the document of a deletion."""
    return {
        "id": deletion.id,
        "when": deletion.when.isoformat(),
        "record": record_to_dict(deletion.record) if deletion.record else None,
    }


def deletion_from_dict(document: object) -> Deletion:
    """Return the deletion in a document.

    Raises:
        UnlawfulRecord: naming the first key at fault and the reason.
    """
    if not isinstance(document, Mapping) or document.keys() != {"id", "when", "record"}:
        raise UnlawfulRecord("deletion", "must hold id, when and record")
    table = Table(UnlawfulRecord, document)
    record = None if table.null("record") else record_from_dict(document["record"])
    key = check_id(document) if record is None else record.id
    if document["id"] != key:
        raise table.problem("id", "is not that of the record")
    return Deletion(key, table.instant("when"), record)
