"""The figure with a caption, performing exercises in a loop for as long as it can be seen."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.core.exercises.exercise import Exercise
from tui.core.figure.body.pose import START, PoseAt, Stance
from tui.core.settings.settings import Settings
from tui.ui.figure.figure import Figure, FigureShelf
from tui.ui.figure.ticker import LOOK_S, Ticker, next_change

if TYPE_CHECKING:
    from tui.core.timer.demo import Demo

ROUNDS = 3
"""How often a demonstration is performed before the figure rests."""


class LoopedFigure(Vertical):
    """Drives a figure from a monotonic clock, and says under it what it performs.

    It rests after some rounds, while the terminal has not the focus, and when told to halt.

    Args:
        monotonic: the clock, in seconds.
        caption: returns the two lines for the exercise that is being shown.
        shelf: shared with the other figures.
    """

    DEFAULT_CSS = """
    LoopedFigure { width: 1fr; height: 1fr; }
    LoopedFigure > #caption { height: 2; width: 100%; text-align: center; color: $quiet; }
    """

    def __init__(
        self, monotonic: Callable[[], float], caption: Callable[[Exercise], Content], shelf: FigureShelf
    ) -> None:
        super().__init__()
        self.figure = Figure(shelf=shelf)
        self._caption = Static(id="caption")
        self._monotonic = monotonic
        self._text = caption
        self._demo: Demo | None = None
        self._began, self._lasts_s = 0.0, 0.0
        self._captioned: Exercise | None = None
        self._said = Content("")
        self._halted = False
        self._ticker = Ticker(self, self._play)

    def compose(self) -> ComposeResult:
        """Put the caption under the figure."""
        yield self.figure
        yield self._caption

    def on_mount(self) -> None:
        """Begin to move."""
        self.watch(self.app, "app_focus", self._follow_focus, init=False)
        self._ticker.resume()

    def perform(self, exercises: Sequence[Exercise], settings: Settings, motion: str) -> None:
        """Perform these exercises from now on, from the start pose of the first."""
        from tui.core.timer.demo import Demo  # only now: not for the first paint

        self._demo = Demo(exercises, settings)
        self._began, self._lasts_s = self._monotonic(), ROUNDS * self._demo.seconds
        self._captioned = None
        self.figure.motion = motion
        self.figure.style_name = settings.figure_style
        self.tick()
        if self._moves:
            self._ticker.resume()

    def tick(self) -> None:
        """Show the pose of this instant."""
        if self._demo is None or not self.is_attached:
            return
        passed = self._monotonic() - self._began
        shown = self._demo.at(0.0 if self._is_over(passed) else passed)
        if shown.exercise is not self._captioned:
            self._captioned = shown.exercise
            self.figure.show_exercise(shown.exercise)
            self.recaption()
        self.figure.show_pose(*shown.stance)

    def recaption(self) -> None:
        """Write the caption anew, after what it says has changed."""
        if self._captioned:
            text = self._text(self._captioned)
            if text != self._said:
                self._said = text
                self._caption.update(text, layout=False)

    def halt(self) -> None:
        """Stand still while nobody can see it."""
        self._halted = True
        self._ticker.pause()

    def go_on(self) -> None:
        """Move again, from the start pose on where it had come to rest."""
        self._halted = False
        self.wake()
        if self._moves:
            self._ticker.resume()

    def wake(self) -> None:
        """Begin anew after the last round."""
        if self.rests:
            self._began = self._monotonic()
            if self._moves:
                self._ticker.resume()

    @property
    def rests(self) -> bool:
        """Whether all rounds are over, so that nothing moves before it is woken."""
        return self._is_over(self._monotonic() - self._began)

    @property
    def _moves(self) -> bool:
        return self.is_attached and self.app.app_focus and not self._halted

    def _follow_focus(self, focus: bool) -> None:
        if focus and self._moves:
            self.wake()
            self._ticker.resume()
        else:
            self._ticker.pause()

    def _is_over(self, passed: float) -> bool:
        return self._demo is not None and passed >= self._lasts_s

    def _play(self) -> float | None:
        now = self._monotonic()
        self.tick()
        if self._is_over(now - self._began):
            return None
        return next_change(self.figure, self._stance, now, now + LOOK_S) - self._monotonic()

    def _stance(self, now: float) -> Stance:
        return self._demo.at(now - self._began).stance if self._demo else (PoseAt(START, 0.0), None, None)
