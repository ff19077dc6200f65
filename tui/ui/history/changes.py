"""The part of History that changes something: add, edit, delete, undo, days away, export."""

from textual import on

from tui.adapters.history.export_file import home_folder
from tui.core.history.rows import day_title
from tui.core.history.wording import made_words, undone_words
from tui.core.record.record import Record
from tui.core.record.undo import AwayChange, Change
from tui.ui.history.moves import HistoryMoves
from tui.ui.history.saving import Saved, Saving
from tui.ui.kit.question import Answer, QuestionScreen
from tui.ui.kit.services import Services

NEED_HISTORY = frozenset(
    f"history.{verb}"
    for verb in ("open", "add", "edit", "delete", "undo", "away", "export", "filter", "switch")
)
_NO = Answer(("n",), "No, leave it as it is", "no")


class HistoryChanges(HistoryMoves):
    """Asks what is to be changed, has it saved, and shows what was acknowledged."""

    def __init__(self, services: Services) -> None:
        super().__init__(services)
        self.saving = Saving(services, self)
        self._restored: Change | None = None
        """The change that brings back a session that was deleted, the last one."""
        self.waiting = 0
        """Changes that were handed over and not yet heard of."""

    def read_again(self) -> None:
        """Show the history as it is now."""

    def no_change(self, command_id: str) -> str | None:
        """Return why a command that changes something does not apply."""
        if self.data is None:
            return "The history cannot be read." if command_id in NEED_HISTORY else None
        if command_id in ("history.edit", "history.delete") and not self.data.on(self.cursor):
            return f"There is no session on {day_title(self.cursor)}."
        if command_id == "history.undo" and self.waiting:
            return "The change before is still being saved."
        if command_id == "history.undo" and self.services.change_log.last is None:
            return "Nothing was changed here since unhunch was started."
        if command_id == "history.export" and not self.data.days:
            return "There is nothing to export yet."
        return None

    def action_add(self) -> None:
        """Ask for a session done away from the screen."""
        self.ask_entry(None)

    def action_edit(self) -> None:
        """Ask what is to be corrected."""
        record = self.chosen()
        if record is None:
            self._choose()
        else:
            self.ask_entry(record)

    def action_delete(self) -> None:
        """Ask whether the session is to be deleted."""
        record = self.chosen()
        if record is None:
            self._choose()
        else:
            self.ask_delete(record)

    def ask_delete(self, record: Record) -> None:
        """Ask whether this session is to be deleted."""

        def answered(answer: str | None) -> None:
            if answer in ("yes", "erase"):
                self._change(Change(record, None))
            if answer == "erase":
                from tui.adapters.history.erase import erase  # only here

                services = self.services
                services.writer.submit(lambda: erase(services.paths, services.clock, record.id))

        if not self.settings.ask_before_deleting:
            answered("yes")
            return
        question = f"Delete the session of {day_title(record.day)}, {record.started_at:%H:%M}?"
        text = "It can be restored for 30 days, with its note; the backups hold it too."
        answers = (
            _NO,
            Answer(("y",), "Yes, delete it; u undoes that", "yes"),
            Answer(("g",), "For good, also from the backups", "erase"),
        )
        self.app.push_screen(QuestionScreen(self.services, question, text, answers), answered)

    def action_restore(self) -> None:
        """Ask which session that was deleted is to come back."""
        from tui.ui.history.pick import PickScreen

        deleted = {item.id: item.record for item in self.services.history.deleted() if item.record}
        if not deleted:
            self.say("Nothing was deleted in the last 30 days.")
            return

        def picked(record_id: str | None) -> None:
            if record_id is not None:
                self._restored = Change(None, deleted[record_id])
                self._change(self._restored)

        choices = [
            (record.id, f"{day_title(record.day)}, {record.started_at:%H:%M}  {record.note}".rstrip())
            for record in reversed(deleted.values())
        ]
        self.app.push_screen(PickScreen(self.services, "Restore which session?", choices, ""), picked)

    def action_undo(self) -> None:
        """Take back the last change that was not taken back yet."""
        step = self.services.change_log.last
        if step:
            self.waiting += 1
            self.saving.undo(step)

    def action_away(self) -> None:
        """Ask which days are away."""
        from tui.ui.history.away import AwayScreen  # only now, as all forms: opening must be quick

        if self.data:
            day = self.data.today if self.listing else self.cursor
            screen = AwayScreen(self.services, day, self.data.away, self.data.today)
            self.app.push_screen(screen, self._change)

    def action_export(self) -> None:
        """Ask for a file, and write it."""
        from tui.ui.history.export import Export, ExportScreen

        def written(export: Export | None) -> None:
            if export:
                self.say(export.line)

        if self.data:
            self.app.push_screen(ExportScreen(self.services, self.data.today, home_folder()), written)

    def ask_entry(self, record: Record | None) -> None:
        """Ask for a session, or for what is to be corrected in one."""
        from tui.ui.history.entry import EntryScreen

        reps = self.services.progress.reps()
        minute = self.settings.day_start_minute
        day = self.port.today() if self.listing else self.cursor
        self.app.push_screen(EntryScreen(self.services, day, record, minute, reps), self._change)

    def _choose(self) -> None:
        self.choose_in_list()
        self.say("There are several sessions that day: choose one in the list.")

    def _change(self, step: Change | AwayChange | None) -> None:
        if step:
            self.waiting += 1
            self.saving.change(step)

    @on(Saved)
    def _tell_saved(self, message: Saved) -> None:
        self.waiting = max(0, self.waiting - 1)
        if message.problem:
            self.tell(message.problem)
            self.read_again()
            return
        step = message.step.undone if message.undo else message.step
        self.read_again()
        if isinstance(step, Change) and step.after:
            self.go_to(step.after)
        today = self.port.today()
        if message.undo:
            self.say(undone_words(message.step, today))
        else:
            self.say(
                f"{made_words(message.step, today, restored=message.step is self._restored)}; u undoes it"
            )
