"""A page for the physiotherapist, in Markdown."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import chain

from tui.core.history.rows import day_title, felt_text
from tui.core.history.totals import duration, stiffness_line
from tui.core.record.record import ExerciseRecord, Felt, Origin, Record
from tui.core.streaks.days import Days, StreakRules
from tui.core.streaks.week import monday
from tui.core.text.date_words import day_words

_MARKED = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~&])")
_NOBODY_SAID = "not said"


def report(
    records: Iterable[Record],
    days: Days,
    rules: StreakRules,
    today: date,
    weeks: int,
    names: Mapping[str, str] = {},
) -> str:
    """Return the page.

    Args:
        records: the sessions; those of other weeks are left out.
        days: what was done on each day.
        rules: which days were due.
        today: the last day of the page.
        weeks: how many ISO weeks, this one included.
        names: names of exercises by id; one that is missing is told by its id.
    """
    first = monday(today) - timedelta(weeks=weeks - 1)
    chosen = sorted(
        (record for record in records if first <= record.day <= today),
        key=lambda record: (record.day, record.started_at),
    )
    sections = [
        f"# Stretching, {day_title(first)} to {day_title(today)}",
        _overview(chosen, days, rules, first, today),
    ]
    if chosen:
        sections += [_weeks(days, rules, first, today), *_exercises(chosen, names), _sessions(chosen, names)]
    sections.append("Written by unhunch from what was counted; general information, not a diagnosis.")
    return "\n\n".join(sections) + "\n"


def escaped(text: str) -> str:
    """Return text that Markdown shows as it stands, in one line."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return _MARKED.sub(r"\\\1", line)


def _overview(records: Sequence[Record], days: Days, rules: StreakRules, first: date, today: date) -> str:
    if not records:
        return "No sessions in these weeks."
    span = [first + timedelta(days=n) for n in range((today - first).days + 1)]
    done = sum(day in days and days[day].done for day in span)
    due = _asked_for(rules, span, days)
    lines = [
        f"- Days done: {done}; days due: {due}",
        f"- Sessions: {len(records)}; ended before their end: {sum(record.partial for record in records)}",
        f"- Time: {duration(sum(record.seconds for record in records))}",
    ]
    by_hand = sum(record.origin is Origin.HAND for record in records)
    if by_hand:
        lines.append(f"- Added by hand, not timed: {by_hand}")
    stiffness = stiffness_line(bytes(chain.from_iterable(record.stiffness or () for record in records)))
    if stiffness:
        lines.append(f"- Stiffness (0 to 9), before and after: {stiffness}")
    return "\n".join(lines)


def _weeks(days: Days, rules: StreakRules, first: date, today: date) -> str:
    rows = []
    start = first
    while start <= today:
        span = [day for day in (start + timedelta(days=n) for n in range(7)) if day <= today]
        facts = [days[day] for day in span if day in days]
        done = sum(fact.done for fact in facts)
        due = _asked_for(rules, span, days)
        rows.append((day_title(start), f"{done} of {due}", sum(fact.units for fact in facts)))
        start += timedelta(weeks=1)
    return "## Weeks\n\n" + _table(("Week of", "Days done of due", "Repetitions"), rows)


def _asked_for(rules: StreakRules, span: Sequence[date], days: Days) -> int:
    """Return how many done days a span of days asks for, week by week where weeks are due."""
    asked = [day for day in span if day >= _began(days)]
    if not rules.days_a_week:
        return sum(rules.due(day) for day in asked)
    weeks = Counter(monday(day) for day in asked if not rules.is_away(day))
    return sum(min(rules.days_a_week, number) for number in weeks.values())


def _began(days: Days) -> date:
    """The first day with anything done: nothing was due before it."""
    return min(days, default=date.max)


def _exercises(records: Sequence[Record], names: Mapping[str, str]) -> list[str]:
    parts: dict[str, list[ExerciseRecord]] = {}
    for record in records:
        for part in record.exercises:
            parts.setdefault(part.id, []).append(part)
    return [_exercise(names.get(key, key), found) for key, found in parts.items()]


def _exercise(name: str, parts: Sequence[ExerciseRecord]) -> str:
    if parts[0].per_side:
        left, right = sum(part.left for part in parts), sum(part.right for part in parts)
        repetitions = f"{left} to the left, {right} to the right"
    else:
        repetitions = str(sum(part.total for part in parts))
    felt = [f"{answer.value} {sum(part.felt is answer for part in parts)}" for answer in Felt]
    unsaid = sum(part.felt is None for part in parts)
    lines = [
        f"- Times: {len(parts)}, target reached in {sum(part.completed for part in parts)}",
        f"- Repetitions: {repetitions}",
        f"- Asked for: {_range([part.target for part in parts])} repetitions"
        f"{' each side' if parts[0].per_side else ''}",
        f"- Hold: {_range([part.hold_s for part in parts])} s; movement: "
        f"{_range([part.move_s for part in parts])} s",
        f"- How it felt: {', '.join(felt)}, {_NOBODY_SAID} {unsaid}",
    ]
    return f"## {escaped(name)}\n\n" + "\n".join(lines)


def _sessions(records: Sequence[Record], names: Mapping[str, str]) -> str:
    rows = []
    for record in records:
        for part in record.exercises:
            done = f"{part.left} left, {part.right} right" if part.per_side else f"{part.total}"
            rows.append(
                (
                    f"{day_words(record.day)} {record.started_at:%H:%M}",
                    escaped(names.get(part.id, part.id)),
                    f"{done} of {part.target}",
                    f"{part.hold_s:g} s",
                    felt_text(record) or _NOBODY_SAID,
                    escaped(record.note),
                )
            )
    header = ("Session", "Exercise", "Repetitions", "Hold", "Felt", "Note")
    return "## Sessions\n\n" + _table(header, rows)


def _table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(str(cell) for cell in line)} |" for line in lines)


def _range(values: Sequence[float]) -> str:
    low, high = min(values), max(values)
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"
