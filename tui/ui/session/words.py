"""What a session's screen says besides the word: its title, the step to read, what keys will do."""

from tui.core.exercises.exercise import BOTH, Step
from tui.core.figure.body.pose import START
from tui.core.history.wording import kept_line
from tui.core.record.record import Record
from tui.core.timer.now import Moment, resuming
from tui.core.timer.plan import Plan
from tui.core.timer.session import GET_READY_AGAIN_S, Session
from tui.core.timer.timeline import PhaseKind

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
    whole = "Both stretches" if plan.routine == BOTH else "Your set"
    return f"{whole}: {name}, {place + 1} of {len(plan.exercises)}"


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
    return f"Finishing here keeps {kept}{', as a partial' if record.partial else ''}."


def panel_width(columns: int, rows: int) -> int:
    """Return the columns of the panel beside the figure, which is to stay the larger one."""
    if columns >= 190 and rows >= 40:
        return 84
    if columns >= 110:
        return 50
    if columns >= 96:
        return 48
    return 36 if columns >= 76 else 30


def step_now(moment: Moment) -> Step | None:
    """Return the step to be read during a phase; None where the exercise has none for it.

    Of a movement it is the first step that strikes its pose, of a hold the last one, and of all else the
    step before the first movement: how one sits.
    """
    steps = moment.parts[moment.place].exercise.steps
    if moment.kind in (PhaseKind.MOVE, PhaseKind.HOLD) and not moment.paused:
        moving = moment.kind is PhaseKind.MOVE and moment.ghost
        goal = (moving or moment.pose).toward
        found = [step for step in steps if step.pose == goal]
        return (found[0] if moment.kind is PhaseKind.MOVE else found[-1]) if found else None
    before: Step | None = None
    for step in steps:
        if step.pose != START:
            break
        before = step
    return before
