"""`unhunch import`: takes in what `export` wrote as JSON."""

from argparse import Namespace
from pathlib import Path

from tui.cli.export import STANDARD
from tui.cli.shell import Shell
from tui.cli.stores import open_stores, tell_problems
from tui.core.record.export import parse_import
from tui.core.text.problems import UsageProblem


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
        data = shell.read_bytes() if name == STANDARD else Path(name).read_bytes()
        return data.decode("utf-8-sig")
    except OSError as error:
        raise UsageProblem(f"cannot read {name}", error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise UsageProblem("the file is no JSON export", "it is not UTF-8 text") from error
