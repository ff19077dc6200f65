"""`unhunch status`: one line for a prompt or a status bar."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.adapters.history.answers import Answer
from tui.cli.present import present
from tui.cli.stores import Stores, open_stores, tell_problems
from tui.cli.streams import Streams
from tui.cli.todays_sets import due_now, sets_today
from tui.core.streaks.days import Days
from tui.core.streaks.sets import Sets
from tui.core.streaks.status import Status, status_of
from tui.core.text.date_words import counted

if TYPE_CHECKING:
    from argparse import Namespace


def answer(streams: Streams) -> Answer:
    """Print how things stand today, and return what was printed."""
    stores = open_stores(streams)
    said = _line_of_today(stores, status_of(stores.history.days(), stores.rules, stores.today))
    streams.say(said)
    tell_problems(stores, streams)
    return Answer(said, 0, *stores.span_of_today)


def run(args: "Namespace", streams: Streams) -> None:
    """Print how things stand today, as the text of --format with its fields filled in when there is one.

    Raises:
        UsageProblem: when it has a field that is not known.
    """
    if args.format is not None:
        from tui.cli.template import fill, needs_sets, read_template  # only here: most prompts do without

        template = read_template(args.format)
    stores = open_stores(streams)
    days = stores.history.days()
    status = status_of(days, stores.rules, stores.today)
    if args.json or args.bar:
        now, show = Now(stores, days, streams), stores.settings.show_streaks
        told = bar_json(status, now, show_streaks=show) if args.bar else status.as_dict() | now.as_dict()
        streams.say(json.dumps(told))
    elif args.format is not None:
        more = Now(stores, days, streams).fields() if needs_sets(template) else {}
        streams.say(fill(template, {**fields(status), **more}))
    else:
        streams.say(_line_of_today(stores, status))
    tell_problems(stores, streams)


class Now:
    """The sets of today and whether one is due now; read only where they are asked for."""

    def __init__(self, stores: Stores, days: Days, streams: Streams) -> None:
        self.sets = sets_today(stores)
        self.due = due_now(stores, self.sets, days, present(streams.clock))

    def as_dict(self) -> dict[str, object]:
        """Return what `status --json` says of them."""
        last_at = self.sets.last_at
        return {
            "sets": {"done": self.sets.done, "of": self.sets.of},
            "last_at": last_at.isoformat() if last_at else None,
            "due": self.due,
        }

    def fields(self) -> Mapping[str, str]:
        """Return the fields of `--format` and their values."""
        due = "yes" if self.due else "no"
        return {"sets_done": str(self.sets.done), "sets_of": str(self.sets.of), "due": due}


def bar_json(status: Status, now: Now, *, show_streaks: bool) -> dict[str, object]:
    """Return one object that waybar (text, alt, tooltip, class, percentage) and i3status-rust take.

    i3status-rust takes text, short_text and state; each passes over what it does not know.
    """
    kind = "due" if now.due else "done" if status.done_today else "rest"
    text = f"{now.sets.done}/{now.sets.of}" if now.sets.of > 1 else f"{status.week.done}/{status.week.of}"
    return {
        "text": text,
        "short_text": text,
        "alt": kind,
        "class": kind,
        "tooltip": line(status, now.sets if now.sets.of > 1 else None, show_streaks=show_streaks),
        "percentage": min(100, 100 * now.sets.done // now.sets.of),
        "state": "Info" if now.due else "Idle",
    }


def _line_of_today(stores: Stores, status: Status) -> str:
    several = sets_today(stores) if stores.settings.sets_a_day > 1 else None
    return line(status, several, show_streaks=stores.settings.show_streaks)


def line(status: Status, sets: Sets | None = None, *, show_streaks: bool) -> str:
    """Return the line that is printed when no other is asked for; `sets` where several a day are."""
    today = (
        "done today" if status.done_today else "not yet today" if status.due_today else "nothing due today"
    )
    if sets and (status.due_today or sets.done):
        today = sets.line
    parts = [f"this week {status.week.done} of {status.week.of}", today]
    if show_streaks and status.streak:
        parts.insert(0, f"streak {counted(status.streak, status.unit)}")
    elif show_streaks and status.best:
        parts.insert(0, f"best {counted(status.best, status.unit)}")
    return ", ".join(parts)


def fields(status: Status) -> Mapping[str, str]:
    """Return the fields of `--format` and their values."""
    return {
        "streak": str(status.streak),
        "best": str(status.best),
        "week_done": str(status.week.done),
        "week_of": str(status.week.of),
        "done_today": "yes" if status.done_today else "no",
        "strength": "" if status.strength is None else str(status.strength),
        "last": status.last.isoformat() if status.last else "",
    }
