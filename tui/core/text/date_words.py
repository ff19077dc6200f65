"""Days, spans of them and numbers of things, as people read them; the same in every locale."""

from datetime import date

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def day_words(day: date, *, year: bool = False) -> str:
    """Return `Sun 22 Nov`, with the year behind it when that is asked for; always of the same width."""
    words = f"{WEEKDAYS[day.weekday()]} {day.day:2} {MONTHS[day.month - 1]}"
    return f"{words} {day.year}" if year else words


def named_day(day: date, today: date) -> str:
    """Return `Sun 22 Nov` or `Sun 1 Nov 2025`; the year only where it differs."""
    return day_words(day, year=day.year != today.year).replace("  ", " ")


def named_days(first: date, last: date, today: date) -> str:
    """Return `Fri 20 - Sun 22 Nov` or `Fri 30 Oct - Sun 1 Nov`; the years only where they differ."""
    if first == last:
        return named_day(last, today)
    if (first.year, first.month) == (last.year, last.month):
        return f"{WEEKDAYS[first.weekday()]} {first.day} - {named_day(last, today)}"
    start = named_day(first, today if first.year != last.year else first)
    return f"{start} - {named_day(last, today)}"


def span_words(first: date, last: date, today: date) -> str:
    """Return `3-21 Mar`, `28 Feb-3 Mar` or `28 Dec 2024-3 Jan 2025`; the year only where it differs."""
    end = f"{last.day} {MONTHS[last.month - 1]}" + ("" if last.year == today.year else f" {last.year}")
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{end}"
    start = f"{first.day} {MONTHS[first.month - 1]}" + ("" if first.year == last.year else f" {first.year}")
    return f"{start}-{end}"


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: `1 day`, `1,840 days`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
