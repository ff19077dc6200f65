"""Files, table and lengths of the shipped words agree, and every phrase of a session is among them."""

import json

import numpy as np
import pytest

from tests.adapters.sound.speech import shipped
from tests.voice.render import GUIDING, NUMBERS, VERBS
from tui.adapters.content.shipped import read_voice, voice_folder
from tui.core.sound.loudness import loudest
from tui.core.sound.voice import parse_voice
from tui.core.sound.wave import HEAD_LEVEL, RATE
from tui.core.text.problems import ContentProblem
from tui.core.timer import cue_plan

VOICE = read_voice()


@pytest.fixture(scope="module")
def decoded():
    """The samples of each phrase, shape (n, 2)."""
    return {text: samples / 32768 for text, samples in shipped().items()}


def test_files_and_table_agree():
    assert {path.name for path in voice_folder().glob("*.opus")} == set(VOICE.files.values())
    assert len(set(VOICE.files.values())) == len(VOICE.files)
    assert (*GUIDING, *NUMBERS, *VERBS) == tuple(VOICE.lengths)
    assert sum(path.stat().st_size for path in voice_folder().iterdir()) < 200_000
    assert "Kokoro-82M" in (voice_folder() / "NOTICE").read_text()


def test_each_length_is_that_of_the_decoded_file(decoded):
    for text, samples in decoded.items():
        assert len(samples) / RATE == pytest.approx(VOICE.lengths[text], abs=0.001), text


def test_words_are_as_loud_as_the_heads_of_the_cues_and_never_clip(decoded):
    levels = {text: 20 * np.log10(loudest(samples, RATE) / HEAD_LEVEL) for text, samples in decoded.items()}
    assert max(levels.values()) - min(levels.values()) < 3.0, json.dumps(levels, indent=1)
    assert all(abs(level) < 1.5 for level in levels.values())
    assert max(np.abs(samples).max() for samples in decoded.values()) < 0.75


def test_words_begin_and_end_in_silence_and_carry_no_pause(decoded):
    for text, samples in decoded.items():
        assert np.abs(samples[:20]).max() < 0.01 and np.abs(samples[-20:]).max() < 0.01, text
        loud = np.flatnonzero(np.abs(samples).max(axis=1) > 0.02)
        assert loud[0] < 0.06 * RATE and len(samples) - loud[-1] < 0.12 * RATE, text


def test_the_shipped_phrases_are_all_there():
    shipped = (cue_plan.GET_READY, cue_plan.GO_ON, cue_plan.HOLD, cue_plan.REST, cue_plan.BACK)
    others = (
        cue_plan.MOVE,
        cue_plan.LAST,
        cue_plan.PAUSED,
        cue_plan.REACHED,
        cue_plan.OVER,
        cue_plan.NEXT,
    )
    assert {*shipped, *others, *cue_plan.NUMBERS} <= set(VOICE.lengths)


@pytest.mark.parametrize(
    ("word", "why"),
    [
        ({"text": "a", "file": "../a.opus", "seconds": 0.5}, "plain name"),
        ({"text": "a", "file": "a.opus", "seconds": 1.6}, "1.5"),
        ({"text": "a", "file": "a.opus"}, "seconds"),
        ({"text": "a", "file": "a.opus", "seconds": 0.5, "said": 1}, "said"),
    ],
)
def test_a_broken_table_is_told(word, why):
    with pytest.raises(ContentProblem, match=why):
        parse_voice({"words": [word]})


def test_a_phrase_is_there_once():
    word = {"text": "a", "file": "a.opus", "seconds": 0.5}
    with pytest.raises(ContentProblem, match="twice"):
        parse_voice({"words": [word, word]})
