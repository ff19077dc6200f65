"""`unhunch export`: every session as CSV, JSON or a calendar, or all that there is as one archive."""

from argparse import Namespace
from pathlib import Path

from tui.adapters.history.export_file import write_export
from tui.cli.stores import Stores, open_stores, tell_problems
from tui.cli.streams import Streams
from tui.core.record.export import to_csv, to_json
from tui.core.text.problems import UsageProblem

STANDARD = "-"
"""Stands for standard output or input."""
FORMATS = ("csv", "json", "ics")
FAILED = 1


def run(args: Namespace, streams: Streams) -> int:
    """Write all sessions, or everything, to standard output or a file."""
    name = args.output if args.everything is None else args.everything
    kind = args.format or _kind(name)
    if args.everything is not None and (args.output is not None or args.format):
        raise UsageProblem("export: --everything goes alone", "", "it names its own file")
    if args.notes and (args.everything is not None or kind != "ics"):
        raise UsageProblem("export: --notes is for --format ics", "", "the other formats have them always")
    if args.everything == STANDARD and streams.out.isatty():
        raise UsageProblem("export: an archive is nothing for a terminal", "", "name a file, or use a pipe")
    stores = open_stores(streams)
    if args.everything is None:
        content, whole = _text(kind, stores, notes=args.notes), True
    else:
        content, whole = _archive(stores, streams)
    if name is not None and name != STANDARD:
        tell_problems(stores, streams)  # first: what is damaged is told once, and the file may fail
        write_export(Path(name), content, stores.paths.data)
    else:
        streams.write_bytes(content)
        tell_problems(stores, streams)
    return 0 if whole else FAILED


def _kind(name: str | None) -> str:
    ending = (name or "").lower().rpartition(".")[2]
    return ending if ending in FORMATS else "csv"


def _text(kind: str, stores: Stores, *, notes: bool) -> bytes:
    records = stores.history.all()
    if kind == "ics":
        from tui.adapters.content.exercises import read_catalogue
        from tui.core.exchange.calendar_file import to_ics

        exercises = read_catalogue(stores.paths.exercises).exercises
        return to_ics(records, {item.id: item.name for item in exercises}, notes=notes).encode()
    return (to_json(records) if kind == "json" else to_csv(records)).encode()


def _archive(stores: Stores, streams: Streams) -> tuple[bytes, bool]:
    """Return the archive, and whether nothing is left out of it; tell what is."""
    from tui.adapters.exchange.home import Home
    from tui.adapters.exchange.zip_file import write_zip
    from tui.core.exchange.everything import to_files

    home = Home(stores.paths, streams.clock, stores.history)
    data = write_zip(to_files(home.read()))
    told = {problem.line for problem in (*stores.problems, *stores.history.problems)}
    for problem in (*home.mended, *home.left_out):
        if problem.line not in told:
            streams.warn(problem.line)
    return data, not home.left_out
