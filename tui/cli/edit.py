"""`unhunch edit`: corrects a session."""

from argparse import Namespace
from dataclasses import replace

from tui.adapters.content.exercises import read_catalogue
from tui.cli.changing import Changing
from tui.cli.hand import counts_of, line_texts, start_of, with_words
from tui.cli.stores import stored_reps
from tui.cli.streams import Streams
from tui.core.history.hand_entry import edited_record, entry_of, line_of, lines_for
from tui.core.record.undo import Change
from tui.core.text.problems import UsageProblem


def run(args: Namespace, streams: Streams) -> None:
    """Change what is named of the session."""
    if not args.what and all(value is None for value in (args.day, args.time, args.felt, args.note)):
        raise UsageProblem("edit: nothing to change is named", hint="see unhunch edit --help")
    changing = Changing(streams, as_json=args.json)
    catalogue = read_catalogue(changing.stores.paths.exercises)
    counts = counts_of(args.what, catalogue, "edit")
    if missing := next((name for name, count in counts.items() if not count), None):
        raise UsageProblem("edit: how many are missing", hint=f"like {missing}=3")
    record = changing.find(args.session)
    reps = stored_reps(changing.stores, streams)
    empty = [line_of(item, reps.get(item.id, item.dose.reps)) for item in catalogue.exercises]
    lines = lines_for(record, empty)
    before = entry_of(record, lines)
    date, time = start_of(args, before, record.day, changing.around)
    entry = with_words(replace(before, date=date, time=time, counts=line_texts(lines, counts)), args)
    after = edited_record(record, entry, lines, changing.around)
    changing.make(None if after == record else Change(record, after))
