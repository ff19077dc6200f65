"""One round of questions: answers cut anywhere, late, missing, unasked; and what they come to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.terminal.input_stream import InputStream
from tui.core.terminal.questions import (
    LIMIT_S,
    Answers,
    Round,
    colour_of,
    is_scheme_report,
    questions_for,
)

QUESTIONS = questions_for("xterm", width_known=False)
DA1 = "\x1b[?62;22c"
ANSWERED = "\x1b]11;rgb:fafa/f8f8/f4f4\x1b\\", "\x1b[3;1R", "\x1b[3;3R", DA1


def test_answers_to_all_questions() -> None:
    asked = Round(QUESTIONS, 10.0)
    for answer in ANSWERED:
        assert not asked.is_over(10.1)
        asked.take(answer)
    assert asked.is_over(10.1)
    assert asked.answers == Answers((250, 248, 244), wide=True)
    assert asked.answers.dark is False


@given(st.lists(st.integers(1, 60), max_size=8))
def test_answers_cut_anywhere_are_heard_and_are_no_keys(cuts: list[int]) -> None:
    whole = "".join(ANSWERED)
    places = sorted({0, len(whole), *(cut for cut in cuts if cut < len(whole))})
    stream, asked = InputStream(), Round(QUESTIONS, 0.0)
    for at, (start, end) in enumerate(pairwise(places)):
        assert stream.feed(whole[start:end], at * 0.01) == []
    for answer in stream.answers():
        asked.take(answer)
    assert asked.answers == Answers((250, 248, 244), wide=True)
    assert stream.answers() == []


def test_the_last_answer_closes_the_round_whatever_is_missing() -> None:
    asked = Round(QUESTIONS, 0.0)
    asked.take(DA1)
    assert asked.is_over(0.0)
    assert asked.answers == Answers(None, None)


def test_dvtm_counts_from_0_and_never_answers_the_last_question() -> None:
    """dvtm 0.15: columns 0 and 1 for a narrow character, no answer to DA1."""
    asked = Round(QUESTIONS, 0.0)
    asked.take("\x1b[2;0R")
    asked.take("\x1b[2;1R")
    assert not asked.is_over(LIMIT_S / 2)
    assert asked.is_over(LIMIT_S)
    assert asked.answers == Answers(None, wide=False)


def test_what_was_not_asked_changes_nothing() -> None:
    asked = Round(QUESTIONS[:1], 0.0)
    asked.take("\x1b[5;9R")
    asked.take("\x1bP>|somewhat 1.0\x1b\\")
    assert asked.answers == Answers()
    assert not asked.is_over(0.5)


@pytest.mark.parametrize(
    ("answer", "colour"),
    [
        ("\x1b]11;rgb:0/8/f", (0, 136, 255)),
        ("\x1b]11;rgb:1e/1e/1e", (30, 30, 30)),
        ("\x1b]11;rgba:ffff/0000/8080/ffff", (255, 0, 128)),
        ("\x1b]11;#1e1e1e", None),
        ("\x1b]10;rgb:1e/1e/1e", None),
    ],
)
def test_colours_of_any_depth(answer: str, colour: tuple[int, int, int] | None) -> None:
    assert colour_of(answer) == colour


@pytest.mark.parametrize("kind", ["linux", "eterm-color"])
def test_who_would_print_a_question_about_colours_is_not_asked(kind: str) -> None:
    """The Linux console, and Emacs 28.2, which prints what follows every `ESC ]`."""
    assert "]11" not in "".join(question.asked for question in questions_for(kind, width_known=False))
    assert "]11" in "".join(question.asked for question in questions_for("Eterm", width_known=False))
    assert "]11" in "".join(question.asked for question in questions_for("xterm", width_known=True))
    assert "6n" not in "".join(question.asked for question in questions_for("xterm", width_known=True))


def test_a_report_of_other_colours() -> None:
    assert is_scheme_report("\x1b[?997;1n")
    assert not is_scheme_report("\x1b[?997;3n")
