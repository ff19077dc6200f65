"""The command `unhunch`: reads the arguments, runs one command, turns problems into one line."""

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from tui.adapters.machine.output import drop_output
from tui.cli.streams import Streams, process_shell
from tui.core.text.problems import ContentProblem, Problem, UsageProblem

FAILED = 1
WRONG_USAGE = 2
OWN_FAULT = 70
"""EX_SOFTWARE of sysexits.h."""
UNANSWERED = 74
"""What was asked for is done, but the answer could not be written: EX_IOERR of sysexits.h."""
INTERRUPTED = 130

_MODULES = {"import": "import_"}
"""Commands whose module cannot have their name."""
_QUICK = ("status", "due")
"""What prompts ask for again and again: alone, they need no parser."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status.

    Args:
        argv: the arguments after the program's name; the process's own when None.
    """
    given = sys.argv[1:] if argv is None else argv
    at_once = argv is None and _is_quick(given)
    if at_once:
        gc.disable()
    streams = process_shell()
    status = _status(given, streams)
    drop_output()
    if at_once:
        os._exit(status)  # all is written; taking the interpreter down costs as much as the answer
    return status


def _is_quick(argv: Sequence[str]) -> bool:
    return len(argv) == 1 and argv[0] in _QUICK


def _status(argv: Sequence[str], streams: Streams) -> int:
    status = 0
    try:
        status = run(argv, streams)
        streams.out.flush()
    except BrokenPipeError:
        return status
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        if streams.unanswered:
            return _unanswered(streams)
        if status == 0:
            with suppress(OSError):
                streams.warn(error.strerror or str(error))
            return WRONG_USAGE if _asks_due(argv) else FAILED
    except Exception as fault:  # the last one, for what nobody foresaw
        return _own_fault(fault, argv, streams)
    return status or _unanswered(streams)


def _unanswered(streams: Streams) -> int:
    """Say that it is done where its answer could not be written, unless the reader has gone."""
    error = next((error for error in streams.unanswered if not isinstance(error, BrokenPipeError)), None)
    if error is None:
        return 0
    with suppress(OSError):
        reason = error.strerror or str(error)
        streams.warn(f"it is done and kept, but the answer could not be written: {reason}")
    return UNANSWERED


def _own_fault(fault: Exception, argv: Sequence[str], streams: Streams) -> int:
    """Say in one line what the program itself did wrong, and where the whole of it stands."""
    from tui.adapters.files.fault_log import write_fault
    from tui.adapters.files.paths import find_paths
    from tui.cli.parser import own_version

    log = None
    with suppress(Problem, OSError):
        log = write_fault(find_paths(streams.environ).logs, fault, streams.clock.now(), own_version())
    what = f"{type(fault).__name__}: {fault}" if str(fault) else type(fault).__name__
    where = f"the whole of it is in {log}" if log else "it could not be written down"
    with suppress(OSError):
        streams.warn(Problem("a fault of the program itself", what[:80], hint=where).line)
    return WRONG_USAGE if _asks_due(argv) else OWN_FAULT


def _asks_due(argv: Sequence[str]) -> bool:
    """Whether the status 1 would be taken for an answer."""
    return "due" in argv[:1]


def run(argv: Sequence[str], streams: Streams) -> int:
    """Run one command and return its exit status; a problem is told on standard error."""
    try:
        return _run(argv, streams)
    except Problem as problem:
        streams.warn(problem.line)
        bad_input = isinstance(problem, UsageProblem | ContentProblem)
        return WRONG_USAGE if bad_input or _asks_due(argv) else FAILED


def _run(argv: Sequence[str], streams: Streams) -> int:
    """Import the command's own module, and nothing of the others: `status` is to be quick."""
    if _is_quick(argv):
        return int(importlib.import_module("tui.cli.quick").ask(argv[0], streams))
    if not argv:
        return int(importlib.import_module("tui.cli.home").run(None, streams))
    from tui.cli.parser import parse

    try:
        args = parse(argv)
    except SystemExit as ended:  # --help and --version
        return ended.code if isinstance(ended.code, int) else 0
    module = importlib.import_module(f"tui.cli.{_MODULES.get(args.command, args.command)}")
    return int(module.run(args, streams) or 0)  # most say nothing of a status: it went well
