"""What the commands that change the history share: make the change, remember it for undo, tell it."""

import json
from datetime import datetime
from typing import Any

from tui.adapters.history.changing import carry_out
from tui.adapters.history.undo_file import UndoFile
from tui.adapters.settings.away import AwayStore
from tui.cli.stores import Stores, open_readable, tell_problems
from tui.cli.streams import Streams
from tui.core.history.find_session import find_session
from tui.core.history.hand_entry import EntryBounds
from tui.core.history.wording import made_words
from tui.core.record.record import Record
from tui.core.record.record_json import record_to_dict
from tui.core.record.undo import AwayChange, Step
from tui.core.text.problems import StoreProblem, printable

NOTHING = "Nothing to change: it is so already."


class Changing:
    """One command's change.

    Args:
        streams: where it is told.
        as_json: whether it is told as JSON.
    """

    def __init__(self, streams: Streams, *, as_json: bool) -> None:
        self.stores: Stores = open_readable(streams)
        self._streams = streams
        self._as_json = as_json
        self._away = AwayStore(self.stores.paths, streams.clock)

    @property
    def around(self) -> EntryBounds:
        """What a typed entry is judged by."""
        minute = self.stores.settings.day_start_minute
        return EntryBounds(self._streams.clock.now(), datetime.astimezone, minute)

    def find(self, name: str) -> Record:
        """Return the session that `name` names.

        Raises:
            UsageProblem: when it names none, or several.
        """
        return find_session(self.stores.history.newest_first(), name, self.stores.today)

    def make(self, step: Step | None) -> None:
        """Make a change, remember and tell it; return the exit status.

        Raises:
            StoreProblem: when it could not be saved; nothing is changed then.
        """
        if step is None:
            self.tell(NOTHING, {"change": None}, done=False)
            return
        made = self.carry_out(step)
        noted = True
        try:
            UndoFile(self.stores.paths).push(made)
        except StoreProblem as problem:
            noted = False
            self._streams.warn(problem.line)
        back = "; `unhunch undo` undoes it" if noted else ""
        self.tell(f"{made_words(made, self.stores.today)}{back}", step_answer(made))

    def carry_out(self, step: Step) -> Step:
        """Make a change and return it as it was saved."""
        return carry_out(self.stores.history, self._away, step)

    def tell(self, line: str, answer: dict[str, Any], *, done: bool = True) -> None:
        """Print what was `done` or what there is, and what was found wrong; return the exit status."""
        say = self._streams.answer if done else self._streams.say
        say(json.dumps(answer) if self._as_json else printable(line))
        tell_problems(self.stores, self._streams)


def step_answer(step: Step) -> dict[str, Any]:
    """Return what `--json` says of a change: its kind, and the session before and after it, or the days."""
    if isinstance(step, AwayChange):
        kind = "away" if step.away else "not away"
        return {"change": kind, "first": step.wanted.first.isoformat(), "last": step.wanted.last.isoformat()}
    kind = "edited" if step.before and step.after else "added" if step.after else "deleted"
    before, after = (record_to_dict(item) if item else None for item in (step.before, step.after))
    return {"change": kind, "before": before, "after": after}
