"""Turns cues into PCM: 16-bit stereo samples."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tui.core.sound.cue import Cue
from tui.core.sound.grammar import HEAD_SECONDS, Grammar, Sound, Sweep
from tui.core.sound.loudness import Samples, a_gain, loudest

Pcm = npt.NDArray[np.int16]
"""Samples, shape (n, 2): left and right."""

RATE = 44100
"""Samples a second."""

HEAD_LEVEL = 10 ** (-19 / 20)
"""A-weighted root mean square of every head's loudest 125 ms, of full scale: modest, far from clipping."""

GLIDE_LEVEL = HEAD_LEVEL * 10 ** (-7.4 / 20)
"""The same of glides, which accompany and do not call."""

CUT_SECONDS = 0.03
"""The fade of a sound that the next one cuts short."""

_PULSE_TROUGH = 0.3
_PULSE_PEAK = 10 ** (1.6 / 20)
"""Pulses spend half their time below their peak: they need a higher one to be as loud."""
_HARMONICS = ((1, 1.0), (2, 10 ** (-23 / 20)), (3, 10 ** (-32 / 20)))


def render(grammar: Grammar, cue: Cue, *, tones: bool = True, rate: int = RATE) -> Pcm:
    """Return the PCM of a cue: its head, then its glide (or, without `tones`, the glide's motif).

    Head and glide together last exactly `cue.seconds`; a head before a glide is cut to `HEAD_SECONDS`.
    """
    parts: list[Samples] = []
    if cue.head is not None:
        parts.append(_sound(grammar.heads[cue.head], rate))
    if cue.glide is not None:
        whole = round(cue.seconds * rate)
        if parts:
            parts[0] = _shortened(parts[0], min(round(HEAD_SECONDS * rate), whole), rate)
        sweep = grammar.glides[cue.glide]
        if not tones:
            parts.append(_sound(sweep.motif, rate))
        elif (begin := len(parts[0]) if parts else 0) < whole:
            parts.append(_sweep(sweep, whole, begin, rate))
    samples = np.concatenate(parts) if parts else np.zeros((0, 2))
    return np.round(samples * 32767).astype(np.int16)


def cut(pcm: Pcm, seconds: float, rate: int = RATE) -> Pcm:
    """Return the first `seconds` of `pcm`, faded out at their end; `pcm` itself when it is no longer."""
    return _shortened(pcm.astype(np.float64), round(seconds * rate), rate).round().astype(np.int16)


@dataclass(frozen=True, slots=True)
class Ramp:
    """A gain that goes from `before` to `after`, by a raised cosine over `count` samples from `first` on."""

    before: float
    after: float
    first: int = 0
    count: int = 0

    def gains(self, first: int, count: int) -> Samples:
        """Return the gain of `count` samples from `first` on."""
        passed = np.clip((np.arange(first, first + count) - self.first) / max(self.count, 1), 0.0, 1.0)
        return np.asarray(self.before + (self.after - self.before) * (1 - np.cos(np.pi * passed)) / 2)

    def gain(self, place: int) -> float:
        """Return the gain of one sample."""
        return float(self.gains(place, 1)[0])


def shaped(pcm: Pcm, first: int, place: int, ramp: Ramp) -> Pcm:
    """Return what is left from sample `place` of a stream of a sound that begins at sample `first` of it.

    Silence comes first where the sound has yet to begin; a ramp to nothing ends it.
    """
    lead, begun = max(0, first - place), max(0, place - first)
    rest = pcm[begun:]
    if not ramp.after:
        rest = rest[: max(0, ramp.first + ramp.count - first - begun)]
    louder = rest * ramp.gains(first + begun, len(rest))[:, np.newaxis]
    samples = np.zeros((lead + len(rest), 2), dtype=np.int16)
    samples[lead:] = np.round(louder)
    return samples


def _shortened(samples: Samples, count: int, rate: int) -> Samples:
    if len(samples) <= count:
        return samples
    shorter = samples[:count].copy()
    tail = min(count, round(CUT_SECONDS * rate))
    shorter[count - tail :] *= _ramp(tail)[::-1, np.newaxis]
    return shorter


def _sound(sound: Sound, rate: int) -> Samples:
    samples = np.zeros(round(sound.seconds * rate))
    for note in sound.notes:
        begin, count = round(note.at * rate), round(note.seconds * rate)
        count = min(count, len(samples) - begin)
        tone = _tone(np.full(count, note.hz), rate) / a_gain(note.hz)
        samples[begin : begin + count] += tone * _envelope(count, sound.attack, sound.release, rate)
    samples *= HEAD_LEVEL / loudest(samples, rate)
    return _placed(samples, np.array(sound.pan))


def _sweep(sweep: Sweep, whole: int, begin: int, rate: int) -> Samples:
    way = _eased(np.arange(begin, whole) / whole)
    hz = np.exp(np.interp(way, np.linspace(0, 1, len(sweep.hz)), np.log(sweep.hz)))
    pan = np.interp(way, np.linspace(0, 1, len(sweep.pan)), sweep.pan)
    count = whole - begin
    samples = _tone(hz, rate) * np.sqrt(2) * GLIDE_LEVEL / a_gain(hz)
    samples *= _envelope(count, sweep.attack, sweep.release, rate)
    if sweep.pulses:
        turns = max(2, round(sweep.pulses * count / rate))
        swell = (1 - np.cos(2 * np.pi * turns * np.arange(count) / count)) / 2
        samples *= _PULSE_PEAK * (_PULSE_TROUGH + (1 - _PULSE_TROUGH) * swell)
    return _placed(samples, pan)


def _tone(hz: Samples, rate: int) -> Samples:
    phase = 2 * np.pi * np.cumsum(hz) / rate
    tone = np.zeros(len(hz))
    for number, level in _HARMONICS:
        tone += level * np.sin(number * phase)
    return tone


def _envelope(count: int, attack: float, release: float, rate: int) -> Samples:
    envelope = np.ones(count)
    rise, fall = round(attack * rate), round(release * rate)
    if rise + fall > count:
        rise, fall = count * rise // (rise + fall), count * fall // (rise + fall)
    envelope[:rise] = _ramp(rise)
    envelope[count - fall :] = _ramp(fall)[::-1]
    return envelope


def _ramp(count: int) -> Samples:
    return (1 - np.cos(np.pi * np.arange(count) / max(count, 1))) / 2


def _eased(t: Samples) -> Samples:
    return t**3 * (10 - 15 * t + 6 * t**2)


def _placed(samples: Samples, pan: Samples) -> Samples:
    angle = (pan + 1) * np.pi / 4
    return np.stack((samples * np.cos(angle), samples * np.sin(angle)), axis=1)
