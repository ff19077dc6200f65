"""The process that owns pygame.mixer: plays cues at their instants, told by JSON lines on its standard input.

Commands: `{"do": "play", "cues": [[at, head, glide, seconds, word, ways, soft], ...]}`, `{"do": "silence"}`,
`{"do": "set", "volume": 0-10, "muted": bool, "tones": bool, "way": "both"}` and `{"do": "ping"}`; a number
`n` in any of them is answered with `{"is": "took", "n": n}`. The first answer is
`{"is": "ready", "devices": [names]}` or `{"is": "failed", "why": text}`; `{"is": "lost", "why": text}` is the
last one where the device went away.
When standard input ends, so does the process.
"""

import json
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tui.adapters.machine.blas import one_blas_thread
from tui.adapters.sound.device_watch import GONE, DeviceLost, DeviceWatch, pygame_events
from tui.core.sound.cue import Cue, Glide, Head, Way

BUFFER = 2048
"""Samples that the device asks for at a time, 46 ms: beside two busy programs PulseAudio ran dry 221 times in
a session with 512, 42 times with 2048. Cues are handed over as much earlier."""

LARGER_BUFFER = 4096
"""The same on a machine that is too busy for it, 3 times; then silence takes 300 ms instead of 150."""

_PROBE_S, _PROBED_S, _PREFILLED = 0.5, 0.1, 4
"""How much silence a device is tried with, for how long; and how many blocks it may take at once, to begin
with: ALSA takes two, its PulseAudio plugin three."""

WATCHDOG_S = 15
"""A sound server that holds the process up for longer ends it: by a signal, since Python cannot run."""


def main() -> None:
    """Play what standard input asks for until it ends; never returns."""
    answers = _Answers()
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(WATCHDOG_S)
    status = 1
    try:
        _serve(answers)
        status = 0
    except _Unusable as fault:
        answers.give({"is": "failed", "why": str(fault)})
    except DeviceLost as fault:
        answers.give({"is": "lost", "why": str(fault)})
    finally:
        if sys.exc_info()[0]:
            traceback.print_exc()
        os._exit(status)  # an orderly end would wait for a sound server that may be frozen


class _Unusable(Exception):
    """Why nothing can be played."""


class _Answers:
    """The way back to the parent; whatever else a library prints goes to standard error instead."""

    def __init__(self) -> None:
        self._file = os.dup(1)
        os.dup2(2, 1)
        os.set_blocking(self._file, False)

    def give(self, answer: Mapping[str, Any]) -> None:
        """Write one line; it is lost when nobody reads."""
        try:
            os.write(self._file, json.dumps(answer).encode() + b"\n")
        except OSError:
            return


def _serve(answers: _Answers) -> None:
    with one_blas_thread():
        pygame = _opened_mixer()
    from tui.adapters.content.shipped import read_grammar
    from tui.adapters.sound.performer import Performer
    from tui.core.text.problems import ContentProblem

    try:
        performer = Performer(
            pygame.mixer,
            read_grammar(),
            DeviceWatch(pygame_events(pygame)),
            _stream_clock(pygame, BUFFER),
            _vocabulary(pygame),
            (lambda: _enlarged(pygame)) if is_device(server_of(os.environ, sys.platform)) else None,
        )
    except ContentProblem as problem:
        raise _Unusable(problem.line) from problem
    answers.give({"is": "ready", "devices": _device_names()})
    threading.Thread(target=_obey, args=(performer, answers), daemon=True).start()
    performer.run(still_alive=lambda: signal.alarm(WATCHDOG_S))


def _opened_mixer() -> Any:
    _leave_out("pkg_resources")
    try:
        import pygame
        import pygame.mixer
    except (ImportError, OSError) as error:
        raise _Unusable(f"pygame cannot be loaded: {error}") from error
    from tui.core.sound.wave import RATE

    try:
        os.environ["SDL_VIDEODRIVER"] = "dummy"  # or SDL tells nothing of devices that go
        pygame.display.init()
        pygame.mixer.init(RATE, -16, 2, BUFFER, allowedchanges=0)
    except (pygame.error, NotImplementedError) as error:
        raise _Unusable(f"no sound device: {error}") from error
    if _swallows(pygame, RATE):
        raise _Unusable("the sound device swallows all sound at once, as ALSA's null device does")
    return pygame


def _enlarged(pygame: Any) -> Any:
    """Open the device anew with larger blocks; return the stream's clock."""
    from tui.core.sound.wave import RATE

    print(f"the sound ran dry: opened anew with {LARGER_BUFFER} samples at a time", file=sys.stderr)
    pygame.mixer.quit()
    try:
        pygame.mixer.init(RATE, -16, 2, LARGER_BUFFER, allowedchanges=0)
    except pygame.error as error:
        raise DeviceLost(GONE) from error
    return _stream_clock(pygame, LARGER_BUFFER)


def _vocabulary(pygame: Any) -> Any:
    """Return the words, none decoded yet; of the bundled voice none where its table is broken."""
    import numpy as np

    from tui.adapters.content.shipped import read_voice, voice_folder
    from tui.adapters.files.paths import find_paths
    from tui.adapters.sound.own_word import own_word
    from tui.adapters.sound.vocabulary import Vocabulary
    from tui.core.exercises.said import is_sound
    from tui.core.text.problems import ContentProblem

    def decoded(word: str) -> Any:
        if is_sound(word):
            return own_word(find_paths(os.environ).exercises / word)
        sound = pygame.mixer.Sound(str(voice_folder() / files[word]))
        return np.frombuffer(sound.get_raw(), "<i2").reshape(-1, 2)

    try:
        files = read_voice().files
    except ContentProblem as problem:
        print(problem.line, file=sys.stderr)
        files = {}
    return Vocabulary(decoded)


def _stream_clock(pygame: Any, buffer: int) -> Any:
    """Play an endless silence, whose place pygame tells, and return the clock that reads it."""
    from tui.adapters.content.exercises import content_folder
    from tui.adapters.sound.stream_clock import StreamClock
    from tui.core.sound.wave import RATE

    music = pygame.mixer.music
    try:
        music.load(str(content_folder() / "silence.wav"))
        music.play(-1)
    except pygame.error as error:
        raise _Unusable(f"pygame cannot play: {error}") from error
    lag = lag_s(server_of(os.environ, sys.platform), buffer / RATE)
    return StreamClock(music.get_pos, buffer, RATE, lag)


def _swallows(pygame: Any, rate: int) -> bool:
    """Whether a device takes silence in less than half its time: it has no clock, and a core would spin.

    ALSA's null device takes 5 s in 5 ms (pygame 2.6.1, pygame-ce 2.5.8); SDL's dummy driver is 2-10 % fast.
    """
    playing = pygame.mixer.Sound(buffer=bytes(4 * int(rate * _PROBE_S))).play()
    begun = time.monotonic()
    time.sleep(_PROBED_S)
    over = playing is not None and not playing.get_busy()
    return over and time.monotonic() - begun < _PROBE_S - _PREFILLED * BUFFER / rate


def _device_names() -> list[str]:
    """Return the names of the devices that sound can come out of; none where SDL cannot list them."""
    try:
        from pygame._sdl2.audio import get_audio_device_names

        return [str(name) for name in get_audio_device_names(False)]
    except Exception:  # whatever an experimental module raises: names are not worth the sound
        return []


def _leave_out(module: str) -> None:
    """Keep pygame from importing what it only uses for its pictures and fonts, and slowly."""
    sys.modules.setdefault(module, None)  # type: ignore[arg-type]


def _obey(performer: Any, answers: _Answers) -> None:
    try:
        for line in sys.stdin.buffer:
            _answer(line, performer, answers)
    finally:
        performer.end()


def _answer(line: bytes, performer: Any, answers: _Answers) -> None:
    try:
        command = json.loads(line)
        _carry_out(command, performer)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        print(f"not a command: {error!r}: {line[:200]!r}", file=sys.stderr)
        return
    if "n" in command:
        answers.give({"is": "took", "n": command["n"]})


def _carry_out(command: Mapping[str, Any], performer: Any) -> None:
    match command["do"]:
        case "play":
            performer.plan([_cue(values) for values in command["cues"]])
        case "silence":
            performer.silence()
        case "set":
            way = Way(command["way"])
            performer.set(int(command["volume"]), bool(command["muted"]), bool(command["tones"]), way)
        case "ping":
            pass
        case other:
            raise ValueError(other)


def _cue(values: list[Any]) -> Cue:
    at, head, glide, seconds, word, ways, soft = values
    return Cue(
        float(at),
        head and Head(head),
        glide and Glide(glide),
        min(float(seconds), 60.0),
        word=str(word),
        ways=frozenset(map(Way, ways)),
        soft=bool(soft),
    )


if __name__ == "__main__":
    main()


_PERIODS = {"pulseaudio": 0.62, "pipewire": 0.6, "alsa": 2.0, "coreaudio": 1.0}
"""From a fetch to the first sound of its block, in blocks, as measured in recordings with blocks of 1024 to
4096; what SDL writes into a file has no lag, and of others we know nothing."""


def server_of(environ: Mapping[str, str], platform: str) -> str:
    """Return the name of the server or driver that SDL will choose: as told, else by its socket."""
    told = environ.get("SDL_AUDIODRIVER", "")
    if told and told != "pulseaudio":
        return told
    if platform == "darwin":
        return "coreaudio"
    runtime = Path(environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    if (runtime / "pipewire-0").exists() and "PULSE_SERVER" not in environ:
        return "pipewire"
    if told or "PULSE_SERVER" in environ or (runtime / "pulse" / "native").exists():
        return "pulseaudio"
    return "alsa"


def is_device(server: str) -> bool:
    """Whether it plays: what SDL writes into a file would begin anew with every opening."""
    return server in _PERIODS


def lag_s(server: str, period_s: float) -> float:
    """Return the seconds from a fetch to the first sound of its block."""
    return _PERIODS.get(server, 0.0) * period_s
