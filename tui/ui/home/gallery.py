"""The gallery: exercises to begin one's own with, each moving; the copy is edited, checked and loaded."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import ScreenResume, ScreenSuspend
from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Static

from tui.adapters.content.exercises import read_exercise
from tui.adapters.content.shipped import problems_of
from tui.adapters.content.templates import copy_template, exercise_templates
from tui.adapters.machine.editor import editor_command, run_editor
from tui.core.exercises.exercise import BOTH
from tui.core.text.problems import ContentProblem, StoreProblem
from tui.ui.figure.looped_figure import LoopedFigure
from tui.ui.keys.bindings import bindings
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.menu import Menu, MenuRow
from tui.ui.kit.services import Services

LOOK_S = 1.0
"""How often a file is looked at that is edited elsewhere."""


class GalleryScreen(BaseScreen[Path | None]):
    """Dismissed with the file of a new exercise that can be used, or None."""

    GROUP = "gallery"
    TITLE = "An exercise of your own"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("gallery")]
    DEFAULT_CSS = """
    GalleryScreen #columns { height: 1fr; padding: 0 1; }
    GalleryScreen #templates { width: 50%; height: 100%; }
    GalleryScreen #told { height: 1fr; padding: 1 2; }
    GalleryScreen LoopedFigure { width: 1fr; height: 100%; }
    GalleryScreen LoopedFigure > #caption { display: none; }
    GalleryScreen.-compact #columns { padding: 0; }
    """

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.templates = exercise_templates()
        rows = [MenuRow(template.exercise.name, template.exercise.tagline) for template in self.templates]
        self.menu = Menu(rows, id="gallery-menu")
        self.told = Static("", id="told", markup=False)
        self.demo = LoopedFigure(services.clock.monotonic, lambda _: Content(""), services.shelf)
        self.demo.add_class("panel")
        self.path: Path | None = None
        """The copy that is being edited."""
        self._seen: bytes | None = None
        self._timer: Timer | None = None

    def content(self) -> Iterable[Widget]:
        """Return the templates over what is to be done, and the figure of the highlighted one."""
        panel = Vertical(self.menu, self.told, id="templates", classes="panel -lit")
        panel.border_title = "Begin with"
        yield Horizontal(panel, self.demo, id="columns")

    def on_mount(self) -> None:
        """Perform the first one."""
        self._perform()
        self.told.update("Enter copies it into your folder and opens it in your editor ($VISUAL or $EDITOR).")
        self._timer = self.set_interval(LOOK_S, self.look, pause=True)

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Move."""
        self.demo.go_on()

    def on_screen_suspend(self, _: ScreenSuspend) -> None:
        """Stand still under another screen."""
        self.demo.halt()

    def action_up(self) -> None:
        """Highlight the template above."""
        self.menu.move(-1)

    def action_down(self) -> None:
        """Highlight the template below."""
        self.menu.move(1)

    @on(Menu.Chosen)
    def action_copy(self) -> None:
        """Copy the highlighted template, or edit again the copy that there is."""
        if self.path is None:
            taken = self.services.catalogue.names | {BOTH}
            template = self.templates[self.menu.cursor]
            try:
                self.path = copy_template(template, self.services.paths.exercises, taken)
            except StoreProblem as problem:
                self.tell(problem)
                return
            self._seen = self.path.read_bytes()
        self._edit(self.path)

    def action_back(self) -> None:
        """Go back; a copy that can be used is on Home then."""
        self.dismiss(self.path if self.path and self._fault(self.path) is None else None)

    def look(self) -> None:
        """Look whether the file was saved since, and what is wrong with it."""
        if self.path is None:
            return
        try:
            now = self.path.read_bytes()
        except OSError:
            return
        if now != self._seen:
            self._seen = now
            self._settle(self.path)

    def _edit(self, path: Path) -> None:
        command = editor_command(self.services.surroundings.environ)
        changed = False
        if command:
            try:
                with self.app.suspend():
                    changed = run_editor(command, path)
            except SuspendNotSupported:
                changed = False
        if changed:
            self._seen = path.read_bytes()
            self._settle(path)
        else:
            self.told.update(f"Edit this file; it is looked at as you save it:\n\n{path}\n\nEsc goes back.")
            if self._timer:
                self._timer.resume()

    def _settle(self, path: Path) -> None:
        """Go back with what can be used, or say what cannot and wait for the next saving."""
        fault = self._fault(path)
        if fault is None:
            self.dismiss(path)
            return
        self.told.update(f"{path}\n\n{fault}\n\nEnter edits it again, Esc leaves it as it is.")
        if self._timer:
            self._timer.resume()

    def _fault(self, path: Path) -> str | None:
        try:
            exercise = read_exercise(path, own=True)
        except ContentProblem as problem:
            return problem.line
        return next((problem.line for problem in problems_of(exercise, path.parent)), None)

    @on(Menu.Highlighted)
    def _perform(self) -> None:
        exercise = self.templates[self.menu.cursor].exercise
        self.demo.border_title = Content(exercise.name)
        self.demo.perform((exercise,), self.settings, self.port.motion())
