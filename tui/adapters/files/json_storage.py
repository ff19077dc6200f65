"""TinyDB with a storage of our own: replaced as a whole, and one document a line."""

from pathlib import Path
from typing import Any

from tinydb import Storage, TinyDB
from tinydb.table import Document, Table

from tui.adapters.files.json_lines import Documents, Line, change_line, format_tables, parse_lines
from tui.adapters.files.safe_file import read_regular, replace_file


class JsonStorage(Storage):
    """A JSON file with one table, whose documents stay lines. The caller holds the lock while it writes."""

    def __init__(self, path: Path, table: str) -> None:
        self._path = path
        self._table = table

    def read(self) -> dict[str, dict[str, Line]] | None:
        """Return the table, None when there is no file yet."""
        try:
            data = read_regular(self._path)
        except FileNotFoundError:
            return None
        return {self._table: parse_lines(data, self._table)}

    def write(self, data: dict[str, dict[str, Line | dict[str, Any]]]) -> None:
        """Replace the file."""
        replace_file(self._path, format_tables({self._table: data.get(self._table, {})}))


class TextIdTable(Table):
    """A table whose ids are texts: TinyDB's own numbers are reused and collide across terminals."""

    document_id_class = str  # type: ignore[assignment]


class Database(TinyDB):
    """A TinyDB over one table of one file."""

    table_class = TextIdTable

    def __init__(self, path: Path, table: str) -> None:
        super().__init__(path, table, storage=JsonStorage)
        self._documents = self.table(table, cache_size=0)

    def insert(self, documents: Documents) -> None:
        """Add documents with new ids, in one write."""
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
