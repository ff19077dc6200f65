"""Weekdays as people type them: `mon-fri`, `mon,wed,fri`, `all`."""

from tui.core.text.date_words import WEEKDAYS
from tui.core.text.problems import UsageProblem

ALL = "all"
_FULL = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMES = tuple(name.lower() for name in WEEKDAYS)


def read_weekdays(text: str) -> frozenset[int]:
    """Return the weekdays (0 = Monday) in `text`; a span may run over the weekend, as `sat-mon`.

    Raises:
        UsageProblem: when a word is no weekday, or there is none.
    """
    if text.strip().lower() == ALL:
        return frozenset(range(7))
    days: set[int] = set()
    for part in text.lower().split(","):
        first, dash, last = part.strip().partition("-")
        start = _number(first, text)
        end = _number(last, text) if dash else start
        days.update((start + n) % 7 for n in range((end - start) % 7 + 1))
    return frozenset(days)


def weekday_words(days: frozenset[int]) -> str:
    """Return weekdays as `read_weekdays` takes them, the shortest way: `mon-fri`, `mon,wed`, `all`."""
    if len(days) == 7:
        return ALL
    parts: list[str] = []
    for day in sorted(days):
        if day - 1 in days:
            continue
        end = day
        while end + 1 in days:
            end += 1
        between = "-" if end > day + 1 else ","
        parts.append(_NAMES[day] if end == day else f"{_NAMES[day]}{between}{_NAMES[end]}")
    return ",".join(parts)


def _number(word: str, text: str) -> int:
    word = word.strip()
    found = [at for at, name in enumerate(_NAMES) if len(word) >= 2 and _FULL[at].startswith(word)]
    if not found:
        raise UsageProblem(f"'{text}' names no weekdays", hint="like mon-fri, mon,wed,fri or all")
    return found[0]
