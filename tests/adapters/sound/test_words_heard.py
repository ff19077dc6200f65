"""What is heard of the words: found in the PCM of SDL's disk driver by what they are above the tones."""

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from tests.adapters.sound.pcm import RATE, Pace, Recording, disk_driver
from tests.adapters.sound.session import Run, run_session
from tui.adapters.content.exercises import read_catalogue
from tui.adapters.content.voice import read_voice, spoken_lengths, voice_folder
from tui.adapters.sound.mixer import MixerPlayer
from tui.core.exercises.exercise import Side
from tui.core.settings.settings import Settings
from tui.core.sound.cue import SPOKEN, Cue, Glide, Way
from tui.core.sound.loudness import loudest
from tui.core.timer.plan import Plan, make_plan

pytestmark = pytest.mark.slow

LENGTHS = spoken_lengths()
ABOVE_HZ = 700.0
"""The tones lie below."""
DECODE = """
import sys
import pygame.mixer
pygame.mixer.init(44100, -16, 2, 512, allowedchanges=0)
sys.stdout.buffer.write(pygame.mixer.Sound(sys.argv[1]).get_raw())
"""


def default_plan(reps: int) -> Plan:
    exercises = read_catalogue(Path("/nonexistent")).bundled
    return make_plan(exercises, {exercise.id: reps for exercise in exercises}, Settings(), Side.LEFT)


def samples_of(word: str) -> np.ndarray:
    path = str(voice_folder() / read_voice().files[word])
    environ = {**os.environ, "SDL_AUDIODRIVER": "dummy", "PYGAME_HIDE_SUPPORT_PROMPT": "1"}
    run = subprocess.run([sys.executable, "-c", DECODE, path], env=environ, capture_output=True, check=True)
    return np.frombuffer(run.stdout, "<i2").reshape(-1, 2) / 32768


def high(samples: np.ndarray) -> np.ndarray:
    """One channel of what lies above the tones."""
    spectrum = np.fft.rfft(samples.mean(axis=1))
    spectrum[np.fft.rfftfreq(len(samples), 1 / RATE) < ABOVE_HZ] = 0
    return np.fft.irfft(spectrum, len(samples))


def find_word(
    recording: Recording, cue: Cue, samples: np.ndarray, slack: float = 0.15
) -> tuple[float, float]:
    """Return the instant at which a word begins, and how well it fits there, 0 to 1."""
    first = max(0, round(recording.place(cue.at - slack) * RATE))
    window = recording.samples[first : first + len(samples) + round(2 * slack * RATE)]
    heard, wanted = high(window), high(samples)
    size = len(heard) + len(wanted)
    found = np.fft.irfft(np.fft.rfft(heard, size) * np.conj(np.fft.rfft(wanted, size)), size)
    at = int(np.argmax(found[: len(heard) - len(wanted)]))
    part = heard[at : at + len(wanted)]
    fit = float(part @ wanted / (np.linalg.norm(part) * np.linalg.norm(wanted) + 1e-9))
    return recording.instant((first + at) / RATE), fit


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> Run:
    return run_session(default_plan(1), tmp_path_factory.mktemp("pcm") / "both.raw", way=Way.BOTH)


@pytest.fixture(scope="module")
def found(run) -> list[tuple[Cue, np.ndarray, float]]:
    spoken = [cue for cue in run.cues if cue.word and run.recording.steady(cue)]
    heard, missed = [], []
    for cue in spoken:
        samples = samples_of(cue.word)
        at, fit = find_word(run.recording, cue, samples)
        heard.append((cue, samples, at)) if fit > 0.7 else missed.append((cue.word, round(fit, 2)))
    if len(spoken) < 6 or (missed and len(run.recording.stumbles)):
        pytest.skip(f"the machine lagged: SDL's disk driver lost its pace; {missed}")
    assert not missed
    return heard


def test_every_word_is_heard_when_it_was_planned(found):
    assert all(abs(at - cue.at) < 0.07 for cue, _, at in found)


def test_announcements_end_before_their_movement(run, found, capsys):
    lag = float(np.median([at - cue.at for cue, _, at in found]))
    moves = [cue.at + lag for cue in run.cues if cue.glide]
    ends = [at + len(samples) / RATE for _, samples, at in found]
    margins = [min(move - end for move in moves if move > end) for end in ends if end < moves[-1]]
    announced = [margin for margin in margins if margin < 0.3]
    with capsys.disabled():
        print(f"\n{len(announced)} announcements end {min(announced):.3f} to {max(announced):.3f} s before")
    assert len(announced) >= 3
    assert all(0.02 <= margin <= 0.12 for margin in announced)


def test_each_word_is_6_db_above_what_sounds_with_it_and_nothing_clips(run, found):
    assert np.abs(run.recording.samples).max() < 0.9
    for cue, samples, at in found:
        first = round(run.recording.place(at) * RATE)
        nearby = range(first - 40, first + 41)
        rest = min(
            (run.recording.samples[start : start + len(samples)] - samples for start in nearby),
            key=lambda rest: float((rest**2).sum()),
        )
        assert 20 * np.log10(loudest(samples, RATE) / (loudest(rest, RATE) + 1e-9)) > 5.8, cue


@pytest.mark.parametrize("how", ["silence", "mute", "tones"])
def test_a_word_stops_in_its_middle_and_words_to_come_are_not_heard(tmp_path, how):
    raw = tmp_path / "sound.raw"
    player = MixerPlayer({**os.environ, **disk_driver(raw)}, volume=10, way=Way.BOTH)
    player.open()
    assert player.wait_ready(20)
    pace = Pace(raw)

    def wait(seconds: float) -> float:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            player.tick(time.monotonic())
            pace.sample()
            time.sleep(0.005)
        return time.monotonic()

    start = time.monotonic() + 1.2
    player.send([Cue(start + n * 1.5, word="next: sit and rotate", ways=SPOKEN) for n in range(2)])
    told = wait(1.2 + 0.35)
    if how == "silence":
        player.silence()
    elif how == "mute":
        player.set_muted(True)
    else:
        player.set_way(Way.TONES)
    wait(2.5)
    player.close()
    recording = Recording.read(raw, pace)
    assert np.abs(recording.between(start + 0.05, told)).max() > 0.05
    if not recording.steady(Cue(told)):
        pytest.skip("the machine lagged: SDL's disk driver lost its pace just then")
    assert np.abs(recording.between(told + 0.15 + 0.06, told + 2.3)).max() < 1e-3


def test_a_decoder_that_is_slow_delays_no_tone_and_no_silence(tmp_path, monkeypatch):
    """A word that is not there in time is left out, and logged."""
    slow = tmp_path / "slow"
    slow.mkdir()
    (slow / "sitecustomize.py").write_text(
        "import sys, time\n"
        "def slow(file, load=None):\n"
        "    import pygame.mixer\n"
        "    class Sound(pygame.mixer.Sound):\n"
        "        def __init__(self, *path, **named):\n"
        "            if path: time.sleep(1.0)\n"
        "            super().__init__(*path, **named)\n"
        "    pygame.mixer.Sound = Sound\n"
        "    return read_grammar(file)\n"
        "import tui.adapters.content.sounds as sounds\n"
        "read_grammar, sounds.read_grammar = sounds.read_grammar, lambda file=None: slow(file)\n"
    )
    raw, log = tmp_path / "sound.raw", tmp_path / "log"
    environ = {**os.environ, **disk_driver(raw), "PYTHONPATH": f"{slow}:{Path(__file__).parents[3]}"}
    player = MixerPlayer(environ, log, volume=10, way=Way.BOTH)
    player.open()
    assert player.wait_ready(20)
    pace = Pace(raw)
    start = time.monotonic() + 0.3
    glide = Cue(start, None, Glide.OUT, 1.0)
    player.send(
        [glide, Cue(start + 0.1, word="hold", ways=SPOKEN), Cue(start + 2.0, word="hold", ways=SPOKEN)]
    )
    while time.monotonic() < start + 3.0:
        player.tick(time.monotonic())
        pace.sample()
        time.sleep(0.005)
    player.close()
    recording = Recording.read(raw, pace)
    assert "'hold' was not loaded in time" in log.read_text()
    assert np.abs(recording.between(start + 0.3, start + 0.8)).max() > 0.05
    samples = samples_of("hold")
    assert find_word(recording, Cue(start + 2.0), samples)[1] > 0.7
    assert find_word(recording, Cue(start + 0.3), samples)[1] < 0.5
