"""Which sound belongs to which instant of the phases."""

from collections.abc import Iterator, Sequence

from tui.core.exercises.exercise import Side
from tui.core.sound.cue import Cue, Glide, Head
from tui.core.timer.timeline import Phase, PhaseKind

READY_TICKS = 3
"""A get-ready ticks in so many of its last seconds."""
TICKING_HOLD_S = 4.0
"""Holds of this length and more tick each second."""
TICK_CLEAR_S = 0.5
"""No tick comes within this of the end of a hold, where the next sound begins."""
CHORD_S = 1.0
"""How long nothing else sounds after an exercise is done."""

_SIDES = {
    (Side.LEFT, False): Glide.LEFT,
    (Side.RIGHT, False): Glide.RIGHT,
    (Side.LEFT, True): Glide.LEFT_ACROSS,
    (Side.RIGHT, True): Glide.RIGHT_ACROSS,
}


def cues_of(phases: Sequence[Phase]) -> tuple[Cue, ...]:
    """Return every cue of gapless `phases` that run to the end of the session, in order of time."""
    cues: list[Cue] = []
    before: Phase | None = None
    for phase in phases:
        cues.extend(_cues_in(phase, before))
        before = phase
    if before:
        cues.append(Cue(before.end, Head.ALL_DONE))
    return tuple(cues)


def _cues_in(phase: Phase, before: Phase | None) -> Iterator[Cue]:
    match phase.kind:
        case PhaseKind.READY | PhaseKind.NEXT:
            yield from _get_ready(phase)
        case PhaseKind.MOVE:
            yield Cue(phase.start, _head(phase, before), _glide(phase), phase.seconds)
        case PhaseKind.HOLD:
            yield Cue(phase.start, Head.HOLD)
            if phase.seconds >= TICKING_HOLD_S:
                for second in range(1, int(phase.seconds - TICK_CLEAR_S) + 1):
                    yield Cue(phase.start + second, Head.TICK)
        case PhaseKind.BACK:
            yield Cue(phase.start, Head.RELEASE, Glide.BACK, phase.seconds)


def _get_ready(phase: Phase) -> Iterator[Cue]:
    quiet_until = phase.start
    if phase.after_exercise:
        yield Cue(phase.start, Head.EXERCISE_DONE)
        quiet_until += CHORD_S
    for second in range(READY_TICKS, 0, -1):
        if phase.end - second >= quiet_until:
            yield Cue(phase.end - second, Head.READY)


def _head(phase: Phase, before: Phase | None) -> Head | None:
    if before is None or before.kind in (PhaseKind.READY, PhaseKind.NEXT):
        return Head.GO
    if phase.unit.last_rep:
        return Head.LAST
    return Head.RELEASE if before.kind is PhaseKind.HOLD else None


def _glide(phase: Phase) -> Glide:
    if phase.unit.side is None:
        return Glide.OUT
    return _SIDES[phase.unit.side, phase.across_from is not None]
