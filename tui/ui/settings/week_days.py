"""Ticking the weekdays on which a set is due: at least one."""

from textual.content import Content

from tui.core.text.date_words import WEEKDAYS
from tui.core.text.glyphs import ASCII, Glyphs


class WeekDays:
    """Seven weekdays, of which some are desk days and one is highlighted.

    Args:
        chosen: the desk days, 0 = Monday.
    """

    def __init__(self, chosen: frozenset[int]) -> None:
        self.chosen = chosen
        self.cursor = 0

    def move(self, by: int) -> bool:
        """Highlight another weekday; return whether there was one."""
        if not 0 <= self.cursor + by < len(WEEKDAYS):
            return False
        self.cursor += by
        return True

    def toggle(self) -> bool:
        """Tick the highlighted weekday or take it out; return False where it is the last one."""
        changed = self.chosen ^ {self.cursor}
        if not changed:
            return False
        self.chosen = changed
        return True

    def line(self, form: str = "[{tick}] {name:.3}", glyphs: Glyphs = ASCII, *, here: bool = True) -> Content:
        """Return the weekdays in one line, each with a tick where it is a desk day.

        Args:
            form: how a day is written, of its `tick` and its `name`.
            glyphs: what a tick is drawn with.
            here: whether the highlighted one is marked.
        """
        days = range(len(WEEKDAYS))
        return Content("").join(self._day(day, form, glyphs, here and day == self.cursor) for day in days)

    def _day(self, day: int, form: str, glyphs: Glyphs, here: bool) -> Content:
        on = day in self.chosen
        text = form.format(tick=glyphs.ticked if on else glyphs.unticked, name=WEEKDAYS[day])
        style = "bold $hot" if here else ("" if on else "$quiet")
        return Content.styled(f"{glyphs.more if here else ' '}{text}", style)
