"""The form that asks into which file the history is written, and how."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.widgets import Input

from tui.adapters.export_file import export_path
from tui.core.problems import UsageProblem, printable
from tui.ui.screens.history_form import Field, FormScreen, text_field
from tui.ui.services import Services
from tui.ui.widgets.choice_field import ChoiceField

FORMATS = (("csv", "CSV, for spreadsheets"), ("json", "JSON, complete"))


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What is to be written, and where."""

    path: Path
    format: str
    """`csv` or `json`."""


class ExportScreen(FormScreen[ExportWish]):
    """Asks for format and file.

    Args:
        services: as for every screen.
        today: the day it is, for the name that is offered.
        folder: the current folder.
    """

    SAVE: ClassVar[str] = "Write"

    def __init__(self, services: Services, today: date, folder: Path) -> None:
        super().__init__(services)
        self._stem = f"unhunch-{today.isoformat()}"
        self._folder = folder

    @property
    def heading(self) -> str:
        """What the form is for."""
        return "Export all sessions"

    def fields(self) -> Iterable[Field]:
        """Return format and file."""
        yield Field("Format", ChoiceField(FORMATS, "csv", id="format"))
        yield Field("File", text_field(f"{self._stem}.csv", id="file", longest=400))

    def notes(self) -> str:
        """Return where the file will be."""
        return printable(f"In {self._folder}, unless the name has a folder of its own.")

    def on_mount(self) -> None:
        """Begin with the format."""
        self.query_one("#format").focus()

    @on(ChoiceField.Changed)
    def _follow(self) -> None:
        chosen = self.query_one("#format", ChoiceField).value
        file = self.query_one("#file", Input)
        other = {f"{self._stem}.{name}" for name, _ in FORMATS}
        if file.value in other:
            file.value = f"{self._stem}.{chosen}"

    def result(self) -> ExportWish:
        """Return what is wanted."""
        name = self.query_one("#file", Input).value.strip()
        if not name:
            raise UsageProblem("The file", "give it a name")
        try:
            path = export_path(name, self._folder)
            is_folder = path.is_dir()
        except (ValueError, RuntimeError, OSError) as error:
            raise UsageProblem("The file", f"{name} is no name for one") from error
        if is_folder:
            raise UsageProblem("The file", f"{name} is a folder")
        return ExportWish(path, self.query_one("#format", ChoiceField).value)
