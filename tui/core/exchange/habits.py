"""A habit as another program kept it: which days were done, and why the others do not count."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from tui.core.text.limits import YEARS
from tui.core.text.problems import UsageProblem, printable

MOST_HABITS = 1000
UNDATED = "without a date"
"""Said of lines, not of days."""
_SHOWN = 8
"""Names that fit into one line."""


class Mark(StrEnum):
    """What a program says of a day; in words that follow a number of days."""

    DONE = "done"
    NOT_DONE = "not done"
    FILLED_IN = "filled in, not done (YES_AUTO)"
    SKIPPED = "skipped"
    BELOW = "below the habit's own target"
    UNKNOWN = "with a word that is not known"


@dataclass(slots=True)
class Habit:
    """One habit while its file is read."""

    name: str
    days: dict[date, Mark] = field(default_factory=dict)
    undated: int = 0
    """Lines without a date that can be kept."""

    def put(self, day: date | None, mark: Mark) -> None:
        """Note what is said of a day; of two lines about one day the later holds."""
        if day is None or day.year not in YEARS:
            self.undated += 1
        else:
            self.days[day] = mark

    def add(self, day: date | None, mark: Mark) -> None:
        """Note one of several lines about a day, which is done when any of them says so."""
        if day is None or self.days.get(day) is not Mark.DONE:
            self.put(day, mark)

    @property
    def done(self) -> tuple[date, ...]:
        """The days that were really done, in their order."""
        return tuple(sorted(day for day, mark in self.days.items() if mark is Mark.DONE))

    def left_out(self) -> Mapping[str, int]:
        """Return how many days do not count, by the reason."""
        counts = Counter(mark.value for mark in sorted(self.days.values()) if mark is not Mark.DONE)
        if self.undated:
            counts[UNDATED] = self.undated
        return counts


@dataclass(frozen=True, slots=True)
class ForeignHistory:
    """What a file of another program holds."""

    source: str
    """The program, as a note names it: from Loop."""
    habits: tuple[Habit, ...]

    def choose(self, name: str | None) -> Habit:
        """Return the habit of that name, or the only one.

        Raises:
            UsageProblem: when there is none, or there are several: it lists them.
        """
        if not self.habits:
            raise UsageProblem("there is nothing to import", f"{self.source} holds no habit")
        if name is None:
            if len(self.habits) == 1:
                return self.habits[0]
            raise UsageProblem(f"{self.source} has {self._names()}", "", "say which with --habit NAME")
        found = [habit for habit in self.habits if habit.name == name]
        found = found or [habit for habit in self.habits if habit.name.casefold() == name.strip().casefold()]
        if len(found) != 1:
            raise UsageProblem(f"no habit '{printable(name)}'", f"{self.source} has {self._names()}")
        return found[0]

    def _names(self) -> str:
        names = [f"'{printable(habit.name)[:40]}'" for habit in self.habits[:_SHOWN]]
        more = len(self.habits) - len(names)
        return ", ".join(names) + (f" and {more} more" if more else "")


def bounded(habits: Iterable[Habit]) -> Iterator[Habit]:
    """Yield habits as long as they are no more than anybody has.

    Raises:
        UsageProblem: when they are.
    """
    for count, habit in enumerate(habits):
        if count == MOST_HABITS:
            raise UsageProblem("the file cannot be imported", f"it holds more than {MOST_HABITS} habits")
        yield habit


def gather(habits: Iterable[Habit]) -> tuple[Habit, ...]:
    """Return the habits with those of one name made one: a day is done when it was done in either."""
    named: dict[str, Habit] = {}
    for habit in bounded(habits):
        known = named.setdefault(habit.name, habit)
        if known is not habit:
            for day, mark in habit.days.items():
                known.add(day, mark)
            known.undated += habit.undated
    return tuple(named.values())
