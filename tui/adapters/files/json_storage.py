"""TinyDB with a storage of our own: replaced as a whole, and one document a line."""

from pathlib import Path
from typing import Any

from tinydb import Storage, TinyDB
from tinydb.table import Document, Table

from tui.adapters.files.json_lines import (
    Documents,
    Line,
    append_lines,
    change_line,
    format_lines,
    new_line,
    parse_lines,
)
from tui.adapters.files.safe_file import Stamp, read_regular, replace_file, stamp_of


class JsonStorage(Storage):
    """A JSON file with one table, whose documents stay lines. The caller holds the lock while it writes.

    What was written is not read again for as long as nobody has replaced it.
    """

    def __init__(self, path: Path, table: str) -> None:
        self._path = path
        self._table = table
        self._lines: dict[str, Line] = {}
        self._data = bytearray()
        self.stamp: Stamp | None = None
        """Of the file that holds these lines, and is these data."""

    def read(self) -> dict[str, dict[str, Line]] | None:
        """Return the table, None when there is no file yet."""
        stamp = stamp_of(self._path)
        if stamp is None:
            return None
        if stamp != self.stamp:
            self._lines = parse_lines(read_regular(self._path), self._table)
        self.stamp = None  # whoever reads may change the lines
        return {self._table: self._lines}

    def write(self, data: dict[str, dict[str, Line | dict[str, Any]]]) -> None:
        """Replace the file."""
        self._lines = {
            key: line if isinstance(line, Line) else new_line(key, line)
            for key, line in data.get(self._table, {}).items()
        }
        self._data = format_lines(self._table, self._lines)
        self.stamp = replace_file(self._path, self._data)

    def append(self, documents: Documents) -> bool:
        """Replace the file by one with more documents, of which alone anything is encoded and laid out.

        Returns whether it could: the file must be as it was written here, with a line in it and none of
        these ids.
        """
        stamp = stamp_of(self._path)
        if not self._lines or stamp is None or stamp != self.stamp or self._lines.keys() & documents.keys():
            return False
        lines = {key: new_line(key, document) for key, document in documents.items()}
        self.stamp = None  # until it is written
        append_lines(self._data, lines.values())
        self._lines |= lines
        self.stamp = replace_file(self._path, self._data)
        return True


class TextIdTable(Table):
    """A table whose ids are texts: TinyDB's own numbers are reused and collide across terminals."""

    document_id_class = str  # type: ignore[assignment]


class Database(TinyDB):
    """A TinyDB over one table of one file."""

    table_class = TextIdTable

    def __init__(self, path: Path, table: str) -> None:
        super().__init__(path, table, storage=JsonStorage)
        self._file: JsonStorage = self.storage  # type: ignore[assignment]
        self._documents = self.table(table, cache_size=0)

    @property
    def stamp(self) -> Stamp | None:
        """The stamp of the file as it was last written; None when nothing was."""
        return self._file.stamp

    def insert(self, documents: Documents) -> None:
        """Add documents with new ids, in one write."""
        if self._file.append(documents):
            return
        self._documents.insert_multiple(
            Document(document, key)  # type: ignore[arg-type]
            for key, document in documents.items()
        )

    def update(self, key: str, document: dict[str, Any]) -> None:
        """Put `document` over the one with this id."""
        self._documents.update(
            lambda line: change_line(line, document),  # type: ignore[arg-type]
            doc_ids=[key],  # type: ignore[list-item]
        )

    def drop(self, key: str) -> None:
        """Remove the document with this id."""
        self._documents.remove(doc_ids=[key])  # type: ignore[list-item]
