"""How far a session is: its bar, that of a hold, the seconds left in large digits, a dot a repetition."""

from collections.abc import Sequence
from itertools import groupby

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Label

from tui.core.text.glyphs import progress
from tui.core.text.letters import Letters
from tui.core.timer.now import ExercisePart, RepetitionRow, clock
from tui.core.timer.plan import Phase
from tui.ui.figure.brush import QuickLine
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.big_word import BigWord

_APART = "  "
_LEAST_CELLS = 6


class SessionBar(QuickLine):
    """Shows the parts in proportion to their time, each with its exercise's short name."""

    DEFAULT_CSS = """
    SessionBar { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._parts: tuple[ExercisePart, ...] = ()
        self._left_s = 0.0
        self._place = 0
        self._shown: tuple[object, ...] = ()

    def show(self, parts: tuple[ExercisePart, ...], place: int, left_s: float) -> None:
        """Show `parts`, of which the one at `place` is under way; only what can be seen makes it repaint."""
        self._parts, self._place, self._left_s = parts, place, left_s
        seen = (self.size.width, place, clock(left_s), self._cells())
        if seen != self._shown:
            self._shown = seen
            self.repaint()

    def parts(self) -> list[tuple[str, str]]:
        """Draw the bars and the time."""
        bars: list[tuple[str, str]] = []
        for at, (cells, passed) in enumerate(self._cells()):
            label = f"{self._parts[at].exercise.label} " if self._labelled else ""
            done, rest = progress(glyphs_of(self), cells, passed)
            style = "bold $foreground" if at == self._place else "$quiet"
            bars += [(_APART if at else "", ""), (label, style), (done, "$hot"), (rest, "$rule")]
        time = f"{clock(self._left_s)} left"
        gap = max(1, self.size.width - sum(cell_len(text) for text, _ in bars) - len(time))
        return [*bars, (" " * gap, ""), (time, "$foreground")]

    @property
    def _labelled(self) -> bool:
        return self._room(labelled=True) >= _LEAST_CELLS * len(self._parts)

    def _room(self, *, labelled: bool) -> int:
        labels = sum(cell_len(part.exercise.label) + 1 for part in self._parts) if labelled else 0
        return self.size.width - labels - len(_APART) * len(self._parts) - len("00:00 left")

    def _cells(self) -> tuple[tuple[int, float], ...]:
        """Return for each part how many cells it has, and the share of it that has passed, in half cells."""
        room = self._room(labelled=self._labelled)
        moving = sum(part.share for part in self._parts) or 1.0
        found: list[tuple[int, float]] = []
        for part in self._parts:
            cells = max(1, int(room * part.share / moving))
            found.append((cells, int(2 * cells * part.passed + 1e-6) / (2 * cells)))
        return tuple(found)


HOLD_FRAME_S = 1 / 2
"""How often a hold is drawn, all of it at once: xterm pays for each writing, however little is in it."""
_SOON_S = 1e-3
"""Before a frame that is this near no other one is drawn."""


def next_hold_frame(now: float, end: float, due: float) -> float:
    """Return when to draw a hold next: counted back from its end, as its seconds are, and so with them.

    What is `due` beside them waits until then, unless its instant has come.
    """
    if due - now <= _SOON_S:
        return due
    left = (end - now) % HOLD_FRAME_S
    return min(end, now + (left if left > _SOON_S else left + HOLD_FRAME_S))


class HoldBar(QuickLine):
    """As wide as there is room for; outside holds there is none."""

    DEFAULT_CSS = """
    HoldBar { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._steps: int | None = None

    def show(self, passed: float | None, hold: Phase | None = None) -> None:
        """Show a share from 0 to 1, or none; of a hold as it is half way to its next picture."""
        if passed is not None and hold:
            passed = min(1.0, passed + HOLD_FRAME_S / 2 / (hold.end - hold.start))
        steps = None if passed is None else int(self.size.width * passed + 1e-6)
        if steps != self._steps:
            self._steps = steps
            self.repaint()

    def parts(self) -> list[tuple[str, str]]:
        """Return the line."""
        width = self.content_size.width
        if self._steps is None or not width:
            return []
        done, rest = progress(glyphs_of(self), width, self._steps / width)
        return [(done, "$hot"), (rest, "$rule")]


_SHARE = 6
"""Rows of the screen for each row of the digits, over which the word is to stand out."""


class Countdown(Vertical):
    """Shows a number, or nothing while there is none to show.

    Args:
        fonts: the letters of the digits.
        id: the widget's id.
    """

    DEFAULT_CSS = """
    Countdown { height: auto; }
    Countdown > Label { width: 1fr; height: 1; text-align: center; }
    Countdown > BigWord { width: 1fr; }
    """

    def __init__(self, fonts: Sequence[Letters], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.caption = Label("", markup=False)
        self.digits = BigWord(fonts, ("00",), share=_SHARE, unit="s")
        self._shown: tuple[str, int | None] = ("", None)

    @property
    def shown(self) -> int | None:
        """The seconds that are shown, if any are."""
        return self._shown[1]

    def compose(self) -> ComposeResult:
        """Compose the caption and the digits."""
        yield self.caption
        yield self.digits

    def show(self, caption: str, seconds: int | None) -> None:
        """Show `seconds` of what `caption` says, or none."""
        wanted = ("", None) if seconds is None else (caption, seconds)
        if wanted == self._shown:
            return
        if wanted[0] != self._shown[0]:
            self.caption.update(wanted[0], layout=False)
        self._shown = wanted
        self.digits.show("" if seconds is None else str(seconds))


class Dots(Widget):
    """Shows a row of dots for each side, or one row where there are no sides."""

    DEFAULT_CSS = """
    Dots { height: 2; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: tuple[RepetitionRow, ...] = ()

    @property
    def rows(self) -> tuple[RepetitionRow, ...]:
        """What is shown."""
        return self._rows

    def show(self, rows: tuple[RepetitionRow, ...]) -> None:
        """Show `rows`; nothing happens when they are shown already."""
        if rows != self._rows:
            self._rows = rows
            self.refresh()

    def render(self) -> Content:
        """Draw the rows, with a space between two dots where there is room for it."""
        lines = [self._line(row) for row in self._rows]
        return Content("\n").join(lines)

    def _line(self, row: RepetitionRow) -> Content:
        glyphs = glyphs_of(self)
        label = f"{row.side.value if row.side else 'done':<7}"
        counted = f"  {sum(row.dots)} of {len(row.dots)}" + " done" * bool(row.side)
        room = self.content_size.width - len(label)
        between = " " if 2 * len(row.dots) - 1 + len(counted) <= room else ""
        if len(row.dots) + len(between) * (len(row.dots) - 1) + len(counted) > room:
            counted = ""
        marks = (glyphs.counted if done else glyphs.open for done in row.dots)
        runs = [(mark, len(list(same))) for mark, same in groupby(marks)]
        dots = Content(between).join(
            Content.styled(between.join(mark * count), "bold $hot" if mark == glyphs.counted else "$quiet")
            for mark, count in runs
        )
        return Content.assemble((label, "$quiet"), dots, (counted, "$quiet"))
