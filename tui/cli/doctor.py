"""`unhunch doctor`: what works here, what does not, and what to do about it."""

from argparse import Namespace
from collections.abc import Iterator

from tui.adapters.files.paths import find_paths
from tui.adapters.machine.terminal import find_terminal
from tui.cli.doctor_data import check_exercises, check_files, check_folder
from tui.cli.doctor_machine import check_sound, check_terminal, check_versions
from tui.cli.finding import Finding, Level, wrong
from tui.cli.shell import Shell
from tui.core.text.problems import Problem, printable


def run(args: Namespace, shell: Shell) -> int:
    """Print each finding; return 1 when something is wrong."""
    faults = 0
    for finding in findings(shell):
        faults += finding.level is Level.WRONG
        for line in finding.lines:
            shell.say(printable(line))
    shell.say(
        "Everything works." if not faults else f"{faults} {'thing' if faults == 1 else 'things'} to mend."
    )
    return 1 if faults else 0


def findings(shell: Shell) -> Iterator[Finding]:
    """Yield everything that is looked at, one after the other."""
    yield from check_versions()
    yield from check_terminal(find_terminal(shell.environ, shell.stdin, shell.out, shell.err))
    yield check_sound(shell)
    try:
        paths = find_paths(shell.environ)
        yield from check_folder(paths)
        yield from check_files(shell)
        yield from check_exercises(paths)
    except Problem as problem:
        yield wrong("Data", problem.line, "set UNHUNCH_HOME to a folder of yours, or unset it")
