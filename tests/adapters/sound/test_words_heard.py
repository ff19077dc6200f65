"""Words as pygame plays them: found in what SDL's disk driver wrote, at the samples chosen for them.

The plan's own clock is the child's, by which it chooses those samples: so a machine that lags changes nothing
here. What it makes of instants is proved in `test_words_simulated` and `test_stream_clock`.
"""

import json
import os
import time
from pathlib import Path

import numpy as np
import pytest

from tests.adapters.sound.pcm import disk_driver
from tests.adapters.sound.session import default_plan, run_session
from tests.adapters.sound.speech import Spoken, beside, find, heard, high
from tests.cli.programs import run as run_program
from tests.sounds import wav
from tui.adapters.content.templates import exercise_templates
from tui.adapters.sound.child import BUFFER
from tui.adapters.sound.mixer import MixerPlayer
from tui.adapters.sound.own_word import own_word
from tui.adapters.sound.performer import gain_of
from tui.core.settings.settings import Settings
from tui.core.sound.cue import SPOKEN, Cue, Glide, Way
from tui.core.sound.loudness import loudest
from tui.core.sound.wave import RATE

pytestmark = pytest.mark.slow

CHECKOUT = Path(__file__).parents[3]
TELLING = """
import json, sys
from tui.adapters.sound.sounding import Sounding
def start(self, at, start=Sounding.start):
    in_time = start(self, at)
    told = {"word": self.cue.word, "glide": self.cue.glide, "first": self.first, "in_time": in_time}
    print("started", json.dumps(told), file=sys.stderr, flush=True)
    return in_time
Sounding.start = start
"""
"""Run in the child before anything else: tells which sample of the stream was chosen for each sound."""
SLOW = """
import sys, time
import tui.adapters.content.shipped as sounds
def slow(file=None, read=sounds.read_grammar):
    import pygame.mixer
    class Sound(pygame.mixer.Sound):
        def __init__(self, *path, **named):
            if path: time.sleep(1.0)
            super().__init__(*path, **named)
    pygame.mixer.Sound = Sound
    return read(file) if file else read()
sounds.read_grammar = slow
"""


def child_with(code: str, folder: Path) -> dict[str, str]:
    """Return an environment in which the child runs `code` first."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(code)
    return {"PYTHONPATH": f"{folder}:{CHECKOUT}"}


def samples_in(raw: Path) -> np.ndarray:
    data = raw.read_bytes()
    return np.frombuffer(data[: len(data) // 4 * 4], "<i2").reshape(-1, 2) / 32768


def started(log: Path) -> list[dict[str, object]]:
    lines = (line.partition("started ")[2] for line in log.read_text().splitlines())
    return [json.loads(line) for line in lines if line]


@pytest.fixture(scope="module")
def run(tmp_path_factory) -> tuple[np.ndarray, list[Spoken], list[dict[str, object]]]:
    folder = tmp_path_factory.mktemp("pcm")
    environ, raw, log = child_with(TELLING, folder / "telling"), folder / "both.raw", folder / "log"
    run_session(default_plan(1), raw, way=Way.BOTH, environ=environ, log=log)
    whole = samples_in(raw)
    return whole, [said for said in heard(whole) if said.text], started(log)


def test_every_word_is_written_at_the_sample_that_was_chosen_for_it(run, capsys):
    """Or, from where the machine stood still on, whole blocks later."""
    _, spoken, sounds = run
    chosen = [sound for sound in sounds if sound["word"]]
    assert [said.text for said in spoken] == [sound["word"] for sound in chosen]
    offsets = [said.first - sound["first"] for said, sound in zip(spoken, chosen, strict=True)]
    later = [round((offset - min(offsets)) / BUFFER) for offset in offsets]
    exact = [abs(offset - min(offsets) - BUFFER * n) <= 8 for offset, n in zip(offsets, later, strict=True)]
    assert all(exact) and max(map(later.count, later)) > len(later) / 2, offsets
    with capsys.disabled():
        print(f"\n{len(spoken)} words, {sum(map(bool, later))} of them handed over too late")


def test_each_word_is_6_db_above_what_sounds_with_it_and_nothing_clips(run):
    whole, spoken, _ = run
    assert np.abs(whole).max() < 0.9
    for said in spoken:
        rest, word = beside(whole, said)
        assert 20 * np.log10(loudest(word, RATE) / (loudest(rest, RATE) + 1e-9)) >= 6.0, said


@pytest.mark.parametrize("how", ["silence", "mute", "tones"])
def test_words_to_come_are_not_heard(tmp_path, how):
    """What was begun breaks off; six more were planned."""
    raw = tmp_path / "sound.raw"
    player = MixerPlayer({**os.environ, **disk_driver(raw)}, volume=10, way=Way.BOTH)
    player.open()
    assert player.wait_ready(20)
    start = time.monotonic() + 1.2
    player.send([Cue(start + n * 1.2, word="next: sit and rotate", ways=SPOKEN) for n in range(7)])
    pass_time(player, until=start + 0.35)
    if how == "silence":
        player.silence()
    elif how == "mute":
        player.tune(muted=True)
    else:
        player.tune(way=Way.TONES)
    pass_time(player, until=start + 9.0)
    player.close()
    assert len([said for said in heard(samples_in(raw)) if said.text]) <= 2


def test_a_decoder_that_is_slow_delays_no_tone_and_no_word_is_late(tmp_path):
    """A word that is not there in time is left out, and logged."""
    raw, log = tmp_path / "sound.raw", tmp_path / "log"
    environ = {**os.environ, **disk_driver(raw), **child_with(SLOW, tmp_path / "slow")}
    player = MixerPlayer(environ, log, volume=10, way=Way.BOTH)
    player.open()
    assert player.wait_ready(20)
    start = time.monotonic() + 0.3
    words = [Cue(start + at, word="hold", ways=SPOKEN) for at in (0.1, 6.0)]
    player.send([Cue(start, None, Glide.OUT, 1.0), *words])
    pass_time(player, until=start + 8.0)
    player.close()
    whole = samples_in(raw)
    (said,) = heard(whole)
    assert said.text == "hold" and "'hold' was not loaded in time" in log.read_text()
    before = np.flatnonzero(np.abs(whole[: said.first - RATE]).max(axis=1) > 0.05)
    assert len(before) > RATE // 4, "the tone"


def test_a_sound_of_ones_own_is_heard_as_the_shipped_words_are(tmp_path):
    home = tmp_path / "home"
    (home / "exercises").mkdir(parents=True)
    file = home / "exercises" / "tuck.wav"
    file.write_bytes(wav(0.6, hz=1500.0, level=0.05))
    raw = tmp_path / "sound.raw"
    environ = {**os.environ, **disk_driver(raw), "UNHUNCH_HOME": str(home)}
    player = MixerPlayer(environ, volume=10, way=Way.BOTH)
    player.open()
    assert player.wait_ready(20)
    start = time.monotonic() + 4.0
    player.send([Cue(start, word="tuck.wav", ways=SPOKEN), Cue(start + 1.0, word="../tuck.wav", ways=SPOKEN)])
    pass_time(player, until=start + 2.0)
    player.close()
    loud = np.flatnonzero(np.abs(samples_in(raw)).max(axis=1) > 0.01)
    assert len(loud) and loud[-1] - loud[0] == pytest.approx(0.6 * RATE, abs=0.02 * RATE)
    wanted = own_word(file) / 32768
    assert np.abs(samples_in(raw)).max() == pytest.approx(np.abs(wanted).max(), rel=0.02)


def test_plain_lines_speak_with_an_own_sound_too(tmp_path):
    folder, raw = tmp_path / "home" / "exercises", tmp_path / "sound.raw"
    folder.mkdir(parents=True)
    (folder / "tuck.wav").write_bytes(wav(0.6, hz=1500.0))
    text = exercise_templates()[0].path.read_text(encoding="utf-8")
    (folder / "mine.toml").write_text(text.replace('word = "tuck"', 'word = "tuck.wav"'))
    dose = ("--reps", "1", "--move", "1", "--hold", "1")
    command = ("start", "mine", "--plain", "--cues", "both", *dose)
    assert run_program(command, tmp_path / "home", environ=disk_driver(raw)).status == 0
    whole = samples_in(raw) / gain_of(Settings().volume)
    assert find(high(whole), high(own_word(folder / "tuck.wav") / 32768))[1] > 0.9
    assert {"hold", "back"} <= {said.text for said in heard(whole)}


def pass_time(player: MixerPlayer, until: float) -> None:
    while time.monotonic() < until:
        player.tick(time.monotonic())
        time.sleep(0.02)
