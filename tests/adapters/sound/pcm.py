"""Decodes what SDL's disk driver wrote: which sounds, when, how high, on which side, how long.

How to use it, e.g. in an end-to-end test::

    raw = tmp_path / "sound.raw"
    environ = {**os.environ, **disk_driver(raw)}        # of the program, volume 10 for comparable levels
    pace = Pace(raw)
    while running: ...; pace.sample()                   # a few times a second at least
    recording = Recording.read(raw, pace)
    heard = recording.find(cue, grammar)                # None: it is not there
    heard.at - cue.at                                   # its lag in seconds

The driver writes faster or slower than the clock. `Pace` notes the file's growth, so that places in the
PCM and instants of `time.monotonic()` can be converted into each other: as from a device without a queue,
a block is heard from the instant on at which it is written.
"""

import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tui.adapters.sound.child import BUFFER
from tui.core.sound.cue import Cue
from tui.core.sound.grammar import Grammar

RATE = 44100
_FRAME_BYTES = 4
_SIGMA_HZ = 40.0
_FLOOR = 0.003
_STUMBLE_S = 0.006
_NEAR_S = 0.5


def disk_driver(raw: Path) -> dict[str, str]:
    """Return the environment variables that make SDL write its PCM to `raw`."""
    return {"SDL_AUDIODRIVER": "disk", "SDL_DISKAUDIOFILE": str(raw)}


class Pace:
    """How far the driver had come, when."""

    def __init__(self, raw: Path) -> None:
        self._raw = raw
        self.instants: list[float] = []
        self.places: list[float] = []

    def sample(self) -> None:
        """Note the present length of the file."""
        try:
            size = self._raw.stat().st_size
        except FileNotFoundError:
            return
        place = (size / _FRAME_BYTES - BUFFER) / RATE
        if size and not (self.places and place == self.places[-1]):
            self.instants.append(time.monotonic())
            self.places.append(place)

    def fitted(self) -> tuple[np.ndarray, np.ndarray]:
        """Return instants and places, smoothed over about two seconds."""
        instants, places = np.array(self.instants), np.array(self.places)
        line = np.polyfit(instants - instants[0], places, 1)
        rest = places - np.polyval(line, instants - instants[0])
        smooth = np.array([rest[np.abs(instants - t) < 1.0].mean() for t in instants])
        return instants, np.polyval(line, instants - instants[0]) + smooth

    def stumbles(self) -> np.ndarray:
        """Return the instants at which the driver itself was more than `_STUMBLE_S` off its pace."""
        instants, places = self.fitted()
        return instants[np.abs(np.array(self.places) - places) > _STUMBLE_S]

    @property
    def speed(self) -> float:
        """Seconds of PCM for a second of the clock."""
        return float(np.polyfit(self.instants, self.places, 1)[0])


@dataclass(frozen=True)
class Heard:
    """A sound that was found.

    `at` is an instant of the clock; `seconds` is its length in the PCM, which has a pace of its own;
    `balance` is -1 (left) to 1 (right).
    """

    at: float
    seconds: float
    hz: float
    balance: float
    peak: float


@dataclass(frozen=True)
class Recording:
    """PCM as floats, shape (n, 2), and the instants at which its places were written."""

    samples: np.ndarray
    instants: np.ndarray
    places: np.ndarray
    stumbles: np.ndarray

    @classmethod
    def read(cls, raw: Path, pace: Pace) -> "Recording":
        whole = raw.read_bytes()
        whole = whole[: len(whole) // _FRAME_BYTES * _FRAME_BYTES]
        samples = np.frombuffer(whole, "<i2").reshape(-1, 2) / 32768.0
        return cls(samples, *pace.fitted(), pace.stumbles())

    def steady(self, cue: Cue) -> bool:
        """Whether the driver kept its pace around a cue, so that an instant can be told from its place."""
        from_, to = cue.at - _NEAR_S, cue.at + cue.seconds + _NEAR_S
        return not np.any((self.stumbles > from_) & (self.stumbles < to))

    def place(self, instant: float) -> float:
        """Seconds into the PCM that the driver had reached at an instant."""
        return float(_line(instant, self.instants, self.places))

    def instant(self, place: float) -> float:
        """The reverse of `place`."""
        return float(_line(place, self.places, self.instants))

    def between(self, start: float, end: float) -> np.ndarray:
        """The samples between two instants."""
        first, last = (max(0, round(self.place(t) * RATE)) for t in (start, end))
        return self.samples[first:last]

    def find(self, cue: Cue, grammar: Grammar, *, slack: float = 0.12) -> Heard | None:
        """Look for a cue within `slack` seconds around its planned instant.

        Its onset is where the band of its first pitch reaches a tenth of its peak there; its end where
        the band of its last pitch falls below a tenth.
        """
        if cue.head is not None:
            first = grammar.heads[cue.head].notes[0]
            hz, first_s = first.hz, first.seconds
            seconds = cue.seconds or grammar.heads[cue.head].seconds
        else:
            assert cue.glide is not None
            hz, first_s, seconds = grammar.glides[cue.glide].hz[0], cue.seconds / 3, cue.seconds
        start = cue.at - slack - 0.05
        window = self.between(start, cue.at + slack + seconds + 0.1)
        head = _band(window, hz)
        last = round((2 * slack + 0.05 + first_s) * RATE)
        top = int(np.argmax(head[:last]))
        if head[top] < _FLOOR:
            return None
        below = np.flatnonzero(head[:top] < head[top] / 10)
        onset = int(below[-1]) + 1 if len(below) else 0
        origin = self.place(start)
        at = self.instant(origin + onset / RATE)
        note = window[onset : onset + max(round(first_s * RATE), 2000)]
        return Heard(
            at=at,
            seconds=self._end(cue, grammar, origin + onset / RATE + seconds) - origin - onset / RATE,
            hz=pitch(note if cue.head else note[: round(0.1 * RATE)], near=hz),
            balance=balance(self._tail(cue, at, seconds)),
            peak=float(head[top]),
        )

    def sweep(self, cue: Cue, at: float, points: tuple[float, ...]) -> list[tuple[float, float]]:
        """Return (pitch, balance) at fractions of the movement that began to sound at `at`."""
        found = []
        for point in points:
            middle = at + point * cue.seconds
            part = self.between(middle - 0.04, middle + 0.04)
            found.append((pitch(part), balance(part)))
        return found

    def _tail(self, cue: Cue, at: float, seconds: float) -> np.ndarray:
        return (
            self.between(at + 0.6 * seconds, at + 0.9 * seconds) if cue.glide else self.between(at, at + 0.1)
        )

    def _end(self, cue: Cue, grammar: Grammar, expected: float) -> float:
        if cue.glide is not None:
            hz = grammar.glides[cue.glide].hz[-1]
        else:
            assert cue.head is not None
            hz = max(grammar.heads[cue.head].notes, key=lambda note: note.at + note.seconds).hz
        start = expected - 0.15
        first, last = round(start * RATE), round((expected + 0.2) * RATE)
        envelope = _band(self.samples[first:last], hz)
        if not len(envelope):
            return expected
        top = int(np.argmax(envelope[: round(0.13 * RATE)]))
        under = np.flatnonzero(envelope[top:] < envelope[top] / 10)
        over = top + int(under[0]) if len(under) else len(envelope)
        return start + over / RATE


def pitch(samples: np.ndarray, near: float | None = None) -> float:
    """Return the strongest frequency, in Hz (within 60 Hz of `near`)."""
    size = 1 << 16
    windowed = samples * np.hanning(len(samples))[:, np.newaxis]
    power = (np.abs(np.fft.rfft(windowed, size, axis=0)) ** 2).sum(axis=1)
    hz = np.fft.rfftfreq(size, 1 / RATE)
    power[hz < 150] = 0
    if near is not None:
        power[np.abs(hz - near) > 60] = 0
    return float(hz[np.argmax(power)])


def balance(samples: np.ndarray) -> float:
    """Return -1 (all power on the left) to 1 (all on the right)."""
    left, right = (samples**2).sum(axis=0)
    return float((right - left) / max(right + left, 1e-12))


def loudness(samples: np.ndarray) -> float:
    """Return the root mean square of both channels together."""
    return float(np.sqrt((samples**2).sum(axis=1).mean())) if len(samples) else 0.0


def _band(samples: np.ndarray, hz: float) -> np.ndarray:
    padded = np.pad(samples, ((2205, 2205), (0, 0)))
    spectrum = np.fft.fft(padded, axis=0)
    frequencies = np.fft.fftfreq(len(padded), 1 / RATE)
    gain = 2 * np.exp(-(((frequencies - hz) / _SIGMA_HZ) ** 2) / 2)
    envelope = np.abs(np.fft.ifft(spectrum * gain[:, np.newaxis], axis=0))
    return np.sqrt((envelope**2).sum(axis=1))[2205:-2205]


def _line(value: float, xs: np.ndarray, ys: np.ndarray) -> float:
    if value <= xs[0]:
        return float(ys[0] + (value - xs[0]) * _slope(xs[:50], ys[:50]))
    if value >= xs[-1]:
        return float(ys[-1] + (value - xs[-1]) * _slope(xs[-50:], ys[-50:]))
    return float(np.interp(value, xs, ys))


def _slope(xs: np.ndarray, ys: np.ndarray) -> float:
    return float((ys[-1] - ys[0]) / (xs[-1] - xs[0]))
