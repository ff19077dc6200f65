"""Reads values out of parsed TOML or JSON, and tells key and reason of whatever is wrong."""

from collections.abc import Callable, Mapping, Sequence, Set
from datetime import date, datetime
from functools import partial
from math import isfinite
from typing import Any, TypeVar

from tui.core.text.limits import YEARS
from tui.core.text.problems import JOINERS, ContentProblem, Problem

Wrong = Callable[[str, str], Problem]
"""Makes the problem with a dotted key and a reason."""
DayT = TypeVar("DayT", bound=date)


class Table:
    """A table whose values are asked for one by one.

    Every method raises what `wrong` makes when the key is missing (and no default is given) or its value
    is not what was asked for.

    Args:
        wrong: makes the problems, e.g. `UnlawfulRecord`.
        values: the table.
        key: where it is in its document; empty at the top.
        by_hand: whether people write such tables, so that reasons say what was found instead.
    """

    __slots__ = ("_asked", "_by_hand", "_get", "_values", "_wrong", "key")  # a history makes many thousands

    def __init__(
        self, wrong: Wrong, values: Mapping[str, Any], key: str = "", *, by_hand: bool = False
    ) -> None:
        self._wrong = wrong
        self._values = values
        self.key = key
        self._by_hand = by_hand
        self._get: Callable[[str, Any], Any] = self._ask if by_hand else values.get
        self._asked: set[str] = set()

    def problem(self, name: str, reason: str) -> Problem:
        """Return the problem with the key `name` of this table."""
        return self._wrong(self._path(name), reason)

    def text(self, name: str, default: str | None = None, *, longest: int = 1000) -> str:
        """Return a non-empty, printable text of at most `longest` characters."""
        value = self._get(name, default)
        if self._by_hand:
            return self._by_hand_text(name, value, default, longest)
        if (
            not isinstance(value, str)
            or not 0 < len(value) <= longest
            or not value.strip()
            or not value.isprintable()
        ):
            raise self.problem(name, f"must be a printable text of 1 to {longest} characters")
        return value

    def choice(self, name: str, choices: Sequence[str], default: str | None = None) -> str:
        """Return one of `choices`."""
        value = self.text(name, default) if self._by_hand else self._get(name, default)
        if not isinstance(value, str) or value not in choices:
            raise self.problem(name, f"must be one of {', '.join(choices)}")
        return value

    def flag(self, name: str, default: bool | None = None) -> bool:
        """Return true or false."""
        value = self._get(name, default)
        if not isinstance(value, bool):
            raise self._other_kind(name, "must be true or false", value)
        return value

    def number(
        self, name: str, low: float, high: float, default: float | None = None, *, unit: str = ""
    ) -> float:
        """Return a finite number from `low` to `high`."""
        return self._number(name, self._get(name, default), low, high, f" of {unit}" if unit else "")

    def whole(self, name: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number from `low` to `high`."""
        value = self._get(name, default)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self._other_kind(name, "must be a whole number", value, f" from {low} to {high}")
        if not low <= value <= high:
            raise self._out_of_range(name, f"must be a whole number from {low} to {high}", low, high, value)
        return value

    def numbers(self, name: str, count: int | None, low: float, high: float) -> tuple[float, ...]:
        """Return a list of `count` numbers (any count when None) from `low` to `high`."""
        return tuple(self._number(name, item, low, high) for item in self._list(name, count, "numbers"))

    def wholes(self, name: str, count: int | None, low: int, high: int) -> tuple[int, ...]:
        """Return a list of `count` whole numbers (any count when None) from `low` to `high`."""
        values = self._list(name, count, "whole numbers")
        lawful = set(map(type, values)) <= {int} and low <= min(values, default=low)
        if not lawful or max(values, default=high) > high:
            raise self.problem(name, f"must hold whole numbers from {low} to {high}")
        return tuple(values)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        values = self._list(name, None, "texts")
        if not all(isinstance(item, str) for item in values):
            raise self.problem(name, "must hold texts")
        return tuple(values)

    def day(self, name: str) -> date:
        """Return a date in YEARS."""
        return self._in_years(name, date.fromisoformat, "must be a date, such as 2026-11-22")

    def instant(self, name: str) -> datetime:
        """Return a date and time in YEARS, with its offset."""
        wanted = "must be a date and time with offset, such as 2026-11-22T14:05:00+01:00"
        instant = self._in_years(name, datetime.fromisoformat, wanted)
        if instant.utcoffset() is None:
            raise self.problem(name, wanted)
        return instant

    def table(self, name: str, *, optional: bool = False) -> "Table":
        """Return a table inside this one; an empty one when it is `optional` and missing."""
        value = self._get(name, {} if optional else None)
        if not isinstance(value, Mapping):
            raise self._other_kind(name, "must be a table", value)
        return self._inner(value, name)

    def tables(self, name: str) -> list["Table"]:
        """Return the tables of a non-empty array of tables, [[name]]."""
        value = self._get(name, None)
        if not isinstance(value, list) or not value or not all(isinstance(v, Mapping) for v in value):
            wanted = f"one or more tables, [[{name}]]" if self._by_hand else "a list of one or more tables"
            raise self.problem(name, f"must be {wanted}")
        return [self._inner(item, f"{name}[{at}]") for at, item in enumerate(value, 1)]

    def has(self, name: str) -> bool:
        """Whether the key is there."""
        return name in self._values

    def value(self, name: str) -> Any:
        """Return whatever the key has; None when it is missing."""
        return self._values.get(name)

    def null(self, name: str) -> bool:
        """Whether the key is missing, or null."""
        return self._values.get(name) is None

    def only(self, names: Set[str]) -> None:
        """Raise when the table holds any other key."""
        if not self._values.keys() <= names:
            raise self.problem(
                next(str(name) for name in self._values if name not in names), "is not a known key"
            )

    def no_others(self) -> None:
        """Raise when the table holds a key that nobody asked for: mostly a misspelling."""
        self.only(self._asked)

    def _ask(self, name: str, default: Any) -> Any:
        self._asked.add(name)
        value = self._values.get(name, default)
        if value is None:
            raise self.problem(name, "is missing")
        return value

    def _list(self, name: str, count: int | None, kind: str) -> list[Any]:
        value = self._get(name, None)
        if not isinstance(value, list) or (count is not None and len(value) != count):
            raise self.problem(name, f"must be a list of {kind if count is None else f'{count} {kind}'}")
        return value

    def _path(self, name: str) -> str:
        return f"{self.key}.{name}" if self.key and name else self.key or name

    def _inner(self, values: Mapping[str, Any], name: str) -> "Table":
        return Table(self._wrong, values, self._path(name), by_hand=self._by_hand)

    def _by_hand_text(self, name: str, value: Any, default: str | None, longest: int) -> str:
        if not isinstance(value, str):
            raise self._other_kind(name, "must be a text", value)
        if value == default:
            return value
        if not value.strip():
            raise self.problem(name, "must not be empty")
        if len(value) > longest:
            raise self.problem(name, f"must be at most {longest} characters long")
        if not JOINERS.isdisjoint(value):
            raise self.problem(name, "must not hold joined or toned emoji: terminals differ in their width")
        if not value.isprintable():
            raise self.problem(name, "must not hold control characters")
        return value

    def _number(self, name: str, value: Any, low: float, high: float, of: str = "") -> float:
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._other_kind(name, "must be a number", value, f"{of} from {low:g} to {high:g}")
        if not low <= value <= high or not isfinite(value):
            wanted = f"must be a number{of} from {low:g} to {high:g}"
            raise self._out_of_range(name, wanted, low, high, value)
        return float(value)

    def _in_years(self, name: str, read: Callable[[str], DayT], wanted: str) -> DayT:
        value = self._get(name, None)
        try:
            day = read(value) if isinstance(value, str) else None
        except ValueError:
            day = None
        if day is None:
            raise self.problem(name, wanted)
        if day.year not in YEARS:
            raise self.problem(name, f"must be in the years {YEARS[0]} to {YEARS[-1]}")
        return day

    def _other_kind(self, name: str, wanted: str, value: Any, limits: str = "") -> Problem:
        return self.problem(name, f"{wanted}, not {_kind(value)}" if self._by_hand else wanted + limits)

    def _out_of_range(self, name: str, wanted: str, low: float, high: float, value: float) -> Problem:
        exact = f"must be from {low:g} to {high:g}, not {_shown(value)}"
        return self.problem(name, exact if self._by_hand else wanted)


def content_table(file: str, values: Mapping[str, Any]) -> Table:
    """Return the whole of a content file, whose problems name the file."""
    return Table(partial(ContentProblem, file), values, by_hand=True)


def _shown(value: float) -> str:
    try:
        return f"{value:g}"
    except OverflowError:  # a whole number of hundreds of digits
        return "so large a number"


def _kind(value: Any) -> str:
    names = {str: "a text", bool: "true or false", int: "a number", float: "a number", list: "a list"}
    return names.get(type(value), "a table" if isinstance(value, Mapping) else type(value).__name__)
