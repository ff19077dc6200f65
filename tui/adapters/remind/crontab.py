"""The crontab of the user: our lines in it, every other byte as it was."""

import shutil
import tempfile
from collections.abc import Mapping

from tui.adapters.remind.program import Call
from tui.adapters.remind.running import run_tool
from tui.core.remind.crontab import crontab_lines, has_lines, with_lines, without_lines
from tui.core.remind.plan import ReminderPlan
from tui.core.text.problems import StoreProblem

_NONE = ("no crontab for", "Crontab does not exist")
"""What cron, systemd-cron and, the second one, bcron 0.11 say where there is none."""


class Crontab:
    """Reminders by cron.

    Args:
        environ: where to look for `crontab`.
    """

    name = "cron"

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._tool = shutil.which("crontab", path=environ.get("PATH"))

    @property
    def is_there(self) -> bool:
        """Whether there is a cron to ask."""
        return self._tool is not None

    def text(self, plan: ReminderPlan, call: Call) -> str:
        """Return the lines that are, or would be, in the crontab."""
        return crontab_lines(plan, call.command, call.exists, call.env)

    def install(self, plan: ReminderPlan, call: Call) -> None:
        """Put the lines in.

        Raises:
            StoreProblem: when the crontab was left as it is, with the reason.
        """
        self._write(with_lines(self._read(), self.text(plan, call)))

    def remove(self) -> None:
        """Take the lines out, and remove a crontab that holds nothing else.

        Raises:
            StoreProblem: when the crontab was left as it is, with the reason.
        """
        before = self._read()
        if not has_lines(before):
            return
        after = without_lines(before)
        if after:
            self._write(after)
        else:
            self._run("-r")

    def installed(self) -> bool:
        """Whether the lines are there.

        Raises:
            StoreProblem: when the crontab cannot be read.
        """
        return has_lines(self._read())

    def _read(self) -> bytes:
        status, out, said = run_tool([self._program, "-l"], self._environ)
        if status == 0:
            return out
        if any(words in said for words in _NONE):
            return b""
        raise StoreProblem("the crontab cannot be read, so it is left as it is", said or f"status {status}")

    def _write(self, crontab: bytes) -> None:
        """Hand it over as a file: the one form that POSIX has, and that bcron takes, which knows no "-"."""
        try:
            with tempfile.NamedTemporaryFile(prefix="crontab-") as file:
                file.write(crontab)
                file.flush()
                self._run(file.name)
        except OSError as error:
            raise StoreProblem("the crontab could not be changed", error.strerror or str(error)) from error

    def _run(self, argument: str) -> None:
        status, _, said = run_tool([self._program, argument], self._environ)
        if status:
            raise StoreProblem("the crontab could not be changed", said or f"status {status}")

    @property
    def _program(self) -> str:
        if self._tool is None:
            raise StoreProblem("there is no cron", "crontab is not installed")
        return self._tool
