"""Plays planned cues at their instants on pygame.mixer; lives in the sound's own process only."""

import heapq
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from tui.adapters.sound.device_watch import DeviceWatch
from tui.core.sound.cue import Cue
from tui.core.sound.grammar import Grammar
from tui.core.sound.wave import RATE, Pcm, cut, render
from tui.core.text.limits import LOUDEST

LATE_S = 0.15
"""A cue that is later than this is not played: it would mislead."""

FADE_MS = 110
"""Of `silence`; with the device's own buffers it is silent within 150 ms."""

_CUT_MS = 40
_TAIL_S = 0.025
_STEP_S = 0.012
_RAMP_STEPS = 10
_DB_PER_STEP = 3.5
_KEPT = 64
_IDLE_S = 0.5
"""How often the device is looked at: what has happened to it is told within a second."""
_LAST_WORD_S = 0.1


@dataclass(slots=True)
class _Sounding:
    cue: Cue
    channel: Any
    sound: Any
    until: float


class Performer:
    """The schedule of cues and what sounds of it; `run` belongs to one thread, the rest to another."""

    def __init__(self, mixer: Any, grammar: Grammar, watch: DeviceWatch) -> None:
        self._mixer = mixer
        self._watch = watch
        self._grammar = grammar
        self._changed = threading.Condition()
        self._planned: list[tuple[float, int, Cue]] = []
        self._order = count()
        self._sounding: list[_Sounding] = []
        self._rendered: OrderedDict[tuple[Any, ...], Pcm] = OrderedDict()
        self._tones = True
        self._gain = self._wanted = gain_of(LOUDEST // 2)
        self._step = 1.0
        self._ending = False

    def plan(self, cues: Sequence[Cue]) -> None:
        """Add `cues` to the schedule."""
        for cue in cues:
            self._pcm(cue)
        with self._changed:
            for cue in cues:
                heapq.heappush(self._planned, (cue.at, next(self._order), cue))
            self._changed.notify()

    def silence(self) -> None:
        """Cancel what is planned and fade what sounds."""
        with self._changed:
            self._planned.clear()
            self._fade(FADE_MS)
            self._changed.notify()

    def set(self, volume: int, muted: bool, tones: bool) -> None:
        """Set the volume (0 to 10), muting, and whether movements have tones."""
        with self._changed:
            self._wanted = 0.0 if muted else gain_of(volume)
            self._step = abs(self._wanted - self._gain) / _RAMP_STEPS
            self._tones = tones
            waiting = [cue for _, _, cue in self._planned]
            self._changed.notify()
        for cue in waiting:
            self._pcm(cue)

    def end(self) -> None:
        """Let a sound that needs no more than a moment ring out, fade a movement's, and end `run`."""
        with self._changed:
            soon = time.monotonic() + _LAST_WORD_S
            self._planned = [entry for entry in self._planned if entry[0] <= soon and entry[2].glide is None]
            heapq.heapify(self._planned)
            self._ending = True
            self._changed.notify()
            for sounding in self._sounding:
                if sounding.cue.glide is not None:
                    sounding.until = time.monotonic() + FADE_MS / 1000
                    sounding.channel.fadeout(FADE_MS)

    def run(self, still_alive: Callable[[], object]) -> None:
        """Play until `end`; calls `still_alive` a few times a second at least.

        Raises:
            DeviceLost: when nothing can be heard any more.
        """
        with self._changed:
            while self._goes_on(time.monotonic()):
                still_alive()
                self._watch.look(time.monotonic())
                self._follow_volume()
                self._changed.wait(self._pause())
        time.sleep(_LAST_WORD_S)

    def _goes_on(self, now: float) -> bool:
        self._sounding = [sounding for sounding in self._sounding if sounding.until > now]
        self._start_due(now)
        return bool(self._planned or self._sounding or not self._ending)

    def _pause(self) -> float:
        if self._gain != self._wanted:
            return _STEP_S
        soonest = [_IDLE_S]
        if self._planned:
            soonest.append(self._planned[0][0] - time.monotonic())
        if self._ending and self._sounding:
            soonest.append(max(sounding.until for sounding in self._sounding) - time.monotonic())
        return max(0.0, min(soonest))

    def _start_due(self, now: float) -> None:
        while self._planned and self._planned[0][0] <= now:
            at, _, cue = heapq.heappop(self._planned)
            if now - at <= LATE_S:
                self._start(cue, now)

    def _start(self, cue: Cue, now: float) -> None:
        pcm = self._pcm(cue)
        if self._planned:
            pcm = cut(pcm, self._planned[0][0] - cue.at)
        if not len(pcm):
            return
        for sounding in self._sounding:
            if sounding.until - now > _TAIL_S:
                sounding.channel.fadeout(_CUT_MS)
        sound = self._mixer.Sound(buffer=pcm.tobytes())
        sound.set_volume(self._gain)
        channel = self._mixer.find_channel(True)
        channel.play(sound)
        self._sounding = [_Sounding(cue, channel, sound, now + len(pcm) / RATE)]
        self._watch.expect(now + len(pcm) / RATE, channel, sound)

    def _follow_volume(self) -> None:
        if self._gain == self._wanted:
            return
        if not self._sounding or abs(self._wanted - self._gain) <= self._step:
            self._gain = self._wanted
        else:
            self._gain += self._step if self._wanted > self._gain else -self._step
        for sounding in self._sounding:
            sounding.sound.set_volume(self._gain)

    def _fade(self, milliseconds: int) -> None:
        for sounding in self._sounding:
            sounding.channel.fadeout(milliseconds)
        self._sounding = []

    def _pcm(self, cue: Cue) -> Pcm:
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


def gain_of(volume: int) -> float:
    """Return the factor of amplitudes at a volume of 0 to 10: 3.5 dB a step, silence at 0."""
    volume = max(0, min(LOUDEST, volume))
    return 10 ** (-(LOUDEST - volume) * _DB_PER_STEP / 20) if volume else 0.0
