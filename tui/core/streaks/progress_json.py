"""Turns what is stored of an exercise into a document, and strictly back."""

from collections.abc import Mapping
from typing import Any

from tui.core.streaks.progression import Progress
from tui.core.text.checked import Table
from tui.core.text.limits import REPS_RANGE
from tui.core.text.problems import StoreProblem

PROGRESS_KEYS = frozenset({"reps", "since", "silenced_until"})


def progress_to_dict(progress: Progress) -> dict[str, Any]:
    """Return what is stored of an exercise as plain JSON values."""
    since, until = progress.since, progress.silenced_until
    return {
        "reps": progress.reps,
        "since": since.isoformat() if since else None,
        "silenced_until": until.isoformat() if until else None,
    }


def progress_from_dict(document: Mapping[str, Any]) -> Progress:
    """Return what is stored of an exercise.

    Raises:
        StoreProblem: naming what is at fault.
    """
    table = Table(StoreProblem, document)
    return Progress(
        reps=table.whole("reps", *REPS_RANGE),
        since=None if table.null("since") else table.instant("since"),
        silenced_until=None if table.null("silenced_until") else table.day("silenced_until"),
    )
