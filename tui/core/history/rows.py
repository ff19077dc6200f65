"""A session as one row: in columns of the list, as much as fits, or as a line on paper."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from tui.core.exercises.exercise import BOTH, Exercise
from tui.core.history.totals import duration
from tui.core.record.record import ExerciseRecord, Origin, Record
from tui.core.text.date_words import MONTHS, day_words
from tui.core.text.problems import printable
from tui.core.text.width import cells, cut_to, padded

ROUTINE_WIDTH = 9
_DONE_WIDTHS = ((37, 32), (29, 24), (0, 21))
"""Cells for what was done and how it felt, and from there on cells of the first: two exercises fit, with
STOPPED where there is room."""
LENGTH_WIDTH = 8
FELT_WIDTH = 4
STIFFNESS_WIDTH = 8
SPACIOUS = 88
"""From so many cells on a row tells the year of every day, and how long the session was."""
ROOMY = 74
"""From so many cells on it tells its routine."""
LEAST_NOTE = 8
"""Cells for which a part of a note is worth telling."""
CUT = ".."
"""Stands for what did not fit."""
STOPPED = "stopped"
"""Said of a session that ended before its end: another word than that for its day, which may be done."""
ORIGINS = {Origin.TIMED: "", Origin.HAND: "by hand", Origin.IMPORT: "imported"}


def counts_text(part: ExerciseRecord, short: str) -> str:
    """Return what was done of one exercise: `rotate 3+3`, `arch 2 of 3`."""
    done = f"{part.left}+{part.right}" if part.per_side else f"{part.total}"
    return f"{short} {done}" if part.completed else f"{short} {done} of {part.target}"


def felt_text(record: Record) -> str:
    """Return how a session felt, nothing when nobody said."""
    return next((part.felt.value for part in record.exercises if part.felt), "")


def stiffness_text(record: Record) -> str:
    """Return stiffness before and after, `5 to 3`: a dash for what was not said, nothing for neither."""
    said = record.stiffness_before, record.stiffness_after
    before, after = ("-" if value is None else str(value) for value in said)
    return "" if said == (None, None) else f"{before} to {after}"


def session_line(record: Record, shorts: Mapping[str, str] = {}) -> str:
    """Return a session as `Sun 22 Nov  14:05  both  rotate 3+3  arch 3  fine`.

    Args:
        record: the session.
        shorts: short names of exercises by id; one that is missing is told by its id.
    """
    routine = shorts.get(record.routine, record.routine)
    counts = "  ".join(counts_text(part, shorts.get(part.id, part.id)) for part in record.exercises)
    partial = STOPPED if record.partial else ""
    rest = (felt_text(record), partial, ORIGINS[record.origin])
    start = f"{day_words(record.day)}  {record.started_at:%H:%M}  {routine:<8}  {counts}"
    return "  ".join((start, *(text for text in rest if text)))


@dataclass(frozen=True, slots=True)
class Names:
    """What exercises are called; one that is not known any more is told by its id."""

    shorts: Mapping[str, str]
    full: Mapping[str, str]

    def short(self, exercise: str) -> str:
        """Return an exercise's label."""
        return self.shorts.get(exercise) or printable(exercise)

    def name(self, exercise: str) -> str:
        """Return an exercise's name."""
        return self.full.get(exercise) or printable(exercise)

    def routine(self, routine: str) -> str:
        """Return what was done in one word: `Both`, `Arch`, `Set`."""
        word = self.short(routine)
        return word[:1].upper() + word[1:]


def names_in(exercises: Iterable[Exercise]) -> Names:
    """Return what these exercises are called."""
    known = tuple(exercises)
    return Names(
        {exercise.id: exercise.label for exercise in known},
        {exercise.id: exercise.name for exercise in known},
    )


class SessionRow(NamedTuple):
    """What is loud and what is quiet of a row."""

    when: str
    what: str
    rest: str

    @property
    def text(self) -> str:
        """The whole row."""
        return self.when + self.what + self.rest


def session_row(
    record: Record,
    names: Names,
    width: int,
    today: date,
    only: str = "",
    *,
    stiffness: bool = False,
    timed: bool = True,
) -> SessionRow:
    """Return the row of a session in at most `width` cells, cut only between words.

    In little room the verdicts (stopped, by hand) stay, and how it felt or what was done gives way.

    Args:
        record: the session.
        names: what exercises are called.
        width: cells.
        today: the day it is.
        only: the id of the one exercise that is told; empty for all.
        stiffness: whether that has a column, where there is room for it.
        timed: whether the time of day is told.
    """
    gap = 2 if width >= ROOMY else 1
    when = f"{date_column(record.day, today, spacious=width >= SPACIOUS)}  "
    when += f"{record.started_at:%H:%M}  " if timed else ""
    if width >= ROOMY:
        when += _column(names.routine(record.routine), ROUTINE_WIDTH)
    if only:
        record = replace(record, exercises=tuple(part for part in record.exercises if part.id == only))
    parts = [counts_text(part, names.short(part.id)) for part in record.exercises if _told(part, record)]
    room = width - len(when)
    verdicts = filter(None, (STOPPED if record.partial else "", ORIGINS[record.origin]))
    told = "".join(" " * gap + verdict for verdict in verdicts)
    length = _length(record) if width >= SPACIOUS else ""
    felt = length + felt_text(record).ljust(FELT_WIDTH + gap)
    if stiffness and width >= SPACIOUS:
        felt += stiffness_text(record).ljust(STIFFNESS_WIDTH)
    whole = fitted(parts, room - len(told)) + told
    filled = whole + " " * max(gap, done_width(room) + gap - cells(whole))
    rest = felt if cells(filled) + len(felt.rstrip()) <= room else ""
    rest = (rest + _note_in(printable(record.note), room - cells(filled) - len(rest))).rstrip()
    return SessionRow(when, filled if rest else whole, rest)


def _note_in(note: str, room: int) -> str:
    """Return the words of a note that fit, or a part of the first; nothing where it would be a stump."""
    if cells(note) > room < LEAST_NOTE:
        return ""
    told = fitted([note], room)
    return cut_to(note, room, CUT) if told == CUT else told


def done_width(room: int) -> int:
    """Return the cells of the column of what was done, where `room` is left for that and all behind it."""
    return next(cells for least, cells in _DONE_WIDTHS if room >= least)


def date_column(day: date, today: date, *, spacious: bool) -> str:
    """Return the day: `Sun 22 Nov 2026` or, in less room, `Sun 22 Nov` or ` 2 Nov '24`."""
    if spacious or day.year == today.year:
        return day_words(day, year=spacious)
    return f"{day.day:2} {MONTHS[day.month - 1]} '{day.year % 100:02}"


def fitted(texts: Iterable[str], width: int) -> str:
    """Return texts with two blanks between them, as many of their words as fit."""
    pieces = [
        ("  " if place == 0 else " ") + word for text in texts for place, word in enumerate(text.split())
    ]
    whole = "".join(pieces)[2:]
    if cells(whole) <= width:
        return whole
    line = ""
    for piece in pieces:
        longer = (line + piece).lstrip()
        if cells(longer) + 1 + len(CUT) > width:
            break
        line = longer
    return f"{line} {CUT}" if line else CUT[: max(width, 0)]


def detail_lines(record: Record, names: Names) -> list[tuple[str, str]]:
    """Return all that is kept of a session, as labels and texts."""
    lines = [(names.name(part.id), _detail(part)) for part in record.exercises]
    about = "about " if record.origin is Origin.HAND else ""
    lines.append(("Length", f"{about}{duration(record.seconds)}"))
    if record.lead_side:
        lines.append(("Led by", record.lead_side.value))
    if record.stiffness_before is not None or record.stiffness_after is not None:
        before, after = (
            "not said" if value is None else str(value)
            for value in (record.stiffness_before, record.stiffness_after)
        )
        lines.append(("Stiffness", f"{before} before, {after} after"))
    if ORIGINS[record.origin]:
        lines.append(("Recorded", ORIGINS[record.origin]))
    if record.note:
        lines.append(("Note", printable(record.note)))
    return lines


def day_title(day: date) -> str:
    """Return a day in full: `Sun 22 Nov 2026`."""
    return day_words(day, year=True).replace("  ", " ")


def _detail(part: ExerciseRecord) -> str:
    done = f"left {part.left}, right {part.right}" if part.per_side else str(part.total)
    text = done if part.completed else f"{done} of {part.target}" + (" each" if part.per_side else "")
    text += f", hold {part.hold_s:g} s"
    return f"{text}, {part.felt.value}" if part.felt else text


def _length(record: Record) -> str:
    minutes, seconds = divmod(round(record.seconds), 60)
    return (f"{minutes}:{seconds:02}" if record.seconds else "").rjust(6).ljust(LENGTH_WIDTH)


def _told(part: ExerciseRecord, record: Record) -> bool:
    return part.units_done > 0 or record.routine in (BOTH, part.id) or len(record.exercises) == 1


def _column(text: str, width: int) -> str:
    return padded(cut_to(text, width - 1, CUT), width)
