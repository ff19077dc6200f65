"""The form that asks when to be reminded, and has it done."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from textual import on
from textual.message import Message
from textual.message_pump import MessagePump
from textual.widgets import Static

from tui.adapters.remind.reminding import NotTold, Reminding
from tui.core.remind.plan import ReminderPlan, clock_text, every, times_in
from tui.core.remind.reminder_json import Reminders
from tui.core.remind.standing import brief_words
from tui.core.streaks.days import rules_of
from tui.core.text.problems import Problem, StoreProblem, UsageProblem
from tui.core.text.weekdays import read_weekdays, weekday_words
from tui.ui.kit.fields import ChoiceField
from tui.ui.kit.form import Field, FormScreen, text_field
from tui.ui.kit.services import Services

KINDS = (("at", "at times"), ("every", "every"), ("pause", "pause"), ("off", "off"))
ASKED = {
    "times": ("at",),
    "span": ("every",),
    "between": ("every",),
    "weekdays": ("at", "every"),
    "days": ("pause",),
}
"""Fields, and the ways of reminding that need them."""
USUAL = "11:00 15:00"
"""What is offered where there are no reminders."""
MOST_DAYS = 365
"""Days of a pause."""
NONE = "There are no reminders."


@dataclass(frozen=True, slots=True)
class ReminderWish:
    """What is to become of the reminders: a plan, a pause, or, without both, an end."""

    plan: ReminderPlan | None = None
    pause_days: int | None = None
    line: str = ""
    """What became of them."""


class ReminderNews(Message):
    """The scheduler was told, or could not be; or it was only asked how the reminders stand."""

    def __init__(self, wish: ReminderWish | None, line: str, problem: Problem | None = None) -> None:
        super().__init__()
        self.wish = wish
        self.line = line
        self.problem = problem


class RemindersScreen(FormScreen[ReminderWish]):
    """Asks for times, or how often; dismissed once the scheduler has been told."""

    def __init__(self, services: Services, today: date) -> None:
        self._kept: Reminders | None = None
        with suppress(StoreProblem):
            self._kept = reminding_of(services).read()
        notes = f"Now: {brief_words(self._kept, today)}" if self._kept else NONE
        super().__init__(services, "Reminders: a notification while a set is due", notes, "Keep")
        self._today = today
        self._busy = False

    def fields(self) -> Iterable[Field]:
        """Return when: at times, or every so often on a part of the day; on which days; how long a pause."""
        plan = self._kept.plan if self._kept else None
        times = " ".join(map(clock_text, plan.times)) if plan else USUAL
        weekdays = plan.weekdays if plan else rules_of(self.settings).weekdays(self._today)
        yield Field("Remind me", ChoiceField(KINDS, "at", id="kind"))
        yield Field("At", text_field(times, id="times", goes_on=True, longest=200))
        yield Field("Every", text_field("3h", id="span"), "3h, 90m or 1h30m")
        yield Field("Between", text_field("09:00-18:00", id="between"), "the first and the last")
        yield Field("On", text_field(weekday_words(weekdays), id="weekdays"), "mon-fri, all")
        yield Field("Pause for days", text_field("7", id="days"), "0 ends a pause")

    def on_mount(self) -> None:
        """Ask whether the scheduler knows of them."""
        super().on_mount()
        self._show_asked()
        ask(self.services, self._today, self)

    def result(self) -> ReminderWish:
        """Return what is wanted."""
        kind = self.chosen("kind")
        if kind == "off":
            return ReminderWish()
        if kind == "pause":
            return ReminderWish(pause_days=_days(self.typed("days")))
        times = (
            times_in(self.typed("times"))
            if kind == "at"
            else every(self.typed("span"), self.typed("between"))
        )
        return ReminderWish(ReminderPlan(times, read_weekdays(self.typed("weekdays"))))

    def accept(self, result: ReminderWish | None) -> None:
        """Have it done; the form stays until that is so."""
        if result and not self._busy:
            self._busy = True
            self.say("One moment ...")
            ask(self.services, self._today, self, result)

    @on(ChoiceField.Changed)
    def _show_asked(self) -> None:
        """Show what the chosen way needs, and nothing else."""
        kind = self.chosen("kind")
        for name, ways in ASKED.items():
            self.line_of(name).display = kind in ways

    @on(ReminderNews)
    def _hear(self, message: ReminderNews) -> None:
        if message.wish is None:
            if message.line:
                self.query_one(".form-notes", Static).update(message.line)
            if message.problem:
                self.tell(message.problem)
            return
        self._busy = False
        if isinstance(message.problem, NotTold):
            by_hand = "it is kept, and `unhunch remind` with the same times prints what to tell it by hand"
            self.say(f"{message.problem.line}; {by_hand}", problem=True)
        elif message.problem:
            self.tell(message.problem)
        else:
            self.dismiss(message.wish)


def reminding_of(services: Services) -> Reminding:
    """Return the reminders of this home."""
    return Reminding(services.paths, services.surroundings.environ)


def reminders_in_brief(services: Services, today: date) -> str:
    """Return the plan in a few words, or that it cannot be read."""
    try:
        return brief_words(reminding_of(services).read(), today)
    except StoreProblem:
        return "cannot be read"


def ask(services: Services, today: date, listener: MessagePump, wish: ReminderWish | None = None) -> None:
    """Have a wish carried out on the thread that saves, or ask how they stand; `ReminderNews` tells."""

    def job() -> None:
        line, problem = "", None
        try:
            reminding = reminding_of(services)
            if wish:
                _carry_out(wish, reminding, today)
            now = services.clock.now()
            standing = reminding.standing(now, today)
            line = standing.line(now.date()) if standing else NONE
            making = "" if wish or standing else reminding.making()
            line = f"{line} Enter {making}." if making else line
        except (StoreProblem, UsageProblem) as found:
            problem = found
        heard = listener.post_message(ReminderNews(wish and replace(wish, line=line), line, problem))
        if isinstance(problem, StoreProblem) and not heard:
            services.writer.on_problem(problem)

    services.writer.submit(job)


def _carry_out(wish: ReminderWish, reminding: Reminding, today: date) -> None:
    if wish.plan:
        reminding.make(wish.plan)
    elif wish.pause_days is not None:
        reminding.pause(wish.pause_days, today)
    else:
        reminding.end()


def _days(text: str) -> int:
    wanted = text.strip()
    if not (wanted.isascii() and wanted.isdecimal()) or int(wanted[:9]) > MOST_DAYS:
        raise UsageProblem("The pause", f"0 to {MOST_DAYS} days")
    return int(wanted)
