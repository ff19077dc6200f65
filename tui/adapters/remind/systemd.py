"""A timer of the user's systemd."""

import os
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tui.adapters.files.lock import store_problem, telling
from tui.adapters.remind.program import Call
from tui.adapters.remind.running import run_tool
from tui.core.remind.plan import ReminderPlan
from tui.core.remind.systemd import NAME, service_unit, timer_unit
from tui.core.text.problems import StoreProblem

_TIMER = f"{NAME}.timer"
_SERVICE = f"{NAME}.service"


class SystemdTimer:
    """Reminders by a user timer.

    Args:
        environ: where to look for `systemctl`, and where units go.
    """

    name = "systemd"

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._tool = shutil.which("systemctl", path=environ.get("PATH"))
        home = environ.get("XDG_CONFIG_HOME") or os.path.join(
            environ.get("HOME") or os.path.expanduser("~"), ".config"
        )
        self.folder = Path(home) / "systemd" / "user"

    @property
    def is_there(self) -> bool:
        """Whether a user manager answers."""
        if self._tool is None:
            return False
        with suppress(StoreProblem):
            return run_tool([self._tool, "--user", "show-environment"], self._environ)[0] == 0
        return False

    def text(self, plan: ReminderPlan, call: Call) -> str:
        """Return both units."""
        return f"{service_unit(call.command, call.exists, call.env)}\n{timer_unit(plan)}"

    def install(self, plan: ReminderPlan, call: Call) -> None:
        """Write the units and start the timer.

        Raises:
            StoreProblem: when that failed; nothing is left behind then.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            (self.folder / _SERVICE).write_text(service_unit(call.command, call.exists, call.env), "utf-8")
            (self.folder / _TIMER).write_text(timer_unit(plan), "utf-8")
        except OSError as error:
            self._unlink()
            raise store_problem(f"cannot write to {self.folder}", error) from error
        try:
            self._systemctl("daemon-reload")
            self._systemctl("enable", _TIMER)
            self._systemctl("restart", _TIMER)
        except StoreProblem:
            self.remove()
            raise

    def remove(self) -> None:
        """Stop the timer and remove the units.

        Raises:
            StoreProblem: when the units could not be removed.
        """
        if not self.installed():
            return
        with suppress(StoreProblem):
            self._systemctl("disable", "--now", _TIMER)
        self._unlink()
        with suppress(StoreProblem):
            self._systemctl("daemon-reload")

    def installed(self) -> bool:
        """Whether a unit is there."""
        return any((self.folder / name).exists() for name in (_SERVICE, _TIMER))

    def _unlink(self) -> None:
        with telling(f"cannot remove the units from {self.folder}"):
            for name in (_SERVICE, _TIMER):
                (self.folder / name).unlink(missing_ok=True)
            wanted = self.folder / "timers.target.wants"
            (wanted / _TIMER).unlink(missing_ok=True)
        for folder in (wanted, self.folder, self.folder.parent):
            with suppress(OSError):  # somebody else's files are in it
                folder.rmdir()

    def _systemctl(self, *words: str) -> None:
        if self._tool is None:
            raise StoreProblem("there is no systemd", "systemctl is not installed")
        status, _, said = run_tool([self._tool, "--user", *words], self._environ)
        if status:
            raise StoreProblem(f"systemctl --user {words[0]} failed", said or f"status {status}")
