"""Tells what became of sessions that came in."""

from tui.adapters.history.merging import Merged
from tui.cli.streams import Streams
from tui.core.text.date_words import counted


def tell_sessions(merged: Merged, streams: Streams, *, dry: bool) -> None:
    """Print how many sessions came in, or would, and what of the others."""
    say = streams.say if dry else streams.answer
    verb = "would come in" if dry else "taken in"
    say(f"{counted(merged.changed, 'session')} {verb}, {merged.known:,} known already.")
    if merged.deleted:
        say(f"{counted(merged.deleted, 'session')} deleted lately stay deleted: see `unhunch backups`.")
    if merged.removed:
        verb = "would go" if dry else "are gone"
        say(f"{counted(merged.removed, 'session')} deleted there {verb} here, too: see `unhunch backups`.")
