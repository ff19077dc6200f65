"""`unhunch delete`: removes a session, for 30 days or for good."""

from argparse import Namespace
from collections.abc import Iterator

from tui.adapters.history.deleted import Deleted
from tui.adapters.history.erase import erase
from tui.cli.changing import Changing, step_answer
from tui.cli.streams import Streams
from tui.core.history.find_session import find_session
from tui.core.history.wording import made_words
from tui.core.record.record import Record
from tui.core.record.record_json import record_from_dict
from tui.core.record.undo import Change
from tui.core.text.problems import Problem


def run(args: Namespace, streams: Streams) -> int:
    """Delete the session."""
    changing = Changing(streams, as_json=args.json)
    if not args.for_good:
        return changing.make(Change(changing.find(args.session), None))
    return _for_good(args.session, changing, streams)


def _for_good(name: str, changing: Changing, streams: Streams) -> int:
    """Erase a session, also one that was deleted before and is kept for undo."""
    stores = changing.stores
    known = {record.id: record for record in stores.history.newest_first()}
    deleted = {record.id: record for record in _deleted(changing, streams) if record.id not in known}
    both = sorted(
        (*known.values(), *deleted.values()), key=lambda item: (item.day, item.started_at), reverse=True
    )
    record = find_session(both, name, stores.today)
    step = Change(record, None)
    if record.id in known:
        changing.carry_out(step)
    erase(stores.paths, streams.clock, record.id)
    return changing.tell(
        f"{made_words(step, stores.today)} for good", {**step_answer(step), "for_good": True}
    )


def _deleted(changing: Changing, streams: Streams) -> Iterator[Record]:
    for document in Deleted(changing.stores.paths.deleted).documents(streams.clock.now()):
        try:
            yield record_from_dict(document)
        except Problem:
            continue
