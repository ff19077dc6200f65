"""The steps of an exercise: all their texts where they fit, else that of the highlighted one."""

from textual.content import Content

from tui.core.exercises.exercise import Exercise, Step
from tui.core.figure.body.pose import START
from tui.ui.kit.base import glyphs_of
from tui.ui.kit.row_list import Line, WholeList


def steps_of(exercise: Exercise) -> tuple[Step, ...]:
    """Return the steps to read: the exercise's own, then its safety line and its source."""
    steps = list(exercise.steps)
    if exercise.safety:
        steps.append(Step("Be careful", exercise.safety, START))
    if exercise.source:
        steps.append(Step("Source", f'"{exercise.source.title}" by {exercise.source.author}.', START))
    return tuple(steps)


class StepList(WholeList):
    """Draws titles one under the other, with their texts; the highlighted one is bright."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()

    @property
    def step(self) -> Step:
        """The highlighted step."""
        return self._steps[self.cursor]

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps."""
        return self._steps

    @property
    def rows_in_all(self) -> int:
        """How many steps there are."""
        return len(self._steps)

    def show(self, exercise: Exercise) -> None:
        """Show the steps of an exercise, the first one highlighted."""
        self._steps = steps_of(exercise)
        self.cursor = self.top = 0
        self.refresh()

    def lines(self, width: int) -> list[Line]:
        """Return every step's title and text, blank lines between where they fit; else as much as fits.

        The text of the highlighted step is whole.
        """
        height = self.content_size.height
        texts = [self._text(step, at == self.cursor, width) for at, step in enumerate(self._steps)]
        if sum(1 + len(text) for text in texts) > height:
            texts = self._shortened(texts, height - len(texts))
        whole = sum(1 + len(text) for text in texts)
        spacious = whole + len(texts) - 1 <= height
        lines: list[Line] = []
        for at, (step, text) in enumerate(zip(self._steps, texts, strict=True)):
            if spacious and at:
                lines.append((None, Content("")))
            style = "bold $hot" if at == self.cursor else "bold $quiet"
            lines.append((at, Content.styled(step.title, style)))
            lines += ((at, line) for line in text)
        return lines

    def _shortened(self, texts: list[list[Content]], height: int) -> list[list[Content]]:
        """Return the texts in `height` lines: the highlighted step's whole, as much of the others as fits."""
        kept = [len(text) if at == self.cursor else 0 for at, text in enumerate(texts)]
        room = height - sum(kept)
        while room > 0 and (short := [at for at, text in enumerate(texts) if kept[at] < len(text)]):
            for at in short[:room]:
                kept[at] += 1
            room = height - sum(kept)
        cut = glyphs_of(self).cut
        return [
            text if many == len(text) else [*text[: many - 1], _cut(text[many - 1], cut)] if many else []
            for text, many in zip(texts, kept, strict=True)
        ]

    def _text(self, step: Step, here: bool, width: int) -> list[Content]:
        text = Content.styled(step.text, "" if here else "$quiet")
        return [Content.assemble("  ", line) for line in text.wrap(max(10, width - 5))]


def _cut(line: Content, mark: str) -> Content:
    """Return a line that is followed by others which are not shown."""
    return Content.assemble(line.rstrip(), (f" {mark}", "$quiet"))
