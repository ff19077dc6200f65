"""How an exercise is done: a reader that goes step by step, with the figure beside it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import ScreenResume, ScreenSuspend
from textual.widget import Widget

from tui.core.exercises.exercise import Exercise, Step
from tui.core.figure.body.pose import START, PoseAt, Stance
from tui.core.timer.demo import Demo
from tui.core.timer.plan import ease
from tui.ui.figure.figure import Figure
from tui.ui.figure.ticker import LOOK_S, Ticker, next_change
from tui.ui.keys.bindings import bindings
from tui.ui.kit.base import BaseScreen, glyphs_of
from tui.ui.kit.paragraphs import wrapped
from tui.ui.kit.row_list import Line, WholeList
from tui.ui.kit.services import Services, SessionRequest


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
        self._texts: dict[tuple[int, bool, int], list[Content]] = {}
        """The lines of texts by their step, whether it is highlighted, and the width."""

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
        self._texts.clear()
        self.cursor = self.top = 0
        self.redraw()

    def redraw(self) -> None:
        """Draw at once: nothing else changes with the bar."""
        self.redraw_now()

    def lines(self, width: int) -> list[Line]:
        """Return every step's title and text, blank lines between where they fit; else the texts that fit."""
        height = self.content_size.height
        texts = [self._text(at, width) for at in range(len(self._steps))]
        told = self._told([len(text) for text in texts], height - len(texts))
        spacious = sum(map(len, texts)) + 2 * len(texts) - 1 <= height
        more = glyphs_of(self).cut
        lines: list[Line] = []
        for at, (step, text) in enumerate(zip(self._steps, texts, strict=True)):
            if spacious and at:
                lines.append((None, Content("")))
            title = Content.styled(step.title, "bold $hot" if at == self.cursor else "bold")
            lines.append((at, title if at in told else title + Content.styled(f" {more}", "$quiet")))
            lines += ((at, line) for line in text if at in told)
        return lines

    def _told(self, rows: Sequence[int], room: int) -> range:
        """Return the steps whose texts are shown: the highlighted one, those after it and before it that fit.

        Args:
            rows: lines that each step's text takes.
            room: lines that there are for texts.
        """
        first, end = self.cursor, self.cursor + 1
        room -= rows[first]
        while end < len(rows) and rows[end] <= room:
            room -= rows[end]
            end += 1
        while first and rows[first - 1] <= room:
            first -= 1
            room -= rows[first]
        return range(first, end)

    def _text(self, at: int, width: int) -> list[Content]:
        known = at, at == self.cursor, width
        if known not in self._texts:
            text = Content.styled(self._steps[at].text, "" if at == self.cursor else "$quiet")
            self._texts[known] = [Content.assemble("  ", line) for line in wrapped(text, width - 3)]
        return self._texts[known]


STRIKE_S = 1.2
"""How long the figure takes to strike the pose of a step."""


class InstructionsScreen(BaseScreen[None]):
    """A reader of one exercise after the other.

    Args:
        services: as for every screen.
        exercise: the one to begin with.
        reps: repetitions by exercise that are set but may not be stored yet.
    """

    GROUP = "instructions"
    TITLE = "How to"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("instructions")]
    CSS_PATH: ClassVar = ["instructions.tcss"]

    def __init__(self, services: Services, exercise: Exercise, reps: Mapping[str, int] | None = None) -> None:
        super().__init__(services)
        self.exercise = exercise
        self._reps = reps or {}
        self.steps = StepList()
        self.figure = Figure(shelf=services.shelf, beside=True)
        self._right = Vertical(self.figure, id="right", classes="panel")
        self._demo: Demo | None = None
        self._since = 0.0
        self._from = PoseAt(START, 0.0)
        self._ticker = Ticker(self, self._play)

    def content(self) -> Iterable[Widget]:
        """Return the steps at the left and the figure at the right."""
        steps = Vertical(self.steps, id="steps", classes="panel -lit")
        steps.border_title = "Steps"
        yield Horizontal(steps, self._right, id="columns")

    def on_mount(self) -> None:
        """Show the first step."""
        self.figure.style_name = self.settings.figure_style
        self.figure.motion = self.port.motion()
        self._ticker.resume()
        self._show_exercise()

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Move again."""
        self._ticker.resume()

    def on_screen_suspend(self, _: ScreenSuspend) -> None:
        """Stand still under another screen."""
        self._ticker.pause()

    @property
    def playing(self) -> bool:
        """Whether the figure goes through the whole movement."""
        return self._demo is not None

    def tick(self) -> None:
        """Show the figure's pose of this instant."""
        self.figure.show_pose(*self._stance(self.services.clock.monotonic()))

    def unavailable(self, command_id: str) -> str | None:
        """Return why a command does not apply now."""
        verb = command_id.partition(".")[2]
        if verb in ("left", "right") and len(self.services.catalogue.exercises) < 2:
            return "There is no other exercise."
        if verb == "view" and len(self.exercise.figure.views) < 2:
            return "This exercise has one view."
        return None

    def action_up(self) -> None:
        """Go to the step before."""
        self.steps.move(-1)

    def action_down(self) -> None:
        """Go to the next step."""
        self.steps.move(1)

    def action_left(self) -> None:
        """Go to the exercise before."""
        self._turn(-1)

    def action_right(self) -> None:
        """Go to the next exercise."""
        self._turn(1)

    def action_play(self) -> None:
        """Let the figure go through the whole movement, or strike the step's pose again."""
        if self._demo:
            self._strike()
        else:
            self._demo = Demo((self.exercise,), self.settings)
            self._since = self.services.clock.monotonic()
            self._ticker.resume()

    def action_view(self) -> None:
        """Look from another side."""
        self.figure.cycle_view()
        self._show_view()

    def action_start(self) -> None:
        """Start this exercise, with Home behind it."""
        self.dismiss()
        self.port.start_session(SessionRequest((self.exercise,), reps=self._reps))

    @on(StepList.Highlighted)
    def _strike(self) -> None:
        """Let the figure strike the pose of the highlighted step."""
        now = self.services.clock.monotonic()
        self._from, *_ = self._stance(now)
        self._demo = None
        self._since = now
        self._ticker.resume()

    def _play(self) -> float:
        now = self.services.clock.monotonic()
        self.tick()
        return next_change(self.figure, self._stance, now, now + LOOK_S) - self.services.clock.monotonic()

    def _stance(self, now: float) -> Stance:
        passed = now - self._since
        return self._demo.at(passed).stance if self._demo else self._striking(passed)

    def _striking(self, passed: float) -> Stance:
        """Return what is shown on the way to the step's pose: through the centre when it changes sides."""
        goal, done = self.steps.step.pose, ease(passed / STRIKE_S)
        target = PoseAt(goal, 0.0 if goal == START else 1.0)
        start = self._from
        if goal in (START, start.toward) or start.amount == 0.0:
            toward = start.toward if goal == START else goal
            return PoseAt(toward, start.amount + (target.amount - start.amount) * done), None, None
        place = (1.0 + start.amount) * done - start.amount
        pose = PoseAt(goal, place) if place >= 0 else PoseAt(start.toward, -place)
        return pose, (target if done < 1.0 else None), None

    def _turn(self, by: int) -> None:
        exercises = self.services.catalogue.exercises
        self.exercise = exercises[(exercises.index(self.exercise) + by) % len(exercises)]
        self._show_exercise()

    def _show_exercise(self) -> None:
        exercises = self.services.catalogue.exercises
        self.title_line.title = exercise_title(self.exercise)
        self.title_line.right = f"{exercises.index(self.exercise) + 1} of {len(exercises)}"
        self.figure.show_exercise(self.exercise)
        self._from, self._demo = PoseAt(START, 0.0), None
        self._since = self.services.clock.monotonic()
        self.steps.show(self.exercise)
        self._show_view()
        self.refresh_footer()

    def _show_view(self) -> None:
        self._right.border_title = Content(f"View: {self.figure.view_name}")


def exercise_title(exercise: Exercise) -> str:
    """Return the title of an exercise's instructions."""
    return f"How to: {exercise.name}"
