"""What a person types of a session done away from the screen, or to correct one, and the record of it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from tui.core.exercises.exercise import BOTH, OWN_SET, Exercise
from tui.core.history.calendar import EARLIEST, LATEST
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record
from tui.core.record.record_json import record_from_dict, record_to_dict
from tui.core.streaks.days import day_of
from tui.core.text.faults import Faults, FieldProblems
from tui.core.text.limits import MOST_COUNTED
from tui.core.text.problems import Problem, UsageProblem

_COUNT = re.compile(r"(\d{1,3})(?:\s*[+/ ]\s*(\d{1,3}))?\Z", re.ASCII)
_WORDS = ("today", "yesterday")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})\Z", re.ASCII)
_TO_COME = UsageProblem("That is still to come", hint="give a time in the past")


@dataclass(frozen=True, slots=True)
class ExerciseLine:
    """One exercise of the form."""

    name: str
    blank: ExerciseRecord
    """What is kept of it when nothing is counted: its id, its target and its seconds."""
    bundled: bool = False
    known: bool = False
    """Whether the record that is edited has it already, so that it stays even with nothing counted."""

    @property
    def text(self) -> str:
        """What the form shows at first: `3`, `3+2` where the sides differ, or nothing."""
        done = self.blank
        if not done.units_done:
            return ""
        if not done.per_side:
            return str(done.total)
        return str(done.left) if done.left == done.right else f"{done.left}+{done.right}"


@dataclass(frozen=True, slots=True)
class HandEntry:
    """The form's fields, as typed."""

    date: str
    time: str
    counts: tuple[str, ...]
    """One for each line."""
    felt: Felt | None = None
    mixed: bool = False
    """Whether how it felt is left as it was, exercise by exercise."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class EntryBounds:
    """What an entry is judged by."""

    now: datetime
    local: Callable[[datetime], datetime]
    """Gives a wall-clock time without offset the offset that holds here at that time."""
    day_start_minute: int

    @property
    def today(self) -> date:
        """The day it is."""
        return day_of(self.now, self.day_start_minute)


def line_of(exercise: Exercise, target: int) -> ExerciseLine:
    """Return an empty line for an exercise whose stored number of repetitions is `target`."""
    dose = exercise.dose
    blank = ExerciseRecord(exercise.id, target, exercise.two_sided, hold_s=dose.hold_s, move_s=dose.move_s)
    return ExerciseLine(exercise.name, blank, bundled=not exercise.own)


def lines_for(record: Record, empty: Sequence[ExerciseLine]) -> tuple[ExerciseLine, ...]:
    """Return the lines for editing `record`: its exercises, then those of `empty` that it has not."""
    names = {line.blank.id: line for line in empty}
    own = tuple(
        ExerciseLine(names[done.id].name, done, names[done.id].bundled, True)
        if done.id in names
        else ExerciseLine(done.id, done, known=True)
        for done in record.exercises
    )
    ids = {done.id for done in record.exercises}
    return (*own, *(line for line in empty if line.blank.id not in ids))


def entry_of(record: Record, lines: Sequence[ExerciseLine]) -> HandEntry:
    """Return what the form shows at first when `record` is edited."""
    feelings = {done.felt for done in record.exercises}
    return HandEntry(
        date=record.started_at.date().isoformat(),
        time=f"{record.started_at:%H:%M}",
        counts=tuple(line.text for line in lines),
        felt=feelings.pop() if len(feelings) == 1 else None,
        mixed=bool(feelings),
        note=record.note,
    )


def new_record(
    entry: HandEntry, lines: Sequence[ExerciseLine], around: EntryBounds, record_id: str
) -> Record:
    """Return the record of a session done away from the screen.

    Its length is estimated from each exercise's seconds.

    Raises:
        FieldProblems: what is wrong with `date`, `time` or `count-0` and on.
    """
    faults = Faults()
    with faults.of():
        started_at, day = read_start(entry, around)
    with faults.of():
        parts = _parts(entry, lines)
    faults.tell()
    record = Record(
        id=record_id,
        started_at=started_at,
        day=day,
        seconds=_estimate(parts),
        origin=Origin.HAND,
        routine=_routine(parts, lines),
        exercises=parts,
        note=entry.note.strip(),
    )
    return _lawful(record)


def edited_record(
    record: Record, entry: HandEntry, lines: Sequence[ExerciseLine], around: EntryBounds
) -> Record:
    """Return `record` with what the form says; its day and start stay when date and time were not touched.

    Raises:
        FieldProblems: as `new_record`.
    """
    before = entry_of(record, lines)
    started_at, day = record.started_at, record.day
    faults = Faults()
    if (entry.date.strip(), entry.time.strip()) != (before.date, before.time):
        with faults.of():
            started_at, day = read_start(entry, around)
    with faults.of():
        parts = _parts(entry, lines, by_hand=record.origin is Origin.HAND)
    faults.tell()
    same = [part.id for part in parts] == [part.id for part in record.exercises]
    changed = replace(
        record,
        started_at=started_at,
        day=day,
        seconds=_estimate(parts) if record.origin is Origin.HAND else record.seconds,
        routine=record.routine if same else _routine(parts, lines),
        exercises=parts,
        note=record.note if entry.note == before.note else entry.note.strip(),
    )
    return _lawful(changed)


def read_start(entry: HandEntry, around: EntryBounds) -> tuple[datetime, date]:
    """Return the instant that date and time name here, and the day that it counts for.

    Raises:
        FieldProblems: when they name none, or one that is still to come.
    """
    faults = Faults()
    with faults.of("date"):
        day = read_date(entry.date, around.today)
    with faults.of("time"):
        clock = read_time(entry.time)
    faults.tell()
    wall = datetime.combine(day, clock)
    early = clock.hour * 60 + clock.minute < around.day_start_minute
    if early and entry.date.strip().lower() in _WORDS:  # a day that goes on after midnight, not a date
        wall += timedelta(days=1)
    if wall.date() > around.now.date() + timedelta(days=1):
        raise FieldProblems({"date": _TO_COME})
    started_at = around.local(
        wall.replace(fold=1)
    )  # of an hour that comes twice the later one, if it has come
    if started_at > around.now:
        started_at = around.local(wall)
    if started_at > around.now:
        raise FieldProblems({"date" if day > around.today else "time": _TO_COME})
    if started_at.replace(tzinfo=None, fold=0) != wall:
        gone = UsageProblem("The time", f"there was no {wall:%H:%M} that day: the clocks went forward")
        raise FieldProblems({"time": gone})
    return started_at, day_of(started_at, around.day_start_minute)


def read_date(text: str, today: date, words: str = "today or yesterday") -> date:
    """Return the date in `text`: as in 2026-11-22, or today, or yesterday.

    Args:
        text: what was typed.
        today: the day it is.
        words: those that may be typed there, as they are told where nothing was understood.

    Raises:
        UsageProblem: when there is none, or it is far off.
    """
    word = text.strip().lower()
    if word in _WORDS:
        return today if word == "today" else today - timedelta(days=1)
    try:
        day = date.fromisoformat(word)
    except ValueError:
        raise UsageProblem("The date", f"like {today.isoformat()}, {words}") from None
    if not EARLIEST <= day <= LATEST:
        raise UsageProblem("The date", f"it must be from {EARLIEST.year} to {LATEST.year}")
    return day


def read_time(text: str) -> time:
    """Return the time of day in `text`, as 14:05.

    Raises:
        UsageProblem: when there is none.
    """
    found = _TIME.match(text.strip())
    if found and int(found[1]) < 24 and int(found[2]) < 60:
        return time(int(found[1]), int(found[2]))
    raise UsageProblem("The time", "like 14:05")


def _parts(
    entry: HandEntry, lines: Sequence[ExerciseLine], *, by_hand: bool = True
) -> tuple[ExerciseRecord, ...]:
    parts: list[ExerciseRecord] = []
    faults = Faults()
    for at, (line, text) in enumerate(zip(lines, entry.counts, strict=True)):
        part = line.blank
        with faults.of(f"count-{at}"):
            part = _counted(line, text.strip())
        if part != line.blank and (by_hand or not line.known):
            part = _as_wanted(part)
        if part.units_done or line.known:
            parts.append(part if entry.mixed else replace(part, felt=entry.felt))
    faults.tell()
    if not any(part.units_done for part in parts):
        raise FieldProblems({"count-0": UsageProblem("Nothing counted", "fill in one exercise at least")})
    return tuple(parts)


def _counted(line: ExerciseLine, text: str) -> ExerciseRecord:
    found = _COUNT.match(text or "0")
    numbers = [int(number) for number in found.groups() if number] if found else []
    if not numbers or max(numbers) > MOST_COUNTED or (len(numbers) == 2 and not line.blank.per_side):
        both = ", or both sides like 3+2" if line.blank.per_side else ""
        raise UsageProblem(line.name, f"a number up to {MOST_COUNTED}{both}")
    if line.blank.per_side:
        return replace(line.blank, left=numbers[0], right=numbers[-1])
    return replace(line.blank, total=numbers[0])


def _as_wanted(part: ExerciseRecord) -> ExerciseRecord:
    """Return what was done as all that was to be done; a side that was left out was to be done too."""
    done = (part.left, part.right) if part.per_side else (part.total,)
    return replace(part, target=min(done) or max(*done, part.target))


def _routine(parts: Sequence[ExerciseRecord], lines: Sequence[ExerciseLine]) -> str:
    if len(parts) == 1:
        return parts[0].id
    bundled = {line.blank.id for line in lines if line.bundled}
    ids = {part.id for part in parts}
    return BOTH if len(parts) == len(ids) == 2 and ids <= bundled else OWN_SET


def _estimate(parts: Sequence[ExerciseRecord]) -> float:
    return round(sum(part.units_done * (part.move_s + part.hold_s) for part in parts), 1)


def _lawful(record: Record) -> Record:
    try:
        return record_from_dict(record_to_dict(record))
    except Problem as problem:
        raise UsageProblem(f"The {problem.title}", problem.detail) from problem
