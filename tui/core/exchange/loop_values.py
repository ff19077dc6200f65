"""What a value of Loop Habit Tracker says of a day.

The numbers and words are those of `Entry.kt` in its repository (iSoron/uhabits).
"""

from dataclasses import dataclass

from tui.core.exchange.habits import Mark

_WORDS = {
    "YES_MANUAL": Mark.DONE,
    "YES_AUTO": Mark.FILLED_IN,
    "SKIP": Mark.SKIPPED,
    "NO": Mark.NOT_DONE,
    "UNKNOWN": Mark.NOT_DONE,
}
_NUMBERS = {
    2: Mark.DONE,
    1: Mark.FILLED_IN,
    3: Mark.SKIPPED,
    -3: Mark.SKIPPED,
    0: Mark.NOT_DONE,
    -1: Mark.NOT_DONE,
}
"""Older versions wrote -3 for a skipped day."""
_OF_WORDS = {"YES_MANUAL": 2, "YES_AUTO": 1, "SKIP": 3, "NO": 0, "UNKNOWN": -1}
_THOUSANDTHS = 1000
"""A measured value is kept in thousandths of its unit."""
_HIGHEST_NUMBER = 3
"""Of a yes-or-no habit."""


@dataclass(frozen=True, slots=True)
class Measure:
    """That a habit is measured, and what its owner aimed at."""

    target: float = 0.0
    at_most: bool = False


def mark_of(value: int | str | None, measure: Measure | None = None) -> Mark:
    """Return what `value` says.

    Args:
        value: a number, a number as text, or one of Loop's words.
        measure: of a habit that is measured, where that is known; a number over 3 shows it, too.
    """
    if isinstance(value, str):
        word = value.strip().upper()
        if word in _WORDS and measure is None:
            return _WORDS[word]
        try:
            value = _OF_WORDS[word] if word in _OF_WORDS else int(word)
        except ValueError:
            return Mark.UNKNOWN
    if type(value) is not int:
        return Mark.UNKNOWN
    if measure is None and value <= _HIGHEST_NUMBER:
        return _NUMBERS.get(value, Mark.UNKNOWN)
    return _measured(value, measure or Measure())


def _measured(value: int, measure: Measure) -> Mark:
    """Loop keeps a skipped day of a measured habit as 3, too: three thousandths, which nobody does."""
    if value <= _HIGHEST_NUMBER:
        return Mark.SKIPPED if value == _HIGHEST_NUMBER else Mark.NOT_DONE
    target = measure.target * _THOUSANDTHS
    reached = value <= target if measure.at_most else value >= target
    return Mark.DONE if reached else Mark.BELOW
