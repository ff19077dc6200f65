"""Tells what became of sessions that came in."""

from tui.adapters.history.merging import Merged
from tui.cli.shell import Shell
from tui.core.text.date_words import counted


def tell_sessions(merged: Merged, shell: Shell, *, dry: bool) -> None:
    """Print how many sessions came in, or would, and what of the others."""
    verb = "would come in" if dry else "taken in"
    shell.say(f"{counted(merged.changed, 'session')} {verb}, {merged.known:,} known already.")
    if merged.deleted:
        shell.say(f"{counted(merged.deleted, 'session')} deleted lately stay deleted: see `unhunch backups`.")
    if merged.removed:
        verb = "would go" if dry else "are gone"
        shell.say(
            f"{counted(merged.removed, 'session')} deleted there {verb} here, too: see `unhunch backups`."
        )
