"""The command `unhunch`: reads the arguments, runs one command, turns problems into one line."""

import importlib
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import cast

from tui.cli.parser import parse
from tui.cli.shell import Shell, drop_output, process_shell
from tui.core.problems import ContentProblem, Problem, UsageProblem

FAILED = 1
WRONG_USAGE = 2
INTERRUPTED = 130

_MODULES = {"import": "import_"}
"""Commands whose module cannot have their name."""

Command = Callable[[Namespace, Shell], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status.

    Args:
        argv: the arguments after the program's name; the process's own when None.
    """
    shell = process_shell()
    status = _status(argv, shell)
    drop_output()
    return status


def _status(argv: Sequence[str] | None, shell: Shell) -> int:
    status = 0
    try:
        status = run(argv, shell)
        shell.out.flush()
    except BrokenPipeError:
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        if status == 0:
            with suppress(OSError):
                shell.warn(error.strerror or str(error))
            return FAILED
    return status


def run(argv: Sequence[str] | None, shell: Shell) -> int:
    """Run one command and return its exit status; a problem is told on standard error."""
    try:
        args = parse(argv)
    except UsageProblem as problem:
        shell.warn(problem.line)
        return WRONG_USAGE
    except SystemExit as ended:  # --help and --version
        return ended.code if isinstance(ended.code, int) else 0
    try:
        return _command(args.command)(args, shell)
    except Problem as problem:
        shell.warn(problem.line)
        bad_input = isinstance(problem, UsageProblem | ContentProblem)
        return WRONG_USAGE if bad_input or args.command == "due" else FAILED


def _command(name: str) -> Command:
    """Import the command's own module, and nothing of the others: `status` is to be quick."""
    module = importlib.import_module(f"tui.cli.{_MODULES.get(name, name)}")
    return cast(Command, module.run)
