"""A real PulseAudio of our own, and what comes out of its sinks."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

PULSEAUDIO = shutil.which("pulseaudio")
RATE = 44100
_FRAME_BYTES = 4
_RECORDER_LAG_S = 0.3
_HEARD = 0.003
"""The level from which on something is heard, of full scale: silence is written as zeros."""


class Server:
    """A sound server of our own, with sinks that lead nowhere; the first is the default one."""

    def __init__(self, folder: Path, *sinks: str) -> None:
        folder.mkdir(mode=0o700)
        self.environ = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("PULSE", "SDL"))},
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_SERVER": f"unix:{folder}/native",
            "SDL_AUDIODRIVER": "pulseaudio",
        }
        self._folder = folder
        self._sinks = sinks
        self.log = folder / "log"
        """Where it tells of every underrun."""
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *sinks: str) -> None:
        """Start, with all its sinks or only with these."""
        native = self._folder / "native"
        native.unlink(missing_ok=True)
        described = "sink_properties=device.description"
        sinks = [f"module-null-sink sink_name={sink} {described}={sink}" for sink in sinks or self._sinks]
        modules = (*sinks, f"module-native-protocol-unix socket={native}")
        loaded = [argument for module in modules for argument in ("-L", module)]
        telling = ("--log-level=debug", f"--log-target=file:{self.log}")
        options = (
            "-n",
            *telling,
            "--daemonize=no",
            "--exit-idle-time=-1",
            "--disallow-exit",
            "--use-pid-file=no",
        )
        assert PULSEAUDIO
        self.process = subprocess.Popen(
            [PULSEAUDIO, *options, *loaded], env=self.environ, stderr=subprocess.DEVNULL
        )
        until(native.exists)

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()


def until(holds: Callable[[], bool], patience_s: float = 30.0) -> None:
    end = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


class Recorder:
    """Writes down what comes out of one sink, from the instant at which it is made."""

    def __init__(self, server: Server, sink: str, raw: Path) -> None:
        self._raw = raw
        options = (f"--rate={RATE}", "--channels=2", "--format=s16le", "--raw", "--latency-msec=20")
        with raw.open("wb") as file:
            self.process = subprocess.Popen(
                ["parec", f"--device={sink}.monitor", *options],
                env=server.environ,
                stdout=file,
                stderr=subprocess.DEVNULL,
            )
        until(lambda: raw.stat().st_size > 0)
        self._began = time.monotonic() - raw.stat().st_size / _FRAME_BYTES / RATE

    def heard(self) -> list[float]:
        """Return the instants of the clock at which something began to be heard, after a silence.

        A recording that is shorter or longer than its time, as on a machine that lags, is skipped.
        """
        lasted, written = time.monotonic() - self._began, self._raw.stat().st_size / _FRAME_BYTES / RATE
        if abs(lasted - written) > _RECORDER_LAG_S:
            pytest.skip(f"the recorder lags: {written:.2f} s recorded in {lasted:.2f} s")
        data = self._raw.read_bytes()
        pcm = np.frombuffer(data[: len(data) // _FRAME_BYTES * _FRAME_BYTES], np.int16) / 32768
        loud = np.flatnonzero(np.abs(pcm.reshape(-1, 2)).max(axis=1) > _HEARD)
        begun = loud[np.diff(loud, prepend=-RATE) > RATE // 4]
        return [self._began + place / RATE for place in begun]

    def stop(self) -> None:
        """End."""
        self.process.kill()
        self.process.wait()
