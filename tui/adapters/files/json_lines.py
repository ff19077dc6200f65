"""The text of a file of documents: JSON with one table in it, and one document a line."""

import json
from typing import Any

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
Documents = dict[str, dict[str, Any]]


class DamagedFile(Exception):
    """A file that is not the JSON it should be; `data` is what it holds."""

    def __init__(self, data: bytes) -> None:
        super().__init__("damaged")
        self.data = data


def parse_tables(data: bytes, table: str) -> dict[str, Documents]:
    """Return the tables in `data`.

    Raises:
        DamagedFile: when it is not an object that holds `table` and nothing else, with documents in it.
    """
    try:
        tables = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise DamagedFile(data) from error
    if not isinstance(tables, dict) or list(tables) != [table] or not isinstance(tables[table], dict):
        raise DamagedFile(data)
    return tables


def format_tables(tables: dict[str, Documents]) -> bytes:
    """Return the file of these tables: one document a line.

    Raises:
        ValueError: when a number is not finite or a text is not Unicode.
    """
    parts = [f"{_json(name)}: {_format_table(documents)}" for name, documents in tables.items()]
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _format_table(documents: Documents) -> str:
    if not documents:
        return "{}"
    lines = (f"{_json(key)}: {_json(document)}" for key, document in documents.items())
    return "{\n" + ",\n".join(lines) + "\n}"


def _json(value: object) -> str:
    return _ENCODER.encode(value)
