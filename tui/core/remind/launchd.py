"""The agent of macOS's launchd, as the values of its property list."""

import shlex
from collections.abc import Mapping, Sequence
from typing import Any

from tui.core.remind.plan import HOUR, ReminderPlan

LABEL = "unhunch.remind"


def agent(
    plan: ReminderPlan, program: Sequence[str], exists: Sequence[str], env: Mapping[str, str]
) -> dict[str, Any]:
    """Return the agent: without one of the files in `exists` it does nothing, and says nothing."""
    tests = [f"test -e {shlex.quote(path)}" for path in exists]
    script = " && ".join((*tests, f"exec {shlex.join(program)}"))
    times = [
        {"Weekday": (day + 1) % 7, "Hour": minute // HOUR, "Minute": minute % HOUR}
        for day in sorted(plan.weekdays)
        for minute in plan.times
    ]
    return {
        "Label": LABEL,
        "ProgramArguments": ["/bin/sh", "-c", script],
        "EnvironmentVariables": dict(env),
        "StartCalendarInterval": times,
    }
