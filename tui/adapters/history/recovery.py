"""What becomes of sessions that were interrupted: offered on their own day, kept as partials later."""

from datetime import date
from typing import NamedTuple

from tui.adapters.history.store import HistoryStore
from tui.adapters.history.under_way import UnderWay
from tui.core.record.record import Record
from tui.core.record.under_way import UnderWayState
from tui.core.text.problems import StoreProblem


class Recovery(NamedTuple):
    """The session to offer, if any, and one line for each that was dealt with."""

    offered: UnderWayState | None = None
    lines: tuple[str, ...] = ()


def recover(under_way: UnderWay, history: HistoryStore, today: date) -> Recovery:
    """Return what to offer today; turn interrupted sessions of other days into partials.

    Sessions that had been saved before the program ended, and those with nothing counted, are forgotten.
    Never fails: a session that cannot be saved stays, and is told.
    """
    offered: UnderWayState | None = None
    told = len(under_way.problems)
    interrupted = under_way.find_interrupted()
    lines = [problem.line for problem in under_way.problems[told:]]
    for state in interrupted:
        record = state.record
        try:
            if not record.units_done or history.find(record.id):
                under_way.drop(record.id)
            elif record.day == today and record.partial and offered is None:
                offered = state
            else:
                keep_partial(under_way, history, record.id)
                lines.append(_kept_line(record))
        except StoreProblem as problem:
            lines.append(problem.line)
    return Recovery(offered, tuple(lines))


def keep_partial(under_way: UnderWay, history: HistoryStore, record_id: str) -> Record:
    """Save an interrupted session as it is, then forget that it was under way.

    Raises:
        StoreProblem: when another terminal has taken it or it could not be saved; nothing is lost then.
    """
    record = under_way.take(record_id).record
    try:
        history.add(record)
    except StoreProblem:
        under_way.release()
        raise
    under_way.finish()
    return record


def _kept_line(record: Record) -> str:
    what = "as a partial" if record.partial else "complete"
    return f"The interrupted session of {record.day.isoformat()} was kept {what}."
