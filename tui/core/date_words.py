"""Spans of days, as people read them; the same in every locale."""

from datetime import date

from tui.core.heatmap import MONTHS


def span_words(first: date, last: date, today: date) -> str:
    """Return `3-21 Mar`, `28 Feb-3 Mar` or `28 Dec 2024-3 Jan 2025`; the year only where it differs."""
    end = f"{last.day} {MONTHS[last.month - 1]}" + ("" if last.year == today.year else f" {last.year}")
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{end}"
    start = f"{first.day} {MONTHS[first.month - 1]}" + ("" if first.year == last.year else f" {first.year}")
    return f"{start}-{end}"
