"""The rules of days, streaks, weeks and strength once more: slowly, plainly, from the rule's own words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from tui.core.settings.settings import Away, DeskDays
from tui.core.streaks.days import DayFacts


@dataclass
class Oracle:
    days: Mapping[date, DayFacts]
    desk_days: tuple[DeskDays, ...]
    away: tuple[Away, ...]
    strict: bool
    today: date

    def is_due(self, day: date) -> bool:
        due = True
        for entry in sorted(self.desk_days, key=lambda entry: entry.start):
            if entry.start <= day:
                due = day.weekday() in entry.weekdays
        for away in self.away:
            probe = away.first
            while probe <= away.last:
                if probe == day:
                    due = False
                probe += timedelta(days=1)
        return due

    def is_done(self, day: date) -> bool:
        if day not in self.days:
            return False
        facts = self.days[day]
        if facts.completed:
            return True
        return facts.units > 0 and facts.units >= facts.plan / 2

    def word(self, day: date) -> str:
        if self.is_done(day):
            return "done"
        if day == self.today:
            return "open"
        if day in self.days and self.days[day].units > 0:
            return "partial"
        return "missed" if self.is_due(day) else "rest"

    def known(self) -> list[date]:
        """Every day from the first one done to today."""
        done = [day for day in self.days if self.is_done(day) and day <= self.today]
        if not done:
            return []
        return [min(done) + timedelta(days=n) for n in range((self.today - min(done)).days + 1)]

    def run_ending(self, days: list[date]) -> tuple[int, list[date]]:
        """Walk these days and return the run at their end, and its done days."""
        allowed = 0 if self.strict else 1
        run: list[date] = []
        missed = 0
        for day in days:
            word = self.word(day)
            if word == "done":
                run, missed = [*run, day], 0
            elif word == "partial":
                missed = 0
            elif word == "missed":
                missed += 1
                if missed > allowed:
                    run = []
        return len(run), run

    def current(self) -> int:
        return self.run_ending(self.known())[0]

    def best(self) -> tuple[int, date | None, date | None]:
        best: tuple[int, date | None, date | None] = (0, None, None)
        days = self.known()
        for end in range(1, len(days) + 1):
            length, run = self.run_ending(days[:end])
            if length > best[0]:
                best = (length, run[0], run[-1])
        return best

    def bridged(self) -> set[date]:
        """Missed days after which a run is still alive at the next day with anything done, or now."""
        days, found = self.known(), set()
        for at, day in enumerate(days):
            if self.word(day) != "missed":
                continue
            until = at + 1
            while until < len(days) and self.word(days[until]) in ("rest", "open", "missed"):
                until += 1
            if self.run_ending(days[:until])[0] > 0:
                found.add(day)
        return found

    def week_days(self, day: date) -> list[date]:
        year, week, _ = day.isocalendar()
        return [date.fromisocalendar(year, week, weekday) for weekday in range(1, 8)]

    def done_in(self, days: list[date]) -> int:
        return len([day for day in days if day <= self.today and self.is_done(day)])

    def this_week(self) -> tuple[int, int]:
        days = self.week_days(self.today)
        return self.done_in(days), len([day for day in days if self.is_due(day)])

    def weeks_in_a_row(self) -> int:
        known = self.known()
        weeks: list[list[date]] = []
        for day in known:
            if self.week_days(day) not in weeks:
                weeks.append(self.week_days(day))
        row = 0
        for week in weeks:
            due = len([day for day in week if self.is_due(day) and day >= known[0]])
            done = self.done_in(week)
            good = done >= max(1, min(3, due))
            if good:
                row += 1
            elif self.today in week or (due == 0 and done == 0):
                pass
            else:
                row = 0
        return row

    def strength(self) -> int | None:
        known = self.known()
        if len([day for day in known if day < self.today and self.is_due(day)]) < 5:
            return None
        keep = 0.5 ** (1 / 13)
        value = 0.0
        for day in known:
            word = self.word(day)
            if word == "missed":
                value = value * keep
            if word == "partial":
                value = value * keep + (1 - keep) / 2
            if word == "done":
                value = value * keep + (1 - keep)
        return int(f"{value * 100:.0f}")
