"""What the terminal is asked after the first paint: one table, one round, and what the answers come to.

Its answers come on the line of the keys and are taken out there; the last question is one that every
terminal answers (DA1), so that its answer closes the round. Silence means what stands beside each question.
"""

import re
from typing import NamedTuple

ESC = "\x1b"
LIMIT_S = 1.0
"""How long a round waits for its last answer: dvtm 0.15 never answers DA1."""

BACKGROUND, BEFORE, AFTER, CLOSING = "background", "before", "after", "closing"

_COLOUR = r"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})"
_PLACE = r"\x1b\[\??(\d{1,5});(\d{1,5})(?:;\d+)?R"
_CLASS = r"\x1b\[\?[\d;]*c"
_SCHEME = r"\x1b\[\?997;([12])n"
ASKED_ROW = 2
"""The row, from 0 on, that asking how wide characters are writes over.

In row 0 the answer is spelled like Shift+F3, and dvtm 0.15 counts from 0.
"""
_PLACED = f"{ESC}[{ASKED_ROW + 1};1H"
AMBIGUOUS = "─"
"""A character whose width Unicode leaves open: two cells where East Asian text is usual."""


class Question(NamedTuple):
    """One row of the table."""

    name: str
    asked: str
    """What is written."""
    answer: str
    """The shape of its answer: a pattern, compiled when it is first needed."""
    silence: str
    """What it means when none comes."""


COLOUR_OF_BACKGROUND = Question(BACKGROUND, f"{ESC}]11;?{ESC}\\", _COLOUR, "the dark theme")
WIDTH_BEFORE = Question(BEFORE, f"{_PLACED}{ESC}[6n", _PLACE, "one cell")
WIDTH_AFTER = Question(AFTER, f"{AMBIGUOUS}{ESC}[6n", _PLACE, "one cell")
LAST = Question(CLOSING, f"{ESC}[c", _CLASS, "the round ends by itself")


class Answers(NamedTuple):
    """What a terminal said; None where it said nothing."""

    background: tuple[int, int, int] | None = None
    """Red, green and blue, 0 to 255."""
    wide: bool | None = None
    """Whether ambiguous characters take two cells."""

    def joined(self, later: "Answers") -> "Answers":
        """Return these answers with those that were given later in their places."""
        wide = self.wide if later.wide is None else later.wide
        return Answers(later.background or self.background, wide)

    @property
    def dark(self) -> bool | None:
        """Whether the background is dark: under half of the light that the eye sees (ITU-R BT.601)."""
        if self.background is None:
            return None
        red, green, blue = self.background
        return 0.299 * red + 0.587 * green + 0.114 * blue < 128


class Round:
    """One round of questions; time is passed in, in seconds of a monotonic clock."""

    def __init__(self, questions: tuple[Question, ...], now: float) -> None:
        self._open = list(questions)
        self._until = now + LIMIT_S
        self._background: tuple[int, int, int] | None = None
        self._columns: list[int] = []

    @property
    def asked(self) -> str:
        """What is to be written, all of it at once."""
        return "".join(question.asked for question in self._open)

    def take(self, answer: str) -> None:
        """Take an answer; one to a question that was not asked changes nothing."""
        at = next((at for at, question in enumerate(self._open) if re.match(question.answer, answer)), None)
        if at is None:
            return
        question = self._open[at]
        del self._open[: at + 1]
        if question.name == BACKGROUND:
            self._background = colour_of(answer)
        elif question.name in (BEFORE, AFTER) and (place := re.match(_PLACE, answer)):
            self._columns.append(int(place[2]))

    def is_over(self, now: float) -> bool:
        """Whether the last question was answered, or the time for it is up."""
        return not self._open or now >= self._until

    @property
    def answers(self) -> Answers:
        """What has been said so far."""
        wide = None
        if len(self._columns) == 2:
            wide = self._columns[1] - self._columns[0] > 1
        return Answers(self._background, wide)


def colour_of(answer: str) -> tuple[int, int, int] | None:
    """Return the colour in an answer about the background, each part 0 to 255 whatever its digits."""
    found = re.match(_COLOUR, answer)
    if not found:
        return None
    red, green, blue = (round(int(part, 16) / (16 ** len(part) - 1) * 255) for part in found.groups())
    return red, green, blue


def is_scheme_report(report: str) -> bool:
    """Whether a terminal says, unasked, that its colours have changed (mode 2031)."""
    return re.fullmatch(_SCHEME, report) is not None


def is_emacs(kind: str) -> bool:
    """Whether a TERM is that of `M-x term` and `ansi-term`; Eterm, which has no e, is another program."""
    return kind.startswith("eterm")


def questions_for(kind: str, *, width_known: bool) -> tuple[Question, ...]:
    """Return what a terminal is asked, in the order in which it is written; it answers in this order.

    Args:
        kind: its TERM; the Linux console and Emacs' own terminal print a question about colours.
        width_known: whether it was asked before how wide ambiguous characters are, which costs a repaint.
    """
    width = () if width_known else (WIDTH_BEFORE, WIDTH_AFTER)
    colour = () if kind == "linux" or is_emacs(kind) else (COLOUR_OF_BACKGROUND,)
    return (*colour, *width, LAST)
