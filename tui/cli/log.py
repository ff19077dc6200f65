"""`unhunch log`: a set done away from the screen, on any day."""

from argparse import Namespace
from collections.abc import Mapping
from uuid import uuid4

from tui.adapters.content.exercises import Catalogue, read_catalogue
from tui.cli.changing import Changing
from tui.cli.hand import NOON, counts_of, start_of, with_words
from tui.cli.stores import stored_reps
from tui.cli.streams import Streams
from tui.core.exercises.exercise import BOTH
from tui.core.history.hand_entry import ExerciseLine, HandEntry, line_of, new_record, read_date
from tui.core.record.undo import Change


def run(args: Namespace, streams: Streams) -> None:
    """Add the session."""
    changing = Changing(streams, as_json=args.json)
    catalogue = read_catalogue(changing.stores.paths.exercises)
    counts = counts_of(args.what or (BOTH,), catalogue, "log")
    lines = _lines(catalogue, tuple(counts), stored_reps(changing.stores, streams))
    around = changing.around
    today = args.day is None or read_date(args.day, around.today) == around.today
    now = HandEntry(around.now.date().isoformat(), f"{around.now:%H:%M}" if today else NOON, ())
    date, time = start_of(args, now, around.today, around)
    texts = tuple(counts[line.blank.id] or str(line.blank.target) for line in lines)
    entry = with_words(HandEntry(date, time, texts), args)
    changing.make(Change(None, new_record(entry, lines, around, str(uuid4()))))


def _lines(catalogue: Catalogue, wanted: tuple[str, ...], reps: Mapping[str, int]) -> list[ExerciseLine]:
    exercises = [catalogue.find(name) for name in wanted]
    return [line_of(exercise, reps.get(exercise.id, exercise.dose.reps)) for exercise in exercises]
