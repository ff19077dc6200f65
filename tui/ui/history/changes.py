"""The part of History that changes something: add, edit, delete, undo, days away, export."""

from collections.abc import Callable

from tui.adapters.history.export_file import home_folder
from tui.core.history.rows import day_title
from tui.core.history.wording import made_words, undone_words
from tui.core.record.record import Record
from tui.core.record.undo import AwayChange, Change
from tui.ui.history.moves import HistoryMoves
from tui.ui.history.saving import Saved, Saving
from tui.ui.kit.base import BaseScreen
from tui.ui.kit.question import Answer, QuestionScreen

NEED_HISTORY = frozenset(
    f"history.{verb}"
    for verb in ("open", "add", "edit", "delete", "undo", "away", "export", "filter", "switch")
)
_NO = Answer(("n",), "No, leave it as it is", "no")


class HistoryChanges:
    """Asks what is to be changed, has it saved, and shows what was acknowledged.

    Args:
        screen: History, which gets `Saved` and hands it to `tell_saved`.
        moves: what is marked there.
        read_again: shows the history as it is now.
    """

    def __init__(self, screen: BaseScreen[None], moves: HistoryMoves, read_again: Callable[[], None]) -> None:
        self._screen = screen
        self._services = screen.services
        self._moves = moves
        self._read_again = read_again
        self.saving = Saving(screen.services, screen)
        self._restored: Change | None = None
        """The change that brings back a session that was deleted, the last one."""
        self.waiting = 0
        """Changes that were handed over and not yet heard of."""

    def unavailable(self, command_id: str) -> str | None:
        """Return why a command that changes something does not apply."""
        if self._moves.data is None:
            return "The history cannot be read." if command_id in NEED_HISTORY else None
        if command_id in ("history.edit", "history.delete") and not self._moves.data.on(self._moves.cursor):
            return f"There is no session on {day_title(self._moves.cursor)}."
        if command_id == "history.undo" and self.waiting:
            return "The change before is still being saved."
        if command_id == "history.undo" and self._services.change_log.last is None:
            return "Nothing was changed here since unhunch was started."
        if command_id == "history.export" and not self._moves.data.days:
            return "There is nothing to export yet."
        return None

    def action_add(self) -> None:
        """Ask for a session done away from the screen."""
        self.ask_entry(None)

    def action_edit(self) -> None:
        """Ask what is to be corrected."""
        record = self._moves.chosen()
        if record is None:
            self._choose()
        else:
            self.ask_entry(record)

    def action_delete(self) -> None:
        """Ask whether the session is to be deleted."""
        record = self._moves.chosen()
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

                services = self._services
                services.writer.submit(lambda: erase(services.paths, services.clock, record.id))

        if not self._screen.settings.ask_before_deleting:
            answered("yes")
            return
        question = f"Delete the session of {day_title(record.day)}, {record.started_at:%H:%M}?"
        text = "It can be restored for 30 days, with its note; the backups hold it too."
        answers = (
            _NO,
            Answer(("y",), "Yes, delete it; u undoes it", "yes"),
            Answer(("g",), "For good, also from the backups", "erase"),
        )
        self._screen.app.push_screen(QuestionScreen(self._services, question, text, answers), answered)

    def action_restore(self) -> None:
        """Ask which session that was deleted is to come back."""
        from tui.ui.history.pick import PickScreen

        deleted = {item.id: item.record for item in self._services.history.deleted() if item.record}
        if not deleted:
            self._screen.say("No deleted session is left to bring back.")
            return

        def picked(record_id: str | None) -> None:
            if record_id is not None:
                self._restored = Change(None, deleted[record_id])
                self._change(self._restored)

        screen = PickScreen(self._services, [*reversed(deleted.values())], self._screen.port.today())
        self._screen.app.push_screen(screen, picked)

    def action_undo(self) -> None:
        """Take back the last change that was not taken back yet."""
        step = self._services.change_log.last
        if step:
            self.waiting += 1
            self.saving.undo(step)

    def action_away(self) -> None:
        """Ask which days are away."""
        from tui.ui.history.away import AwayScreen  # only now, as all forms: opening must be quick

        if self._moves.data:
            day = self._moves.data.today if self._moves.listing else self._moves.cursor
            screen = AwayScreen(self._services, day, self._moves.data.away, self._moves.data.today)
            self._screen.app.push_screen(screen, self._change)

    def action_export(self) -> None:
        """Ask for a file, and write it."""
        from tui.ui.history.export import Export, ExportScreen

        def written(export: Export | None) -> None:
            if export:
                self._screen.say(export.line)

        if self._moves.data:
            self._screen.app.push_screen(
                ExportScreen(self._services, self._moves.data.today, home_folder()), written
            )

    def ask_entry(self, record: Record | None) -> None:
        """Ask for a session, or for what is to be corrected in one."""
        from tui.ui.history.entry import EntryScreen

        reps = self._services.progress.reps()
        minute = self._screen.settings.day_start_minute
        day = self._screen.port.today() if self._moves.listing else self._moves.cursor
        self._screen.app.push_screen(EntryScreen(self._services, day, record, minute, reps), self._change)

    def _choose(self) -> None:
        self._moves.choose_in_list()
        self._screen.say("There are several sessions that day: choose one in the list.")

    def _change(self, step: Change | AwayChange | None) -> None:
        if step:
            self.waiting += 1
            self.saving.change(step)

    def tell_saved(self, message: Saved) -> None:
        """Show what a change has come to."""
        self.waiting = max(0, self.waiting - 1)
        if message.problem:
            self._screen.tell(message.problem)
            self._read_again()
            return
        step = message.step.undone if message.undo else message.step
        self._read_again()
        if isinstance(step, Change) and step.after:
            self._moves.go_to(step.after)
        today = self._screen.port.today()
        if message.undo:
            self._screen.say(undone_words(message.step, today))
        else:
            self._screen.say(
                f"{made_words(message.step, today, restored=message.step is self._restored)}; u undoes it"
            )
