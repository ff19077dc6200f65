"""What stands beside the figure in a session: the word, the seconds, the dots, what comes next."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.core.exercises.exercise import BOTH, Step
from tui.core.figure.body.pose import START
from tui.core.history.wording import kept_line
from tui.core.record.record import Record
from tui.core.text.letters import Letters
from tui.core.timer.now import Moment, resuming
from tui.core.timer.plan import PhaseKind, Plan
from tui.core.timer.session import GET_READY_AGAIN_S, Session
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.big_word import BigWord
from tui.ui.kit.edges import Edged
from tui.ui.session.gauges import Countdown, Dots, HoldBar

WORDS = ("READY", "LEFT", "RIGHT", "HOLD", "BACK", "REST", "NEXT", "DONE")
"""The words of every session; each exercise without sides adds its own."""

EDGE = 4
"""Cells of the panel's corners and what is beside them."""

_MOOD = {
    PhaseKind.MOVE: "move",
    PhaseKind.BACK: "move",
    PhaseKind.HOLD: "hold",
    PhaseKind.REST: "rest",
}


class SessionPanel(Edged, Vertical):
    """Shows a moment of a session.

    The ink of the word says the phase. No class does: all that is under one is styled anew with each change.

    Args:
        fonts: the large letters.
        words: what will be shown in them, besides the words of every session.
    """

    def __init__(self, fonts: Sequence[Letters], words: Sequence[str]) -> None:
        super().__init__(id="panel", classes="panel")
        self.word = BigWord(fonts, (*WORDS, *words), id="word")
        self.hold = HoldBar(id="hold")
        self.countdown = Countdown(fonts, id="countdown")
        self.paused = Static("", id="paused", markup=False)
        self.dots = Dots(id="dots")
        self.posture = Static("", id="posture", markup=False)
        self.sound = Static("", id="sound", markup=False)
        self._texts: dict[Static, str] = {}

    def compose(self) -> ComposeResult:
        """Compose the panel from the loudest down."""
        yield self.word
        yield self.posture
        yield self.hold
        yield self.countdown
        yield self.paused
        yield self.dots
        yield self.sound

    def show(self, moment: Moment, paused: str) -> None:
        """Show `moment`; while it is paused, the lines of `paused` stand in place of the seconds."""
        self._show_mood(moment)
        self.word.show(moment.word)
        self.countdown.show(_caption(moment), moment.digits)
        self.dots.show(moment.rows)
        then = "" if moment.paused or not moment.then else moment.then
        compact = self.screen.has_class("-compact")
        self.tell_under("" if compact else self._coming(then, moment.after))
        self.word.tell(f"then {then.partition(',')[0]}" if then and compact else "")
        if moment.paused:
            self._show_text(self.paused, paused)

    def show_posture(self, text: str) -> None:
        """Show how one sits for what comes in the place of a hold's line; nothing leaves it to that."""
        self.set_class(bool(text), "-waiting")
        self._show_text(self.posture, text)

    def show_sound(self, line: str) -> None:
        """Show what sounds, and why."""
        self._show_text(self.sound, line)

    def _coming(self, then: str, after: str) -> str:
        """Return what comes next, and what after that where there is room for it."""
        both = f"then {then} {glyphs_of(self).dot} {after}"
        if then and after and len(both) + EDGE <= self.size.width:
            return both
        return f"then {then}" if then else ""

    def _show_mood(self, moment: Moment) -> None:
        mood = "rest" if moment.paused else _MOOD.get(moment.kind, "") if moment.kind else "done"
        self.word.dip(mood)
        if mood != "done":
            self.countdown.digits.dip("rest" if mood == "move" else mood)
        if moment.paused != self.has_class("-paused"):
            self.set_class(moment.paused, "-paused")
        leads_in = not moment.paused and moment.kind in (PhaseKind.READY, PhaseKind.NEXT)
        if leads_in != self.has_class("-lead-in"):
            self.set_class(leads_in, "-lead-in")

    def _show_text(self, line: Static, text: str) -> None:
        if self._texts.get(line) != text:
            self._texts[line] = text
            line.update(Content(text))


def _caption(moment: Moment) -> str:
    if moment.kind is PhaseKind.NEXT:
        return f"{moment.parts[moment.place].exercise.name} in"
    return "starts in" if moment.kind is PhaseKind.READY else ""


SAFETY = (
    "General information, not medical advice. Move within comfort; if it hurts, stop and ask a professional."
)

TALL = 30
"""From so many rows on there is room for more air."""
MINDFUL, WORDY = 32, 96
"""From so many rows and columns on, what the instructions say of a phase stands under the panel."""


def title(plan: Plan, place: int) -> str:
    """Return the title while the exercise at `place` is under way."""
    name = plan.exercises[place].exercise.name
    if len(plan.exercises) == 1:
        return name
    whole = "Both stretches," if plan.routine == BOTH else "Your set, exercise"
    return f"{whole} {place + 1} of {len(plan.exercises)}: {name}"


def paused_text(session: Session, why: str) -> str:
    """Return what stands in place of the seconds while the session is paused: why, and what resuming does."""
    if session.paused is None:
        return ""
    course = _course(session)
    does = f"space resumes: {course}." if course else "space finishes the session."
    return f"{why}\n{does}".strip()


def on_resuming(session: Session) -> str:
    """Return in one sentence what resuming a paused session will do."""
    course = _course(session)
    return f"Resuming: {course}." if course else "Resuming finishes the session."


def _course(session: Session) -> str:
    """Return what a paused session would go on with; nothing when it would end."""
    plan = session.plan
    if session.paused is None or session.paused.marker.unit >= len(plan.units):
        return ""
    change = session.paused.marker.change
    ready_s = plan.between_s if change else min(GET_READY_AGAIN_S, plan.ready_s)
    first = f"{ready_s:g} s to get ready, then " if ready_s else ""
    return f"{first}{resuming(session)}, from the centre"


def on_finishing(plan: Plan, record: Record) -> str:
    """Return in one sentence what finishing here will keep."""
    kept = kept_line(record, {planned.exercise.id: planned.exercise.name for planned in plan.exercises})
    if not kept:
        return "Nothing is counted yet: finishing here keeps nothing."
    return f"Finishing here keeps {kept}{', as stopped early' if record.partial else ''}."


def panel_width(columns: int, rows: int) -> int:
    """Return the columns of the panel beside the figure, which is to stay the larger one."""
    if columns >= 190 and rows >= 40:
        return 84
    if columns >= 108:
        return 54
    if columns >= 96:
        return min(49, columns // 2)
    return 36 if columns >= 76 else 30


FOCUS, AVOID = "Focus", "What to avoid"
"""Titles of the steps that hold throughout a movement; of an own exercise those that it has."""


def minded(moment: Moment) -> tuple[Step, ...]:
    """Return what is to be read during a phase: its step, then what to mind in every movement.

    Without a step for the phase there is nothing.
    """
    step = step_now(moment)
    if step is None:
        return ()
    steps = moment.parts[moment.place].exercise.steps
    return (step, *(each for title in (FOCUS, AVOID) for each in steps if title == each.title != step.title))


def step_now(moment: Moment) -> Step | None:
    """Return the step to be read during a phase; None where the exercise has none for it.

    Of a movement across the centre it is the step that tells of one, where there is such a step; of other
    movements the first one that strikes the pose, of a hold the last one (the other side's where a side has
    none of its own, or only that of its movement); and of all else the step before the first movement: how
    one sits.
    """
    steps = moment.parts[moment.place].exercise.steps
    if moment.kind in (PhaseKind.MOVE, PhaseKind.HOLD) and not moment.paused:
        moves = moment.kind is PhaseKind.MOVE
        away = [step for step in steps if step.pose != START and step.title not in (FOCUS, AVOID)]
        over = [step for step in away if step.across]
        if moves and moment.across and over:
            return over[0]
        aside = [step for step in away if not step.across]
        goal = ((moves and moment.ghost) or moment.pose).toward
        found = [step for step in aside if step.pose == goal] or (aside if over else [])
        if not moves and len(found) == 1:
            found = [step for step in aside if step.pose != goal][1:] or found
        return found[0 if moves else -1] if found else None
    before: Step | None = None
    for step in steps:
        if step.pose != START:
            break
        before = step
    return before
