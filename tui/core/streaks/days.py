"""What a day is and what it was: done, partial, missed, rest or still open (the rule of days)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from tui.core.settings.settings import ALL_DAYS, Away, DeskDays, Settings

if TYPE_CHECKING:
    from tui.core.record.record import Record

ONE_DAY = timedelta(days=1)


class Kind(StrEnum):
    """What a day was."""

    DONE = "done"
    PARTIAL = "partial"
    MISSED = "missed"
    REST = "rest"
    OPEN = "open"


class DayFacts(NamedTuple):
    """What was done on one day; a tuple because ten years of them are read before the first paint."""

    completed: bool
    """Whether an exercise reached its target in a session."""
    units: int
    """Units counted: repetitions, of each side."""
    plan: int
    """Units that the largest session of the day asked for."""
    sessions: int
    seconds: float

    @property
    def done(self) -> bool:
        """Whether the day counts."""
        return self.completed or 0 < self.plan <= 2 * self.units

    def plus(self, other: DayFacts) -> DayFacts:
        """Return both together."""
        return DayFacts(
            self.completed or other.completed,
            self.units + other.units,
            max(self.plan, other.plan),
            self.sessions + other.sessions,
            self.seconds + other.seconds,
        )


Days = Mapping[date, DayFacts]


class StreakRules(NamedTuple):
    """Which days are due, and how strictly."""

    desk_days: tuple[DeskDays, ...] = ()
    """In any order; the one with the latest start not after a day holds on it."""
    away: tuple[Away, ...] = ()
    strict: bool = False
    days_a_week: int = 0
    """Days a week that are asked for, whichever they are: no single day is due then; 0: desk days are."""

    @property
    def allowed(self) -> int:
        """How many missed days (or weeks) in a row a streak survives: never miss twice, or never at all."""
        return 0 if self.strict else 1

    def weekdays(self, day: date) -> frozenset[int]:
        """Return the weekdays (0 = Monday) that are desk days as of `day`."""
        if not self.desk_days:
            return ALL_DAYS
        latest = max((rule for rule in self.desk_days if rule.start <= day), key=_start, default=None)
        return latest.weekdays if latest else ALL_DAYS

    def due(self, day: date) -> bool:
        """Whether a set is due on `day` for its own sake; where weeks are due, no day is."""
        if self.days_a_week or self.is_away(day):
            return False
        return day.weekday() in self.weekdays(day)

    def is_away(self, day: date) -> bool:
        """Whether `day` is marked as away."""
        return bool(self.away) and any(away.first <= day <= away.last for away in self.away)


def _start(rule: DeskDays) -> date:
    return rule.start


def rules_of(settings: Settings, away: Iterable[Away] = ()) -> StreakRules:
    """Return the rules that these settings put in force."""
    return StreakRules(settings.desk_days, tuple(away), settings.strict, settings.days_a_week)


def day_of(started_at: datetime, day_start_minute: int) -> date:
    """Return the day of a session: its wall-clock date, one earlier before the day start.

    Args:
        started_at: the instant in local time; only its wall clock is looked at.
        day_start_minute: minutes after midnight at which a day begins.
    """
    early = started_at.hour * 60 + started_at.minute < day_start_minute
    return started_at.date() - ONE_DAY if early else started_at.date()


def span_of(day: date, day_start_minute: int) -> tuple[datetime, datetime]:
    """Return a day's first moment on the wall clock, and the next day's; neither has an offset."""
    start = datetime.combine(day, time()) + timedelta(minutes=day_start_minute)
    return start, start + ONE_DAY


def facts_of(records: Iterable[Record], exercise: str | None = None) -> dict[date, DayFacts]:
    """Return what each day's records add up to; of one exercise only when its id is given.

    A session's time is not that of one of its exercises, and is left out then.
    """
    days: dict[date, DayFacts] = {}
    for record in records:
        parts = [part for part in record.exercises if exercise in (None, part.id)]
        if not parts:
            continue
        facts = DayFacts(
            any(part.completed for part in parts),
            sum(part.units_done for part in parts),
            sum(part.units_planned for part in parts),
            1,
            0.0 if exercise else record.seconds,
        )
        known = days.get(record.day)
        days[record.day] = known.plus(facts) if known else facts
    return days


def sums_of(days: Days) -> tuple[int, int, float]:
    """Return the sessions, units and seconds of all days."""
    none = DayFacts(False, 0, 0, 0, 0.0)
    _, units, _, sessions, seconds = zip(none, *days.values(), strict=True)
    return sum(sessions), sum(units), sum(seconds)


def kind_of(day: date, days: Days, rules: StreakRules, today: date) -> Kind:
    """Return what `day` was; today is open while it is not done."""
    facts = days.get(day)
    if facts and facts.done:
        return Kind.DONE
    if day == today:
        return Kind.OPEN
    if facts and facts.units:
        return Kind.PARTIAL
    return Kind.MISSED if rules.due(day) else Kind.REST


def first_done(days: Days, today: date) -> date | None:
    """Return the first day that was done, none of those after today."""
    first = next((day for day in sorted(days) if days[day].done), None)
    return first if first and first <= today else None


def last_session_day(days: Days, today: date) -> date | None:
    """Return the last day on which anything was counted, none of those after today."""
    return max((day for day, facts in days.items() if day <= today and facts.units), default=None)


def walk(days: Days, rules: StreakRules, today: date) -> Iterator[tuple[date, Kind]]:
    """Yield every day and its kind, from the first one done to today."""
    first = first_done(days, today)
    if first is None:
        return
    for ordinal in range(first.toordinal(), today.toordinal() + 1):
        day = date.fromordinal(ordinal)
        facts = days.get(day)
        yield day, Kind.DONE if facts and facts.done else kind_of(day, days, rules, today)


def clock_notice(days: Days, today: date) -> str:
    """Return one line when the clock stands before the last session, else nothing."""
    last = max(days, default=today)
    if last <= today:
        return ""
    return f"The clock says {today.isoformat()}, but there is a session of {last.isoformat()}: is it right?"
