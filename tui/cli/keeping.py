"""Keeps a printed session: after every unit, at its end, and when somebody says how it was."""

import json
import uuid
from dataclasses import replace

from tui.adapters.history.under_way import UnderWay
from tui.cli.shell import Shell
from tui.cli.stores import Stores
from tui.core.record.record import SCHEMA, Record
from tui.core.record.record_json import record_to_dict
from tui.core.record.session_record import Identity, session_record
from tui.core.record.under_way import state_of
from tui.core.text.problems import StoreProblem
from tui.core.timer.plan import Plan
from tui.core.timer.session import Session


class SessionKeeper:
    """Sees to it that what was counted is not lost.

    Args:
        plan: of the session.
        stores: where records go.
        shell: tells what could not be kept.
        under_way: where the session is kept meanwhile; it holds an interrupted one that is gone on with.
        resumed: that session's record, as it was.
    """

    def __init__(
        self, plan: Plan, stores: Stores, shell: Shell, under_way: UnderWay, resumed: Record | None = None
    ) -> None:
        self.failed = False
        """Whether the record could not be saved and was printed instead."""
        self._plan = plan
        self._stores = stores
        self._shell = shell
        self._under_way = under_way
        self._seconds_before = resumed.seconds if resumed else 0.0
        self._identity = (
            Identity(resumed.id, resumed.started_at, resumed.day, resumed.stiffness_before)
            if resumed
            else Identity(str(uuid.uuid4()), shell.clock.now(), stores.today)
        )
        self._warned = False

    def record(self, session: Session) -> Record:
        """Return the record of the session as it stands now."""
        record = session_record(self._identity, session, self._shell.clock.monotonic())
        return replace(record, seconds=round(record.seconds + self._seconds_before, 1))

    def save_under_way(self, session: Session) -> None:
        """Keep the session as it stands; a failure is told once, and the session goes on."""
        try:
            self._under_way.save(state_of(self.record(session), self._plan, session.counted))
        except StoreProblem as problem:
            if not self._warned:
                self._shell.warn(problem.line)
            self._warned = True

    def end(self, record: Record) -> bool:
        """Save the record; return whether there was anything to keep."""
        if not record.units_done:
            self._under_way.finish()
            return False
        try:
            self._stores.history.add(record)
        except StoreProblem as problem:
            self.failed = True
            self._under_way.release()
            self._shell.warn(f"{problem.line}; `unhunch import` takes the session from this line in a file:")
            self._print(json.dumps({"schema": SCHEMA, "sessions": [record_to_dict(record)]}))
        else:
            self._under_way.finish()
        return True

    def revise(self, record: Record) -> None:
        """Put what was said afterwards into the saved record."""
        if not self.failed:
            self._stores.history.replace(record)

    def _print(self, line: str) -> None:
        try:
            self._shell.say(line)
        except OSError:  # nobody reads standard output any more
            self._shell.err.write(line + "\n")
            self._shell.err.flush()
