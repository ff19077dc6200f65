"""Finds the session that a person names: the last one, one of a day, or by the beginning of its id."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import islice

from tui.core.history.hand_entry import read_date
from tui.core.record.record import Record
from tui.core.text.problems import UsageProblem

LAST = "last"
FORMS = "last, a day, DAY@HH:MM, or four or more characters of its id"
"""How a session can be named."""
_ID = re.compile(r"[0-9a-f]{4}[0-9a-f-]{0,32}\Z")
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2}|today|yesterday)(?:@(\d{1,2}:\d{2}))?\Z", re.ASCII)
_LISTED = 5


def find_session(newest_first: Iterable[Record], text: str, today: date) -> Record:
    """Return the session that `text` names.

    Args:
        newest_first: the sessions; read only as far as needed.
        text: what was typed.
        today: the day it is; a session of a later one is not the last.

    Raises:
        UsageProblem: when there is none, or more than one; those are listed then.
    """
    wanted = text.strip().lower()
    if wanted == LAST:
        found = list(islice((record for record in newest_first if record.day <= today), 1))
    elif named := _DAY.match(wanted):
        found = _of_day(newest_first, read_date(named[1], today), named[2])
    elif _ID.match(wanted):
        found = [record for record in newest_first if record.id.startswith(wanted)]
    else:
        raise UsageProblem(f"'{text}' names no session", hint=FORMS)
    if not found:
        raise UsageProblem(
            "there is no such session", f"'{text}'", hint="`unhunch history --json` lists them"
        )
    if len(found) > 1:
        starts = ", ".join(f"{item.day.isoformat()}@{item.started_at:%H:%M}" for item in found[:_LISTED])
        same = len({f"{item.day} {item.started_at:%H:%M}" for item in found}) < len(found)
        which = ", ".join(item.id[:8] for item in found[:_LISTED]) if same else starts
        raise UsageProblem(f"'{text}' names {len(found)} sessions", hint=f"say which: {which}")
    return found[0]


def _of_day(newest_first: Iterable[Record], day: date, clock: str | None) -> list[Record]:
    found: list[Record] = []
    for record in newest_first:
        if record.day < day:
            break
        if record.day == day and (clock is None or f"{record.started_at:%H:%M}" == clock.rjust(5, "0")):
            found.append(record)
    return found
