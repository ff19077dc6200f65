"""Carries out a change of the history, a session's or of days away, unless another terminal was quicker."""

from dataclasses import replace
from typing import Protocol

from tui.adapters.history.store import HistoryStore
from tui.core.record.record import Record
from tui.core.record.undo import AwayChange, Change, Step
from tui.core.settings.settings import Away
from tui.core.text.problems import StoreProblem


class Overtaken(StoreProblem):
    """Another terminal has changed or deleted the same session."""

    def __init__(self, how: str) -> None:
        super().__init__("cannot change the session", f"another terminal has {how}")


class MarksAway(Protocol):
    """Where days away are kept."""

    def mark(self, away: Away) -> None:
        """Save a range or raise StoreProblem."""

    def unmark(self, away: Away) -> None:
        """Take a range back or raise StoreProblem."""


def carry_out(history: HistoryStore, days_away: MarksAway, step: Step) -> Step:
    """Make a change and return it as it was saved.

    Raises:
        Overtaken: when another terminal has changed the same session.
        StoreProblem: when it could not be saved.
    """
    if isinstance(step, AwayChange):
        for away in step.after:
            days_away.mark(away)
        for away in set(step.before) - set(step.after):
            days_away.unmark(away)
        return step
    if step.before is not None:
        _check(step.before, history.find(step.before.id))
    if step.after is None or step.before is None:
        history.apply(step)
        return step
    return Change(step.before, history.replace(step.after))


def _check(known: Record, found: Record | None) -> None:
    if found is None:
        raise Overtaken("deleted it")
    if replace(found, changed_at=None) != replace(known, changed_at=None):
        raise Overtaken("changed it meanwhile")
