"""`unhunch doctor`: what works here, what does not, and what to do about it."""

from argparse import Namespace
from collections.abc import Iterator

from tui.adapters.files.paths import find_paths
from tui.adapters.machine.terminal import find_terminal
from tui.cli.doctor_data import check_cache, check_exercises, check_files, check_folder, check_keys
from tui.cli.doctor_machine import check_sound, check_terminal, check_versions
from tui.cli.finding import Finding, Severity, wrong
from tui.cli.streams import Streams
from tui.core.text.problems import Problem, printable


def run(args: Namespace, streams: Streams) -> int:
    """Print each finding; return 1 when something is wrong."""
    faults = 0
    for finding in findings(streams):
        faults += finding.level is Severity.WRONG
        for line in finding.lines:
            streams.say(printable(line))
    streams.say(
        "Everything works." if not faults else f"{faults} {'thing' if faults == 1 else 'things'} to mend."
    )
    return 1 if faults else 0


def findings(streams: Streams) -> Iterator[Finding]:
    """Yield everything that is looked at, one after the other."""
    yield from check_versions()
    yield from check_terminal(find_terminal(streams.environ, streams.stdin, streams.out, streams.err))
    yield check_sound(streams)
    try:
        paths = find_paths(streams.environ)
        yield from check_folder(paths)
        yield from check_cache(paths)
        yield from check_files(streams)
        yield from check_exercises(paths)
        yield from check_keys(paths)
    except Problem as problem:
        yield wrong("Data", problem.line, "set UNHUNCH_HOME to a folder of yours, or unset it")
