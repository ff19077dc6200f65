"""An agent of macOS's launchd."""

import os
import plistlib
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tui.adapters.files.lock import telling
from tui.adapters.remind.program import Call
from tui.adapters.remind.running import run_tool
from tui.core.remind.launchd import LABEL, agent
from tui.core.remind.plan import ReminderPlan
from tui.core.text.problems import StoreProblem

_TOOL = "/bin/launchctl"


class LaunchAgent:
    """Reminders by a launch agent.

    Args:
        environ: whose home it is.
    """

    name = "launchd"

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        home = Path(environ.get("HOME") or os.path.expanduser("~"))
        self.file = home / "Library" / "LaunchAgents" / f"{LABEL}.plist"

    @property
    def is_there(self) -> bool:
        """Whether this is macOS."""
        return sys.platform == "darwin"

    def text(self, plan: ReminderPlan, call: Call) -> str:
        """Return the property list."""
        return plistlib.dumps(agent(plan, call.command, call.exists, call.env)).decode()

    def install(self, plan: ReminderPlan, call: Call) -> None:
        """Write the agent and load it.

        Raises:
            StoreProblem: when that failed; nothing is left behind then.
        """
        self.remove()
        with telling(f"cannot write {self.file}"):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(self.text(plan, call), "utf-8")
        status, _, said = run_tool([_TOOL, "bootstrap", self._domain, str(self.file)], self._environ)
        if status:
            self.remove()
            raise StoreProblem("launchctl failed", said or f"status {status}")

    def remove(self) -> None:
        """Unload the agent and remove it.

        Raises:
            StoreProblem: when it could not be removed.
        """
        if not self.installed():
            return
        with suppress(StoreProblem):
            run_tool([_TOOL, "bootout", f"{self._domain}/{LABEL}"], self._environ)
        with telling(f"cannot remove {self.file}"):
            self.file.unlink(missing_ok=True)

    def installed(self) -> bool:
        """Whether the agent is there."""
        return self.file.exists()

    @property
    def _domain(self) -> str:
        return f"gui/{os.getuid()}"
