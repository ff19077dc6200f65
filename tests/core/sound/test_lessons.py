"""The list of sounds to learn."""

from itertools import pairwise

import pytest

from tui.adapters.content.shipped import read_grammar, read_voice
from tui.core.sound.cue import Glide, Head, Way
from tui.core.sound.lessons import GAP_SECONDS, WORDS, lessons

GRAMMAR = read_grammar()
LENGTHS = read_voice().lengths


def test_every_sound_is_taught_once_under_its_own_name():
    taught = lessons(GRAMMAR)
    assert {lesson.cue.head or lesson.cue.glide for lesson in taught} == {*Head, *Glide}
    assert len({lesson.name for lesson in taught}) == len(taught) == len(Head) + len(Glide)
    assert all(lesson.meaning for lesson in taught)


def test_all_of_them_take_about_fifteen_seconds():
    last = lessons(GRAMMAR)[-1]
    assert 13 <= last.cue.at + last.seconds <= 16


def test_none_begins_before_the_one_before_has_ended():
    taught = lessons(GRAMMAR)
    for before, after in pairwise(taught):
        assert after.cue.at - before.cue.at - before.seconds > GAP_SECONDS - 1e-9


@pytest.mark.parametrize("way", Way)
def test_in_each_way_all_are_taught_one_after_the_other(way):
    taught = lessons(GRAMMAR, LENGTHS, way)
    assert {lesson.cue.head or lesson.cue.glide for lesson in taught} == {*Head, *Glide}
    for lesson in taught:
        heard = [cue for cue in lesson.cues if way in cue.ways]
        assert heard
        assert bool(heard[0].word or heard[-1].word) == (
            way is not Way.TONES and (lesson.cue.head or lesson.cue.glide) in WORDS
        )
        for cue in heard:
            seconds = LENGTHS[cue.word] if cue.word else 0.1
            assert lesson.cues[0].at <= cue.at <= lesson.cues[0].at + lesson.seconds - seconds + 1e-9
    for before, after in pairwise(taught):
        assert after.cues[0].at > before.cues[0].at + before.seconds


def test_every_example_is_among_the_shipped_words():
    assert set(WORDS.values()) <= set(LENGTHS)
