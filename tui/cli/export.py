"""`unhunch export`: every session as CSV or JSON."""

from argparse import Namespace
from pathlib import Path

from tui.adapters.history.export_file import write_export
from tui.cli.shell import Shell
from tui.cli.stores import open_stores, tell_problems
from tui.core.record.export import to_csv, to_json

STANDARD = "-"
"""Stands for standard output or input."""


def run(args: Namespace, shell: Shell) -> int:
    """Write all sessions to standard output or a file."""
    stores = open_stores(shell)
    to_file = args.output is not None and args.output != STANDARD
    named_json = to_file and args.output.lower().endswith(".json")
    write = to_json if (args.format or ("json" if named_json else "csv")) == "json" else to_csv
    records = stores.history.all()
    text = write(records)
    if to_file:
        write_export(Path(args.output), text)
    else:
        shell.write_bytes(text.encode())
    tell_problems(stores, shell)
    return 0
