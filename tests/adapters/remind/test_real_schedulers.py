"""The machine's own cron and systemd: they take what they are told, and call.

The crontab of whoever runs this is used only where it is empty, and is empty again afterwards; a cron of
our own is started where none runs and this may be done.
"""

import os
import shutil
import signal
import subprocess
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.adapters.remind.fake_cron import FakeCron
from tests.adapters.remind.user_manager import own_user_manager
from tests.cli.programs import run
from tui.core.remind.plan import ReminderPlan
from tui.core.remind.systemd import NAME, calendar_lines, service_unit, timer_unit

pytestmark = pytest.mark.slow

_PID = Path("/run/crond.pid")
_MARGIN_S = 5
_PATIENCE_S = 150


def crontab(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    environ = {**os.environ, "LC_ALL": "C"}
    return subprocess.run(["crontab", *arguments], input=data, capture_output=True, check=False, env=environ)


@pytest.fixture
def cron_daemon():
    """Starts a cron, unless one runs, over an empty crontab.

    To be called when the crontab is written: a cron does not notice what changes in the second it starts in.
    """
    if not shutil.which("crontab") or not shutil.which("cron", path="/usr/sbin:/usr/bin"):
        pytest.skip("there is no cron here")
    if b"no crontab for" not in crontab("-l").stderr:
        pytest.skip("the crontab is in use")
    runs = not subprocess.run(["pgrep", "-x", "cron"], capture_output=True, check=False).returncode
    if not runs and os.geteuid():
        pytest.skip("no cron runs here")
    own: list[subprocess.Popen[bytes]] = []
    try:
        yield lambda: None if runs else own.append(subprocess.Popen(["/usr/sbin/cron", "-f"]))
    finally:
        crontab("-r")
        for daemon in own:
            daemon.send_signal(signal.SIGTERM)
            daemon.wait(10)
            _PID.unlink(missing_ok=True)


def test_cron_calls_between_other_peoples_lines(tmp_path, cron_daemon):
    played = FakeCron(tmp_path / "played")
    (played.bin / "crontab").unlink()
    home = tmp_path / "home"
    others = (
        f'# caf\u00e9 \\%\nPATH={played.bin}:/usr/bin:/bin\nMAILTO=""\n\n17 3 1 1 * true % input\n'.encode()
    )
    assert crontab("-", data=others).returncode == 0
    environ = {"PATH": f"{played.bin}:{os.environ['PATH']}", "HOME": str(tmp_path)}
    while datetime.now().second > 60 - _MARGIN_S:
        time.sleep(1)
    soon = datetime.now() + timedelta(minutes=1)
    ran = run(("remind", f"{soon:%H:%M}"), home, environ=environ)
    assert (ran.status, ran.err) == (0, "") and "by your crontab" in ran.out
    assert crontab("-l").stdout.startswith(others)
    cron_daemon()
    deadline = time.monotonic() + _PATIENCE_S
    while not played.shown and time.monotonic() < deadline:
        time.sleep(1)
    assert [line.partition("|")[0] for line in played.shown] == ["Time to stretch"]
    assert run(("remind", "--off"), home, environ=environ).status == 0
    assert crontab("-l").stdout == others


def systemd_analyze(*arguments: str) -> subprocess.CompletedProcess[str]:
    if not shutil.which("systemd-analyze"):
        pytest.skip("there is no systemd here")
    environ = {"XDG_RUNTIME_DIR": "/tmp", **os.environ, "LC_ALL": "C", "TZ": "Europe/Berlin"}
    return subprocess.run(
        ["systemd-analyze", *arguments], capture_output=True, text=True, check=False, env=environ
    )


PLAN = ReminderPlan((150, 660, 900), frozenset({0, 2, 6}))


def test_systemd_finds_no_fault_with_the_units(tmp_path):
    program = tmp_path / "a b$c%d" / "unhunch"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    call = (str(program), "remind", "--tick")
    service, timer = (tmp_path / f"{NAME}.{kind}" for kind in ("service", "timer"))
    service.write_text(service_unit(call, (str(program),), {"UNHUNCH_HOME": '/x/50% "q" \\b'}))
    timer.write_text(timer_unit(PLAN))
    verified = systemd_analyze("--user", "verify", str(service), str(timer))
    ours = [line for line in verified.stderr.splitlines() if NAME in line]
    assert (verified.returncode, ours) == (0, [])


def test_systemd_reads_the_calendar_as_it_is_meant():
    for line in calendar_lines(PLAN):
        told = systemd_analyze("calendar", line)
        assert told.returncode == 0, told.stderr
        assert f"Normalized form: {line}" in told.stdout
    gone = systemd_analyze("calendar", "--base-time=2026-03-28 12:00", "Sun *-*-* 03:30:00").stdout
    assert "Next elapse: Sun 2026-03-29 03:30:00 CEST" in gone


def test_a_user_manager_that_is_there_takes_the_timer_and_lets_it_go(tmp_path):
    if not shutil.which("systemctl") or run_user("show-environment").returncode:
        pytest.skip("no user manager of systemd answers here")
    if (Path.home() / ".config/systemd/user" / f"{NAME}.timer").exists():
        pytest.skip("reminders are in use")
    environ = {key: value for key, value in os.environ.items() if key.startswith(("XDG_", "DBUS_"))}
    environ["HOME"] = str(Path.home())
    try:
        ran = run(("remind", "11:00"), tmp_path, environ=environ)
        assert ran.status == 0 and "by a timer of your systemd" in ran.out
        assert run_user("is-active", f"{NAME}.timer").stdout == b"active\n"
        assert run_user("start", f"{NAME}.service").returncode == 0
    finally:
        assert run(("remind", "--off"), tmp_path, environ=environ).status == 0
    assert run_user("is-active", f"{NAME}.timer").stdout == b"inactive\n"


def test_a_timer_of_a_user_manager_reminds_at_its_time(tmp_path):
    played = FakeCron(tmp_path / "played")
    (played.bin / "systemctl").unlink()
    home = tmp_path / "home"
    with own_user_manager(played.path) as manager:
        while datetime.now().second > 60 - _MARGIN_S:
            time.sleep(1)
        soon = datetime.now() + timedelta(minutes=1)
        ran = run(("remind", f"{soon:%H:%M}"), home, environ=manager)
        assert (ran.status, ran.err) == (0, "") and "by a timer of your systemd" in ran.out
        deadline = time.monotonic() + _PATIENCE_S
        while not played.shown and time.monotonic() < deadline:
            time.sleep(1)
        assert [line.partition("|")[0] for line in played.shown] == ["Time to stretch"]
        service = run_user("show", "--property=Result,NRestarts", f"{NAME}.service", environ=manager)
        assert b"Result=success\n" in service.stdout
        assert run(("remind", "--off"), home, environ=manager).status == 0
        assert run_user("is-active", f"{NAME}.timer", environ=manager).stdout == b"inactive\n"
        assert not list(Path(manager["HOME"]).rglob(f"{NAME}*"))
    assert not played.crontab.exists()


def run_user(*words: str, environ: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["systemctl", "--user", *words],
        capture_output=True,
        check=False,
        env={**os.environ, **(environ or {})},
    )
