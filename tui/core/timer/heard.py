"""What a session sounds like: each of its phases with the sounds that are heard in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from tui.core.sound.cue import Cue, Glide, Head
from tui.core.timer.cue_plan import cues_of
from tui.core.timer.now import word
from tui.core.timer.plan import PhaseKind, Plan, phases_from


@dataclass(frozen=True, slots=True)
class HeardPhase:
    """One line: when it begins, the word on the screen, and the sounds, each of them once."""

    at_s: float
    exercise: int
    """The place of its exercise in the plan."""
    word: str
    sounds: tuple[Head | Glide, ...]


def heard(plan: Plan) -> tuple[HeardPhase, ...]:
    """Return the phases of an undisturbed session, and its end."""
    phases = phases_from(plan, 0, 0.0, lead_in=PhaseKind.READY, lead_s=plan.ready_s)
    cues = cues_of(phases)
    last = phases[-1]
    return (
        *(
            HeardPhase(
                phase.start,
                phase.unit.exercise,
                word(plan, phase),
                _sounds([cue for cue in cues if phase.start <= cue.at < phase.end]),
            )
            for phase in phases
        ),
        HeardPhase(
            last.end, last.unit.exercise, "DONE", _sounds([cue for cue in cues if cue.at >= last.end])
        ),
    )


def _sounds(cues: Sequence[Cue]) -> tuple[Head | Glide, ...]:
    found = (sound for cue in cues for sound in (cue.head, cue.glide) if sound)
    return tuple(dict.fromkeys(found))
