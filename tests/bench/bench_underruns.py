"""Counts a real PulseAudio's underruns beside two busy programs, and the onsets' distance from plan.

`python -m tests.bench.bench_underruns [OTHER_CHECKOUT]`: with another checkout both play the same cues side
by side, each under its own name, five times; else only this one.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from statistics import median

import numpy as np

from tests.adapters.sound.pcm import RATE, Recording
from tests.adapters.sound.pulse import PULSEAUDIO, Server
from tui.adapters.content.shipped import read_grammar
from tui.core.sound.cue import Cue, Glide, Head

ROUNDS = 5
LASTS_S = 40.0
BUSY = "while True: sum(range(100000))"
PLAYER = """
import json, os, sys, time
sys.path.insert(0, sys.argv[1])
from tui.adapters.sound.mixer import MixerPlayer
from tui.core.sound.cue import Cue, Glide, Head
player = MixerPlayer(dict(os.environ), volume=10)
player.open()
assert player.wait_ready(20), player.state()
print("ready", flush=True)
cues = json.loads(sys.stdin.readline())
cues = [Cue(at, head and Head(head), glide and Glide(glide), s) for at, head, glide, s in cues]
while cues or time.monotonic() < last + 2:
    now = time.monotonic()
    while cues and cues[0].at < now + 1.5:
        last = cues[0].at
        player.send([cues.pop(0)])
    player.tick(now)
    time.sleep(0.03)
player.close()
"""


class Recorder:
    """Writes down what comes out of the server's sink, and when."""

    def __init__(self, environ: dict[str, str]) -> None:
        command = ["parec", "-d", "null.monitor", "--format=s16le", "--rate=44100", "--latency-msec=10"]
        self._process = subprocess.Popen(command, env=environ, stdout=subprocess.PIPE)
        self._instants: list[float] = []
        self._places: list[float] = []
        self._bytes = bytearray()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._process.stdout
        while got := os.read(self._process.stdout.fileno(), 65536):
            self._bytes += got
            self._instants.append(time.monotonic())
            self._places.append(len(self._bytes) / 4 / RATE)

    def recording(self) -> Recording:
        self._process.kill()
        samples = np.frombuffer(self._bytes[: len(self._bytes) // 4 * 4], "<i2").reshape(-1, 2) / 32768
        instants, places = np.array(self._instants), np.array(self._places)
        origin = np.min(instants - places)  # what came late had been played as early as the rest
        return Recording(samples, places + origin, places, np.array([]))


def a_round(here: Path, other: Path | None, busy: bool) -> tuple[dict[str, int], list[float]]:
    """Return the underruns of each player, and this one's onsets minus plan, in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder) / "pulse", "null")
        server.start()
        recorder = Recorder(server.environ) if other is None else None
        players = {}
        for name, root in (("this", here), ("other", other)):
            if root:
                environ = {**server.environ, "SDL_AUDIO_DEVICE_STREAM_NAME": name, "PYTHONPATH": str(root)}
                command = [sys.executable, "-c", PLAYER, str(root)]
                players[name] = subprocess.Popen(
                    command, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
                )
        for player in players.values():
            assert player.stdout
            player.stdout.readline()
        load = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(2 if busy else 0)]
        time.sleep(2.0)
        before = server.log.read_text(errors="replace")
        cues = planned(time.monotonic() + 1.0)
        for player in players.values():
            assert player.stdin
            print(
                json.dumps([[c.at, c.head, c.glide, c.seconds] for c in cues]), file=player.stdin, flush=True
            )
        for player in players.values():
            player.wait()
        for program in load:
            program.kill()
        told = server.log.read_text(errors="replace")[len(before) :]
        server.stop()
        onsets = []
        if recorder:
            grammar, recording = read_grammar(), recorder.recording()
            heard = ((cue, recording.find(cue, grammar)) for cue in cues)
            onsets = [(sound.at - cue.at) * 1000 for cue, sound in heard if sound]
        return {name: told.count(f"underrun of '{name}'") for name in players}, onsets


def planned(start: float) -> list[Cue]:
    """Return cues like a session's: movements with their tones, holds with ticks."""
    cues: list[Cue] = []
    at = start
    while at < start + LASTS_S:
        cues += [Cue(at, Head.RELEASE, Glide.LEFT, 2.0), Cue(at + 2.0, Head.HOLD)]
        cues += [Cue(at + 2.0 + second, Head.TICK) for second in range(1, 4)]
        at += 6.0
    return cues


def main() -> None:
    """Print the counts of each round and their medians, and the onsets of a calm and a busy one."""
    if not PULSEAUDIO:
        sys.exit("there is no pulseaudio on this machine")
    here = Path(__file__).resolve().parents[2]
    if len(sys.argv) > 1:
        counts = [a_round(here, Path(sys.argv[1]), busy=True)[0] for _ in range(ROUNDS)]
        print(counts)
        print({name: median(count[name] for count in counts) for name in counts[0]})
    for busy in (False, True):
        counts_, onsets = a_round(here, None, busy)
        off = np.abs(np.array(onsets) - np.median(onsets))
        print(
            f"{'busy' if busy else 'calm'}: {len(onsets)} onsets, median {np.median(onsets):.0f} ms, "
            f"within 20 ms of plan {np.mean(np.abs(onsets) <= 20):.0%}, "
            f"of their median {np.mean(off <= 20):.0%}; {counts_}"
        )


if __name__ == "__main__":
    main()
