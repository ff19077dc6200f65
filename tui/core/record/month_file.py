"""The names of the files of sessions, one a month, and of the copies that sync programs leave of them."""

import re
from datetime import date

_MONTH = re.compile(r"\d{4}-\d{2}\.json\Z", re.ASCII)
_NUMBER = r"(?:\.\.path|\.conflict)\d+"
_NUMBERED = re.compile(rf"{_NUMBER}\Z", re.ASCII)
_COPY = re.compile(rf"(\d{{4}}-\d{{2}})(?!\d)[^/]*\.json(?:{_NUMBER})?\Z", re.ASCII)
_LEFT_BY_SYNC = re.compile(
    rf"\.sync-conflict-|conflicted copy|\(conflict_on_|\.json{_NUMBER}\Z", re.IGNORECASE
)
"""Syncthing; Dropbox, Nextcloud and their like; Unison 2.52; rclone 1.60 and, by its manual, 1.66."""


def month_name(day: date) -> str:
    """Return the name of the file in which the sessions of `day` are."""
    return f"{day.year:04}-{day.month:02}.json"


def is_month(name: str) -> bool:
    """Whether a file of that name can hold sessions."""
    return bool(_MONTH.match(name))


def month_of_copy(name: str) -> str:
    """Return the name of the file of which this one is a copy, or which it is; empty when it is neither."""
    found = _COPY.match(name)
    return f"{found[1]}.json" if found else ""


def without_number(name: str) -> str:
    """Return the name that a file had before rclone's bisync could not choose between its two versions."""
    return _NUMBERED.sub("", name)


def is_left_by_sync(name: str) -> bool:
    """Whether a sync program gives such names to the versions between which it cannot choose."""
    return bool(_LEFT_BY_SYNC.search(name))
