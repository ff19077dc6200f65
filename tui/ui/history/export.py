"""The form that asks into which file the history is written, and how, and writes it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from textual import on
from textual.message import Message

from tui.adapters.history.export_file import export_path, write_export
from tui.core.record.export import to_csv, to_json
from tui.core.text.date_words import counted
from tui.core.text.problems import StoreProblem, UsageProblem, printable
from tui.ui.kit.fields import ChoiceField, TextField
from tui.ui.kit.form import Field, FormScreen, text_field
from tui.ui.kit.question import confirm
from tui.ui.kit.services import Services

FORMATS = (("csv", "CSV, for spreadsheets"), ("json", "JSON, complete"))


@dataclass(frozen=True, slots=True)
class Export:
    """What is to be written, and where; then what was."""

    path: Path
    format: str
    """`csv` or `json`."""
    replaces: bool
    """Whether the file is there already."""
    sessions: int = 0

    @property
    def line(self) -> str:
        """What was written."""
        return f"Wrote {counted(self.sessions, 'session')} to {self.path}"


class Written(Message):
    """The history was written to a file, or could not be."""

    def __init__(self, export: Export, problem: StoreProblem | None) -> None:
        super().__init__()
        self.export = export
        self.problem = problem


class ExportScreen(FormScreen[Export]):
    """Asks for format and file; dismissed once it is written, so that a bad path can be corrected.

    Args:
        services: as for every screen.
        today: the day it is, for the name that is offered.
        folder: where a name without folder is.
    """

    def __init__(self, services: Services, today: date, folder: Path) -> None:
        notes = printable(f"In {folder}, unless the name has a folder of its own.")
        super().__init__(services, "Export all sessions", notes, "Write")
        self._stem = f"unhunch-{today.isoformat()}"
        self._folder = folder
        self._writing = False

    def fields(self) -> Iterable[Field]:
        """Return the format and the file."""
        yield Field("Format", ChoiceField(FORMATS, "csv", id="format"))
        yield Field("File", text_field(f"{self._stem}.csv", id="file", longest=400))

    @on(ChoiceField.Changed)
    def _follow(self) -> None:
        chosen = self.chosen("format")
        file = self.query_one("#file", TextField)
        other = {f"{self._stem}.{name}" for name, _ in FORMATS}
        if file.value in other:
            file.offer(f"{self._stem}.{chosen}")

    def result(self) -> Export:
        """Return what is wanted."""
        name = self.typed("file").strip()
        if not name:
            raise UsageProblem("The file", "give it a name")
        try:
            path = export_path(name, self._folder)
            is_folder, is_there = path.is_dir(), path.exists()
        except (ValueError, RuntimeError, OSError) as error:
            raise UsageProblem("The file", f"{name} is no name for one") from error
        if is_folder:
            raise UsageProblem("The file", f"{name} is a folder")
        return Export(path, self.chosen("format"), is_there)

    def accept(self, result: Export | None) -> None:
        """Write the file; ask first where that replaces one."""
        if result and result.replaces:
            answers = ("No, leave it as it is", "Yes, replace it")
            text = f"{result.path} is there already."
            confirm(self, "Replace the file?", text, answers, lambda: self._write(result))
        elif result:
            self._write(result)

    def _write(self, wanted: Export) -> None:
        def job() -> None:
            problem: StoreProblem | None = None
            done = wanted
            try:
                records = self.services.history.all()
                text = to_json(records) if wanted.format == "json" else to_csv(records)
                write_export(wanted.path, text, self.services.paths.data)
                done = Export(wanted.path, wanted.format, wanted.replaces, len(records))
            except StoreProblem as found:
                problem = found
            if not self.post_message(Written(done, problem)) and problem:
                self.services.writer.on_problem(problem)

        if not self._writing:
            self._writing = True
            self.services.writer.submit(job)

    @on(Written)
    def _follow_written(self, message: Written) -> None:
        self._writing = False
        if message.problem:
            self.tell(message.problem)
        else:
            self.dismiss(message.export)
