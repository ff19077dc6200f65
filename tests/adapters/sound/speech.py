"""Hears the shipped words in samples: which were said, from when to when, and which broke off."""

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from tui.adapters.content.shipped import read_voice, voice_folder
from tui.adapters.sound.child import BUFFER
from tui.core.sound.wave import RATE, Pcm

ABOVE_HZ = 700.0
"""The tones lie below, but for their overtones."""
_VOICE_HZ, _VOICE_LEVEL = 1200.0, 0.03
"""Above this no tone reaches half of this level, and each word four times it."""
ALIKE = 0.7
_EDGE_S = 0.05
_APART_S = 0.06
_SLACK_S = 0.25
"""So much of a phrase may lie before its first sharp sound."""
_COARSE, _SIZE, _BAND_HZ = 4, 1 << 15, (900.0, 5000.0)
_DECODE = """
import sys
import pygame.mixer
pygame.mixer.init(44100, -16, 2, int(sys.argv[1]), allowedchanges=0)
for path in sys.argv[3:]:
    with open(sys.argv[2] + "/" + path.rsplit("/", 1)[1], "wb") as file:
        file.write(pygame.mixer.Sound(path).get_raw())
"""


@dataclass(frozen=True)
class Spoken:
    """A phrase from one sample to another; `text` is empty where it broke off or is none of ours."""

    text: str
    first: int
    end: int


@cache
def shipped() -> dict[str, Pcm]:
    """Return the samples of each phrase, decoded as the sound's own process does it, with its buffer."""
    environ = {**os.environ, "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    files = read_voice().files
    with tempfile.TemporaryDirectory() as folder:
        paths = [str(voice_folder() / name) for name in files.values()]
        subprocess.run([sys.executable, "-c", _DECODE, str(BUFFER), folder, *paths], env=environ, check=True)
        return {
            text: np.frombuffer((Path(folder) / name).read_bytes(), "<i2").reshape(-1, 2)
            for text, name in files.items()
        }


def high(samples: np.ndarray, above_hz: float = ABOVE_HZ, below_hz: float = RATE) -> np.ndarray:
    """One channel of what lies above the tones."""
    size = 1 << (len(samples) - 1).bit_length()
    spectrum = np.fft.rfft(samples.mean(axis=1), size)
    hz = np.fft.rfftfreq(size, 1 / RATE)
    spectrum[(hz < above_hz) | (hz > below_hz)] = 0
    return np.fft.irfft(spectrum, size)[: len(samples)]


@cache
def _spectra() -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Return of each phrase what lies above the tones, at a quarter of the rate, and its spectrum."""
    coarse = {text: high(samples / 32768, *_BAND_HZ)[::_COARSE] for text, samples in shipped().items()}
    return {text: (pattern, np.conj(np.fft.rfft(pattern, _SIZE))) for text, pattern in coarse.items()}


def find(samples: np.ndarray, pattern: np.ndarray) -> tuple[int, float]:
    """Return where a pattern fits best into samples of one channel, and how well, 0 to 1."""
    size = 1 << (len(samples) + len(pattern)).bit_length()
    return _best(samples, pattern, np.conj(np.fft.rfft(pattern, size)), size)


def heard(samples: np.ndarray) -> list[Spoken]:
    """Return all that is said in a recording, in its order; it may begin and end anywhere."""
    ramp = np.clip(np.arange(len(samples)) / (_EDGE_S * RATE), 0.0, 1.0)
    samples = samples * np.minimum(ramp, ramp[::-1])[:, np.newaxis]
    voice = high(samples, *_BAND_HZ)
    found: list[Spoken] = []
    for first, end in _stretches(high(samples, _VOICE_HZ)):
        if found and first < found[-1].end:
            continue
        start = max(0, first - round(_SLACK_S * RATE), found[-1].end if found else 0)
        window = voice[start : start + _COARSE * _SIZE // 2][::_COARSE]
        fits = (_fitted(window, text) for text in _spectra())
        here = [fit for fit in fits if fit[2] > ALIKE and start + fit[1] * _COARSE < end]
        if here:
            text, at, _ = max(here, key=lambda fit: fit[2])
            begins = start + at * _COARSE
            found.append(Spoken(text, begins, begins + len(shipped()[text])))
        else:
            found.append(Spoken("", first, end))
    return found


def beside(whole: np.ndarray, said: Spoken) -> tuple[np.ndarray, np.ndarray]:
    """Return what sounds beside a word, and the word, as they are in a recording."""
    word = shipped()[said.text] / 32768
    near = range(said.first - 12, said.first + 13)
    rests = (whole[first : first + len(word)] - word for first in near)
    return min(rests, key=lambda rest: float((rest**2).sum())), word


def _fitted(window: np.ndarray, text: str) -> tuple[str, int, float]:
    pattern, spectrum = _spectra()[text]
    return (text, *_best(window, pattern, spectrum, _SIZE))


def _best(samples: np.ndarray, pattern: np.ndarray, spectrum: np.ndarray, size: int) -> tuple[int, float]:
    fits = np.fft.irfft(np.fft.rfft(samples, size) * spectrum, size)
    at = int(np.argmax(fits[: max(1, len(samples) - len(pattern))]))
    part = samples[at : at + len(pattern)]
    part = np.pad(part, (0, len(pattern) - len(part)))
    return at, float(part @ pattern / (np.linalg.norm(part) * np.linalg.norm(pattern) + 1e-9))


def _stretches(voice: np.ndarray) -> list[tuple[int, int]]:
    """Return from where to where something is said."""
    loud = np.flatnonzero(np.abs(voice) > _VOICE_LEVEL)
    if not len(loud):
        return []
    gaps = np.flatnonzero(np.diff(loud) > _APART_S * RATE)
    firsts, ends = loud[np.r_[0, gaps + 1]], loud[np.r_[gaps, len(loud) - 1]]
    return [(int(first), int(end) + 1) for first, end in zip(firsts, ends, strict=True)]
