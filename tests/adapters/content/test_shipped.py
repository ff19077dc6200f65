"""The letters file: complete, plain ASCII, and no two letters alike."""

import os
import string
from pathlib import Path

import pytest

from tests.core.timer.sessions import ARCH
from tests.sounds import wav
from tui.adapters.content.shipped import MOST_BYTES, lengths_for, problems_of, read_letters, spoken_lengths
from tui.core.exercises.said import Said
from tui.core.text.problems import ContentProblem


def test_every_font_has_every_letter_and_digit() -> None:
    for font in read_letters():
        assert set(font.glyphs) == set(string.ascii_uppercase + string.digits)


def test_no_two_letters_and_no_two_digits_look_alike() -> None:
    for font in read_letters():
        for alphabet in (string.ascii_uppercase, string.digits):
            assert len({font.glyphs[character] for character in alphabet}) == len(alphabet)


def test_the_widest_font_comes_first() -> None:
    assert [font.name for font in read_letters()] == ["wide", "narrow"]


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"wide A\n"])
def test_a_file_that_cannot_be_used_is_a_problem(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "letters.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ContentProblem) as caught:
        read_letters(path)
    assert caught.value.file == "letters.txt"


def own(**said):
    return ARCH._replace(id="mine", own=True, say=Said(**said))


def provoke_nothing(path):
    """It is not there."""


def provoke_link(path):
    real = path.parent.parent / "real.wav"
    real.write_bytes(wav(0.5))
    path.symlink_to(real)


NEITHER = "is neither WAV nor Ogg with Opus or Vorbis"
FAULTS = {
    "missing": (provoke_nothing, "cannot be read: No such file or directory"),
    "a folder": (lambda path: path.mkdir(), "cannot be read: is a folder"),
    "a pipe": (os.mkfifo, "cannot be read: is not a regular file"),
    "a link out of the folder": (provoke_link, "is a link: put the file itself there"),
    "large": (lambda path: path.write_bytes(bytes(MOST_BYTES + 1)), "cannot be read: is larger than 1 MiB"),
    "empty": (lambda path: path.write_bytes(b""), NEITHER),
    "another kind": (
        lambda path: path.write_bytes(b"ID3" * 99),
        NEITHER,
    ),
    "long": (lambda path: path.write_bytes(wav(1.6)), "lasts 1.6 s: 0.1 to 1.5 s can be said"),
    "very long": (
        lambda path: path.write_bytes(wav(112.4, rate=4000)),
        "lasts 112.4 s: 0.1 to 1.5 s can be said",
    ),
    "short": (lambda path: path.write_bytes(wav(0.05)), "lasts 0.05 s: 0.1 to 1.5 s can be said"),
}


@pytest.mark.parametrize(("provoke", "why"), FAULTS.values(), ids=FAULTS)
def test_what_cannot_be_said_is_one_line_and_leaves_the_rest_as_it_is(tmp_path, provoke, why):
    folder = tmp_path / "exercises"
    folder.mkdir()
    provoke(folder / "tuck.wav")
    exercise = own(word="tuck.wav", back="back")
    (problem,) = problems_of(exercise, folder)
    assert problem.line == f"mine.toml: say.word: tuck.wav {why}"
    assert lengths_for([exercise], folder) == spoken_lengths()


def test_a_phrase_that_nobody_has_spoken_is_told(tmp_path):
    (problem,) = problems_of(own(word="wibble", name="chin tuck"), tmp_path)
    assert problem.line.startswith("mine.toml: say.word: 'wibble' is no phrase of the voice")


def test_a_file_that_can_be_said_is_among_the_phrases(tmp_path):
    (tmp_path / "Tuck 1.wav").write_bytes(wav(0.7))
    exercise = own(word="Tuck 1.wav", name="chin tuck")
    assert not list(problems_of(exercise, tmp_path))
    lengths = lengths_for([ARCH, exercise], tmp_path)
    assert lengths["Tuck 1.wav"] == pytest.approx(0.7)
    assert {**lengths} == {**spoken_lengths(), "Tuck 1.wav": lengths["Tuck 1.wav"]}
