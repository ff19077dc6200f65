"""The form for a session done away from the screen, and for correcting one."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from uuid import uuid4

from tui.core.history.hand_entry import (
    EntryBounds,
    ExerciseLine,
    HandEntry,
    edited_record,
    entry_of,
    line_of,
    lines_for,
    new_record,
)
from tui.core.history.rows import day_title
from tui.core.record.record import Felt, Record
from tui.core.record.undo import Change
from tui.core.text.limits import LONGEST_NOTE
from tui.ui.kit.fields import ChoiceField
from tui.ui.kit.form import Field, FormScreen, text_field
from tui.ui.kit.services import Services

_MIXED = "mixed"
_FELT = (("", "not said"), *((felt.value, felt.value) for felt in Felt))


class EntryScreen(FormScreen[Change]):
    """Asks when it was, how many repetitions, how it felt, and for a note.

    Args:
        services: as for every screen.
        day: the day that is offered for a new session.
        record: the session to correct; None for a new one.
        day_start_minute: from the settings.
        reps: stored repetitions by exercise id.
    """

    def __init__(
        self,
        services: Services,
        day: date,
        record: Record | None,
        day_start_minute: int,
        reps: Mapping[str, int],
    ) -> None:
        heading = f"Edit the session of {day_title(record.day)}" if record else "Add a session"
        super().__init__(services, heading)
        self._record = record
        self._around = EntryBounds(services.clock.now(), services.local, day_start_minute)
        empty = [
            line_of(exercise, reps.get(exercise.id, exercise.dose.reps))
            for exercise in services.catalogue.exercises
        ]
        self._lines: Sequence[ExerciseLine] = lines_for(record, empty) if record else empty
        self._at_first = entry_of(record, self._lines) if record else _offered(day, self._around, len(empty))

    def fields(self) -> Iterable[Field]:
        """Return date, time, a line for each exercise, how it felt, and a note."""
        entry = self._at_first
        yield Field("Date", text_field(entry.date, id="date"), "2026-11-22 or yesterday")
        yield Field("Time", text_field(entry.time, id="time"), "24 hours")
        for at, (line, text) in enumerate(zip(self._lines, entry.counts, strict=True)):
            hint = "each side, or like 3+2" if line.blank.per_side else "repetitions"
            yield Field(line.name, text_field(text, id=f"count-{at}"), hint)
        choices = ((_MIXED, "as it was"), *_FELT) if entry.mixed else _FELT
        chosen = _MIXED if entry.mixed else entry.felt.value if entry.felt else ""
        yield Field("It was", ChoiceField(choices, chosen, id="felt"))
        yield Field("Note", text_field(entry.note, id="note", goes_on=True, longest=LONGEST_NOTE))

    def result(self) -> Change | None:
        """Return the change; None when nothing was changed."""
        entry = self._typed()
        if self._record is None:
            return Change(None, new_record(entry, self._lines, self._around, str(uuid4())))
        changed = edited_record(self._record, entry, self._lines, self._around)
        return None if changed == self._record else Change(self._record, changed)

    def _typed(self) -> HandEntry:
        felt = self.chosen("felt")
        return HandEntry(
            date=self.typed("date"),
            time=self.typed("time"),
            counts=tuple(self.typed(f"count-{at}") for at in range(len(self._lines))),
            felt=Felt(felt) if felt and felt != _MIXED else None,
            mixed=felt == _MIXED,
            note=self.typed("note"),
        )


def _offered(day: date, around: EntryBounds, lines: int) -> HandEntry:
    now = around.now
    if day == around.today:
        return HandEntry(now.date().isoformat(), f"{now:%H:%M}", ("",) * lines)
    return HandEntry(day.isoformat(), "12:00", ("",) * lines)
