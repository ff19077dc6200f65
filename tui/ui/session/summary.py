"""The Summary: what was done, how the days stand, and how it was. All of it is saved already."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from itertools import chain
from typing import ClassVar

from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.geometry import Size
from textual.timer import Timer
from textual.widget import Widget

from tui.adapters.content.shipped import read_letters
from tui.core.exercises.exercise import Exercise
from tui.core.history.totals import repetitions_by_week
from tui.core.history.wording import done_line, lasted, names_of, streak_lines
from tui.core.record.record import Felt, Record
from tui.core.settings.settings import Settings
from tui.core.streaks.days import Days, facts_of, rules_of
from tui.core.streaks.sets import count_sets
from tui.core.streaks.status import status_of
from tui.core.text.problems import StoreProblem
from tui.core.text.weekdays import first_weekday
from tui.core.text.width import cells
from tui.ui.figure.figure import Figure, FigureShelf
from tui.ui.history.heatmap import ROOMY
from tui.ui.history.layout import QUARTER
from tui.ui.history.week_bars import WeekBars, weeks_in
from tui.ui.keys.bindings import bindings
from tui.ui.kit.base import BaseScreen, size_class
from tui.ui.kit.big_word import BigWord
from tui.ui.kit.services import Services
from tui.ui.kit.told import Told
from tui.ui.session.panel import MINDFUL, TALL, WORDS, panel_width

_LOOK_S = 0.25
_SAVING_S = 1.0
_RING_OUT_S = 3.0
_MOST_LINES = 3
_FEW = 2
"""Exercises in a session that leave room for the weeks where there is no large word."""
_FRAME = 4
"""Cells of a panel's border and padding."""
_PARTIAL = "Saved, stopped early"
_FELT = (("e", "easy"), ("f", "fine"), ("s", "sore"))
_STIFF = (("0", "not at all"), ("9", "very"))


class SummaryScreen(BaseScreen[bool]):
    """Sums a session up; dismissed with whether another round is wanted.

    An answer is noted and can be changed by another; only Enter goes on.

    Args:
        services: as for every screen.
        settings: the settings in force.
        record: the session's, given to the writer already.
    """

    GROUP: ClassVar[str] = "summary"
    TITLE: ClassVar[str] = "Summary"
    UNASKED = True
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("summary")]
    CSS_PATH: ClassVar = "session.tcss"

    def __init__(self, services: Services, settings: Settings, record: Record) -> None:
        super().__init__(services)
        self.record = record
        """The session's record with what has been answered."""
        self._asking = ["felt", "stiffness"] if settings.ask_stiffness else ["felt"]
        self._timer: Timer | None = None
        self._waiting: bool | None = None
        self._counted = False
        """Whether the days that are stored have the session: an answer that is saved later changes none."""
        self._opened_at = services.clock.monotonic()
        known = {exercise.id: exercise for exercise in services.catalogue.exercises}
        self._names = names_of(record, {name: exercise.name for name, exercise in known.items()})
        self._figure = _figure_of(record, known, services.shelf)
        self._word = BigWord(read_letters(), WORDS, id="word")
        self._word.show("DONE")
        self._word.dip("done")
        self._word.display = not record.partial
        self._done, self._days, self._question = Told(id="done"), Told(id="days"), Told(id="question-how")
        self._panel = Vertical(self._word, self._done, self._days, id="panel", classes="panel")
        if record.partial:
            self.add_class("-partial")
            again = next(command.key for command in self.commands if command.verb == "again")
            self._panel.border_title = _PARTIAL
            self._panel.border_subtitle = Content.assemble((again, "bold $cool"), " does another round")
        self._question.add_class("panel")
        self._weeks = WeekBars(id="weeks-drawn")
        weeks = Vertical(self._weeks, id="weeks", classes="panel")
        weeks.border_title = "Week by week"
        self._summed = Vertical(self._panel, self._question, weeks, id="summed")

    def content(self) -> Iterable[Widget]:
        """Return the figure at rest beside what there is to say."""
        self._fit(self.app.size)
        framed = [Container(self._figure, id="framed", classes="panel")] if self._figure else []
        yield Horizontal(*framed, self._summed, id="stage")

    def on_mount(self) -> None:
        """Say how the days stand, and watch until the record is saved."""
        if self._figure:
            self._figure.style_name = self.settings.figure_style
            self._figure.motion = self.port.motion()
        self._timer = self.set_interval(_LOOK_S, self.look)
        if self.services.hint:
            self.say(self.services.hint)
        self.look()

    def on_resize(self, event: Resize) -> None:
        """Give the panel its share."""
        self._fit(event.size)
        self.call_after_refresh(self._say_again)

    def unavailable(self, command_id: str) -> str | None:
        """Return why stiffness is not asked."""
        if command_id == "summary.stiffness" and not self.settings.ask_stiffness:
            return "How stiff you are is asked only where the settings say so."
        return None

    def leaving(self) -> None:
        """Nothing is lost: all of it is saved, or tried again before the program ends."""

    def action_easy(self) -> None:
        """It was easy."""
        self._answer_felt(Felt.EASY)

    def action_fine(self) -> None:
        """It was fine."""
        self._answer_felt(Felt.FINE)

    def action_sore(self) -> None:
        """It left one sore."""
        self._answer_felt(Felt.SORE)

    def action_stiffness(self) -> None:
        """Take the digit that was pressed."""
        if self.pressed.isdigit():
            self._save(replace(self.record, stiffness_after=int(self.pressed)))
            self._answered("stiffness")

    def action_skip(self) -> None:
        """Go on: to the next question, or out."""
        del self._asking[:1]
        if self._asking:
            self._ask()
        else:
            self.dismiss(False)

    def action_again(self) -> None:
        """Do another round."""
        self.dismiss(True)

    def _fit(self, size: Size) -> None:
        compact = size_class(size.width, size.height) == "-compact"
        self._summed.styles.width = "1fr" if compact else panel_width(size.width, size.height)
        self.set_class(size.height >= TALL, "-tall")
        roomy = not compact and size.height >= MINDFUL
        self.set_class(roomy and self.record.partial and len(self.record.exercises) <= _FEW, "-weekly")

    def _say_again(self) -> None:
        self._done.tell(self._what_was_done())
        self._ask()

    def _answer_felt(self, felt: Felt) -> None:
        exercises = tuple(replace(done, felt=felt) for done in self.record.exercises)
        self._save(replace(self.record, exercises=exercises))
        self._answered("felt")

    def _save(self, record: Record) -> None:
        self.record = replace(record, changed_at=self.services.clock.now())
        self.services.writer.save(self.record)
        if self._timer:
            self.call_after_refresh(self._timer.resume)

    def _answered(self, question: str) -> None:
        if question in self._asking:
            self._asking.remove(question)
        self._ask()

    def _ask(self) -> None:
        """Show what has been answered, and the question that has not been."""
        felt, stiff = self.record.exercises[0].felt, self.record.stiffness_after
        noted = [] if felt is None else [Content.assemble((felt.value, "bold $hot"), ", noted")]
        if stiff is not None:
            noted.append(Content.assemble(("stiffness ", ""), (str(stiff), "bold $hot"), ", noted"))
        line = Content("   ").join(noted)
        fits = line.cell_length <= self._panel.content_size.width - 2
        lines = ([line] if fits else noted) if noted else []
        if self._asking:
            lines += self._asked(self._asking[0])
        else:
            self._question.border_title = ""
        self._question.set_class(bool(self._asking), "-lit")
        self._question.tell(Content("\n").join(lines))

    def _asked(self, topic: str) -> list[Content]:
        """Return the answers, under their question where it does not stand in the edge of the panel."""
        question = "How was it?" if topic == "felt" else "How stiff is it now?"
        answers = _FELT if topic == "felt" else _STIFF
        choices = (Content.assemble((key, "bold $cool"), (f" {name}", "bold")) for key, name in answers)
        compact = self.has_class("-compact")
        self._question.border_title = "" if compact else question
        return [*([Content.styled(question, "bold")] if compact else []), Content("     ").join(choices)]

    def _what_was_done(self) -> Content:
        room = self._panel.content_size.width - 2
        headed = self.record.partial and self.has_class("-compact")
        lines = [Content.styled(_PARTIAL, "bold $hot")] if headed else []
        parts = list(zip(self._names, self.record.exercises, strict=True))
        for name, done in parts[:_MOST_LINES]:
            said = done_line(done)
            apart = "  " if cells(name) + 2 + len(said) <= room else "\n"
            lines.append(Content.assemble((name, "bold"), apart, said))
        if len(parts) > _MOST_LINES:
            lines.append(Content(f"and {len(parts) - _MOST_LINES} more"))
        lines.append(Content.styled(f"in {lasted(self.record.seconds)}", "$quiet"))
        return Content("\n").join(lines)

    def look(self) -> None:
        """Show whether the record is saved, and follow the last sounds."""
        waiting = any(record.id == self.record.id for record in self.services.writer.unsaved())
        ringing = self._ring_out()
        if self._timer and not waiting and not ringing:
            self._timer.pause()
        if waiting is not self._waiting:
            self._waiting = waiting
            if not self._counted:
                self._counted = not waiting
                self._days.tell("\n".join(self._standing(waiting)))
        self.title_line.right = self._waiting_word() if waiting else "saved"

    def _ring_out(self) -> bool:
        """Let the last cue be heard, then close the sound; return whether it may still be heard."""
        now = self.services.clock.monotonic()
        if now < self._opened_at + _RING_OUT_S:
            self.port.player().tick(now)
            return True
        self.port.close_player()
        return False

    def _waiting_word(self) -> str:
        patient = self.services.clock.monotonic() < self._opened_at + _SAVING_S
        return "saving" if patient else "not saved yet"

    def _standing(self, waiting: bool) -> tuple[str, ...]:
        try:
            days = self.services.history.days()
        except StoreProblem:
            return ()
        if waiting:
            days = _with(days, self.record)
        today = self.port.today()
        self._show_weeks(days, today)
        if not self.settings.show_streaks:
            return ()
        rules = rules_of(self.settings, self.services.away.read()[0])
        return (*self._sets(today, waiting), *streak_lines(status_of(days, rules, today)))

    def _show_weeks(self, days: Days, today: date) -> None:
        """Draw the last weeks, this session's among them."""
        first = first_weekday(self.settings.week_begins, self.services.surroundings.environ)
        known = (today - min(days, default=today)).days // 7 + 2
        weeks = min(weeks_in(panel_width(*self.app.size) - _FRAME, ROOMY), max(QUARTER, known))
        bars = repetitions_by_week(days, weeks, today, first)
        self._weeks.show([bar.repetitions for bar in bars], ROOMY, bars[0].monday, now=True)

    def _sets(self, today: date, waiting: bool) -> tuple[str, ...]:
        """Return how many sets are done, where more than one a day is asked for."""
        if self.settings.sets_a_day == 1:
            return ()
        unsaved = (self.record,) if waiting else ()
        records = chain(unsaved, self.services.history.newest_first())
        return (count_sets(records, self.settings.sets_a_day, today).line,)


def _figure_of(record: Record, known: dict[str, Exercise], shelf: FigureShelf) -> Figure | None:
    exercise = known.get(record.exercises[0].id)
    return Figure(exercise, shelf=shelf, id="figure") if exercise else None


def _with(days: Days, record: Record) -> Days:
    """Return the days with a record that they do not hold yet."""
    facts = facts_of([record])[record.day]
    return {**days, record.day: days[record.day].plus(facts) if record.day in days else facts}
