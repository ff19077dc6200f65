"""The gallery: exercises to begin one's own with, and one's own; what is edited is checked and loaded."""

from collections.abc import Iterable
from contextlib import suppress
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

from tui.adapters.content.exercises import content_of
from tui.adapters.content.templates import exercise_templates, set_aside
from tui.adapters.machine.editor import editor_command, editor_told, run_editor
from tui.core.text.problems import ContentProblem, StoreProblem
from tui.ui.figure.looped_figure import LoopedFigure
from tui.ui.home.exercise_form import ExerciseScreen
from tui.ui.home.gallery_parts import (
    FileText,
    GalleryItem,
    GalleryList,
    faults_of_own,
    faults_told,
    own_items,
)
from tui.ui.keys.bindings import bindings
from tui.ui.keys.commands import KeyCommand
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.menu import Menu
from tui.ui.kit.question import confirm
from tui.ui.kit.services import Services
from tui.ui.kit.told import Told

LOOK_S = 1.0
"""How often a file is looked at that is edited elsewhere."""
BEGIN = "Enter makes one of your own with it: a name, repetitions, seconds to hold."
EDIT = "Enter {}; every key is explained at the end of the file. d takes it out."
OPENS = "opens it in {}"
BY_HAND = "tells its path: $EDITOR names no editor, and none was found"


class GalleryScreen(BaseScreen[Path | None]):
    """Dismissed with the file of an exercise that was made or changed and can be used, or None.

    Args:
        services: as for every screen.
        first: the id of the exercise to highlight, where it is one's own; else one that cannot be used is.
    """

    GROUP = "gallery"
    TITLE = "An exercise of your own"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("gallery")]
    DEFAULT_CSS = """
    GalleryScreen #columns { height: 1fr; padding: 0 1; }
    GalleryScreen #templates { width: 50%; min-width: 49; max-width: 92; height: 100%; }
    GalleryScreen #listed { height: auto; }
    GalleryScreen #gallery-menu { max-height: 8; }
    GalleryScreen #told { height: auto; padding: 1 0 0 2; }
    GalleryScreen #file { height: 1fr; }
    GalleryScreen.-high #gallery-menu { max-height: 12; }
    GalleryScreen.-lofty #gallery-menu { max-height: 20; }
    GalleryScreen LoopedFigure { width: 1fr; height: 100%; }
    GalleryScreen LoopedFigure > #caption { display: none; }
    GalleryScreen.-compact #columns { padding: 0; }
    GalleryScreen.-compact #templates { min-width: 30; }
    GalleryScreen.-compact #file { display: none; }
    """

    def __init__(self, services: Services, first: str = "") -> None:
        super().__init__(services)
        self._first = first
        self.templates = exercise_templates()
        self.items: tuple[GalleryItem, ...] = ()
        self.menu = GalleryList()
        self.told = Told(id="told")
        self.text = FileText()
        self._framed = Vertical(self.text, id="file", classes="panel")
        self.demo = LoopedFigure(services.clock.monotonic, lambda _: Content(""), services.shelf)
        self.demo.add_class("panel")
        self.path: Path | None = None
        """The file that is being edited."""
        self._seen: bytes | None = None
        self._told_of: GalleryItem | None = None
        """The one that was highlighted last."""
        self._timer: Timer | None = None

    def content(self) -> Iterable[Widget]:
        """Return the list over what is to be done and the file, and the figure of the highlighted one."""
        panel = Vertical(self.menu, self.told, id="listed", classes="panel -lit")
        yield Horizontal(Vertical(panel, self._framed, id="templates"), self.demo, id="columns")

    def on_mount(self) -> None:
        """Perform what is to be edited or mended, or the first one."""
        broken = (problem.file for problem in self.services.catalogue.unusable)
        self._list(f"{self._first}.toml", *broken)
        self._timer = self.set_interval(LOOK_S, self.look, pause=True)

    def on_screen_resume(self, _: ScreenResume) -> None:
        """Move."""
        self.demo.go_on()

    def on_screen_suspend(self, _: ScreenSuspend) -> None:
        """Stand still under another screen."""
        self.demo.halt()

    @property
    def item(self) -> GalleryItem:
        """The highlighted one."""
        return self.items[self.menu.cursor]

    def unavailable(self, command_id: str) -> str | None:
        """Return why a command does not apply now."""
        if command_id == "gallery.remove" and self.items and not self.item.own:
            return "Only one of your own can be taken out: highlight one."
        return None

    def footer_name(self, command: KeyCommand) -> str:
        """Return what a command is called now: one's own is edited."""
        edits = command.id == "gallery.copy" and self.items and self.item.own
        return "Edit" if edits else command.name

    def action_up(self) -> None:
        """Highlight the one above."""
        self.menu.move(-1)

    def action_down(self) -> None:
        """Highlight the one below."""
        self.menu.move(1)

    @on(Menu.Chosen)
    async def _copy_clicked(self) -> None:
        await self.action_command("gallery.copy")

    def action_copy(self) -> None:
        """Make one of one's own with the highlighted template, or edit what is one's own."""
        if self.item.own:
            self._perform()
            self.path = self.item.path
            self._edit(self.path)
        else:
            template = self.templates[self.menu.cursor]
            form = ExerciseScreen(self.services, template, self.settings.hold_s)
            self.app.push_screen(form, self._made)

    def action_remove(self) -> None:
        """Take the highlighted one of one's own out, after a question."""
        item = self.item
        text = "What was done of it stays in the history; the file is kept under another name."
        answers = ("No, leave it", "Yes, take it out")
        confirm(self, f"Take {item.name} out?", text, answers, lambda: self._take_out(item))

    def action_back(self) -> None:
        """Go back with the file that was edited, if it can be used."""
        faults = self.path is not None and self._faults(self.path)
        self.dismiss(None if faults else self.path)
        if faults and self.path:
            self.app.call_later(self.port.show_own, "", f"{self.path.name} cannot be used yet: a mends it.")

    def _made(self, path: Path | None) -> None:
        if path:  # what is stored of one that had this id before would hold in place of what was typed
            self.services.writer.submit(lambda: self.services.progress.forget(path.stem))
            self.dismiss(path)

    def look(self) -> None:
        """Look whether the file was saved since, and what is wrong with it."""
        if self.path is None:
            return
        now = content_of(self.path)
        if now not in (None, self._seen):
            self._seen = now
            self._settle(self.path)

    def _list(self, *files: str) -> None:
        """List the templates and one's own, the first of these files highlighted that is there."""
        own = own_items(self.services.paths.exercises)
        begin = [GalleryItem(each.path, each.exercise, own=False) for each in self.templates]
        self.items = (*begin, *own)
        heads = {0: "Begin with", **({len(begin): "Yours"} if own else {})}
        self.menu.show_under([item.row for item in self.items], heads)
        places = {item.path.name: at for at, item in enumerate(self.items) if item.own}
        self.menu.cursor = next((places[name] for name in files if name in places), 0)
        self._perform()

    def _take_out(self, item: GalleryItem) -> None:
        try:
            kept = set_aside(item.path)
        except StoreProblem as problem:
            self.tell(problem)
            return
        if self.path == item.path:
            self.path = None
        self.port.show_own("", f"{item.name} is out; its file is {kept.name} now.")
        self._list()

    def _edit(self, path: Path) -> None:
        command = editor_command(self.services.surroundings.environ)
        before = self._seen = content_of(path)
        if command:
            with suppress(SuspendNotSupported), self.app.suspend():
                if run_editor(command, path):
                    self._seen = content_of(path)
        if self._seen != before:
            self._settle(path)
        else:
            again = "Enter opens it again" if command else "With $VISUAL or $EDITOR set, Enter opens it"
            self.told.tell(
                f"Edit this file; it is looked at as you save it:\n\n{path}\n\n{again}, Esc goes back."
            )
            self._show_file(path)
            if self._timer:
                self._timer.resume()

    def _settle(self, path: Path) -> None:
        """Go back with what can be used, or say all that cannot and wait for the next saving."""
        faults = self._faults(path)
        if not faults:
            self.dismiss(path)
            return
        self.told.tell(f"{faults_told(path, faults)}\n\nEnter edits it again, Esc leaves it as it is.")
        self._show_file(path)
        if self._timer:
            self._timer.resume()

    def _faults(self, path: Path) -> tuple[ContentProblem, ...]:
        return faults_of_own(path, self.services.catalogue.exercises)

    @on(Menu.Highlighted)
    def _perform(self) -> None:
        item, before = self.item, self._told_of
        if item is before:
            return  # it was moved on before this was told, and what is told since stands
        self._told_of = item
        self._show_file(item.path)
        if item.exercise:
            self.demo.border_title = Content(item.exercise.name)
            self.demo.perform((item.exercise,), self.settings, self.port.motion())
            editor = editor_told(self.services.surroundings.environ)
            does = OPENS.format(editor) if editor else BY_HAND
            self.told.tell(EDIT.format(does) if item.own else BEGIN)
        else:
            self.told.tell(faults_told(item.path, faults_of_own(item.path, ())))
        self.refresh_footer()

    def _show_file(self, path: Path) -> None:
        self._framed.border_title = Content(path.name)
        self.text.show((content_of(path) or b"").decode(errors="replace"))
