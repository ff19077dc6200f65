"""Lines of a crontab between two marks; every other byte of it stays."""

import shlex
from collections.abc import Mapping, Sequence

from tui.core.remind.plan import HOUR, ReminderPlan
from tui.core.text.problems import StoreProblem

BEGIN = "# unhunch reminders: begin (`unhunch remind --off` takes these lines out)"
END = "# unhunch reminders: end"


class DamagedMarks(StoreProblem):
    """The marks do not stand as they should: nothing is changed then."""

    def __init__(self) -> None:
        super().__init__(
            "the crontab is left as it is", "its lines of unhunch are damaged", "mend or remove them"
        )


def crontab_lines(
    plan: ReminderPlan, program: Sequence[str], exists: Sequence[str], env: Mapping[str, str]
) -> str:
    """Return the lines with their marks.

    Args:
        plan: when.
        program: the command with its arguments, the first one absolute.
        exists: the files without which nothing is done, and nothing said.
        env: variables that the program needs.
    """
    tests = [f"test -e {_quoted(path)}" for path in exists]
    assignments = [f"{name}={_quoted(value)}" for name, value in sorted(env.items())]
    command = " ".join((*assignments, *map(_quoted, program)))
    line = " && ".join((*tests, f"{command} >/dev/null 2>&1"))
    days = _weekdays(plan.weekdays)
    times = (f"{minute % HOUR} {minute // HOUR} * * {days} {line}" for minute in plan.times)
    return "\n".join((BEGIN, *times, END)) + "\n"


def with_lines(crontab: bytes, lines: str) -> bytes:
    """Return the crontab with our lines in the place of those before, or at its end.

    Raises:
        DamagedMarks: when the marks do not stand as they should.
    """
    before, after = _around(crontab)
    if before and not before.endswith(b"\n"):
        before += b"\n"
    return before + lines.encode() + after


def without_lines(crontab: bytes) -> bytes:
    """Return the crontab without our lines.

    Raises:
        DamagedMarks: when the marks do not stand as they should.
    """
    before, after = _around(crontab)
    return before + after


def has_lines(crontab: bytes) -> bool:
    """Whether our lines are in it, whole or damaged."""
    return any(line in (BEGIN.encode(), END.encode()) for line in crontab.split(b"\n"))


def _around(crontab: bytes) -> tuple[bytes, bytes]:
    """Return what stands before our lines and after them."""
    lines = _split(crontab)
    begins = [at for at, line in enumerate(lines) if line.rstrip(b"\n") == BEGIN.encode()]
    ends = [at for at, line in enumerate(lines) if line.rstrip(b"\n") == END.encode()]
    if not begins and not ends:
        return crontab, b""
    if len(begins) != 1 or len(ends) != 1 or begins[0] > ends[0]:
        raise DamagedMarks
    return b"".join(lines[: begins[0]]), b"".join(lines[ends[0] + 1 :])


def _split(data: bytes) -> list[bytes]:
    parts = data.split(b"\n")
    return [part + b"\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])


def _quoted(word: str) -> str:
    """Return a word of the shell's without a percent sign.

    Cron takes a bare one for a line end; escaped it is right for cron, and has its backslash still where
    systemd-cron 1.15.19 made the line a timer.
    """
    if not word:
        return "''"
    return "\"$(printf '\\045')\"".join(shlex.quote(part) if part else "" for part in word.split("%"))


def _weekdays(days: frozenset[int]) -> str:
    """Return weekdays as cron has them: 0 is Sunday."""
    if len(days) == 7:
        return "*"
    return ",".join(str(number) for number in sorted((day + 1) % 7 for day in days))
