"""The units of a systemd user timer."""

from collections.abc import Mapping, Sequence

from tui.core.remind.plan import HOUR, ReminderPlan, clock_text
from tui.core.text.date_words import WEEKDAYS

NAME = "unhunch-remind"
_NIGHT_ENDS = 4 * HOUR
"""Clocks are put forward before this: an hour later is rung, too, since systemd leaves such times out."""


def service_unit(program: Sequence[str], exists: Sequence[str], env: Mapping[str, str]) -> str:
    """Return the service: without one of the files in `exists` it does nothing, and says nothing."""
    conditions = "".join(f"ConditionPathExists={path.replace('%', '%%')}\n" for path in exists)
    variables = "".join(f"Environment={_quoted(f'{name}={value}')}\n" for name, value in sorted(env.items()))
    words = (_quoted(word).replace("$", "$$") for word in program[1:])  # in the path itself $ is no variable
    command = " ".join((_quoted(program[0]), *words))
    return (
        "# Written by `unhunch remind`; `unhunch remind --off` removes it.\n"
        f"[Unit]\nDescription=A reminder to stretch, by unhunch\n{conditions}"
        f"\n[Service]\nType=oneshot\n{variables}ExecStart={command}\n"
    )


def timer_unit(plan: ReminderPlan) -> str:
    """Return the timer."""
    calendar = "".join(f"OnCalendar={line}\n" for line in calendar_lines(plan))
    return (
        "# Written by `unhunch remind`; `unhunch remind --off` removes it.\n"
        f"[Unit]\nDescription=Reminders to stretch, by unhunch\n\n[Timer]\n{calendar}AccuracySec=15s\n"
        "\n[Install]\nWantedBy=timers.target\n"
    )


def calendar_lines(plan: ReminderPlan) -> tuple[str, ...]:
    """Return the plan as OnCalendar has it; the program itself tells at which of these a time has come."""
    days = "" if len(plan.weekdays) == 7 else ",".join(WEEKDAYS[day] for day in sorted(plan.weekdays)) + " "
    later = {minute + HOUR for minute in plan.times if minute < _NIGHT_ENDS}
    return tuple(f"{days}*-*-* {clock_text(minute)}:00" for minute in sorted({*plan.times, *later}))


def _quoted(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'
