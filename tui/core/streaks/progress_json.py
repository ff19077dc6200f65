"""Turns what is stored of an exercise into a document, and strictly back."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from tui.core.streaks.progression import Progress
from tui.core.text.checked import Table
from tui.core.text.limits import REPS_RANGE, YEARS
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
    reps = Table(StoreProblem, document).whole("reps", *REPS_RANGE)
    since, until = document.get("since"), document.get("silenced_until")
    try:
        return Progress(
            reps,
            None if since is None else _instant(since),
            None if until is None else date.fromisoformat(until),
        )
    except (TypeError, ValueError) as error:
        raise StoreProblem("progress", "holds something that is no date") from error


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.utcoffset() is None or instant.year not in YEARS:
        raise ValueError(text)
    return instant
