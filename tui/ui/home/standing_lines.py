"""How things stand, in lines that fit: this week's days, the streak, its strength."""

from datetime import timedelta

from textual.content import Content

from tui.core.history.heatmap import DayLevel
from tui.core.streaks.days import Kind
from tui.core.streaks.week import monday
from tui.core.text.date_words import counted, span_words
from tui.core.text.glyphs import Glyphs, progress
from tui.ui.home.facts import HomeFacts

_LABEL = 12
_BAR = 20
"""Cells of the strength's bar."""
_LEVELS = {
    Kind.DONE: (DayLevel.DONE, "bold $hot"),
    Kind.PARTIAL: (DayLevel.PARTIAL, "$hot"),
    Kind.MISSED: (DayLevel.MISSED, "$quiet"),
    Kind.REST: (DayLevel.BLANK, ""),
    Kind.OPEN: (DayLevel.OPEN, "bold $cool"),
}


def standing_lines(facts: HomeFacts, room: int, glyphs: Glyphs, *, numbers: bool) -> list[Content]:
    """Return the lower half of Home.

    Args:
        facts: how things stand.
        room: cells in a line.
        glyphs: what this terminal can draw.
        numbers: whether to tell streaks; without them there are this week's days alone.
    """
    lines = week_lines(facts, room, glyphs, numbers=numbers)
    if facts.sets.of > 1:
        lines.append(Content.assemble(_label("Today"), f"{facts.sets.done} of {facts.sets.of} sets"))
    return lines + streak_lines(facts, room, glyphs) if numbers else lines


def week_lines(facts: HomeFacts, room: int, glyphs: Glyphs, *, numbers: bool) -> list[Content]:
    """Return this week's days: their letters over what they were."""
    letters = Content.assemble(_label("This week"), ("M T W T F S S", "$quiet"))
    first = monday(facts.today)
    kinds = ((first + timedelta(days=at), kind) for at, kind in enumerate(facts.week))
    days = Content(" ").join(_day(kind, glyphs, day in facts.status.bridged) for day, kind in kinds)
    line = Content.assemble(_label(""), days)
    week = facts.status.week
    if numbers and week.done:
        line = _with(line, room, f"   {week.line}", f"   {week.done} of {week.of}")
    return [letters, line]


def streak_lines(facts: HomeFacts, room: int, glyphs: Glyphs) -> list[Content]:
    """Return the streak and its strength; where there is no streak, the best one, and nothing sad."""
    status = facts.status
    lines: list[Content] = []
    best = ""
    if status.best and status.best_from and status.best_to:
        best = span_words(status.best_from, status.best_to, facts.today)
    if status.streak:
        line = Content.assemble(_label("Streak"), (counted(status.streak, status.unit), "bold"))
        if status.best > status.streak:
            line = _with(line, room, f"   best {status.best}, {best}", f"   best {status.best}")
        lines.append(line)
    elif status.best:
        lines.append(
            _with(Content.assemble(_label("Best"), counted(status.best, status.unit)), room, f"   {best}")
        )
    if status.strength is not None:
        bar = max(0, min(_BAR, room - _LABEL - len("  100 %")))
        passed, rest = progress(glyphs, bar, status.strength / 100)
        lines.append(
            Content.assemble(
                _label("Strength"),
                (passed, "$hot"),
                (rest, "$rule"),
                f"{'  ' if bar else ''}{status.strength} %",
            )
        )
    return lines


def _with(line: Content, room: int, *rests: str) -> Content:
    """Return the line with the first of `rests` that fits into `room` cells behind it."""
    rest = next((rest for rest in rests if line.cell_length + len(rest) <= room), "")
    return Content.assemble(line, (rest, "$quiet"))


def _day(kind: Kind | None, glyphs: Glyphs, is_bridged: bool) -> Content:
    if kind is None:
        return Content.styled(" ", "")
    level, style = _LEVELS[kind]
    if is_bridged:
        level = DayLevel.BRIDGED
    return Content.styled(level.drawn(glyphs), style)


def _label(text: str) -> Content:
    return Content.styled(f"{text:<{_LABEL}}", "$quiet")
