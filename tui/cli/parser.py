"""The arguments: every command, its options, their ranges and its help. Only what is asked for is built."""

from argparse import SUPPRESS, Action, ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from typing import Any, NoReturn

from tui.cli import help_texts
from tui.cli.change_arguments import CHANGES
from tui.cli.exchange_arguments import EXCHANGES
from tui.cli.subcommand import Add, Subcommand, seconds, whole
from tui.core.text.limits import HOLD_RANGE, MOVE_RANGE, REPS_RANGE, WAIT_RANGE
from tui.core.text.matching import meant
from tui.core.text.problems import UsageProblem

MOST_DAYS = 3660
MOST_WEEKS = 520
HOME = "home"
"""What runs when no command is given."""


def parse(argv: Sequence[str]) -> Namespace:
    """Return the arguments, with the command's name as `command`.

    Args:
        argv: the arguments after the program's name.

    Raises:
        UsageProblem: on wrong usage.
        SystemExit: after --help and --version.
    """
    if argv and argv[0] in COMMANDS:
        args = _command_parser(argv[0]).parse_args(argv[1:])
        args.command = argv[0]
        return args
    args = _overview().parse_args(argv)
    args.command = args.command or HOME
    return args


class _Formatter(RawDescriptionHelpFormatter):
    """Help of one width everywhere."""

    def __init__(self, prog: str, **_: Any) -> None:
        super().__init__(prog, width=80)  # asking the terminal costs `status` two milliseconds


class _Parser(ArgumentParser):
    """A parser whose complaints are one line."""

    whole_help = ""
    """What stands in the place of a help made of its arguments."""

    def format_help(self) -> str:
        """Return what --help prints."""
        return self.whole_help or super().format_help()

    def error(self, message: str) -> NoReturn:
        """Raise the complaint as a problem."""
        command = self.prog.removeprefix("unhunch").strip()
        message = message.removeprefix("argument ")
        hint = f"see {self.prog} --help"
        if message.startswith("COMMAND: invalid choice: "):
            typed = message.removeprefix("COMMAND: invalid choice: ").partition(" (choose from ")[0]
            mean = meant(typed.strip("'"), COMMANDS)
            message, hint = f"unknown command {typed}", " ".join(filter(None, (mean, hint)))
        raise UsageProblem(f"{command}: {message}" if command else message, hint=hint)


class _Version(Action):
    """Prints the version; only then is it looked up."""

    def __call__(self, parser: ArgumentParser, *_: Any) -> None:
        print(f"unhunch {own_version()}")
        parser.exit()


def own_version() -> str:
    """Return the version of this program, "unknown" where it is not installed."""
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("unhunch")
    except PackageNotFoundError:
        return "unknown"


def _parser(name: str, description: str, examples: str) -> _Parser:
    return _Parser(
        prog=name, description=description, epilog=examples, formatter_class=_Formatter, allow_abbrev=False
    )


def _command_parser(name: str) -> ArgumentParser:
    command = COMMANDS[name]
    details = command.details or f"{command.help[0].upper()}{command.help[1:]}."
    parser = _parser(f"unhunch {name}", details, command.examples)
    command.add_to(parser)
    return parser


def _overview() -> ArgumentParser:
    """Return the parser of what begins with no command."""
    parser = _parser("unhunch", "", "")
    parser.whole_help = help_texts.OVERVIEW
    parser.add_argument("-V", "--version", action=_Version, nargs=0)
    commands = parser.add_subparsers(metavar="COMMAND", help=SUPPRESS, dest="command", prog="unhunch")
    for name in COMMANDS:
        commands.add_parser(name, add_help=False)
    return parser


def _start(add: Add) -> None:
    add(
        "exercises",
        metavar="both|ID|SET",
        nargs="*",
        help="what to do, in this order: both (the default), rotate, arch, one of your own; or a set",
    )
    add("--reps", type=whole(*REPS_RANGE), metavar="N", help="repetitions, 1 to 20")
    add("--hold", type=seconds(*HOLD_RANGE), metavar="S", help="seconds to hold, 0.1 to 60")
    add("--move", type=seconds(*MOVE_RANGE), metavar="S", help="seconds to move, 0.1 to 20")
    add("--ready", type=seconds(*WAIT_RANGE), metavar="S", help="seconds to get ready, 0 to 60")
    add("--cues", choices=("both", "words", "tones"), help="what is heard; without it as set, --plain: tones")
    add("--plain", action="store_true", help="no full screen: one printed line a cue")


def _status(add: Add) -> None:
    add("--format", metavar="TEXT", help="print TEXT with its fields filled in")
    add("--json", action="store_true", help="print it as JSON")
    add("--bar", action="store_true", help="print JSON for waybar and i3status-rust")


def _due(add: Add) -> None:
    add("--first", action="store_true", help="ask for the first set of the day alone, whatever the settings")


def _history(add: Add) -> None:
    add("--days", type=whole(1, MOST_DAYS), metavar="N", help="only the last N days (30; of --json all)")
    add("--json", action="store_true", help="print the sessions as JSON")


def _report(add: Add) -> None:
    add("--weeks", type=whole(1, MOST_WEEKS), metavar="N", default=6, help="how many weeks it covers (6)")


def _exercises(add: Add) -> None:
    add("id", metavar="ID", nargs="?", help="the exercise to explain")
    add("--check", metavar="FILE", help="say whether an exercise file can be used")
    add(
        "--new",
        metavar="TEMPLATE",
        help="copy one into your own folder, to be changed, and print its path: chin-tuck, arch, rotate",
    )
    add("--remove", metavar="OWN", help="take one of your own out; its file stays under another name")
    add("--no-figure", dest="figure", action="store_false", help="the words alone, without diagrams")


def _sets(add: Add) -> None:
    add("name", metavar="SET", nargs="?", help="its name: small letters, digits and -")
    add("what", metavar="ID[=N]", nargs="*", help="its exercises in their order: arch=5 rotate")
    add("--delete", action="store_true", help="forget the set")
    add("--json", action="store_true", help="answer as JSON")


def _completion(add: Add) -> None:
    add("shell", choices=("bash", "zsh", "fish"), help="your shell")


COMMANDS = {
    "start": Subcommand("go straight into a session", _start, help_texts.START_EXAMPLES),
    "status": Subcommand(
        "print one line: streak, this week, done today", _status, help_texts.STATUS_EXAMPLES, one_of=True
    ),
    "due": Subcommand(
        "tell by the exit status whether a set is still to be done today",
        _due,
        help_texts.DUE_EXAMPLES,
        details="Exit status 0: a set is due now. 1: none is. 2: it cannot tell.",
    ),
    "history": Subcommand("print the calendar and the list of sessions", _history),
    **CHANGES,
    "report": Subcommand("print a page for the physiotherapist, in Markdown", _report),
    **EXCHANGES,
    "exercises": Subcommand("list the exercises or explain one", _exercises, help_texts.EXERCISES_EXAMPLES),
    "doctor": Subcommand("tell what works here, what does not, what to do"),
    "sets": Subcommand("list sets of your own, or keep one under a name", _sets, help_texts.SETS_EXAMPLES),
    "completion": Subcommand(
        "print what completes these in your shell", _completion, help_texts.COMPLETION_EXAMPLES
    ),
}
"""Every command by its name."""
