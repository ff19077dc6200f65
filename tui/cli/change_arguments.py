"""The arguments of the commands that change what is kept: sessions, days away, settings."""

from argparse import SUPPRESS, ArgumentParser

from tui.cli.subcommand import Subcommand, whole
from tui.core.history.find_session import FORMS, LAST

_FELT = ("easy", "fine", "sore", "none")
_STIFFNESS = whole(0, 9)

_LOG_EXAMPLES = """\
examples:
  unhunch log                            both stretches, the stored repetitions
  unhunch log rotate=3+2 --felt fine     three to the left, two to the right
  unhunch log arch=5 --day yesterday --time 16:30"""
_EDIT_EXAMPLES = """\
examples:
  unhunch edit last arch=4
  unhunch edit 2026-11-22@14:05 --note "at the other desk"
  unhunch edit 1f0c --day 2026-11-21"""
_AWAY_EXAMPLES = """\
examples:
  unhunch away                           the days that are marked
  unhunch away 2026-12-24 2027-01-02     nothing is due on these
  unhunch away today --off"""
_SET_EXAMPLES = """\
examples:
  unhunch set hold 3
  unhunch set desk-days mon-thu
  unhunch set reps.rotate 4
  unhunch set volume default"""
_REMIND_DETAILS = """\
Be called at the right moment: a notification at these times, while a set is
due and none is running, not on days away, never twice in an hour, and not
after two unanswered ones that day. A systemd user timer calls, or your crontab."""
_REMIND_EXAMPLES = """\
examples:
  unhunch remind 11:00 15:00 --days mon-fri
  unhunch remind --every 3h --between 09:00-18:00
  unhunch remind --test                  see whether a notification is shown
  unhunch remind --pause 7
  unhunch remind --off"""
_FELT_EXAMPLES = """\
examples:
  unhunch felt fine                      the last session
  unhunch felt sore --session yesterday
  unhunch felt --after 3                 how stiff it was afterwards, 0 to 9"""


def _json(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="answer as JSON")


def _session(parser: ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION", help=FORMS)


def _when(parser: ArgumentParser) -> None:
    parser.add_argument("--day", metavar="DAY", help="today, yesterday or like 2026-11-22")
    parser.add_argument("--time", metavar="HH:MM", help="when it began")
    parser.add_argument("--felt", choices=_FELT, help="how it was")
    parser.add_argument("--note", metavar="TEXT", help="a note of at most 1000 characters")
    _json(parser)


def _log(parser: ArgumentParser) -> None:
    parser.add_argument(
        "what",
        metavar="ID[=N]",
        nargs="*",
        help="what was done, and how many: rotate=3, rotate=3+2 (left+right), both",
    )
    _when(parser)


def _edit(parser: ArgumentParser) -> None:
    _session(parser)
    parser.add_argument("what", metavar="ID=N", nargs="*", help="how many were done: arch=4, rotate=3+2")
    _when(parser)


def _delete(parser: ArgumentParser) -> None:
    _session(parser)
    parser.add_argument(
        "--for-good", action="store_true", help="from backups, too: nothing brings it back, not even undo"
    )
    _json(parser)


def _away(parser: ArgumentParser) -> None:
    parser.add_argument(
        "first", metavar="FIRST", nargs="?", help="today, tomorrow, yesterday or like 2026-12-24"
    )
    parser.add_argument("last", metavar="LAST", nargs="?", help="the last day; FIRST alone when left out")
    parser.add_argument("--off", action="store_true", help="these days are not away")
    _json(parser)


def _get(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", help="one setting; all of them when left out")
    _json(parser)


def _set(parser: ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", help="as `unhunch get` lists them")
    parser.add_argument("value", metavar="VALUE", nargs="?", help="the value; default sets it back")
    parser.add_argument("--defaults", action="store_true", help="set all settings back")
    _json(parser)


def _felt(parser: ArgumentParser) -> None:
    parser.add_argument("felt", choices=_FELT, nargs="?", help="how it was")
    parser.add_argument("--session", metavar="SESSION", default=LAST, help=FORMS)
    parser.add_argument("--before", type=_STIFFNESS, metavar="0-9", help="how stiff it was before")
    parser.add_argument("--after", type=_STIFFNESS, metavar="0-9", help="how stiff it was afterwards")
    _json(parser)


def _remind(parser: ArgumentParser) -> None:
    parser.add_argument("times", metavar="HH:MM", nargs="*", help="when, as 11:00 15:00")
    parser.add_argument("--days", metavar="DAYS", help="mon-fri or mon,wed; on all days when left out")
    parser.add_argument("--every", metavar="SPAN", help="3h, 90m or 1h30m, with --between")
    parser.add_argument("--between", metavar="HH:MM-HH:MM", help="09:00-18:00, both ends included")
    parser.add_argument("--show", action="store_true", help="tell what is set, as without arguments")
    parser.add_argument("--off", action="store_true", help="no reminders; nothing is left behind")
    parser.add_argument("--pause", type=whole(0, 365), metavar="DAYS", help="none for DAYS days; 0 goes on")
    parser.add_argument("--test", action="store_true", help="show a notification now")
    parser.add_argument("--tick", action="store_true", help=SUPPRESS)
    _json(parser)


CHANGES = {
    "log": Subcommand("add a set done away from the screen", _log, _LOG_EXAMPLES),
    "felt": Subcommand("say how a session was", _felt, _FELT_EXAMPLES),
    "edit": Subcommand("correct a session", _edit, _EDIT_EXAMPLES),
    "delete": Subcommand("delete a session", _delete),
    "undo": Subcommand("take the last log, felt, edit, delete or away back", _json),
    "away": Subcommand("list days away, or mark some", _away, _AWAY_EXAMPLES),
    "remind": Subcommand("be called at the right moment", _remind, _REMIND_EXAMPLES, _REMIND_DETAILS),
    "get": Subcommand("print the settings", _get),
    "set": Subcommand("change a setting, or an exercise's repetitions", _set, _SET_EXAMPLES),
}
"""These commands by name, in the order of the help."""
