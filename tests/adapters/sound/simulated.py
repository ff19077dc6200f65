"""The sound's own process on a clock of its own: Performer before a mixer that mixes into an array.

Nothing of it depends on how busy the machine is: time passes only when it is told to, the device fetches
its blocks at instants that a test chooses, and sample n is heard at `Device.heard_at(n)`.
"""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from tui.adapters.content.shipped import read_grammar
from tui.adapters.sound import performer as performer_module
from tui.adapters.sound import stream_clock as stream_clock_module
from tui.adapters.sound.bell import SilentPlayer
from tui.adapters.sound.child import BUFFER
from tui.adapters.sound.performer import Performer
from tui.adapters.sound.stream_clock import StreamClock
from tui.core.sound.cue import Cue, Way
from tui.core.sound.wave import RATE, Pcm
from tui.core.timer.events import Event
from tui.core.timer.run import Conductor

PERIOD_S = BUFFER / RATE
BEGAN = 1000.0
_STEP_S = 0.02


class Device:
    """A mixer, its channels and the device behind it.

    Args:
        late_s: how much later than on time each block is fetched, over and over.
    """

    def __init__(self, late_s: Sequence[float] = (0.0,)) -> None:
        self.now = BEGAN
        self.channels: dict[int, _Channel] = {}
        self._late_s = late_s
        self._blocks: list[np.ndarray] = []
        self._last = BEGAN

    @property
    def recording(self) -> np.ndarray:
        """What was fetched, as floats, shape (n, 2); 1 is full scale and nothing is cut off above it."""
        return np.concatenate(self._blocks) / 32768

    def heard_at(self, sample: int) -> float:
        """Return the instant at which a sample is heard."""
        return BEGAN + PERIOD_S + sample / RATE

    def sample_at(self, instant: float) -> int:
        """Return the sample that is heard at an instant."""
        return round((instant - BEGAN - PERIOD_S) * RATE)

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        """Let time pass; the device fetches meanwhile."""
        until = self.now + seconds
        while (at := self._next_fetch()) <= until:
            self.now = self._last = at
            self._blocks.append(sum((c.fetched() for c in self.channels.values()), np.zeros((BUFFER, 2))))
        self.now = until

    def position_ms(self) -> int:
        """Return what pygame's `music.get_pos` would."""
        if not self._blocks:
            return -1
        return int(1000 * len(self._blocks) * PERIOD_S) + int(1000 * (self.now - self._last))

    def Channel(self, number: int) -> "_Channel":  # as in pygame
        return self.channels.setdefault(number, _Channel())

    def Sound(self, buffer: bytes) -> SimpleNamespace:  # as in pygame
        return SimpleNamespace(samples=np.frombuffer(buffer, "<i2").reshape(-1, 2).astype(float))

    def _next_fetch(self) -> float:
        number = len(self._blocks)
        return max(self._last, BEGAN + (number + 1) * PERIOD_S + self._late_s[number % len(self._late_s)])


class _Channel:
    def __init__(self) -> None:
        self.left = np.zeros((0, 2))

    def play(self, sound: SimpleNamespace) -> None:
        self.left = sound.samples

    def stop(self) -> None:
        self.left = self.left[:0]

    def fetched(self) -> np.ndarray:
        part, self.left = self.left[:BUFFER], self.left[BUFFER:]
        return np.pad(part, ((0, BUFFER - len(part)), (0, 0)))


class Words:
    """The words as samples, each there only `seconds_each` after the one before it."""

    def __init__(self, samples: Mapping[str, Pcm], device: Device, seconds_each: float) -> None:
        self._samples, self._device, self._each = samples, device, seconds_each
        self._there: dict[str, float] = {}
        self._free_at = 0.0

    def want(self, words: Iterable[str]) -> None:
        for word in words:
            if word not in self._there:
                self._free_at = max(self._free_at, self._device.now) + self._each
                self._there[word] = self._free_at

    def pcm(self, word: str) -> Pcm | None:
        return self._samples[word] if self._there.get(word, np.inf) <= self._device.now else None


class SimulatedPlayer(SilentPlayer):
    """A player that is the sound's own process itself.

    Args:
        patch: makes the clock of the process the device's.
        samples: the words.
        device: the mixer and its clock.
        way: in what the cues are given.
        decode_s: how long a word takes to decode.
    """

    def __init__(
        self,
        patch: pytest.MonkeyPatch,
        samples: Mapping[str, Pcm],
        device: Device,
        way: Way = Way.BOTH,
        decode_s: float = 0.0,
    ) -> None:
        super().__init__()
        self.device = device
        for module in (performer_module, stream_clock_module):
            patch.setattr(module, "time", SimpleNamespace(monotonic=device.monotonic, sleep=device.sleep))
        clock = StreamClock(device.position_ms, BUFFER, RATE, 0.0, device.monotonic)
        watch: Any = SimpleNamespace(look=lambda _: None, expect=lambda *_: None)
        words: Any = Words(samples, device, decode_s)
        self.performer = Performer(device, read_grammar(), watch, clock, words)
        self._clock, self._way = clock, way
        self._set(muted=False)

    def send(self, cues: Sequence[Cue]) -> None:
        self.performer.plan(cues)

    def silence(self) -> None:
        self.performer.silence()

    def tune(self, *, muted: bool = False, way: Way | None = None) -> None:
        self._way = way or self._way
        self._set(muted=muted)

    def run_to(self, instant: float) -> None:
        """Do what the process does until an instant."""
        while self.device.now < instant:
            self.performer._goes_on(self.device.now)
            self._clock.look()
            pause = min(max(self.performer._pause(), 0.001), instant - self.device.now)
            self.device.sleep(pause)

    def _set(self, *, muted: bool) -> None:
        self.performer.set(10, muted, True, self._way)


Action = Callable[[Conductor, SimulatedPlayer, float], object]


def play(
    conductor: Conductor, player: SimulatedPlayer, until: float, actions: Mapping[float, Action] | None = None
) -> list[Event]:
    """Conduct a session until an instant, with something done at others; return what happened."""
    events: list[Event] = []
    due = sorted((actions or {}).items())
    while (now := player.device.now) < until:
        if due and due[0][0] <= now:
            _, action = due.pop(0)
            events += action(conductor, player, now) or ()  # type: ignore[misc]
        events += conductor.tick(now)
        player.run_to(min([now + _STEP_S, until, *(at for at, _ in due[:1] if at > now)]))
    return events


def late(most_s: float, seed: int = 1) -> list[float]:
    """Return how late a busy machine's device fetches each of its blocks, at random."""
    chance = random.Random(seed)
    return [chance.uniform(0.0, most_s) for _ in range(977)]
