"""The arguments: every command, its options, their ranges and the examples in the help."""

from argparse import Action, ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from collections.abc import Callable
from typing import Any, NoReturn

from tui.core.exercise import REPS_RANGE
from tui.core.problems import UsageProblem

HOLD_RANGE = (0.1, 60.0)
"""Seconds to hold, lowest and highest."""
MOVE_RANGE = (0.1, 20.0)
"""Seconds to move, lowest and highest."""
READY_RANGE = (0.0, 60.0)
"""Seconds to get ready, lowest and highest."""
MOST_DAYS = 3660
MOST_WEEKS = 520

_EXAMPLES = """\
examples:
  unhunch                          choose, be guided, see how it goes
  unhunch start both               both stretches at once
  unhunch start rotate --reps 4    one of them, four to each side
  unhunch start --plain            one printed line a cue: pipes, screen readers
  unhunch status                   one line for a prompt or a status bar
  unhunch due && notify-send "Time to stretch"

UNHUNCH_HOME=FOLDER keeps all data under that folder. Exit status: 0 fine,
1 a failure (of due: nothing to do), 2 wrong usage or bad input."""

_START_EXAMPLES = """\
examples:
  unhunch start                    both stretches
  unhunch start arch rotate        a set in this order
  unhunch start rotate --hold 4    hold each side for four seconds, this time only
  unhunch start --plain < /dev/null

With --plain, Enter pauses and resumes; Ctrl+C leaves and keeps what was done."""

_STATUS_FIELDS = """\
fields of --format:
  {streak}      days of the current streak        {best}        of the longest one
  {week_done}   days done this week               {week_of}     days due this week
  {done_today}  yes or no                         {strength}    percent, empty at first
  {last}        date of the last session, empty before the first

examples:
  unhunch status --format '{streak}d {week_done}/{week_of}'
  unhunch status --json

While streaks are hidden in the settings the plain line leaves them out."""

_EXERCISES_EXAMPLES = """\
examples:
  unhunch exercises                what there is
  unhunch exercises rotate         how it is done
  unhunch exercises --check chin-tuck.toml"""

_EXPORT_EXAMPLES = """\
examples:
  unhunch export > sessions.csv
  unhunch export --format json -o backup.json
  unhunch import backup.json"""


class _Parser(ArgumentParser):
    """A parser whose complaints are one line."""

    def error(self, message: str) -> NoReturn:
        """Raise the complaint as a problem."""
        command = self.prog.removeprefix("unhunch").strip()
        message = message.removeprefix("argument ")
        if message.startswith("COMMAND: invalid choice: "):
            message = "unknown command " + message.removeprefix("COMMAND: invalid choice: ")
        raise UsageProblem(f"{command}: {message}" if command else message, hint=f"see {self.prog} --help")


class _Version(Action):
    """Prints the version; only then is it looked up."""

    def __call__(self, parser: ArgumentParser, *_: Any) -> None:
        from importlib.metadata import version

        print(f"unhunch {version('unhunch')}")
        parser.exit()


def build_parser() -> ArgumentParser:
    """Return the parser of all arguments; without a command it answers `home`.

    Its `parse_args` raises UsageProblem on wrong usage.
    """
    parser = _Parser(
        prog="unhunch",
        description="A stretch companion for the terminal. Without a command it opens full screen.",
        epilog=_EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("-V", "--version", action=_Version, nargs=0, help="print the version and leave")
    parser.set_defaults(command="home")
    commands = parser.add_subparsers(metavar="COMMAND", title="commands")

    def command(name: str, help: str, epilog: str = "", module: str | None = None) -> ArgumentParser:
        added = commands.add_parser(
            name,
            help=help,
            description=help[0].upper() + help[1:] + ".",
            epilog=epilog,
            formatter_class=RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        added.set_defaults(command=module or name)
        return added

    _start(command("start", "go straight into a session", _START_EXAMPLES))
    _status(command("status", "print one line: streak, this week, done today", _STATUS_FIELDS))
    command(
        "due",
        "answer by exit status: 0 when a set is still to be done today, 1 when not, 2 when it cannot tell",
    )
    _history(command("history", "print the calendar and the list of sessions"))
    _report(command("report", "print a page for the physiotherapist, in Markdown"))
    _export(command("export", "print or write all sessions", _EXPORT_EXAMPLES))
    taking = command(
        "import", "take in sessions that export wrote as JSON, none of them twice", module="import_"
    )
    taking.add_argument("file", metavar="FILE", help="the file; - is standard input")
    _exercises(command("exercises", "list the exercises, or print one's instructions", _EXERCISES_EXAMPLES))
    command("doctor", "tell what works here, what does not, and what to do about it")
    return parser


def _start(parser: ArgumentParser) -> None:
    parser.add_argument(
        "exercises",
        metavar="both|ID",
        nargs="*",
        help="what to do, in this order: both (the default), rotate, arch, or one of your own",
    )
    parser.add_argument("--reps", type=whole(*REPS_RANGE), metavar="N", help="repetitions, 1 to 20")
    parser.add_argument("--hold", type=seconds(*HOLD_RANGE), metavar="S", help="seconds to hold, 0.1 to 60")
    parser.add_argument("--move", type=seconds(*MOVE_RANGE), metavar="S", help="seconds to move, 0.1 to 20")
    parser.add_argument(
        "--ready", type=seconds(*READY_RANGE), metavar="S", help="seconds to get ready, 0 to 60"
    )
    parser.add_argument("--plain", action="store_true", help="no full screen: one printed line a cue")


def _status(parser: ArgumentParser) -> None:
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--format", metavar="TEXT", help="print TEXT with its fields filled in")
    how.add_argument("--json", action="store_true", help="print it as JSON")


def _history(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--days", type=whole(1, MOST_DAYS), metavar="N", help="only the last N days (30; of --json all)"
    )
    parser.add_argument("--json", action="store_true", help="print the sessions as JSON")


def _report(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--weeks", type=whole(1, MOST_WEEKS), metavar="N", default=6, help="how many weeks it covers (6)"
    )


def _export(parser: ArgumentParser) -> None:
    parser.add_argument("--format", choices=("csv", "json"), help="csv unless the file is named .json")
    parser.add_argument("-o", "--output", metavar="FILE", help="write FILE instead of standard output")


def _exercises(parser: ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", nargs="?", help="the exercise to explain")
    parser.add_argument("--check", metavar="FILE", help="say whether an exercise file can be used")


def whole(low: int, high: int) -> Callable[[str], int]:
    """Return a reader of whole numbers from `low` to `high`."""

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise ArgumentTypeError(f"must be a whole number from {low} to {high}, not '{text}'")
        return number

    return read


def seconds(low: float, high: float) -> Callable[[str], float]:
    """Return a reader of seconds from `low` to `high`."""

    def read(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = low - 1
        if not low <= number <= high:
            raise ArgumentTypeError(f"must be {low:g} to {high:g} seconds, not '{text}'")
        return number

    return read
