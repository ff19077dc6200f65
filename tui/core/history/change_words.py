"""What is said of a change of the history, when it is made and when it is taken back."""

from datetime import date

from tui.core.record.undo import AwayChange, Change, Step
from tui.core.text.date_words import counted, named_day, named_days


def made_words(step: Step, today: date) -> str:
    """Return what was done: `Marked Fri 20 - Sun 22 Nov as away (3 days)`."""
    if isinstance(step, AwayChange):
        number = counted((step.wanted.last - step.wanted.first).days + 1, "day")
        return f"Marked {_days(step, today)} ({number})"
    act = "Edited" if step.before and step.after else "Added" if step.after else "Deleted"
    return f"{act} {_session(step, today)}"


def undone_words(step: Step, today: date) -> str:
    """Return what was taken back: `Taken back: the session of Sat 21 Nov that was added`."""
    if isinstance(step, AwayChange):
        return f"Taken back: {_days(step, today)}"
    session = _session(step, today)
    if step.before and step.after:
        return f"Taken back: what was edited of {session}"
    return f"Taken back: {session} that was {'added' if step.after else 'deleted'}"


def _days(step: AwayChange, today: date) -> str:
    kind = "away" if step.away else "not away"
    return f"{named_days(step.wanted.first, step.wanted.last, today)} as {kind}"


def _session(step: Change, today: date) -> str:
    record = step.after or step.before
    return f"the session of {named_day(record.day, today)}" if record else "nothing"
