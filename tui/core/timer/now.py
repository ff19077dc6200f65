"""What is to be shown of a session at one instant: the word, the figure's pose, the counts, the bar."""

from dataclasses import dataclass
from math import ceil

from tui.core.exercises.exercise import Exercise, Side
from tui.core.figure.body.pose import START, PoseAt, Stance
from tui.core.timer.plan import Phase, PhaseKind, Plan, ease, phases_from
from tui.core.timer.session import Pause, Session

RETURN_S = 1.0
"""How long the figure takes back to the centre when the session is paused."""
_LEAD_INS = (PhaseKind.READY, PhaseKind.NEXT)


@dataclass(frozen=True, slots=True)
class RepetitionRow:
    """Repetitions of one exercise or of one of its sides: which are counted, in their order."""

    side: Side | None
    dots: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class ExercisePart:
    """An exercise's part of the whole-session bar: its share of the time and how much of it has passed.

    Of one that lies behind it is how much of it was counted: what was skipped is not filled.
    """

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
    pose: PoseAt
    rows: tuple[RepetitionRow, ...]
    parts: tuple[ExercisePart, ...]
    left_s: float = 0.0
    """Seconds until the session ends; while paused, what they will be when it is resumed."""
    digits: int | None = None
    """Whole seconds left of what the word says, never 0; None while paused, and when the session is over."""
    across: bool = False
    """Whether it is a movement across the centre, from one side to the other."""
    ghost: PoseAt | None = None
    """Where the body goes next, if it is not there already."""
    hold: float | None = None
    """How much of a hold has passed."""
    then: str = ""
    """What comes next, in a few words."""
    after: str = ""
    """What comes after that; nothing while paused."""


class Moments:
    """What is to be shown of one session; what stays the same between two instants is kept."""

    def __init__(self, session: Session) -> None:
        self._session = session
        whole = phases_from(session.plan, 0, 0.0, lead_in=PhaseKind.READY, lead_s=0.0)
        self._planned_s = _moving_s(session.plan, whole)
        self._total_s = whole[-1].end
        self._stretch: _Stretch | None = None

    def at(self, now: float) -> Moment:
        """Return what is to be shown at `now`, an instant that the session has been advanced to."""
        session, phase = self._session, self._session.phase
        if phase is None:
            return self._over()
        paused = session.paused
        stretch = self._stretch_of(phase, paused, now)
        running = paused is None
        pose, ghost, hold = self.stance(now)
        return Moment(
            word=stretch.word,
            kind=phase.kind,
            paused=not running,
            place=stretch.place,
            digits=max(1, ceil(phase.end - now - 1e-9)) if running else None,
            pose=pose,
            across=phase.across_from is not None,
            ghost=ghost,
            hold=hold,
            rows=stretch.rows,
            parts=self._parts(stretch, now),
            left_s=stretch.left_s(now),
            then=stretch.then,
            after=stretch.after,
        )

    def stance(self, now: float) -> Stance:
        """Return what the figure shows at `now`, an instant before the next thing that happens."""
        phase, paused = self._session.phase, self._session.paused
        if phase is None:
            return PoseAt(START, 0.0), None, None
        if paused:
            pose = _paused_pose(paused.pose, now - paused.at)
            return pose, PoseAt(pose.toward, 0.0) if pose.amount else None, None
        hold = phase.progress(now) if phase.kind is PhaseKind.HOLD else None
        return phase.pose(now), self._stretch_of(phase, paused, now).ghost, hold

    def _stretch_of(self, phase: Phase, paused: Pause | None, now: float) -> "_Stretch":
        counted = len(self._session.counted)
        found = self._stretch
        if (
            found is None
            or found.phase is not phase
            or found.paused is not paused
            or found.counted != counted
        ):
            found = self._stretch = _stretch(self._session, phase, now)
        return found

    def _parts(self, stretch: "_Stretch", now: float) -> tuple[ExercisePart, ...]:
        parts: list[ExercisePart] = []
        for at, planned in enumerate(self._session.plan.exercises):
            planned_s = self._planned_s[at]
            left_s = stretch.moving_s(at, now)
            behind = at < stretch.place and not left_s
            passed = self._counted(at) if behind else 1.0 - min(1.0, left_s / planned_s)
            parts.append(ExercisePart(planned.exercise, planned_s / self._total_s, passed))
        return tuple(parts)

    def _counted(self, exercise: int) -> float:
        dots = [dot for row in rows(self._session, exercise) for dot in row.dots]
        return sum(dots) / len(dots)

    def _over(self) -> Moment:
        exercises = self._session.plan.exercises
        shares = [planned_s / self._total_s for planned_s in self._planned_s]
        parts = tuple(
            ExercisePart(planned.exercise, share, self._counted(at))
            for at, (planned, share) in enumerate(zip(exercises, shares, strict=True))
        )
        last = len(exercises) - 1
        done = rows(self._session, last)
        return Moment(
            "DONE", kind=None, paused=False, place=last, pose=PoseAt(START, 0.0), rows=done, parts=parts
        )


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What is the same for as long as a phase, or a pause, lasts and nothing is counted."""

    phase: Phase
    paused: Pause | None
    counted: int
    word: str
    place: int
    ghost: PoseAt | None
    rows: tuple[RepetitionRow, ...]
    then: str
    after: str
    rest: tuple[Phase, ...]
    """The phases still to be gone through: the one under way first, or those of resuming."""
    later_s: tuple[float, ...]
    """For each exercise the seconds of its phases in the rest but for the first one, lead-ins left out."""

    def moving_s(self, exercise: int, now: float) -> float:
        """Return the seconds that are left of an exercise's phases, lead-ins left out."""
        seconds = self.later_s[exercise]
        if self.rest and self.rest[0].unit.exercise == exercise and self.rest[0].kind not in _LEAD_INS:
            seconds += self.rest[0].end - self._now(now)
        return seconds

    def left_s(self, now: float) -> float:
        """Return the seconds until the session ends."""
        return max(0.0, self.rest[-1].end - self._now(now)) if self.rest else 0.0

    def _now(self, now: float) -> float:
        begin = self.rest[0].start
        return begin if self.paused else max(now, begin)


def _stretch(session: Session, phase: Phase, now: float) -> _Stretch:
    paused, plan = session.paused, session.plan
    unit = plan.units[min(paused.marker.unit, len(plan.units) - 1)] if paused else phase.unit
    rest = session.phases_after(paused.marker, now) if paused else (phase, *session.phases_to_come)
    return _Stretch(
        phase=phase,
        paused=paused,
        counted=len(session.counted),
        word="PAUSED" if paused else word(plan, phase),
        place=unit.exercise,
        ghost=_ghost(session, phase),
        rows=rows(session, unit.exercise),
        then=_then(session),
        after=_named(plan, session.phases_to_come[1:2]),
        rest=rest,
        later_s=_moving_s(plan, rest[1:]),
    )


def word(plan: Plan, phase: Phase) -> str:
    """Return the one word for what to do in `phase`."""
    if phase.kind is not PhaseKind.MOVE:
        return phase.kind.value.upper()
    side = phase.unit.side
    return side.value.upper() if side else plan.exercises[phase.unit.exercise].exercise.word


def rows(session: Session, exercise: int) -> tuple[RepetitionRow, ...]:
    """Return the dots of the exercise at this place: a row a side, or one row; left before right."""
    units = session.plan.units_of(exercise)
    sides: tuple[Side | None, ...] = (None,) if units[0].side is None else (Side.LEFT, Side.RIGHT)
    return tuple(
        RepetitionRow(side, tuple(unit.number in session.counted for unit in units if unit.side is side))
        for side in sides
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


def _moving_s(plan: Plan, phases: tuple[Phase, ...]) -> tuple[float, ...]:
    """Return for each exercise the seconds of its phases, lead-ins left out."""
    seconds = [0.0] * len(plan.exercises)
    for phase in phases:
        if phase.kind not in _LEAD_INS:
            seconds[phase.unit.exercise] += phase.seconds
    return tuple(seconds)


def _then(session: Session) -> str:
    if session.paused:
        return resuming(session)
    return _named(session.plan, session.phases_to_come[:1]) or "done"


def _named(plan: Plan, phases: tuple[Phase, ...]) -> str:
    """Return the first of these phases in a few words; nothing where there is none."""
    if not phases:
        return ""
    phase = phases[0]
    match phase.kind:
        case PhaseKind.MOVE:
            through = ", through the centre" if phase.across_from else ""
            last = ", the last one" if phase.unit.last_rep else ""
            return f"{word(plan, phase)}{through}{last}"
        case PhaseKind.HOLD:
            return f"HOLD, {phase.seconds:g} s"
        case PhaseKind.BACK:
            return "BACK to the start"
        case PhaseKind.NEXT:
            return f"NEXT: {plan.exercises[phase.unit.exercise].exercise.name}"
    return phase.kind.value.upper()


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


def clock(seconds: float) -> str:
    """Return whole seconds, rounded up, as minutes and seconds."""
    whole = ceil(seconds - 1e-6)
    return f"{whole // 60}:{whole % 60:02}"
