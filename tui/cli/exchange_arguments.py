"""The arguments of the commands that bring a history along and take it away."""

from tui.cli.subcommand import Add, Subcommand

_EXPORT_EXAMPLES = """\
examples:
  unhunch export > sessions.csv
  unhunch export --format json -o sessions.json
  unhunch export -o stretches.ics         for a calendar
  unhunch export --everything home.zip    and settings, away days, exercises, keys
  unhunch import home.zip"""
_IMPORT_DETAILS = """\
Takes in what export wrote; homes of unhunch, months and backups of them, and
their copies; the export (folder, ZIP) or the backup of Loop Habit Tracker; the
log of harsh; any CSV with a column of dates. Nothing comes in twice."""
_IMPORT_EXAMPLES = """\
examples:
  unhunch import sessions.json
  unhunch import "Loop Habits CSV.zip" --habit Stretch --as both --dry-run
  unhunch import ~/.config/harsh/log --habit Stretch --as rotate
  unhunch import days.csv --as arch --date Day --done Stretched --desk-days mon-fri
  unhunch import home.zip --replace settings,exercises"""
_RESTORE_DETAILS = """\
Brings back the sessions that the copies of a day have and the history has not
(the newest copies when no day is given), or one session by its id, also one
that was deleted; `last` is the one deleted last. Nothing is put over a newer
version."""


def _export(add: Add) -> None:
    add("--format", choices=("csv", "json", "ics"), help="csv unless the file is named .json or .ics")
    add("-o", "--output", metavar="FILE", help="write FILE instead of standard output")
    add("--notes", action="store_true", help="of ics: notes and how it felt, too")
    add("--everything", metavar="FILE", help="write all that there is into one archive")


def _import(add: Add) -> None:
    add("file", metavar="FILE", help="the file or folder; - is standard input")
    add("--dry-run", action="store_true", help="only say what would come, what not, and why")
    add("--habit", metavar="NAME", help="the habit of another program to take")
    add("--as", metavar="EXERCISE", dest="exercise", help="what its days were: both, rotate, one of your own")
    add("--date", metavar="COLUMN", help="of a CSV: the column of dates")
    add(
        "--done",
        metavar="COLUMN",
        help="of a CSV: the column that says whether it was done (every line, without it)",
    )
    add(
        "--desk-days",
        metavar="DAYS",
        help="which days were due before now: mon-fri, every, sun-thu (as today's)",
    )
    add(
        "--replace",
        metavar="PARTS",
        help="of an archive of everything: what may replace yours: settings, repetitions, sets, exercises, "
        "keys",
    )


def _restore(add: Add) -> None:
    add("what", metavar="DAY|ID", nargs="?", help="as `unhunch backups` lists them")


EXCHANGES = {
    "export": Subcommand("print or write all sessions, or everything", _export, _EXPORT_EXAMPLES),
    "import": Subcommand(
        "take in an export, another home or another program's days",
        _import,
        _IMPORT_EXAMPLES,
        _IMPORT_DETAILS,
    ),
    "backups": Subcommand("list what can be brought back"),
    "restore": Subcommand("bring back sessions from backups or deleted ones", _restore, "", _RESTORE_DETAILS),
}
"""Every such command by its name, in the order of the help."""
