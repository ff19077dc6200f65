"""Reads what can be read of a damaged file: one document a line."""

import json
import re
from collections.abc import Callable
from typing import Any

from tui.adapters.files.json_lines import Documents

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
