"""The latest sessions, where a terminal has room for them, under the weeks that they were done in."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from tui.core.text.date_words import MONTHS, counted

if TYPE_CHECKING:
    from tui.core.history.rows import Names
    from tui.core.record.record import Record
    from tui.ui.home.facts import HomeFacts

WEEKS = 4
"""That are shown at most: History has the others."""
HEADED = 6
"""From so many rows on each week has a head."""


class Lately(Widget):
    """Draws a session a line.

    Args:
        key: the one that shows all of them.
        id: the widget's id.
    """

    DEFAULT_CSS = """
    Lately { width: 1fr; height: 1fr; min-height: 3; text-wrap: nowrap; }
    """

    def __init__(self, key: str, *, id: str) -> None:
        super().__init__(classes="panel", id=id)
        self.border_title, self.border_subtitle = "Lately", Content(f"{key} shows all")
        self._facts: HomeFacts | None = None
        self._names: Names | None = None

    def show(self, facts: "HomeFacts", names: "Names") -> None:
        """Show these sessions."""
        if facts is not self._facts or names != self._names:
            self._facts, self._names = facts, names
            self.refresh()

    def render(self) -> Content:
        """Return the lines."""
        facts, names = self._facts, self._names
        if names is None or not (facts and facts.latest):
            return Content("")
        from tui.core.streaks.week import monday  # only now: not for the first paint

        height = self.content_size.height
        weeks = [
            (first, tuple(records))
            for first, records in groupby(facts.latest, key=lambda record: monday(record.day))
        ]
        lines: list[Content] = []
        for at, (first, records) in enumerate(weeks[:WEEKS]):
            if height >= HEADED:
                name = _week(first, monday(facts.today))
                whole = at < len(weeks) - 1
                told = _came_to(records) if whole else ""
                fits = len(name) + len(told) <= self.content_size.width
                head = Content.assemble((name, "bold"), (told if fits else "", "$quiet"))
                lines += [*([Content("")] if lines else []), head]
            if len(lines) >= height:
                break
            lines += self._rows(records[: height - len(lines)], names, facts.today)
        return Content("\n").join(lines[:height]).rstrip()

    def _rows(self, records: "Sequence[Record]", names: "Names", today: date) -> list[Content]:
        from tui.core.history.rows import session_row  # only now: not for the first paint

        width = self.content_size.width
        rows = [session_row(record, names, width, today, timed=False) for record in records]
        return [Content.assemble((row.when, "$quiet"), row.what, (row.rest, "$quiet")) for row in rows]


def _came_to(records: "Sequence[Record]") -> str:
    done = sum(record.units_done for record in records)
    return f": {counted(len(records), 'session')}, {counted(done, 'repetition')}"


def _week(first: date, this: date) -> str:
    """Return what a week is called, by its Monday and that of this week."""
    weeks = (this - first) // timedelta(weeks=1)
    return {0: "This week", 1: "Last week"}.get(weeks, f"Week of {first.day} {MONTHS[first.month - 1]}")
