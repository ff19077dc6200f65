"""`unhunch delete`: removes a session, for 30 days or for good."""

from argparse import Namespace

from tui.adapters.history.erase import erase
from tui.cli.changing import Changing, step_answer
from tui.cli.streams import Streams
from tui.core.history.find_session import find_session
from tui.core.history.wording import made_words
from tui.core.record.undo import Change


def run(args: Namespace, streams: Streams) -> None:
    """Delete the session."""
    changing = Changing(streams, as_json=args.json)
    if args.for_good:
        _for_good(args.session, changing, streams)
    else:
        changing.make(Change(changing.find(args.session), None))


def _for_good(name: str, changing: Changing, streams: Streams) -> None:
    """Erase a session, also one that was deleted before and is kept for undo."""
    stores = changing.stores
    known = {record.id: record for record in stores.history.newest_first()}
    deleted = {item.id: item.record for item in stores.history.deleted() if item.record}
    both = sorted(
        (deleted | known).values(), key=lambda record: (record.day, record.started_at), reverse=True
    )
    record = find_session(both, name, stores.today)
    step = Change(record, None)
    if record.id in known:
        changing.carry_out(step)
    erase(stores.paths, streams.clock, record.id)
    changing.tell(f"{made_words(step, stores.today)} for good", {**step_answer(step), "for_good": True})
