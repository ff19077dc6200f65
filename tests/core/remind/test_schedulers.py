"""What cron, systemd and launchd are told; every byte of other people stays."""

import plistlib
import shlex
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.remind.crontab import (
    BEGIN,
    END,
    DamagedMarks,
    crontab_lines,
    has_lines,
    with_lines,
    without_lines,
)
from tui.core.remind.launchd import agent
from tui.core.remind.plan import ReminderPlan
from tui.core.remind.systemd import calendar_lines, service_unit, timer_unit

PLAN = ReminderPlan((11 * 60, 15 * 60 + 5), frozenset({0, 1, 2, 6}))
CALL = ("/opt/a b/unhunch", "remind", "--tick")
LINES = crontab_lines(PLAN, CALL, ("/opt/a b/unhunch",), {"UNHUNCH_HOME": "/home/x/50%"})
FOREIGN = st.lists(
    st.binary(max_size=30).filter(lambda line: b"\n" not in line and not has_lines(line)), max_size=6
).map(lambda lines: b"".join(line + b"\n" for line in lines))


def test_the_lines_of_cron() -> None:
    begin, first, second, end = LINES.splitlines()
    assert (begin, end) == (BEGIN, END)
    assert first.startswith(
        "0 11 * * 0,1,2,3 test -e '/opt/a b/unhunch' && UNHUNCH_HOME=/home/x/50\"$(printf '\\045')\" "
    )
    assert second.startswith("5 15 * * 0,1,2,3 ")
    assert first.endswith(" remind --tick >/dev/null 2>&1")
    every_day = crontab_lines(ReminderPlan((0,), frozenset(range(7))), CALL, (), {})
    assert every_day.splitlines()[1].startswith("0 0 * * * ")


@pytest.mark.parametrize(
    "name", ["plain", "with space", "it's", "50%", "$HOME", 'a"b', "back\\slash", "sem;i&", "%", "%%a b%"]
)
def test_any_path_is_found_by_the_shell(tmp_path, name) -> None:
    program = tmp_path / name
    program.write_text('#!/bin/sh\necho "$UNHUNCH_HOME" > "$0.ran"\n')
    program.chmod(0o700)
    lines = crontab_lines(PLAN, (str(program),), (str(program),), {"UNHUNCH_HOME": f"/x/{name}"})
    command = lines.splitlines()[1].split(" ", 5)[5]
    assert "%" not in command, (
        "cron ends the line there; systemd-cron 1.15.19 keeps the backslash of an escaped one"
    )
    assert subprocess.run(["sh", "-c", command], check=False).returncode == 0
    assert (tmp_path / f"{name}.ran").read_text() == f"/x/{name}\n"
    program.unlink()
    gone = subprocess.run(["sh", "-c", command], check=False, capture_output=True)
    assert (gone.stdout, gone.stderr) == (b"", b"")


@given(FOREIGN, FOREIGN)
def test_every_foreign_byte_stays(before: bytes, after: bytes) -> None:
    with_ours = before + LINES.encode() + after
    assert without_lines(with_ours) == before + after
    assert with_lines(with_ours, "new\n") == before + b"new\n" + after
    assert with_lines(before, LINES) == before + LINES.encode()
    assert without_lines(before) == before
    assert has_lines(with_ours) and not has_lines(before)


@pytest.mark.parametrize(
    "text",
    [
        f"{BEGIN}\n",
        f"{END}\n",
        f"{END}\n{BEGIN}\n",
        f"{BEGIN}\n{BEGIN}\n{END}\n",
        f"{BEGIN}\nx\n{END}\n{END}\n",
    ],
)
def test_damaged_marks_are_left_alone(text: str) -> None:
    for act in (without_lines, lambda data: with_lines(data, LINES)):
        with pytest.raises(DamagedMarks):
            act(f"# mine\n{text}# mine\n".encode())
    assert has_lines(text.encode())


def test_a_last_line_without_an_end_gets_one() -> None:
    assert with_lines(b"1 2 * * * true", LINES).startswith(b"1 2 * * * true\n#")


def test_the_units_of_systemd() -> None:
    service = service_unit(CALL, ("/opt/a b/unhunch",), {"UNHUNCH_HOME": "/home/x/50%"})
    assert "ConditionPathExists=/opt/a b/unhunch\n" in service
    assert 'Environment="UNHUNCH_HOME=/home/x/50%%"\n' in service
    assert 'ExecStart="/opt/a b/unhunch" "remind" "--tick"\n' in service
    assert calendar_lines(PLAN) == ("Mon,Tue,Wed,Sun *-*-* 11:00:00", "Mon,Tue,Wed,Sun *-*-* 15:05:00")
    night = ReminderPlan((150,), frozenset(range(7)))
    assert calendar_lines(night) == ("*-*-* 02:30:00", "*-*-* 03:30:00")
    assert timer_unit(PLAN).count("OnCalendar=") == 2


def test_the_agent_of_launchd() -> None:
    told = plistlib.loads(plistlib.dumps(agent(PLAN, CALL, ("/opt/a b/unhunch",), {"UNHUNCH_HOME": "/x"})))
    assert {"Weekday": 0, "Hour": 15, "Minute": 5} in told["StartCalendarInterval"]
    assert len(told["StartCalendarInterval"]) == 8
    assert shlex.split(told["ProgramArguments"][2])[:3] == ["test", "-e", "/opt/a b/unhunch"]
