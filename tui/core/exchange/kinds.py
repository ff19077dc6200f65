"""What a file is taken for by how it begins, in plain words."""

import re
from collections.abc import Mapping

ZIP = (b"PK\x03\x04", b"PK\x05\x06")
SQLITE = b"SQLite format 3\x00"
_KINDS = {
    b"\x1f\x8b": "compressed",
    b"BZh": "compressed",
    b"\xfd7zXZ\x00": "compressed",
    b"\x28\xb5\x2f\xfd": "compressed",
    b"7z\xbc\xaf\x27\x1c": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"%PDF": "a PDF",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\xd0\xcf\x11\xe0": "a document of an old Office",
    b"\x7fELF": "a program",
    b"OggS": "a sound",
    b"RIFF": "a sound",
    b"ID3": "a sound",
}
_TEXTS = {
    "BEGIN:VCALENDAR": "it is a calendar: no sessions can be read from one",
    "Position,Name,": "it is the list of Loop's habits alone: import its whole folder or ZIP archive",
    "Date,Score": "it is Loop's scores: import its whole folder or ZIP archive",
}
_SCORES = re.compile(r"Date,[^\n]*,\r?\n\d{4}-\d{2}-\d{2},(?:[01]\.\d{4},)+\r?(?:\n|\Z)", re.ASCII)
"""The table of all scores: the lines of the table of all habits, but numbers such as 0.0519."""
_IN_ARCHIVES = {
    "[Content_Types].xml": "an Office document: save its table as CSV",
    "mimetype": "an OpenDocument file or a book: save its table as CSV",
    "META-INF/MANIFEST.MF": "a Java archive",
    "AndroidManifest.xml": "an Android program",
}


def kind_of_bytes(data: bytes) -> str:
    """Return what data that is no text is taken for; empty when nothing is known of it."""
    return next((kind for start, kind in _KINDS.items() if data.startswith(start)), "")


def kind_of_text(text: str) -> str:
    """Return what a text that cannot be imported is taken for; empty when nothing is known of it."""
    start = text.lstrip()
    if _SCORES.match(start):
        return _TEXTS["Date,Score"]
    return next((kind for begin, kind in _TEXTS.items() if start.startswith(begin)), "")


def kind_of_archive(names: Mapping[str, object]) -> str:
    """Return what a ZIP archive with files of these names is taken for."""
    found = next((kind for name, kind in _IN_ARCHIVES.items() if name in names), "")
    return found or "a ZIP archive with nothing of unhunch or of Loop in it"
