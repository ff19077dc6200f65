"""Asks after a printed session how it was, on a terminal only."""

from dataclasses import replace

from tui.adapters.machine.console import Console
from tui.cli.streams import Streams
from tui.core.record.record import Felt, Record

_PATIENCE_S = 3600.0
_ANSWERS = {
    name[:length]: felt for felt in Felt for name in [felt.value] for length in range(1, len(name) + 1)
}


def ask_how_it_was(record: Record, streams: Streams, console: Console, *, stiffness: bool) -> Record:
    """Return the record with what was answered; as it is when nothing was, or a signal came.

    Args:
        record: the session, saved already.
        streams: where the questions are printed.
        console: where the answers come from.
        stiffness: whether to ask for stiffness, too.
    """
    streams.say("How was it? e easy, f fine, s sore, Enter to skip:")
    answer = answer_of(console)
    felt = _ANSWERS.get(answer) if answer else None
    if felt:
        record = replace(record, exercises=tuple(replace(item, felt=felt) for item in record.exercises))
    if stiffness and answer is not None:
        streams.say("How stiff is your upper back now? 0 not at all to 9, Enter to skip:")
        number = answer_of(console) or ""
        if len(number) == 1 and number in "0123456789":
            record = replace(record, stiffness_after=int(number))
    return record


def answer_of(console: Console) -> str | None:
    """Return the next line in small letters; None when none will come."""
    while console.listening:
        heard = console.wait(_PATIENCE_S)
        if heard.lines:
            return heard.lines[0].strip().lower()
        if heard.signal is not None:
            return None
    return None
