"""Plays planned cues at their instants on pygame.mixer; lives in the sound's own process only."""

import heapq
import sys
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from itertools import count, cycle
from typing import Any

from tui.adapters.sound.device_watch import DeviceWatch
from tui.adapters.sound.sounding import Sounding
from tui.adapters.sound.stream_clock import StreamClock
from tui.adapters.sound.vocabulary import Vocabulary
from tui.core.sound.cue import Cue, Head, Way
from tui.core.sound.grammar import Grammar
from tui.core.sound.wave import Pcm, cut, render
from tui.core.text.limits import LOUDEST

LATE_S = 0.15
"""A cue that is later than this is not played: it would mislead."""

FADE_S = 0.05
"""Of `silence` and of muting: with a wait for the next fetch and the device's lag it is silent in 150 ms."""

TROUBLES = 3
"""After so many underruns and late starts the device is to ask for larger blocks."""

_CUT_S = 0.04
_TAIL_S = 0.025
_DB_PER_STEP = 3.5
_KEPT = 64
_IDLE_S = 0.5
"""How often the device is looked at: what has happened to it is told within a second."""
_LAST_WORD_S = 0.1
_KNOWN_S = 0.3
"""A cue that was told so long ahead should start in time."""
_QUIET_S = 0.7
"""The silence in which a device can be opened anew unnoticed."""
_SOFT = 10 ** (-7 / 20)
"""Of a note under a word, so that the word is 6 dB (A) above it."""
_WORD_CHANNELS, _TONE_CHANNELS = range(2), range(2, 8)
"""Words have channels of their own: a word is handed over while the one before it may still be heard."""
_LONGEST_S = 100.0
_LAST_WORDS_S = 3.0
"""So long after the end of a session what belongs to its last cadence may begin."""


class Performer:
    """The schedule of cues and what sounds of it; `run` belongs to one thread, the rest to another.

    Args:
        mixer: pygame's.
        grammar: the sounds.
        watch: what notices that the device has gone.
        clock: the stream's.
        vocabulary: the words.
        enlarge: opens the device anew with larger blocks and returns its clock; None where they are that.
    """

    def __init__(
        self,
        mixer: Any,
        grammar: Grammar,
        watch: DeviceWatch,
        clock: StreamClock,
        vocabulary: Vocabulary,
        enlarge: Callable[[], StreamClock] | None = None,
    ) -> None:
        self._mixer = mixer
        self._watch = watch
        self._clock = clock
        self._enlarge = enlarge
        self._grammar = grammar
        self._vocabulary = vocabulary
        self._changed = threading.Condition()
        self._planned: list[tuple[float, int, Cue, float]] = []
        self._order = count()
        self._sounding: list[Sounding] = []
        self._word_channels, self._tone_channels = cycle(_WORD_CHANNELS), cycle(_TONE_CHANNELS)
        self._rendered: OrderedDict[tuple[Any, ...], Pcm] = OrderedDict()
        self._tones = True
        self._way = Way.TONES
        self._gain = gain_of(LOUDEST // 2)
        self._late_starts = 0
        self._ending = False

    def plan(self, cues: Sequence[Cue]) -> None:
        """Add `cues` to the schedule."""
        for cue in cues:
            self._prepare(cue)
        with self._changed:
            for cue in cues:
                heapq.heappush(self._planned, (cue.at, next(self._order), cue, time.monotonic()))
            self._changed.notify()

    def silence(self) -> None:
        """Cancel what is planned and fade what sounds."""
        with self._changed:
            self._planned.clear()
            for sounding in self._sounding:
                sounding.end(FADE_S)
            self._changed.notify()

    def set(self, volume: int, muted: bool, tones: bool, way: Way) -> None:
        """Set the volume (0 to 10), muting, whether movements have tones, and in what cues are given."""
        with self._changed:
            gain = 0.0 if muted else gain_of(volume)
            if gain != self._gain:
                self._gain = gain
                for sounding in self._sounding:
                    sounding.fade_to(gain * _part(sounding.cue), FADE_S)
            self._tones = tones
            self._change_way(way)
            waiting = [cue for _, _, cue, _ in self._planned]
            self._changed.notify()
        for cue in waiting:
            self._prepare(cue)

    def _change_way(self, way: Way) -> None:
        if way is not self._way:
            self._way = way
            for sounding in self._sounding:
                if way not in sounding.cue.ways:
                    sounding.end(FADE_S)

    def end(self) -> None:
        """Let a sound that needs no more than a moment ring out, fade a movement's, and end `run`."""
        with self._changed:
            now = time.monotonic()
            over = any(sounding.cue.head is Head.ALL_DONE for sounding in self._sounding)
            over = over or any(entry[2].head is Head.ALL_DONE for entry in self._planned)
            soon = now + (_LAST_WORDS_S if over else _LAST_WORD_S)
            self._planned = [entry for entry in self._planned if entry[0] <= soon and entry[2].glide is None]
            heapq.heapify(self._planned)
            self._ending = True
            self._changed.notify()
            for sounding in self._sounding:
                if sounding.cue.glide is not None:
                    sounding.end(FADE_S)

    def run(self, still_alive: Callable[[], object]) -> None:
        """Play until `end`; calls `still_alive` a few times a second at least.

        Raises:
            DeviceLost: when nothing can be heard any more.
        """
        with self._changed:
            while self._goes_on(time.monotonic()):
                still_alive()
                self._watch.look(time.monotonic())
                self._clock.look()
                self._be_steadier()
                self._changed.wait(self._pause())
        time.sleep(_LAST_WORD_S)

    def _goes_on(self, now: float) -> bool:
        self._sounding = [sounding for sounding in self._sounding if sounding.until > now]
        self._start_due(now)
        return bool(self._planned or self._sounding or not self._ending)

    def _pause(self) -> float:
        soonest = [_IDLE_S]
        if self._planned or self._sounding:
            soonest.append(self._clock.period_s)
        if self._planned:
            soonest.append(self._planned[0][0] - self._clock.ahead_s - time.monotonic())
        return max(0.0, min(soonest))

    def _start_due(self, now: float) -> None:
        while self._planned and self._planned[0][0] - self._clock.ahead_s <= now:
            at, _, cue, told = heapq.heappop(self._planned)
            if now - at <= LATE_S and self._way in cue.ways:
                self._start(cue, told)

    def _start(self, cue: Cue, told: float) -> None:
        pcm = self._pcm(cue)
        if pcm is None:
            print(f"'{cue.word}' was not loaded in time", file=sys.stderr)
            return
        pcm = cut(pcm, self._next_of_its_kind(cue) - cue.at)
        if not len(pcm):
            return
        for before in self._sounding:
            if bool(before.cue.word) == bool(cue.word) and before.until - cue.at > _TAIL_S:
                before.end(_CUT_S, cue.at)
        channel = self._mixer.Channel(next(self._word_channels if cue.word else self._tone_channels))
        gain = self._gain * _part(cue)
        sounding = Sounding(cue, pcm, gain, channel, self._make, self._clock)
        if not sounding.start(cue.at) and cue.at - told > _KNOWN_S:
            self._late_starts += 1
        self._sounding.append(sounding)
        if sounding.sound:
            self._watch.expect(sounding.until, channel, sounding.sound)

    def _next_of_its_kind(self, cue: Cue) -> float:
        """Return when the next sound begins that would cut this one short."""
        return min(
            (
                at
                for at, _, other, _ in self._planned
                if bool(other.word) == bool(cue.word) and self._way in other.ways
            ),
            default=cue.at + _LONGEST_S,
        )

    def _make(self, samples: bytes) -> Any:
        return self._mixer.Sound(buffer=samples)

    def _be_steadier(self) -> None:
        """Ask for larger blocks on a machine that is too busy for these, in a moment of silence."""
        if not self._enlarge or self._clock.underruns + self._late_starts < TROUBLES or self._sounding:
            return
        if self._planned and self._planned[0][0] - time.monotonic() < _QUIET_S:
            return
        self._clock, self._enlarge = self._enlarge(), None

    def _prepare(self, cue: Cue) -> None:
        """Have a cue's samples ready when it is due."""
        if not cue.word:
            self._pcm(cue)
        elif self._way in cue.ways:
            self._vocabulary.want((cue.word,))

    def _pcm(self, cue: Cue) -> Pcm | None:
        if cue.word:
            return self._vocabulary.pcm(cue.word)
        with self._changed:
            key = (cue.head, cue.glide, cue.seconds, self._tones)
            found = self._rendered.get(key)
            if found is not None:
                self._rendered.move_to_end(key)
                return found
        pcm = render(self._grammar, cue, tones=key[3])
        with self._changed:
            self._rendered[key] = pcm
            while len(self._rendered) > _KEPT:
                self._rendered.popitem(last=False)
        return pcm


def _part(cue: Cue) -> float:
    """Return the factor of a cue's own."""
    return _SOFT if cue.soft else 1.0


def gain_of(volume: int) -> float:
    """Return the factor of amplitudes at a volume of 0 to 10: 3.5 dB a step, silence at 0."""
    volume = max(0, min(LOUDEST, volume))
    return 10 ** (-(LOUDEST - volume) * _DB_PER_STEP / 20) if volume else 0.0
