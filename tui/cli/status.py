"""`unhunch status`: one line for a prompt or a status bar."""

import json
from argparse import Namespace
from collections.abc import Mapping
from string import Formatter

from tui.cli.shell import Shell
from tui.cli.stores import open_stores, tell_problems
from tui.core.problems import UsageProblem
from tui.core.status import Status, status_of


def run(args: Namespace, shell: Shell) -> int:
    """Print how things stand today."""
    template = None if args.format is None else read_template(args.format)
    stores = open_stores(shell)
    status = status_of(stores.history.days(), stores.rules, stores.today)
    if args.json:
        shell.say(json.dumps(status.as_dict()))
    elif template is not None:
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


FIELDS = ("streak", "best", "week_done", "week_of", "done_today", "strength", "last")
"""The names of the fields of `--format`, as the help lists them."""

Template = tuple[tuple[str, str | None], ...]
"""Literal texts, each followed by a field, or by None at the end."""


def read_template(text: str) -> Template:
    """Return the parts of a `--format` text; `{{` and `}}` stand for braces.

    Raises:
        UsageProblem: when a brace is unmatched or a field is not known.
    """
    parts: list[tuple[str, str | None]] = []
    try:
        for literal, field, details, conversion in Formatter().parse(text):
            if field is not None and (field not in FIELDS or details or conversion):
                known = ", ".join(FIELDS)
                raise UsageProblem(f"status: --format: unknown field {{{field}}}", hint=f"there are: {known}")
            parts.append((literal, field))
    except ValueError as error:
        raise UsageProblem("status: --format", str(error).lower(), "write {{ and }} for braces") from error
    return tuple(parts)


def fill(template: Template, values: Mapping[str, str]) -> str:
    """Return the template with its fields filled in."""
    return "".join(literal + (values[field] if field else "") for literal, field in template)
