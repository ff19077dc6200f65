"""The steps of an exercise's instructions: one is highlighted, and only its text is open."""

from textual.content import Content
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.message import Message
from textual.widget import Widget

from tui.core.exercises.exercise import Exercise, Step
from tui.core.figure.pose import START


def steps_of(exercise: Exercise) -> tuple[Step, ...]:
    """Return the steps to read: the exercise's own, then its safety line and its source."""
    steps = list(exercise.steps)
    if exercise.safety:
        steps.append(Step("Be careful", exercise.safety, START))
    if exercise.source:
        steps.append(Step("Source", f'"{exercise.source.title}" by {exercise.source.author}.', START))
    return tuple(steps)


class StepList(Widget):
    """Draws titles one under the other, and the text of the highlighted one below its title."""

    DEFAULT_CSS = """
    StepList { width: 1fr; height: 100%; }
    """

    class Highlighted(Message):
        """Another step is highlighted."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: tuple[Step, ...] = ()
        self._rows: list[int] = []
        self.cursor = 0

    @property
    def step(self) -> Step:
        """The highlighted step."""
        return self._steps[self.cursor]

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps."""
        return self._steps

    def show(self, exercise: Exercise) -> None:
        """Show the steps of an exercise, the first one highlighted."""
        self._steps = steps_of(exercise)
        self.cursor = 0
        self.refresh()

    def move(self, by: int) -> None:
        """Highlight another step, if there is one."""
        wanted = self.cursor + by
        if 0 <= wanted < len(self._steps):
            self.cursor = wanted
            self.refresh()
            self.post_message(self.Highlighted())

    def render(self) -> Content:
        """Return the titles that fit, the highlighted one with its text among them."""
        width, height = self.content_size
        spacious = height >= 2 * len(self._steps) + 6
        blocks: list[list[Content]] = []
        for at, step in enumerate(self._steps):
            here = at == self.cursor
            style = "bold $hot" if here else "$quiet"
            block = [Content.styled(f"{'>' if here else ' '} {step.title}", style)]
            if here:
                block += [
                    Content.assemble("    ", line) for line in Content(step.text).wrap(max(10, width - 6))
                ]
            if spacious:
                block.append(Content(""))
            blocks.append(block)
        lines = [(at, line) for at, block in enumerate(blocks) for line in block]
        first = next(row for row, (at, _) in enumerate(lines) if at == self.cursor)
        last = first + len(blocks[self.cursor])
        top = max(0, min(last - height, first))
        if self.cursor == len(self._steps) - 1 or len(lines) <= height:
            top = max(0, len(lines) - height)
        shown = lines[top : top + height]
        self._rows = [at for at, _ in shown]
        return Content("\n").join(line for _, line in shown)

    def on_click(self, event: Click) -> None:
        """Highlight the step under the mouse."""
        row = event.get_content_offset_capture(self).y
        if 0 <= row < len(self._rows):
            self.move(self._rows[row] - self.cursor)

    def on_mouse_scroll_down(self, _: MouseScrollDown) -> None:
        """Go on."""
        self.move(1)

    def on_mouse_scroll_up(self, _: MouseScrollUp) -> None:
        """Go back."""
        self.move(-1)
