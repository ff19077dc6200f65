"""`unhunch import`: takes in what `export` wrote, files of ours, and the days that other programs kept."""

import gc
from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import datetime

from tui.adapters.content.exercises import Catalogue, read_catalogue
from tui.adapters.exchange.source_file import read_source
from tui.cli.export import STANDARD
from tui.cli.import_everything import take_everything
from tui.cli.merged_lines import tell_sessions
from tui.cli.stores import Stores, open_stores, stored_reps, tell_problems
from tui.cli.streams import Streams
from tui.core.exchange.differences import PARTS
from tui.core.exchange.earlier_desk_days import read_desk_days, rule_words, with_earlier
from tui.core.exchange.everything import Everything
from tui.core.exchange.foreign_records import Incoming, foreign_records, part_of
from tui.core.exchange.habits import UNDATED, ForeignHistory
from tui.core.exchange.import_file import Wanted
from tui.core.exercises.exercise import BOTH, Exercise
from tui.core.text.date_words import counted
from tui.core.text.problems import UsageProblem


def run(args: Namespace, streams: Streams) -> None:
    """Add the sessions of a file that are not there yet, and of a whole home all that is not."""
    collecting = gc.isenabled()
    gc.disable()  # nothing that is read is let go before the end: looking for it is a fifth of the time
    try:
        _run(args, streams)
    finally:
        if collecting:
            gc.enable()


def _run(args: Namespace, streams: Streams) -> None:
    replaced = _parts(args.replace)
    wanted = Wanted(
        args.exercise,
        args.habit,
        args.date,
        args.done,
        None if args.desk_days is None else read_desk_days(args.desk_days),
    )
    source = read_source(args.file, streams.read_bytes if args.file == STANDARD else None, wanted)
    if replaced and not isinstance(source, Everything):
        raise UsageProblem("--replace does not apply", "the file is no archive of everything")
    stores = open_stores(streams)
    if isinstance(source, Everything):
        if wanted.desk_days:
            raise UsageProblem("--desk-days does not apply", "the archive holds its own")
        take_everything(source, replaced, stores, streams, dry=args.dry_run)
    else:
        incoming = _incoming(source, wanted, stores, streams)
        _take(incoming, wanted.desk_days, stores, streams, dry=args.dry_run)
    tell_problems(stores, streams)


def _parts(text: str | None) -> frozenset[str]:
    if text is None:
        return frozenset()
    parts = frozenset(part.strip() for part in text.split(",") if part.strip())
    if not parts:
        raise UsageProblem("--replace: no part is named", hint=f"there are: {', '.join(PARTS)}")
    for part in sorted(parts - set(PARTS)):
        raise UsageProblem(f"--replace: unknown part '{part}'", hint=f"there are: {', '.join(PARTS)}")
    return parts


def _incoming(source: object, wanted: Wanted, stores: Stores, streams: Streams) -> Incoming:
    if not isinstance(source, ForeignHistory):
        assert isinstance(source, tuple)
        return Incoming(source)
    habit = source.choose(wanted.habit)
    catalogue = read_catalogue(stores.paths.exercises)
    reps = stored_reps(stores, streams)
    parts = [
        part_of(exercise, reps.get(exercise.id, exercise.dose.reps))
        for exercise in _exercises(wanted.exercise, habit.name, catalogue)
    ]
    return foreign_records(source, habit, parts, stores.history.all(), datetime.astimezone, stores.today)


def _exercises(name: str | None, habit: str, catalogue: Catalogue) -> tuple[Exercise, ...]:
    """Return what a habit stands for: what `--as` says, or the exercise that is called the same."""
    if name == BOTH:
        return catalogue.bundled
    if name is not None:
        return (catalogue.find(name),)
    same = [
        exercise
        for exercise in catalogue.exercises
        if habit.strip().casefold() in (exercise.id, exercise.short, exercise.name.casefold())
    ]
    if len(same) == 1:
        return (same[0],)
    shorts = ", ".join(exercise.short for exercise in catalogue.exercises)
    raise UsageProblem("which exercise was it?", "", f"say it with --as EXERCISE: {BOTH}, {shorts}")


def _take(
    incoming: Incoming, weekdays: frozenset[int] | None, stores: Stores, streams: Streams, *, dry: bool
) -> None:
    merged = stores.history.merge(incoming.records, dry=dry)
    tell_sessions(merged, streams, dry=dry)
    days = [record.day for record in (*merged.new.values(), *merged.later.values())]
    if days and dry:
        streams.say(f"They are of {min(days)} to {max(days)}.")
    say = streams.say if dry else streams.answer
    _tell_left_out(incoming.left_out, say)
    if days and (incoming.foreign or weekdays):
        rules = with_earlier(stores.settings, min(days), stores.today, weekdays)
        if rules != stores.settings.desk_days:
            if not dry:
                stores.settings_store.put(
                    {"desk_days": [[r.start.isoformat(), sorted(r.weekdays)] for r in rules]}
                )
            until = f" to {rules[1].start}" if len(rules) > 1 else " on"
            told = rule_words(rules[0].weekdays)
            say(f"Desk days from {rules[0].start}{until}: {told} (--desk-days says others).")


def _tell_left_out(left_out: Mapping[str, int], say: Callable[[str], None]) -> None:
    if left_out:
        told = "; ".join(_count(count, why) for why, count in left_out.items())
        say(f"Left out: {told}.")


def _count(count: int, why: str) -> str:
    return f"{counted(count, 'line' if why == UNDATED else 'day')} {why}"
