"""The letters file: complete, plain ASCII, and no two letters alike."""

import string
from pathlib import Path

import pytest

from tui.adapters.content.letters import read_letters
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
