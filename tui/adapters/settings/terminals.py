"""What terminals have answered, by the variables that tell them apart: the next first paint uses it."""

from collections.abc import Mapping
from typing import Any

from tui.adapters.files.entry_file import EntryFile
from tui.adapters.files.paths import Paths
from tui.core.terminal.questions import Answers
from tui.core.text.checked import Table
from tui.core.text.problems import StoreProblem, printable
from tui.core.timer.clock import Clock

_TELLING = ("TERM", "TERM_PROGRAM", "TERM_PROGRAM_VERSION", "COLORTERM")
_INSIDE = ("TMUX", "STY")
_LONGEST = 40
"""Characters of one variable that are kept."""


class TerminalStore:
    """The answers of every terminal that the program has run in.

    Args:
        paths: where the data is.
        clock: dates backups.
        environ: tells which terminal this one is.
    """

    def __init__(self, paths: Paths, clock: Clock, environ: Mapping[str, str]) -> None:
        self._file = EntryFile(paths, "terminals", frozenset({"background", "wide"}), _parse, clock)
        self._name = terminal_name(environ)

    def read(self) -> Answers:
        """Return what this terminal has answered before; nothing where that is not known. Never fails."""
        return self._file.read()[0].get(self._name, Answers())

    def write(self, answers: Answers) -> None:
        """Keep what this terminal has answered.

        Raises:
            StoreProblem: when it could not be saved.
        """
        background = list(answers.background) if answers.background else None
        self._file.put({self._name: {"background": background, "wide": answers.wide}})


def terminal_name(environ: Mapping[str, str]) -> str:
    """Return the name of a terminal: what tells of it, and which multiplexer it is in."""
    parts = [printable(environ.get(name, ""))[:_LONGEST] or "-" for name in _TELLING]
    return " ".join((*parts, *(name.lower() for name in _INSIDE if environ.get(name))))


def _parse(document: dict[str, Any]) -> Answers:
    table = Table(StoreProblem, document)
    wide = None if table.null("wide") else table.flag("wide")
    if table.null("background"):
        return Answers(None, wide)
    red, green, blue = table.wholes("background", 3, 0, 255)
    return Answers((red, green, blue), wide)
