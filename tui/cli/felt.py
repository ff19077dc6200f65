"""`unhunch felt`: how a session was, the last one unless another is named."""

from argparse import Namespace
from dataclasses import replace

from tui.cli.changing import Changing
from tui.cli.hand import felt_of
from tui.cli.streams import Streams
from tui.core.record.undo import Change
from tui.core.text.problems import UsageProblem


def run(args: Namespace, streams: Streams) -> None:
    """Keep the answers that are given."""
    if args.felt is None and args.before is None and args.after is None:
        raise UsageProblem(
            "felt: say how it was", hint="easy, fine, sore or none, or --before, --after 0 to 9"
        )
    changing = Changing(streams, as_json=args.json)
    record = changing.find(args.session)
    after = record
    if args.felt is not None:
        felt = felt_of(args.felt)
        after = replace(record, exercises=tuple(replace(part, felt=felt) for part in record.exercises))
    if args.before is not None:
        after = replace(after, stiffness_before=args.before)
    if args.after is not None:
        after = replace(after, stiffness_after=args.after)
    changing.make(None if after == record else Change(record, after))
