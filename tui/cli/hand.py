"""What `log` and `edit` take from the command line: exercises with their counts, a day, a time."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from tui.adapters.content.exercises import Catalogue
from tui.core.exercises.exercise import BOTH, Exercise
from tui.core.history.hand_entry import EntryBounds, ExerciseLine, HandEntry, read_date, read_time
from tui.core.record.record import Felt
from tui.core.text.problems import UsageProblem

UNSAID = "none"
"""Takes back how it felt."""
NOON = "12:00"


def counts_of(texts: Sequence[str], catalogue: Catalogue, command: str) -> dict[str, str]:
    """Return what was typed for each exercise by its id, in order: `rotate=3+2`; empty where no count was.

    Raises:
        UsageProblem: for an unknown exercise, one named twice, or a count that is missing behind its `=`.
    """
    counts: dict[str, str] = {}
    for text in texts:
        name, equals, count = text.partition("=")
        if equals and not count.strip():
            raise UsageProblem(f"{command}: '{text}': how many are missing", hint="like arch=3")
        for exercise in _named(name.strip().lower(), catalogue):
            if exercise.id in counts:
                raise UsageProblem(f"{command}: '{exercise.id}' is named twice")
            counts[exercise.id] = count.strip()
    return counts


def start_of(args: Namespace, at_first: HandEntry, day: date, around: EntryBounds) -> tuple[str, str]:
    """Return date and time as the form takes them, where the day is one that begins at the day start.

    Args:
        args: the arguments; `day` and `time` may be None.
        at_first: date and time where neither is given.
        day: the day that holds where only a time is given.
        around: the day start and today.
    """
    if args.day is None and args.time is None:
        return at_first.date, at_first.time
    wanted = day if args.day is None else read_date(args.day, around.today)
    time = args.time if args.time is not None else at_first.time
    clock = read_time(time)
    early = clock.hour * 60 + clock.minute < around.day_start_minute
    return (wanted + timedelta(days=early)).isoformat(), time


def with_words(entry: HandEntry, args: Namespace) -> HandEntry:
    """Return the entry with how it felt and the note, where they are given."""
    if args.felt is not None:
        entry = replace(entry, felt=felt_of(args.felt), mixed=False)
    return entry if args.note is None else replace(entry, note=args.note)


def felt_of(text: str) -> Felt | None:
    """Return how it felt; None for `none`."""
    return None if text == UNSAID else Felt(text)


def line_texts(lines: Sequence[ExerciseLine], counts: dict[str, str]) -> tuple[str, ...]:
    """Return the text of each line: what was typed, else what it shows at first."""
    return tuple(counts.get(line.blank.id) or line.text for line in lines)


def _named(name: str, catalogue: Catalogue) -> tuple[Exercise, ...]:
    return catalogue.bundled if name == BOTH else (catalogue.find(name),)
