"""What an exercise's file has the voice say: phrases or plain file names, and one clear line for all else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.exercises.said import NOTHING, Said, is_sound, parse_said
from tui.core.text.checked import content_table
from tui.core.text.problems import ContentProblem


def parsed(values, two_sided=False):
    root = content_table("x.toml", {"say": values})
    return parse_said(root.table("say"), two_sided=two_sided)


def test_phrases_and_files_are_taken_as_they_are():
    assert parsed({}) == NOTHING and not NOTHING.parts
    said = parsed({"name": "chin tuck", "word": "Tuck 1.ogg", "back": "look up"})
    assert said == Said("chin tuck", word="Tuck 1.ogg", back="look up")
    assert said.parts == {"name": "chin tuck", "word": "Tuck 1.ogg", "back": "look up"}
    assert [is_sound(text) for text in said.parts.values()] == [False, True, False]
    assert parsed({"left": "l.wav", "right": "turn right"}, two_sided=True) == Said(
        left="l.wav", right="turn right"
    )


@pytest.mark.parametrize(
    "said",
    [
        *("../tuck.ogg", "/etc/tuck.ogg", "sub/tuck.ogg", "..\\tuck.ogg", ".hidden.ogg", "tuck.ogg/"),
        *("tuck.mp3", "TUCK", "tuck!", "a" * 41, f"{'a' * 90}.ogg", "tuck.ogg\n", " tuck", "~.ogg"),
        *("", " ", "\x1b[31m.ogg", "tuck\x00.ogg"),
    ],
)
def test_whatever_is_neither_is_one_line_and_names_the_key(said):
    with pytest.raises(ContentProblem, match=r"^x\.toml: say\.word: must") as caught:
        parsed({"word": said})
    assert "\n" not in caught.value.line


@pytest.mark.parametrize(
    ("values", "two_sided", "why"),
    [
        ({"word": 3}, False, "say.word: must be a text, not a number"),
        ({"wort": "tuck"}, False, "say.wort: is not a known key"),
        ({"left": "left"}, False, "say.left: is not said without sides: word can be"),
        ({"word": "tuck"}, True, "say.word: is not said with two sides: left and right can be"),
    ],
)
def test_a_key_that_does_not_belong_is_told(values, two_sided, why):
    with pytest.raises(ContentProblem) as caught:
        parsed(values, two_sided)
    assert caught.value.line == f"x.toml: {why}"


@given(st.text(max_size=90))
def test_a_sound_is_never_a_path_and_never_a_phrase(text):
    if is_sound(text):
        assert not set(text) & set("/\\\0\n") and not text.startswith(".") and "." in text
    try:
        said = parsed({"word": text}).word
    except ContentProblem:
        return
    assert said == text
    assert is_sound(said) or (said == said.lower() and "." not in said)
