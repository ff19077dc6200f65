"""`unhunch status`: one line for a prompt or a status bar."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from tui.cli.shell import Shell
from tui.cli.stores import open_stores, tell_problems
from tui.core.streaks.status import Status, status_of

if TYPE_CHECKING:
    from argparse import Namespace


def run(args: "Namespace", shell: Shell) -> int:
    """Print how things stand today."""
    return tell(shell, args.format, as_json=args.json)


def tell(shell: Shell, form: str | None = None, *, as_json: bool = False) -> int:
    """Print how things stand today, as the text `form` with its fields filled in when there is one.

    Raises:
        UsageProblem: when `form` has a field that is not known.
    """
    if form is not None:
        from tui.cli.template import fill, read_template  # only here: most prompts do without

        template = read_template(form)
    stores = open_stores(shell)
    status = status_of(stores.history.days(), stores.rules, stores.today)
    if as_json:
        shell.say(json.dumps(status.as_dict()))
    elif form is not None:
        shell.say(fill(template, fields(status)))
    else:
        shell.say(line(status, show_streaks=stores.settings.show_streaks))
    tell_problems(stores, shell)
    return 0


def line(status: Status, *, show_streaks: bool) -> str:
    """Return the line that is printed when no other is asked for."""
    today = (
        "done today" if status.done_today else "not yet today" if status.due_today else "nothing due today"
    )
    parts = [f"this week {status.week.done} of {status.week.of}", today]
    if show_streaks and status.streak:
        parts.insert(0, f"streak {days(status.streak)}")
    elif show_streaks and status.best:
        parts.insert(0, f"best {days(status.best)}")
    return ", ".join(parts)


def days(count: int) -> str:
    """Return a number of days in words."""
    return f"{count} day" if count == 1 else f"{count} days"


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
