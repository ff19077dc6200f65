"""`unhunch import`: takes in what `export` wrote, and the program's own files of sessions."""

from argparse import Namespace
from pathlib import Path

from tui.adapters.files.safe_file import read_regular
from tui.cli.export import STANDARD
from tui.cli.shell import Shell
from tui.cli.stores import open_stores, tell_problems
from tui.core.record.import_text import parse_import
from tui.core.text.problems import UsageProblem

MOST_BYTES = 64 * 1024 * 1024
"""The largest file that is read: ten sessions a day for thirty years are less."""
_OTHER_KINDS = {
    b"PK\x03\x04": "a ZIP archive",
    b"SQLite format 3\x00": "a SQLite database",
    b"\x1f\x8b": "compressed",
}


def run(args: Namespace, shell: Shell) -> int:
    """Add the sessions of a file that are not there yet."""
    records = parse_import(_read(args.file, shell))
    stores = open_stores(shell)
    new = stores.history.add_all(records, anywhere=True)
    known = len(records) - new
    shell.say(f"{new} {'session' if new == 1 else 'sessions'} taken in, {known} known already.")
    tell_problems(stores, shell)
    return 0


def _read(name: str, shell: Shell) -> str:
    try:
        data = shell.read_bytes(MOST_BYTES) if name == STANDARD else read_regular(Path(name), MOST_BYTES)
    except OSError as error:
        raise UsageProblem(f"cannot read {name}", error.strerror or "") from error
    if kind := next((kind for start, kind in _OTHER_KINDS.items() if data.startswith(start)), ""):
        raise UsageProblem("the file is no export of unhunch", f"it is {kind}")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageProblem("the file is no export of unhunch", "it is not UTF-8 text") from error
