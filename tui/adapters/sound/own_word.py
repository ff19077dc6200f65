"""Decodes one sound file of one's own in a process of its own: what it contains cannot harm a session."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from tui.adapters.content.shipped import seconds_of
from tui.core.sound.loudness import loudest
from tui.core.sound.sound_length import NoSound
from tui.core.sound.wave import HEAD_LEVEL, RATE, Pcm

WAIT_S = 10.0
"""In which a process that may take 2 s of the processor must be over, whatever else the machine does."""
AGREE_S = 0.1
"""What was decoded must last as long as its file says, by which its place in a session is planned."""

_LOUDEST_PEAK = 0.89
_SOFTEST = 1e-4
_EDGE_S = 0.004
_FRAME_BYTES = 4
_START = """
import sys
sys.path.append(sys.argv[1])
from tui.adapters.sound.decode import main
main(sys.argv[2])
"""
_ALONE = {"SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}


def own_word(path: Path, environ: Mapping[str, str] | None = None) -> Pcm:
    """Return the samples of a sound file, as loud as the shipped words.

    Raises:
        NoSound: when it cannot be used.
    """
    seconds = seconds_of(path)
    pcm = np.frombuffer(_decoded(path, environ or os.environ), "<i2").reshape(-1, 2)
    if abs(len(pcm) / RATE - seconds) > AGREE_S:
        raise NoSound(f"lasts {len(pcm) / RATE:.2g} s, and says {seconds:.2g} s of itself")
    return _levelled(pcm[: round(seconds * RATE)])


def _decoded(path: Path, environ: Mapping[str, str]) -> bytes:
    root = str(Path(__file__).resolve().parents[3])
    try:
        run = subprocess.run(
            [sys.executable, "-P", "-c", _START, root, str(path)],
            env={**environ, **_ALONE},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=WAIT_S,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        raise NoSound("takes too long to decode") from late
    except OSError as error:
        raise NoSound(f"cannot be decoded: {error.strerror}") from error
    if run.returncode or len(run.stdout) % _FRAME_BYTES:
        raise NoSound("cannot be decoded: it is damaged, or of an unknown kind")
    return run.stdout


def _levelled(pcm: Pcm) -> Pcm:
    samples = pcm / 32768.0
    level, peak = loudest(samples, RATE), np.abs(samples).max(initial=0.0)
    if level < _SOFTEST:
        raise NoSound("is silent")
    samples *= min(HEAD_LEVEL / level, _LOUDEST_PEAK / peak)
    edge = np.linspace(0.0, 1.0, min(round(_EDGE_S * RATE), len(samples)))[:, np.newaxis]
    samples[: len(edge)] *= edge
    samples[len(samples) - len(edge) :] *= edge[::-1]
    return np.round(samples * 32767).astype(np.int16)
