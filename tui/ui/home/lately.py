"""The latest sessions, where a terminal has room for them, under the weeks that they were done in."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from tui.core.text.date_words import named_day

if TYPE_CHECKING:
    from tui.core.history.rows import Names
    from tui.core.record.record import Record
    from tui.ui.home.facts import HomeFacts

WEEKS = 4
"""That are shown at most: History has the others."""
HEADED = 6
"""From so many rows on each week has a head."""


class Lately(Widget):
    """Draws a session a line."""

    DEFAULT_CSS = """
    Lately { width: 1fr; height: 1fr; min-height: 3; text-wrap: nowrap; }
    """

    def __init__(self, *, id: str) -> None:
        super().__init__(classes="panel", id=id)
        self.border_title = "Lately"
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
            (first, self._rows(records, names, facts.today))
            for first, records in groupby(facts.latest[:height], key=lambda record: monday(record.day))
        ][:WEEKS]
        lines: list[Content] = []
        for first, rows in weeks:
            if height >= HEADED:
                head = Content.styled(_week(first, monday(facts.today)), "bold $quiet")
                lines += [*([Content("")] if lines else []), head]
            lines += rows
        return Content("\n").join(lines[:height])

    def _rows(self, records: "Iterator[Record]", names: "Names", today: date) -> list[Content]:
        from tui.core.history.rows import session_row  # only now: not for the first paint

        width = self.content_size.width
        rows = [session_row(record, names, width, today, timed=False) for record in records]
        return [Content.assemble((row.when, "$quiet"), row.what, (row.rest, "$quiet")) for row in rows]


def _week(first: date, this: date) -> str:
    """Return what a week is called, by its Monday and that of this week."""
    weeks = (this - first) // timedelta(weeks=1)
    return {0: "This week", 1: "Last week"}.get(weeks, f"Week of {named_day(first, this)}")
