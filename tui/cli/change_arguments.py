"""The arguments of the commands that change what is kept: sessions, days away, settings."""

from argparse import SUPPRESS

from tui.cli.subcommand import Add, Subcommand, whole
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


def _json(add: Add) -> None:
    add("--json", action="store_true", help="answer as JSON")


def _session(add: Add) -> None:
    add("session", metavar="SESSION", help=FORMS)


def _when(add: Add) -> None:
    add("--day", metavar="DAY", help="today, yesterday or like 2026-11-22")
    add("--time", metavar="HH:MM", help="when it began")
    add("--felt", choices=_FELT, help="how it was")
    add("--note", metavar="TEXT", help="a note of at most 1000 characters")
    _json(add)


def _log(add: Add) -> None:
    add(
        "what",
        metavar="ID[=N]",
        nargs="*",
        help="what was done, and how many: rotate=3, rotate=3+2 (left+right), both",
    )
    _when(add)


def _edit(add: Add) -> None:
    _session(add)
    add("what", metavar="ID=N", nargs="*", help="how many were done: arch=4, rotate=3+2")
    _when(add)


def _delete(add: Add) -> None:
    _session(add)
    add("--for-good", action="store_true", help="from backups, too: nothing brings it back, not even undo")
    _json(add)


def _away(add: Add) -> None:
    add("first", metavar="FIRST", nargs="?", help="today, tomorrow, yesterday or like 2026-12-24")
    add("last", metavar="LAST", nargs="?", help="the last day; FIRST alone when left out")
    add("--off", action="store_true", help="these days are not away")
    _json(add)


def _get(add: Add) -> None:
    add("name", metavar="NAME", nargs="?", help="one setting; all of them when left out")
    _json(add)


def _set(add: Add) -> None:
    add("name", metavar="NAME", nargs="?", help="as `unhunch get` lists them")
    add("value", metavar="VALUE", nargs="?", help="the value; default sets it back")
    add("--defaults", action="store_true", help="set all settings back")
    _json(add)


def _felt(add: Add) -> None:
    add("felt", choices=_FELT, nargs="?", help="how it was")
    add("--session", metavar="SESSION", default=LAST, help=FORMS)
    add("--before", type=_STIFFNESS, metavar="0-9", help="how stiff it was before")
    add("--after", type=_STIFFNESS, metavar="0-9", help="how stiff it was afterwards")
    _json(add)


def _remind(add: Add) -> None:
    add("times", metavar="HH:MM", nargs="*", help="when, as 11:00 15:00")
    add("--days", metavar="DAYS", help="mon-fri or mon,wed; on all days when left out")
    add("--every", metavar="SPAN", help="3h, 90m or 1h30m, with --between")
    add("--between", metavar="HH:MM-HH:MM", help="09:00-18:00, both ends included")
    add("--show", action="store_true", help="tell what is set, as without arguments")
    add("--off", action="store_true", help="no reminders; nothing is left behind")
    add("--pause", type=whole(0, 365), metavar="DAYS", help="none for DAYS days; 0 goes on")
    add("--test", action="store_true", help="show a notification now")
    add("--tick", action="store_true", help=SUPPRESS)
    _json(add)


CHANGES = {
    "log": Subcommand("add a set done away from the screen", _log, _LOG_EXAMPLES),
    "felt": Subcommand("say how a session was", _felt, _FELT_EXAMPLES),
    "edit": Subcommand("correct a session", _edit, _EDIT_EXAMPLES),
    "delete": Subcommand("delete a session", _delete),
    "undo": Subcommand("undo the last log, felt, edit, delete or away", _json),
    "away": Subcommand("list days away, or mark some", _away, _AWAY_EXAMPLES),
    "remind": Subcommand("be called at the right moment", _remind, _REMIND_EXAMPLES, _REMIND_DETAILS),
    "get": Subcommand("print the settings", _get),
    "set": Subcommand("change a setting, or an exercise's repetitions", _set, _SET_EXAMPLES),
}
"""These commands by name, in the order of the help."""
