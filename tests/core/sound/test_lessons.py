"""The list of sounds to learn."""

from itertools import pairwise

from tui.adapters.content.sounds import read_grammar
from tui.core.sound.cue import Glide, Head
from tui.core.sound.lessons import GAP_SECONDS, lessons

GRAMMAR = read_grammar()


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
