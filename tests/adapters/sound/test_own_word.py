"""Sound files of one's own as samples: as loud as the shipped words, decoded where they do no harm."""

import numpy as np
import pytest

from tests.sounds import ogg_claiming, wav
from tui.adapters.content.shipped import read_voice, voice_folder
from tui.adapters.sound import own_word as module
from tui.adapters.sound.own_word import own_word
from tui.adapters.sound.vocabulary import Vocabulary
from tui.core.sound.loudness import loudest
from tui.core.sound.sound_length import NoSound
from tui.core.sound.wave import HEAD_LEVEL, RATE

TUCK = (voice_folder() / read_voice().files["tuck"]).read_bytes()
LONG = (voice_folder() / "thoracic-extension.opus").read_bytes()
GOOD = {"soft": wav(0.5, level=0.02), "loud": wav(0.5, level=0.99), "Opus": TUCK}
FAULTS = {
    "damaged": (TUCK[:200] + bytes(len(TUCK) - 240) + TUCK[-40:], "cut off or damaged"),
    "silent": (wav(0.5, level=0.0), "is silent"),
    "longer than it says": (ogg_claiming(LONG, 0.2), "says"),
}
ENDS = ("os.kill(os.getpid(), 11)", "os._exit(3)", "open(1, 'wb').write(b'abc')")
ENDLESS = """
import sys
sys.path.append(sys.argv[1])
from tui.adapters.sound.decode import _limit
_limit()
while True:
    pass
"""


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "own.wav"
    file.write_bytes(wav(0.5))
    return file


@pytest.mark.parametrize("data", GOOD.values(), ids=GOOD)
def test_it_is_as_loud_as_the_words_never_clips_and_has_no_edges(path, data):
    path.write_bytes(data)
    samples = own_word(path) / 32768
    assert samples.shape[1] == 2
    assert loudest(samples, RATE) == pytest.approx(HEAD_LEVEL, rel=0.1)
    assert np.abs(samples).max() < 0.9
    assert np.abs(samples[:4]).max() < 0.01 and np.abs(samples[-4:]).max() < 0.01


@pytest.mark.parametrize(("data", "why"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_decoded_is_one_line(path, data, why):
    path.write_bytes(data)
    with pytest.raises(NoSound, match=why):
        own_word(path)


@pytest.mark.parametrize("end", ENDS)
def test_a_decoder_that_ends_in_any_way_is_a_reason(path, monkeypatch, end):
    monkeypatch.setattr(module, "_START", f"import os; {end}")
    with pytest.raises(NoSound, match="cannot be decoded"):
        own_word(path)


@pytest.mark.slow
def test_one_that_never_ends_is_stopped_by_its_own_limit(path, monkeypatch):
    monkeypatch.setattr(module, "_START", ENDLESS)
    monkeypatch.setattr(module, "WAIT_S", 300.0)
    with pytest.raises(NoSound, match="cannot be decoded"):
        own_word(path)


def test_the_vocabulary_goes_on_after_one_that_fails(capsys):
    def decode(word):
        if word == "bad.wav":
            raise NoSound("is silent")
        return np.zeros((4, 2), np.int16)

    words = Vocabulary(decode)
    words.want(["bad.wav", "good"])
    while words.pcm("good") is None:
        pass
    assert words.pcm("bad.wav") is None
    assert "'bad.wav' cannot be said" in capsys.readouterr().err
