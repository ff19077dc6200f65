"""The form that marks days as away (holiday, illness), or takes that back."""

from collections.abc import Iterable, Sequence
from datetime import date

from tui.core.history.hand_entry import read_date
from tui.core.record.undo import AwayChange, mark, unmark
from tui.core.settings.settings import Away
from tui.core.text.date_words import span_words
from tui.core.text.faults import Faults, FieldProblems
from tui.core.text.problems import UsageProblem
from tui.ui.kit.fields import ChoiceField
from tui.ui.kit.form import Field, FormScreen, text_field
from tui.ui.kit.services import Services

LISTED = 6
"""How many ranges the form tells, the latest ones."""


NONE_MARKED = "What is done on days away counts all the same."


class AwayScreen(FormScreen[AwayChange]):
    """Asks for the first and the last day, and whether they are away.

    Args:
        services: as for every screen.
        day: the day that is offered; when it is away, its whole range is, to take it back.
        ranges: the days that are marked now.
        today: the day it is.
    """

    def __init__(self, services: Services, day: date, ranges: Sequence[Away], today: date) -> None:
        spans = [span_words(item.first, item.last, today) for item in ranges[-LISTED:]]
        notes = f"Marked now: {'; '.join(spans)}" if spans else NONE_MARKED
        super().__init__(services, "Days away: nothing is due on them", notes, "Keep")
        self._ranges = tuple(ranges)
        self._today = today
        self._around = next((item for item in ranges if item.first <= day <= item.last), None)
        self._offered = self._around or Away(day, day)

    def fields(self) -> Iterable[Field]:
        """Return the first and the last day, and what they are to be."""
        yield Field("From", text_field(self._offered.first.isoformat(), id="first"), "the first day")
        yield Field("To", text_field(self._offered.last.isoformat(), id="last"), "the last day")
        choices = ((True, "away"), (False, "not away"))
        yield Field("They are", ChoiceField(choices, self._around is None, id="kind"))

    def result(self) -> AwayChange | None:
        """Return the change; None when there is none."""
        faults = Faults()
        with faults.of("first"):
            first = read_date(self.typed("first"), self._today)
        with faults.of("last"):
            last = read_date(self.typed("last"), self._today)
        faults.tell()
        if last < first:
            raise FieldProblems({"last": UsageProblem("The last day", "it is before the first one")})
        change = (mark if self.chosen("kind") else unmark)(self._ranges, Away(first, last))
        return change if change.before or change.after else None
