"""The text of a file of documents: JSON with one table in it and one document a line, also if damaged."""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
_LINE = re.compile(rb'"([ !#-\[\]-~]+)": \{[^\n]*\}')
"""An id that needs no escaping, and its document."""
_TAIL = b"\n}\n}\n"
"""What follows the last line."""
Documents = dict[str, dict[str, Any]]
Line = bytearray
"""A document and its id as they stand in a file: JSON that is read only where it is changed."""


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


def parse_lines(data: bytes, table: str) -> dict[str, Line]:
    """Return the lines of `table` by id; those of a file of another layout as `format_table` lays them out.

    Raises:
        DamagedFile: as `parse_tables`; a line that is no JSON may stay as it is.
    """
    head = b"{\n%b: {\n" % _json(table)
    if data.startswith(head) and data.endswith(_TAIL):
        parts = data[len(head) : -len(_TAIL)].split(b",\n")
        found = {line[1].decode(): bytearray(line[0]) for line in map(_LINE.fullmatch, parts) if line}
        if len(found) == len(parts):
            return found
    documents = parse_tables(data, table)[table]
    return {key: new_line(key, document) for key, document in documents.items()}


def change_line(line: Line, document: dict[str, Any]) -> None:
    """Put values over those of a line with the same keys."""
    ((key, before),) = json.loads(b"{" + line + b"}").items()
    line[:] = new_line(key, before | document)


def format_table(table: str, documents: Documents) -> bytes:
    """Return the file of these documents: one a line.

    Raises:
        ValueError: when a number is not finite or a text is not Unicode.
    """
    return bytes(format_lines(table, {key: new_line(key, document) for key, document in documents.items()}))


def format_lines(table: str, lines: Mapping[str, Line]) -> bytearray:
    """Return the file of these lines."""
    held = (b"\n", b",\n".join(lines.values()), _TAIL) if lines else (_TAIL[1:],)
    return bytearray().join((b"{\n", _json(table), b": {", *held))


def append_lines(data: bytearray, lines: Iterable[Line]) -> None:
    """Put more lines at the end of what `format_lines` has made of at least one, which is not copied."""
    del data[-len(_TAIL) :]
    for line in lines:
        data += b",\n"
        data += line
    data += _TAIL


def new_line(key: str, document: dict[str, Any]) -> Line:
    """Return the line of a document.

    Raises:
        ValueError: as `format_table`.
    """
    return bytearray(b"%b: %b" % (_json(key), _json(document)))


def _json(value: object) -> bytes:
    return _ENCODER.encode(value).encode()


Lawful = Callable[[str, dict[str, Any]], bool]

_START = r'"(?P<key>[^"\\]{1,100})": (?=\{)'
_FRAME = r'[{}]*,?|"[a-z]+": \{\}?,?'
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
        if re.fullmatch(_FRAME, line):
            continue
        found = {key: item for key, item in _documents_in(line).items() if lawful(key, item)}
        documents.update(found)
        lost += not found
    return documents, lost


def _documents_in(line: str) -> Documents:
    found: Documents = {}
    at = 0
    while start := re.compile(_START).search(line, at):
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
