"""What the real sound process does when told, decoded from SDL's disk driver."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from tests.adapters.processes import alive
from tests.adapters.sound.pcm import Pace, Recording, disk_driver, loudness
from tui.adapters.content.shipped import read_grammar
from tui.adapters.sound.mixer import MixerPlayer
from tui.core.sound.cue import Cue, Glide, Head

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("real_time")]

GRAMMAR = read_grammar()


class Scene:
    """A player in front of the disk driver, and what it was told when."""

    def __init__(self, raw: Path, **options: object) -> None:
        self.raw = raw
        self.player = MixerPlayer({**os.environ, **disk_driver(raw)}, **{"volume": 10, **options})
        self.player.open()
        assert self.player.wait_ready(20), self.player.state()
        self.pace = Pace(raw)
        self.wait(0.3)

    def wait(self, seconds: float) -> float:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.player.tick(time.monotonic())
            self.pace.sample()
            time.sleep(0.005)
        return time.monotonic()

    def recording(self) -> Recording:
        return Recording.read(self.raw, self.pace)


@pytest.fixture
def scene(tmp_path):
    made = Scene(tmp_path / "sound.raw")
    yield made
    made.player.close()


def level(recording: Recording, start: float, seconds: float = 0.02) -> float:
    return loudness(recording.between(start, start + seconds))


def steepest(samples: np.ndarray) -> float:
    return float(np.abs(np.diff(samples, axis=0)).max())


STALLS = 3
"""Where the machine keeps the driver from its next block for 14 ms, just then, no program can know: what
fails once is tried again, what fails so many times is a fault."""


@pytest.mark.parametrize("how", ["silence", "mute"])
def test_a_glide_is_silent_within_150_ms_without_a_click(scene, how, capsys):
    faults = []
    for _ in range(STALLS):
        faults.append(faults_of_a_fade(scene, how, capsys))
        if not faults[-1]:
            return
    pytest.fail(f"{STALLS} times: {faults}")


def faults_of_a_fade(scene: Scene, how: str, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Let a glide be heard, silence it, and tell what is wrong with the way in which it ends."""
    scene.player.tune(muted=False)
    start = time.monotonic() + 0.3
    scene.player.send([Cue(start, None, Glide.LEFT, 6.0), Cue(start + 2.0, Head.HOLD)])
    told = scene.wait(1.5)
    if how == "silence":
        scene.player.silence()
    else:
        scene.player.tune(muted=True)
    scene.wait(2.5)
    recording = scene.recording()
    heard = recording.find(Cue(start, None, Glide.LEFT, 6.0), GRAMMAR, slack=0.4)
    if not heard or level(recording, told - 0.1) <= 0.03:
        return ["not heard"]
    lag = heard.at - start
    before, during = recording.between(told - 0.3, told), recording.between(told, told + 0.2 + lag)
    after = recording.between(told + 0.15 + lag, told + 2.4)
    silent_after = np.flatnonzero(np.abs(during).max(axis=1) > 1e-3)[-1] / 44100
    step = (steepest(during) - steepest(before)) / np.abs(before).max()
    high = 20 * np.log10(spread(during) / spread(before, everything=True))
    with capsys.disabled():
        print(
            f"\n{how}: silent after {silent_after * 1000:.0f} ms; device lag {lag * 1000:.0f} ms; "
            f"step {step:.2f} of the peak, from 2500 Hz up {high:.0f} dB"
        )
    wrong = {"not silent": np.abs(after).max() >= 1e-3, "a step": step >= 0.12, "a click": high >= -25}
    return [name for name, is_so in wrong.items() if is_so]


EDGE = 220
"""Samples, 5 ms."""


def spread(samples: np.ndarray, *, everything: bool = False) -> float:
    """The strongest 10 ms from 2500 Hz up, where no tone has a harmonic: there clicks are.

    Samples that begin or end within a tone are faded there: cut off, they would be a click themselves.
    """
    mono = samples.sum(axis=1)
    ramp = np.sin(np.linspace(0, np.pi / 2, EDGE)) ** 2
    mono[:EDGE] *= ramp
    mono[-EDGE:] *= ramp[::-1]
    spectrum = np.fft.rfft(mono)
    if not everything:
        spectrum[np.fft.rfftfreq(len(mono), 1 / 44100) < 2500] = 0
    power = np.convolve(np.fft.irfft(spectrum, len(mono)) ** 2, np.ones(441) / 441, "valid")
    return float(np.sqrt(power.max()))


def test_muting_keeps_the_plan_and_unmuting_lets_it_be_heard(scene):
    start = time.monotonic() + 0.5
    cues = [Cue(start, Head.HOLD), Cue(start + 1.0, Head.HOLD)]
    scene.player.tune(muted=True)
    scene.player.send(cues)
    scene.wait(1.2)
    scene.player.tune(muted=False)
    scene.wait(1.0)
    recording = scene.recording()
    assert recording.find(cues[0], GRAMMAR) is None
    assert recording.find(cues[1], GRAMMAR) is not None


def test_each_step_of_the_volume_is_heard_and_ten_is_the_loudest(scene):
    peaks = []
    for volume in range(11):
        scene.player.tune(volume=volume)
        cue = Cue(time.monotonic() + 0.25, Head.TICK)
        scene.player.send([cue])
        scene.wait(0.55)
        peaks.append(cue)
    recording = scene.recording()
    loud = [np.abs(recording.between(cue.at - 0.05, cue.at + 0.2)).max() for cue in peaks]
    assert loud[0] < 1e-4
    steps = 20 * np.log10(np.array(loud[2:]) / np.array(loud[1:-1]))
    assert steps.min() > 2.0 and steps.max() < 5.0
    assert max(loud) < 0.6


def test_late_cues_are_dropped_and_barely_late_ones_are_not(scene):
    now = time.monotonic()
    scene.player.send([Cue(now - 0.3, Head.GO)])
    scene.wait(0.7)
    almost = time.monotonic()
    scene.player.send([Cue(almost - 0.05, Head.HOLD)])
    scene.wait(0.7)
    recording = scene.recording()
    assert np.abs(recording.between(now - 0.2, now + 0.6)).max() < 1e-4
    assert np.abs(recording.between(almost, almost + 0.3)).max() > 0.05


def test_a_cue_that_is_cut_short_by_the_next_one_fades(scene):
    start = time.monotonic() + 0.5
    scene.player.send([Cue(start, None, Glide.RIGHT, 4.0), Cue(start + 1.0, Head.HOLD)])
    scene.wait(1.0)
    scene.player.send([Cue(start + 1.1, Head.RELEASE)])
    scene.wait(1.5)
    recording = scene.recording()
    assert steepest(recording.between(start + 0.9, start + 1.4)) < 0.5 * 2 * np.pi * 950 / 44100
    assert np.abs(recording.between(start + 1.5, start + 2.4)).max() < 1e-3
    assert spread(recording.between(start + 0.8, start + 1.4)) < 10 ** (-30 / 20) * 0.2


def test_without_movement_tones_heads_and_motifs_are_heard(tmp_path):
    scene = Scene(tmp_path / "sound.raw", tones=False)
    start = time.monotonic() + 0.5
    left = Cue(start, Head.GO, Glide.LEFT, 2.0)
    right = Cue(start + 2.0, None, Glide.RIGHT_ACROSS, 2.0)
    scene.player.send([left, right])
    scene.wait(4.5)
    scene.player.close()
    recording = scene.recording()
    sides = [recording.sweep(cue, cue.at, (point,))[0] for cue, point in ((left, 0.16), (right, 0.04))]
    assert sides[0] == (pytest.approx(392, abs=15), pytest.approx(-0.7, abs=0.25))
    assert sides[1] == (pytest.approx(466, abs=15), pytest.approx(0.7, abs=0.25))
    assert np.abs(recording.between(start + 0.6, start + 1.9)).max() < 1e-3


def test_the_terminals_ctrl_c_and_ctrl_z_do_not_reach_the_child(scene):
    assert os.getsid(scene.player.pid) == scene.player.pid != os.getsid(0)


PARENT = """
import os, time
from tui.adapters.sound.mixer import MixerPlayer
from tui.core.sound.cue import Cue, Head
player = MixerPlayer(os.environ, volume=10)
player.open()
player.wait_ready(20)
print(player.pid, flush=True)
sent = time.monotonic()
while True:
    now = time.monotonic()
    while sent < now + 1.5:
        sent += 0.25
        player.send([Cue(sent, Head.TICK)])
    player.tick(now)
    time.sleep(0.02)
"""


def test_a_stopped_parent_falls_silent_and_a_killed_one_takes_its_child_along(tmp_path):
    raw = tmp_path / "sound.raw"
    pace = Pace(raw)

    def wait(seconds):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            pace.sample()
            time.sleep(0.005)

    environ = {**os.environ, **disk_driver(raw)}
    with subprocess.Popen([sys.executable, "-c", PARENT], env=environ, stdout=subprocess.PIPE) as parent:
        child = int(parent.stdout.readline())
        wait(2.0)
        os.kill(parent.pid, signal.SIGSTOP)
        stopped = time.monotonic()
        wait(3.0)
        assert alive(child)
        parent.kill()
    wait(2.0)
    assert not alive(child)
    recording = Recording.read(raw, pace)
    assert np.abs(recording.between(stopped + 0.5, stopped + 1.2)).max() > 0.05
    assert np.abs(recording.between(stopped + 2.0, stopped + 2.9)).max() < 1e-4


def test_closing_lets_the_last_cadence_ring_out_and_ends_the_child(scene):
    cue = Cue(time.monotonic() + 0.2, Head.ALL_DONE)
    scene.player.send([cue])
    scene.wait(0.4)
    pid = scene.player.pid
    scene.player.close()
    end = time.monotonic() + 10
    while alive(pid) and time.monotonic() < end:
        scene.pace.sample()
        time.sleep(0.01)
    assert not alive(pid)
    heard = scene.recording().find(cue, GRAMMAR)
    assert heard is not None and heard.seconds > 1.6


def test_closing_fades_a_glide(scene):
    start = time.monotonic() + 0.2
    scene.player.send([Cue(start, None, Glide.OUT, 8.0), Cue(start + 1.0, Head.GO)])
    scene.wait(0.6)
    pid, closed = scene.player.pid, time.monotonic()
    scene.player.close()
    end = closed + 5
    while alive(pid) and time.monotonic() < end:
        scene.pace.sample()
        time.sleep(0.01)
    assert time.monotonic() - closed < 4
    assert np.abs(scene.recording().samples[-2000:]).max() < 1e-3


def test_a_thawed_child_plays_nothing_that_is_over(scene):
    now = time.monotonic()
    os.kill(scene.player.pid, signal.SIGSTOP)
    scene.player.send([Cue(now + 0.1, Head.GO), Cue(now + 0.3, Head.HOLD)])
    time.sleep(1.0)
    os.kill(scene.player.pid, signal.SIGCONT)
    scene.wait(0.8)
    assert scene.player.state().kind == "sound"
    assert np.abs(scene.recording().samples).max() < 1e-4
