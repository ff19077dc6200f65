"""A set as it is heard: each movement with its sounds, the highlighted one lit wherever it is heard."""

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.widget import Widget

from tui.core.sound.cue import Glide, Head
from tui.core.text.width import cut_to
from tui.core.timer.heard import HeardPhase
from tui.core.timer.now import clock
from tui.ui.kit.base import glyphs_of

_GAP = 2
"""Cells between the columns."""
_WORD = 7
"""Cells of the word that is shown meanwhile."""


class SetHeard(Widget):
    """Draws a column for each exercise.

    Args:
        sets: the phases of the set in their order; then those of shorter ones, for where it does not fit.
        exercises: the names of its exercises.
        names: of the sounds.
    """

    DEFAULT_CSS = """
    SetHeard { width: 1fr; height: 1fr; text-wrap: nowrap; }
    """

    def __init__(
        self,
        sets: Sequence[Sequence[HeardPhase]],
        exercises: Sequence[str],
        names: Mapping[Head | Glide, str],
    ) -> None:
        super().__init__()
        self._sets = [
            [[phase for phase in phases if phase.exercise == at] for at in range(len(exercises))]
            for phases in sets
        ]
        self._exercises = tuple(exercises)
        self._names = {sound: name.replace(" to the ", " ") for sound, name in names.items()}
        self._lit: Head | Glide | None = None

    def show(self, sound: Head | Glide | None) -> None:
        """Light this sound up."""
        if sound is not self._lit:
            self._lit = sound
            self.refresh()

    def render(self) -> Content:
        """Return the lines."""
        width, height = self.content_size
        room = max(1, (width + _GAP) // max(1, len(self._exercises)) - _GAP)
        fitting = (each for each in self._sets if max(map(len, each), default=0) < height)
        shown = next(fitting, self._sets[-1])
        columns = [self._column(at, phases, room, height) for at, phases in enumerate(shown)]
        lines: list[Content] = []
        for row in range(max(map(len, columns), default=0)):
            cells = [column[row] if row < len(column) else Content("") for column in columns]
            lines.append(Content("").join(_padded(cell, room + _GAP) for cell in cells).rstrip())
        return Content("\n").join(lines)

    def _column(self, at: int, phases: Sequence[HeardPhase], room: int, height: int) -> list[Content]:
        cut = glyphs_of(self).cut
        lines = [Content.styled(cut_to(self._exercises[at], room, cut), "bold")]
        lines += (self._line(phase, room) for phase in phases)
        return lines if len(lines) <= height else [*lines[: height - 1], Content.styled(cut, "$quiet")]

    def _line(self, phase: HeardPhase, room: int) -> Content:
        lit = self._lit in phase.sounds
        names = ", ".join(self._names[sound] for sound in phase.sounds)
        begin = f"{clock(phase.at_s):>5}  "
        told = cut_to(names, room - len(begin) - _WORD, glyphs_of(self).cut)
        return Content.assemble(
            (begin, "$quiet"), (f"{phase.word:<{_WORD}}", "bold"), (told, "bold $hot" if lit else "$quiet")
        )


def _padded(line: Content, width: int) -> Content:
    return Content.assemble(line, " " * max(0, width - line.cell_length))
