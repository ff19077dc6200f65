"""`unhunch backups`: what can be brought back."""

from argparse import Namespace

from tui.adapters.content.exercises import read_catalogue
from tui.adapters.history.restoring import Backup, find_backups
from tui.cli.stores import Stores, open_stores, tell_problems
from tui.cli.streams import Streams
from tui.core.history.rows import session_line
from tui.core.record.record import Record
from tui.core.text.date_words import counted


def run(args: Namespace, streams: Streams) -> None:
    """List the backups, what was kept aside as damaged, and what was deleted lately."""
    stores = open_stores(streams)
    backups = find_backups(stores.paths)
    here = {record.id: record for record in stores.history.all()}
    for backup in backups:
        streams.say(f"{backup.day}  {_line(backup, here, stores)}")
    deleted = [item.record for item in stores.history.deleted() if item.record]
    if deleted:
        shorts = {item.id: item.short for item in read_catalogue(stores.paths.exercises).exercises}
        streams.say("Deleted within the last 30 days:")
        for record in deleted:
            streams.say(f"{record.id}  {session_line(record, shorts)}")
    if backups or deleted:
        streams.say(
            "`unhunch restore DAY` brings back the sessions that a day's copies have, `restore ID` one."
        )
    else:
        streams.say("There are no backups yet: the first change of a day makes one.")
    tell_problems(stores, streams)


def _line(backup: Backup, here: dict[str, Record], stores: Stores) -> str:
    if not backup.sessions:
        known = backup.path.suffix == ".zip"
        return f"{backup.path.name}  for `unhunch import`" if known else backup.of
    records = backup.records()
    missing = sum(record.id not in here for record in records)
    of_them = f", {missing} not in the history" if missing else ""
    damaged = ", kept aside as damaged" if backup.damaged else ""
    return f"{backup.of}  {counted(len(records), 'session')}{of_them}{damaged}"
