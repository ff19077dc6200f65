"""What an exercise is: its texts, its dose and its movement."""

from enum import StrEnum
from typing import NamedTuple

from tui.core.exercises.said import NOTHING, Said
from tui.core.figure.body.pose import START, FigureSpec
from tui.core.text.problems import printable
from tui.core.text.width import cut_to

BOTH = "both"
"""The routine of the bundled exercises one after the other."""
OWN_SET = "set"
"""The routine of any other choice of more than one exercise."""


LONGEST_NAME, LONGEST_SHORT = 24, 12
"""Characters."""


class Side(StrEnum):
    """The person's own left or right."""

    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Dose(NamedTuple):
    """How much: repetitions (of each side when there are two), seconds, and what to progress to."""

    reps: int = 3
    progress_to: tuple[int, int] = (5, 10)
    move_s: float = 2.0
    hold_s: float = 2.0
    rest_s: float = 0.0


class Step(NamedTuple):
    """One step of the instructions, and the pose that the figure strikes beside it."""

    title: str
    text: str
    pose: str = START
    across: bool = False
    """Whether it tells of the movement from one side over to the other, not of the one from the centre."""


class Source(NamedTuple):
    """Where an exercise comes from."""

    title: str
    author: str


class Exercise(NamedTuple):
    """A stretch: everything that is known of it, and nothing that changes."""

    id: str
    name: str
    short: str
    """One lower-case word: an alias on the command line, and the label of its part of the bar."""
    word: str
    """The word for the movement out, e.g. ARCH; with two sides LEFT and RIGHT are used instead."""
    tagline: str
    two_sided: bool
    dose: Dose
    steps: tuple[Step, ...]
    safety: str
    source: Source | None
    figure: FigureSpec
    own: bool = False
    """Whether it is the user's own rather than bundled."""
    say: Said = NOTHING
    """What the voice says of it, where its file tells."""

    @property
    def label(self) -> str:
        """What stands for it where there is little room: its short name, or its name where that is its id."""
        own = self.short != self.id[:LONGEST_SHORT]
        return self.short if own else cut_to(printable(self.name), LONGEST_SHORT)

    def dose_line(self, reps: int, hold_s: float, *, brief: bool = False) -> str:
        """Return the dose in a few words, e.g. `3 times each side, hold 2 s`; in brief `a side`."""
        times = "once" if reps == 1 else f"{reps} times"
        sides = (" a side" if brief else " each side") if self.two_sided else ""
        return f"{times}{sides}, hold {hold_s:g} s"
