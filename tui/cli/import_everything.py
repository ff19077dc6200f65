"""Takes in an archive of everything: sessions as always, the rest where there is none."""

from tui.adapters.exchange.home import Home
from tui.cli.merged_lines import tell_sessions
from tui.cli.stores import Stores
from tui.cli.streams import Streams
from tui.core.exchange.differences import compare, counts
from tui.core.exchange.everything import Everything
from tui.core.text.date_words import counted


def take_everything(
    other: Everything, replaced: frozenset[str], stores: Stores, streams: Streams, *, dry: bool
) -> None:
    """Take in an archive.

    Args:
        other: what it holds.
        replaced: the parts in which it replaces what differs here.
        stores: where it goes.
        streams: where it is told.
        dry: whether only to tell.
    """
    say = streams.say if dry else streams.answer
    home = Home(stores.paths, streams.clock, stores.history)
    taken = compare(home.read(), other, replaced, home.unusable)
    backup = home.back_up() if taken.replaced and not dry else None
    merged = stores.history.merge(other.sessions, other.deleted, dry=dry)
    tell_sessions(merged, streams, dry=dry)
    if not dry:
        home.write(taken.changes)
    found = counts(taken.changes)
    if found:
        told = ", ".join(counted(count, name, _PLURALS.get(name, "")) for name, count in found.items())
        say(f"{told} {'would come in' if dry else 'taken in'}.")
    for line in taken.replaced:
        say(f"{'Would be replaced' if dry else 'Replaced'}: {line}.")
    if backup:
        say(f"What was there before is in {backup}.")
    for line in taken.differences:
        say(f"Left as it is: {line}.")
    if taken.kept_parts:
        say(f"--replace {','.join(sorted(taken.kept_parts))} takes what differs, after a backup.")


_PLURALS = {"number of repetitions": "numbers of repetitions"}
