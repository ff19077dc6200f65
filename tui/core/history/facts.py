"""What the History screen says beside the calendar: streaks, weeks, strength, sums, in lines that fit."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from textwrap import wrap

from tui.core.history.totals import Totals, stiffness_line, totals
from tui.core.streaks.days import Days, StreakRules
from tui.core.streaks.status import Status, status_of
from tui.core.streaks.streaks import rules_text
from tui.core.streaks.strength import EXPLANATION
from tui.core.text.date_words import counted, span_words

LABEL_WIDTH = 10
"""Cells of the column of labels."""
VALUE_WIDTH = 10
"""Cells of the column of numbers, where something stands beside them."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label, what stands for it, and what is said beside that; a sentence has no label."""

    label: str
    values: tuple[str, ...]
    """Texts that may stand on lines of their own."""
    aside: str = ""
    share: float | None = None
    """What it is of a whole, 0 to 1, where a bar can show it."""


@dataclass(frozen=True, slots=True)
class FactLine:
    """One line of them: what is loud and what is quiet."""

    label: str
    value: str
    aside: str = ""
    share: float | None = None

    @property
    def width(self) -> int:
        """Its cells."""
        return len(self.label) + len(self.value) + len(self.aside)


def history_facts(
    days: Days,
    rules: StreakRules,
    today: date,
    stiffness: bytes,
    *,
    show_streaks: bool,
    status: Status | None = None,
    summed: Totals | None = None,
) -> tuple[Fact, ...]:
    """Return all that is known; without `show_streaks` no number that a missed day lowers.

    `status` is how things stand by these days and rules, `summed` what the days come to, where known already.
    """
    status = status or status_of(days, rules, today)
    facts: list[Fact] = []
    if show_streaks:
        facts += _streak_facts(status, today)
        facts.append(Fact("", (rules_text(rules, today),)))
    summed = summed or totals(days)
    if not summed.sessions:
        return tuple(facts)
    of = f"{status.week.done} of {status.week.of}" if status.week.of else f"{status.week.done}, none due"
    in_a_row = status.week.in_a_row if show_streaks and status.unit == "day" else 0
    facts.append(Fact("This week", (of,), f"weeks in a row {in_a_row}" if in_a_row else ""))
    if show_streaks and status.strength is not None:
        facts.append(Fact("Strength", (f"{status.strength} %",), EXPLANATION, status.strength / 100))
    since = [f"since {span_words(first, first, today)}"] if (first := status.first) else []
    facts.append(Fact("In all", (*summed.line.split("  "), *since)))
    readout = stiffness_line(stiffness)
    if readout:
        facts.append(Fact("Stiffness", (readout,)))
    return tuple(facts)


def _streak_facts(status: Status, today: date) -> Iterator[Fact]:
    current, best, best_from, best_to = status.streak, status.best, status.best_from, status.best_to
    if best_from is None or best_to is None:
        return
    span = span_words(best_from, best_to, today)
    if current == 0:
        yield Fact("Best", (counted(best, status.unit),), span)
    elif current == best:
        since = span_words(best_from, best_from, today)
        yield Fact("Streak", (counted(current, status.unit),), f"your best, since {since}")
    else:
        yield Fact("Streak", (counted(current, status.unit),), f"best {best}, {span}")


def fitting_lines(facts: Sequence[Fact], width: int, height: int) -> list[FactLine]:
    """Return the facts in at most `height` lines, as much of them as fits.

    What is left out first: what is said beside a number below the first, the sentence, then all asides.
    """
    briefer = [fact if at == 0 else replace(fact, aside="") for at, fact in enumerate(facts)]
    numbers = [fact for fact in briefer if fact.label]
    plain = [replace(fact, aside="") for fact in numbers]
    for attempt in (facts, briefer, numbers, plain):
        lines = fact_lines(attempt, width)
        if len(lines) <= height:
            break
    return lines[:height]


def fact_lines(facts: Iterable[Fact], width: int) -> list[FactLine]:
    """Return the facts in lines of at most `width` cells, broken only between words."""
    lines: list[FactLine] = []
    for fact in facts:
        if fact.label:
            lines += _labelled(fact, width)
        else:
            lines += (FactLine("", "", text) for text in wrapped(" ".join(fact.values), width))
    return lines


def _labelled(fact: Fact, width: int) -> Iterator[FactLine]:
    label = fact.label.ljust(LABEL_WIDTH)
    room = width - LABEL_WIDTH
    indent = " " * LABEL_WIDTH
    alone = len(fact.values) == 1
    if alone and fact.aside and max(VALUE_WIDTH, len(fact.values[0]) + 2) + len(fact.aside) <= room:
        yield FactLine(label, fact.values[0].ljust(VALUE_WIDTH), fact.aside)
        return
    values = _values(fact.values, room)
    for at, text in enumerate(values):
        yield FactLine(indent if at else label, text, share=None if at else fact.share)
    if len(fact.aside) > room:  # from the edge, as a sentence
        indent, room = "", width
    for text in wrapped(fact.aside, room):
        yield FactLine(indent, "", text)


def _values(values: tuple[str, ...], room: int) -> list[str]:
    """Join texts with two blanks where they fit on one line; a text too long for one is broken."""
    lines: list[str] = []
    for text in values:
        if lines and len(lines[-1]) + 2 + len(text) <= room:
            lines[-1] += f"  {text}"
        else:
            lines += wrapped(text, room)
    return lines


def wrapped(text: str, width: int) -> list[str]:
    """Return a text in lines of at most `width` cells; a longer word has a line of its own."""
    return wrap(text, max(1, width), break_long_words=False, break_on_hyphens=False)
