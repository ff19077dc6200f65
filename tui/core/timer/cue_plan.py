"""Which tone belongs to which instant of the phases, and which words are said beside the tones.

Words come ahead of each movement, and in the pauses between sounds.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tui.core.exercises.exercise import Exercise, Side
from tui.core.sound.cue import SPOKEN, Cue, Glide, Head, Way
from tui.core.timer.plan import Phase, PhaseKind, Plan, Unit

READY_TICKS = 3
"""A get-ready ticks in so many of its last seconds."""
TICKING_HOLD_S = 4.0
"""Holds of this length and more tick each second."""
TICK_CLEAR_S = 0.5
"""No tick comes within this of the end of a hold, where the next sound begins."""
CHORD_S = 1.0
"""How long nothing else sounds after an exercise is done."""


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
    return Glide(f"{phase.unit.side}-across" if phase.across_from else phase.unit.side)


BEFORE_S, LEAST_BEFORE_S = 0.07, 0.05
"""An announcement ends so long before its movement, or this long at least where there is no more room: said
over the movement's tone it was misheard, and a machine that lags was seen to move either by 45 ms."""
CLEAR_S = 0.15
"""What is said of a phase itself ends at least this long before its end; what ends later announces."""
APART_S = 0.05
"""Between two words, and between a tone's head and a word after it."""
TICK_APART_S = 0.08
"""A tick that is nearer to a word than this is left out, or the word ends as much before it."""
LEAST_HOLD_S = 0.9
"""In a shorter hold nothing but its tone is heard at its start."""
OPENING_S = 0.5
"""How long after its start a session speaks: its sound is opened, and its words are read, meanwhile."""

GET_READY, GO_ON = "get ready", "go on"
HOLD, REST, BACK, MOVE, LAST, PAUSED = "hold", "rest", "back", "move", "last one", "paused"
REACHED, OVER = "well done", "all done"
NEXT = "next exercise"
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

HEADS_S: Mapping[Head, float] = {
    Head.READY: 0.12,
    Head.HOLD: 0.4,
    Head.EXERCISE_DONE: CHORD_S,
    Head.ALL_DONE: 1.9,
    Head.PAUSE: 0.6,
}
"""How long the tones last that words wait for, at most; in a movement nothing is said."""

TICK_S = 0.12
ANNOUNCED_S = 2.0
"""No announcement is longer than this."""
LATEST_S = 3.0
"""Nothing is said so long after the end."""

_ANNOUNCED = (PhaseKind.MOVE, PhaseKind.BACK)


@dataclass(frozen=True, slots=True)
class Opening:
    """What is said in the first get-ready: a phrase, and whether the exercise's name follows."""

    phrase: str = GET_READY
    named: bool = True
    waits_s: float = OPENING_S


AT_FIRST = Opening()


def script_of(
    plan: Plan,
    phases: Sequence[Phase],
    lengths: Mapping[str, float],
    opening: Opening = AT_FIRST,
    *,
    complete: bool = True,
) -> tuple[Cue, ...]:
    """Return tones and words of gapless `phases`, each with the ways in which it is heard, in order of time.

    Without words all of it is what `cues_of` returns.
    """
    words = words_of(plan, phases, lengths, opening, complete=complete)
    found = list(words)
    starts, said_at = [phase.start for phase in phases], [word.at for word in words]
    for tone in cues_of(phases):
        here = phases[bisect_right(starts, tone.at) - 1]
        near = words[
            bisect_left(said_at, here.start - ANNOUNCED_S) : bisect_right(said_at, here.end + LATEST_S)
        ]
        found += _beside(tone, [word for word in near if _belongs(word, tone, here)], lengths)
    return tuple(sorted(found, key=lambda cue: cue.at))


def words_of(
    plan: Plan,
    phases: Sequence[Phase],
    lengths: Mapping[str, float],
    opening: Opening = AT_FIRST,
    *,
    complete: bool = True,
) -> tuple[Cue, ...]:
    """Return the words of gapless `phases` that run to the end of the session, in order of time.

    Args:
        plan: the session.
        phases: of it.
        lengths: the seconds of each phrase that can be said; what is not in it is left unsaid.
        opening: what the first get-ready says.
        complete: whether every target will have been reached at the end.
    """
    words: list[Cue] = []
    for phase, after in zip(phases, [*phases[1:], None], strict=True):
        words += _Speaker(plan, phase, after, lengths).words(opening if phase is phases[0] else AT_FIRST)
    if phases:
        words += _after_a_tone(phases[-1].end, Head.ALL_DONE, REACHED if complete else OVER, lengths)
    return tuple(sorted(words, key=lambda cue: cue.at))


def words_on_pausing(note_at: float, lengths: Mapping[str, float]) -> tuple[Cue, ...]:
    """Return what is said to a pause whose own note sounds at `note_at`."""
    return tuple(_after_a_tone(note_at, Head.PAUSE, PAUSED, lengths))


def _after_a_tone(at: float, head: Head, phrase: str, lengths: Mapping[str, float]) -> Iterator[Cue]:
    """Say a phrase after a tone, or in its place where there are words only."""
    if phrase in lengths:
        yield Cue(at + HEADS_S[head] + APART_S, word=phrase, ways=frozenset((Way.BOTH,)))
        yield Cue(at + APART_S, word=phrase, ways=frozenset((Way.WORDS,)))


class _Speaker:
    """Finds room for the words of one phase."""

    def __init__(self, plan: Plan, phase: Phase, after: Phase | None, lengths: Mapping[str, float]) -> None:
        self._plan, self._phase, self._after, self._lengths = plan, phase, after, lengths
        self._said: list[Cue] = []
        tones = [cue for cue in cues_of((phase,)) if cue.head in HEADS_S and cue.at < phase.end]
        self._ticks = [_span(cue) for cue in tones if cue.head is Head.READY]
        self._tones = [_span(cue) for cue in tones if cue.head is not Head.READY]

    def words(self, opening: Opening) -> Sequence[Cue]:
        kind = self._phase.kind
        if kind in _ANNOUNCED:
            return ()
        if kind is PhaseKind.HOLD:
            self._tones = self._tones[:1]
            if self._phase.seconds >= LEAST_HOLD_S:
                self._say(HOLD, self._phase.start)
        self._announce()
        match kind:
            case PhaseKind.READY:
                self._say_first((opening.phrase,), self._phase.start + opening.waits_s)
                if opening.named and self._name() != NEXT:
                    self._say_first((self._name(),), self._phase.start + opening.waits_s)
            case PhaseKind.NEXT:
                self._say_first((f"next: {self._name()}", self._name(), NEXT), self._phase.start)
            case PhaseKind.REST if self._said:
                self._say_first((REST,), self._phase.start)
            case PhaseKind.HOLD:
                self._count()
        return self._said

    def _announce(self) -> None:
        """Say, at the end of the phase, the first form of what comes that has room, if need be for ticks."""
        if self._after is None or self._after.kind not in _ANNOUNCED:
            return
        free = [self._phase.start, *(end for _, end in self._tones), *map(self._end, self._said)]
        for phrase in _announcements(self._exercise(self._after.unit), self._after):
            latest = self._after.start - LEAST_BEFORE_S - self._lengths.get(phrase, float("inf"))
            if latest >= max(free) + APART_S:
                self._say(phrase, max(latest - (BEFORE_S - LEAST_BEFORE_S), max(free) + APART_S))
                return

    def _count(self) -> None:
        """Say the digit that is shown, on its second, in a hold that is long enough."""
        if self._phase.seconds < TICKING_HOLD_S:
            return
        for number in range(len(NUMBERS), 0, -1):
            at = self._phase.end - number
            if self._is_free(at, self._lengths.get(NUMBERS[number - 1], float("inf")), tones=()):
                self._say(NUMBERS[number - 1], at)

    def _say_first(self, phrases: Sequence[str], earliest: float) -> None:
        """Say the first of `phrases` that has room somewhere, as soon as it has."""
        for phrase in phrases:
            seconds = self._lengths.get(phrase, float("inf"))
            tones = [*self._tones, *self._ticks]
            ends = (*(end for _, end in tones), *map(self._end, self._said), earliest - APART_S)
            for at in sorted(end + APART_S for end in ends):
                if at >= earliest and self._is_free(at, seconds, tones):
                    self._say(phrase, at)
                    return

    def _is_free(self, at: float, seconds: float, tones: Sequence[tuple[float, float]]) -> bool:
        room = at >= self._phase.start and at + seconds <= self._phase.end - CLEAR_S
        words = all(
            at + seconds <= said.at - APART_S or at >= self._end(said) + APART_S - 1e-9 for said in self._said
        )
        return (
            room
            and words
            and all(at + seconds <= a - TICK_APART_S or at >= b + APART_S - 1e-9 for a, b in tones)
        )

    def _say(self, phrase: str, at: float) -> None:
        if phrase in self._lengths:
            self._said.append(Cue(at, word=phrase, ways=SPOKEN))

    def _end(self, said: Cue) -> float:
        return said.at + self._lengths[said.word]

    def _exercise(self, unit: Unit) -> Exercise:
        return self._plan.exercises[unit.exercise].exercise

    def _name(self) -> str:
        exercise = self._exercise(self._phase.unit)
        return next((name for name in names_of(exercise) if name in self._lengths), NEXT)


def _span(tone: Cue) -> tuple[float, float]:
    return (tone.at, tone.at + (HEADS_S[tone.head] if tone.head else 0.0))


def called_of(exercise: Exercise, lengths: Mapping[str, float]) -> tuple[str, ...]:
    """Return what is said of an exercise: its name, its movements, the way back."""
    sides = tuple(Side) if exercise.two_sided else (None,)
    forms = (
        (*names_of(exercise), NEXT),
        *(movements_of(exercise, side) for side in sides),
        backs_of(exercise),
    )
    return tuple(next((phrase for phrase in tried if phrase in lengths), "") for tried in forms)


def names_of(exercise: Exercise) -> tuple[str, ...]:
    """Return what an exercise can be called, its own word for it first."""
    return (exercise.say.name, exercise.name.lower())


def movements_of(exercise: Exercise, side: Side | None) -> tuple[str, ...]:
    """Return what the movement out can be called, its own word for it first, a neutral one last."""
    if side is None:
        return (exercise.say.word, exercise.word.lower(), MOVE)
    return (exercise.say.left if side is Side.LEFT else exercise.say.right, side.value)


def backs_of(exercise: Exercise) -> tuple[str, ...]:
    """Return what the movement back can be called, its own word for it first."""
    return (exercise.say.back, BACK)


def _announcements(exercise: Exercise, phase: Phase) -> tuple[str, ...]:
    """Return what a movement can be announced as, in the order in which it is tried."""
    unit = phase.unit
    if phase.kind is PhaseKind.BACK:
        return backs_of(exercise)
    called = movements_of(exercise, unit.side)
    last = unit.last_rep and unit.rep > 0
    if unit.side is None:
        return (*((*(f"last {word}" for word in called[:-1]), LAST) if last else ()), *called)
    side = unit.side.value
    if last:
        return (f"last, {side}", *called)
    if unit.rep > 0:
        return called
    across = (f"and over to the {side}",) if phase.across_from else ()
    turn = () if exercise.own else (f"turn {side}",)
    return (called[0], *across, *turn, side)


def _belongs(word: Cue, tone: Cue, here: Phase) -> bool:
    """Whether a word stands for a tone of the phase `here`, or for the one at its end."""
    if tone.at >= here.end:
        return word.at >= here.end
    if tone.head is Head.HOLD:  # in a short hold there may be the next movement's word alone
        return word.at == tone.at
    if here.kind in _ANNOUNCED:
        return here.start - ANNOUNCED_S < word.at < here.start
    return here.start <= word.at < here.end


def _beside(tone: Cue, words: Sequence[Cue], lengths: Mapping[str, float]) -> Iterator[Cue]:
    """Return a tone as it is heard beside the words that stand for it: as it is, softer, or left out."""
    if tone.glide:
        words = [word for word in words if tone.at - word.at - lengths[word.word] < CLEAR_S]
    if not words:
        yield tone
    elif tone.head is Head.HOLD and words[0].at == tone.at:
        yield replace(tone, ways=frozenset((Way.TONES,)))
        yield replace(tone, ways=frozenset((Way.BOTH,)), soft=True)
    elif tone.head in (Head.TICK, Head.READY) and _in_the_way(tone, words, lengths):
        yield replace(tone, ways=frozenset((Way.TONES,)))
    else:
        yield replace(tone, ways=frozenset((Way.TONES, Way.BOTH)))


def _in_the_way(tick: Cue, words: Sequence[Cue], lengths: Mapping[str, float]) -> bool:
    """Whether a tick is near a word, or numbers have begun to be said in its place."""
    for word in words:
        near = word.at - TICK_APART_S - TICK_S < tick.at < word.at + lengths[word.word] + TICK_APART_S
        if near or (word.word in NUMBERS and tick.at > word.at - 1.0):
            return True
    return False
