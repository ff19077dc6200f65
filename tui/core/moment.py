"""What is to be shown of a session at one instant: the word, the figure's pose, the counts, the bar."""

from dataclasses import dataclass
from math import ceil

from tui.core.exercise import Exercise, Side
from tui.core.plan import Plan
from tui.core.pose import START, PoseAt, ease
from tui.core.session import Session
from tui.core.timeline import Phase, PhaseKind, phases_from

RETURN_S = 1.0
"""How long the figure takes back to the centre when the session is paused."""


@dataclass(frozen=True, slots=True)
class Row:
    """Repetitions of one exercise or of one of its sides: which are counted, in their order."""

    side: Side | None
    dots: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """An exercise's part of the whole-session bar: its share of the time and how much of it has passed."""

    exercise: Exercise
    share: float
    passed: float


@dataclass(frozen=True, slots=True)
class Moment:
    """A session at one instant. Seconds are counted down; fractions run from 0 to 1."""

    word: str
    kind: PhaseKind | None
    """None when the session is over."""
    paused: bool
    place: int
    """The exercise under way, from 0."""
    digits: int | None
    """Whole seconds left of READY, NEXT and HOLD, never 0; None in other phases."""
    pose: PoseAt
    ghost: PoseAt | None
    """Where the body goes next, if it is not there already."""
    hold: float | None
    """How much of a hold has passed."""
    rows: tuple[Row, ...]
    parts: tuple[Part, ...]
    left_s: float
    """Seconds until the session ends; while paused, what they will be when it is resumed."""
    then: str
    """What comes next, in a few words."""


def moment(session: Session, now: float) -> Moment:
    """Return what is to be shown of `session` at `now`, an instant it has been advanced to."""
    phase = session.phase
    if phase is None:
        return _over(session)
    paused = session.paused
    unit = session.plan.units[min(paused.marker.unit, len(session.plan.units) - 1)] if paused else phase.unit
    digits = None
    if not paused and phase.kind in (PhaseKind.READY, PhaseKind.NEXT, PhaseKind.HOLD):
        digits = max(1, ceil(phase.end - now - 1e-9))
    holding = not paused and phase.kind is PhaseKind.HOLD
    rest = _rest(session, phase, now)
    return Moment(
        word="PAUSED" if paused else word(session.plan, phase),
        kind=phase.kind,
        paused=paused is not None,
        place=unit.exercise,
        digits=digits,
        pose=_paused_pose(paused.pose, now - paused.at) if paused else phase.pose(now),
        ghost=_ghost(session, phase),
        hold=phase.progress(now) if holding else None,
        rows=rows(session, unit.exercise),
        parts=_parts(session, rest, now),
        left_s=max(0.0, rest[-1].end - max(now, rest[0].start)) if rest else 0.0,
        then=_then(session),
    )


def word(plan: Plan, phase: Phase) -> str:
    """Return the one word for what to do in `phase`."""
    if phase.kind is not PhaseKind.MOVE:
        return phase.kind.value.upper()
    side = phase.unit.side
    return side.value.upper() if side else plan.exercises[phase.unit.exercise].exercise.word


def rows(session: Session, exercise: int) -> tuple[Row, ...]:
    """Return the dots of the exercise at this place: a row a side, or one row; left before right."""
    units = session.plan.units_of(exercise)
    sides: tuple[Side | None, ...] = (None,) if units[0].side is None else (Side.LEFT, Side.RIGHT)
    return tuple(
        Row(side, tuple(unit.index in session.counted for unit in units if unit.side is side))
        for side in sides
    )


def _over(session: Session) -> Moment:
    last = len(session.plan.exercises) - 1
    return Moment(
        word="DONE",
        kind=None,
        paused=False,
        place=last,
        digits=None,
        pose=PoseAt(START, 0.0),
        ghost=None,
        hold=None,
        rows=rows(session, last),
        parts=_parts(session, (), 0.0),
        left_s=0.0,
        then="",
    )


def _paused_pose(pose: PoseAt, since_s: float) -> PoseAt:
    return PoseAt(pose.toward, pose.amount * (1.0 - ease(since_s / RETURN_S)))


def _ghost(session: Session, phase: Phase) -> PoseAt | None:
    if session.paused:
        return None
    if phase.kind is PhaseKind.HOLD:
        following = session.phases_to_come[0]
        across = following.kind is PhaseKind.MOVE
        return PoseAt(following.toward, 1.0 if across else 0.0)
    return PoseAt(phase.toward, 0.0 if phase.kind is PhaseKind.BACK else 1.0)


def _rest(session: Session, phase: Phase, now: float) -> tuple[Phase, ...]:
    """The phases still to be gone through: the one under way first, or those of resuming."""
    if session.paused:
        return session.phases_after(session.paused.marker, now)
    return (phase, *session.phases_to_come)


def _parts(session: Session, rest: tuple[Phase, ...], now: float) -> tuple[Part, ...]:
    plan = session.plan
    whole = phases_from(plan, 0, 0.0, lead_in=PhaseKind.READY, lead_s=0.0)
    total = whole[-1].end
    parts: list[Part] = []
    for at, planned in enumerate(plan.exercises):
        planned_s = _moving_s(whole, at, 0.0)
        left_s = _moving_s(rest, at, now)
        parts.append(Part(planned.exercise, planned_s / total, 1.0 - min(1.0, left_s / planned_s)))
    return tuple(parts)


def _moving_s(phases: tuple[Phase, ...], exercise: int, now: float) -> float:
    """Seconds after `now` of the exercise's phases, lead-ins left out."""
    return sum(
        max(0.0, phase.end - max(now, phase.start))
        for phase in phases
        if phase.unit.exercise == exercise and phase.kind not in (PhaseKind.READY, PhaseKind.NEXT)
    )


def _then(session: Session) -> str:
    plan = session.plan
    if session.paused:
        return resuming(session)
    following = session.phases_to_come
    if not following:
        return "done"
    after = following[0]
    match after.kind:
        case PhaseKind.MOVE:
            through = ", through the centre" if after.across_from else ""
            last = ", the last one" if after.unit.last_rep else ""
            return f"{word(plan, after)}{through}{last}"
        case PhaseKind.HOLD:
            return f"HOLD, {after.seconds:g} s"
        case PhaseKind.BACK:
            return "BACK to the start"
        case PhaseKind.NEXT:
            return f"NEXT: {plan.exercises[after.unit.exercise].exercise.name}"
    return after.kind.value.upper()


def resuming(session: Session) -> str:
    """Return what resuming a paused session will do, in a few words."""
    if session.paused is None:
        return ""
    plan, marker = session.plan, session.paused.marker
    if marker.unit >= len(plan.units):
        return "finish the session"
    unit = plan.units[marker.unit]
    planned = plan.exercises[unit.exercise]
    what = unit.side.value.upper() if unit.side else planned.exercise.word
    return f"{what} {unit.rep + 1} of {planned.reps}, {planned.exercise.name}"
