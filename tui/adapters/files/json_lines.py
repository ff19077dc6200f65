"""The text of a file of documents: JSON with one table in it and one document a line, also if damaged."""

import json
import re
from collections.abc import Callable
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


Lawful = Callable[[str, dict[str, Any]], bool]

_START = re.compile(r'"(?P<key>[^"\\]{1,100})": (?=\{)')
_FRAME = re.compile(r'[{}]*,?|"[a-z]+": \{\}?,?')
_DECODER = json.JSONDecoder()


def salvage(data: bytes, lawful: Lawful) -> tuple[Documents, int]:
    """Return the documents that can still be read, and how many lines hold none.

    A document counts when it stands whole on a line, also when a lost line end has joined two of them.

    Args:
        data: the file's content.
        lawful: whether what was found under a key is a document of this file.
    """
    documents: Documents = {}
    lost = 0
    for raw in data.split(b"\n"):
        line = raw.decode(errors="surrogateescape").strip()
        if _FRAME.fullmatch(line):
            continue
        found = {key: item for key, item in _documents_in(line).items() if lawful(key, item)}
        documents.update(found)
        lost += not found
    return documents, lost


def _documents_in(line: str) -> Documents:
    found: Documents = {}
    at = 0
    while start := _START.search(line, at):
        try:
            document, at = _DECODER.raw_decode(line, start.end())
        except (ValueError, RecursionError):
            at = start.end()
            continue
        if _is_text(line[start.start() : at]):
            found[start["key"]] = document
    return found


def _is_text(line: str) -> bool:
    return not any("\udc80" <= character <= "\udcff" for character in line)
