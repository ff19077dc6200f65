"""`unhunch restore`: brings sessions back from copies and from what was deleted, never over newer ones."""

import re
from argparse import Namespace
from datetime import date, timedelta

from tui.adapters.history.merging import latest
from tui.adapters.history.restoring import Backup, find_backups, sessions_in
from tui.cli.merged_lines import tell_sessions
from tui.cli.stores import Stores, open_stores, tell_problems
from tui.cli.streams import Streams
from tui.core.record.record import Record
from tui.core.record.record_json import is_later
from tui.core.text.problems import StoreProblem, UsageProblem

LAST = "last"
"""Stands for the session that was deleted last."""
_ID = re.compile(r"[0-9a-f][0-9a-f-]{3,35}\Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}\Z", re.ASCII)


def run(args: Namespace, streams: Streams) -> None:
    """Bring back what a day's backups have, or one session."""
    stores = open_stores(streams)
    backups = find_backups(stores.paths)
    what = (args.what or "").strip().lower()
    if what and not _is_day(what):
        _restore_one(what, backups, stores, streams)
    else:
        _restore_day(what, backups, stores, streams)
    tell_problems(stores, streams)


def _is_day(word: str) -> bool:
    return word in ("today", "yesterday") or bool(_DAY.match(word))


def _restore_day(word: str, backups: tuple[Backup, ...], stores: Stores, streams: Streams) -> None:
    days = sorted({backup.day for backup in backups if backup.sessions}, reverse=True)
    if not days:
        raise StoreProblem("there are no backups yet", "the first change of a day makes one")
    day = _day(word, stores.today) if word else days[0]
    if day not in days:
        told = ", ".join(day.isoformat() for day in days[:7])
        raise UsageProblem(f"there is no backup of {day}", "", f"there are: {told}")
    records = sessions_in(backup for backup in backups if backup.day == day)
    merged = stores.history.merge(records.values())
    streams.answer(f"From the copies of {day}:")
    tell_sessions(merged, streams, dry=False)


def _restore_one(word: str, backups: tuple[Backup, ...], stores: Stores, streams: Streams) -> None:
    deleted = [item.record for item in stores.history.deleted() if item.record]
    if word == LAST:
        if not deleted:
            raise UsageProblem("nothing was deleted within the last 30 days")
        _bring_back(deleted[-1], stores, streams)
        return
    if not _ID.match(word):
        raise UsageProblem(f"'{word}' is no day and no id", hint="`unhunch backups` lists them")
    found = [
        record for record in latest([*deleted, *sessions_in(backups).values()]) if record.id.startswith(word)
    ]
    if not found:
        raise UsageProblem(f"no session '{word}' can be brought back", hint="`unhunch backups` lists them")
    if len(found) > 1:
        raise UsageProblem(f"more than one session begins with '{word}'", hint="give more of the id")
    _bring_back(found[0], stores, streams)


def _bring_back(record: Record, stores: Stores, streams: Streams) -> None:
    known = stores.history.find(record.id)
    if known and not is_later(record, known):
        streams.say("That session is there, as it was or changed later: nothing is changed.")
        return
    stores.history.add(record)
    streams.answer(f"The session of {record.day} is back.")


def _day(word: str, today: date) -> date:
    if word in ("today", "yesterday"):
        return today - timedelta(days=word == "yesterday")
    try:
        return date.fromisoformat(word)
    except ValueError:
        raise UsageProblem(f"'{word}' is no date") from None
