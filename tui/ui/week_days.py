"""Ticking the weekdays on which a set is due: at least one."""

from textual.content import Content

from tui.core.heatmap import WEEKDAYS


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

    def line(self, *, here: bool = True, letters: int = 3) -> Content:
        """Return the weekdays in one line: a desk day by its name, another by dashes.

        Args:
            here: whether the highlighted one is marked.
            letters: how many letters of their names to show.
        """
        days = range(len(WEEKDAYS))
        return Content("").join(self._day(day, here and day == self.cursor, letters) for day in days)

    def _day(self, day: int, here: bool, letters: int) -> Content:
        on = day in self.chosen
        text = WEEKDAYS[day][:letters] if on else "-" * letters
        left, right = ("[", "]") if here else (" ", " ")
        style = "bold $hot" if here else ("" if on else "$quiet")
        return Content.styled(f"{left}{text}{right}", style)
