"""Reads values out of parsed TOML or JSON, and tells file, key and reason of whatever is wrong."""

from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from typing import Any

from tui.core.text.problems import ContentProblem, is_joined, printable


class Table:
    """A table of a content file whose values are asked for one by one.

    Every method raises ContentProblem when the key is missing (and no default is given) or its value
    is not what was asked for.
    """

    def __init__(self, file: str, values: Mapping[str, Any], key: str = "") -> None:
        self.file = file
        self.key = key
        self._values = values
        self._asked: set[str] = set()

    def problem(self, name: str, reason: str) -> ContentProblem:
        """Return the problem with the key `name` of this table."""
        return ContentProblem(self.file, ".".join(part for part in (self.key, name) if part), reason)

    def text(self, name: str, default: str | None = None, *, longest: int = 1000) -> str:
        """Return a non-empty, printable text of at most `longest` characters."""
        value = self._get(name, default)
        if not isinstance(value, str):
            raise self.problem(name, f"must be a text, not {_kind(value)}")
        if value == default:
            return value
        if not value.strip():
            raise self.problem(name, "must not be empty")
        if len(value) > longest:
            raise self.problem(name, f"must be at most {longest} characters long")
        if is_joined(value):
            raise self.problem(name, "must not hold joined or toned emoji: terminals differ in their width")
        if printable(value) != value:
            raise self.problem(name, "must not hold control characters")
        return value

    def choice(self, name: str, choices: Sequence[str], default: str | None = None) -> str:
        """Return one of `choices`."""
        value = self.text(name, default)
        if value not in choices:
            raise self.problem(name, f"must be one of {', '.join(choices)}")
        return value

    def flag(self, name: str, default: bool | None = None) -> bool:
        """Return true or false."""
        value = self._get(name, default)
        if not isinstance(value, bool):
            raise self.problem(name, f"must be true or false, not {_kind(value)}")
        return value

    def number(self, name: str, low: float, high: float, default: float | None = None) -> float:
        """Return a finite number from `low` to `high`."""
        return _number(self._get(name, default), low, high, lambda why: self.problem(name, why))

    def whole(self, name: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number from `low` to `high`."""
        value = self._get(name, default)
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.problem(name, f"must be a whole number, not {_kind(value)}")
        return int(_number(value, low, high, lambda why: self.problem(name, why)))

    def numbers(self, name: str, count: int | None, low: float, high: float) -> tuple[float, ...]:
        """Return a list of `count` numbers (any count when None) from `low` to `high`."""
        value = self._get(name, None)
        if not isinstance(value, list) or (count is not None and len(value) != count):
            wanted = "numbers" if count is None else f"{count} numbers"
            raise self.problem(name, f"must be a list of {wanted}")
        return tuple(_number(item, low, high, lambda why: self.problem(name, why)) for item in value)

    def table(self, name: str, *, optional: bool = False) -> "Table":
        """Return a table inside this one; an empty one when it is `optional` and missing."""
        value = self._get(name, {} if optional else None)
        if not isinstance(value, Mapping):
            raise self.problem(name, f"must be a table, not {_kind(value)}")
        return Table(self.file, value, ".".join(part for part in (self.key, name) if part))

    def tables(self, name: str) -> list["Table"]:
        """Return the tables of a non-empty array of tables, [[name]]."""
        value = self._get(name, None)
        if not isinstance(value, list) or not value or not all(isinstance(v, Mapping) for v in value):
            raise self.problem(name, f"must be one or more tables, [[{name}]]")
        stem = ".".join(part for part in (self.key, name) if part)
        return [Table(self.file, item, f"{stem}[{at}]") for at, item in enumerate(value, 1)]

    def names(self) -> list[str]:
        """Return the keys of this table, in the file's order."""
        return list(self._values)

    def has(self, name: str) -> bool:
        """Whether the key is there."""
        return name in self._values

    def no_others(self) -> None:
        """Raise ContentProblem when the table holds a key that nobody asked for: mostly a misspelling."""
        for name in self._values:
            if name not in self._asked:
                raise self.problem(name, "is not a known key")

    def _get(self, name: str, default: Any) -> Any:
        self._asked.add(name)
        value = self._values.get(name, default)
        if value is None:
            raise self.problem(name, "is missing")
        return value


def _number(value: Any, low: float, high: float, problem: Callable[[str], ContentProblem]) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise problem(f"must be a number, not {_kind(value)}")
    if not low <= value <= high or not isfinite(value):
        raise problem(f"must be from {low:g} to {high:g}, not {_shown(value)}")
    return float(value)


def _shown(value: float) -> str:
    try:
        return f"{value:g}"
    except OverflowError:  # a whole number of hundreds of digits
        return "so large a number"


def _kind(value: Any) -> str:
    names = {str: "a text", bool: "true or false", int: "a number", float: "a number", list: "a list"}
    return names.get(type(value), "a table" if isinstance(value, Mapping) else type(value).__name__)
