"""A user manager of systemd of our own, where none runs: in namespaces, so that nothing else sees it."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

_START = """echo $$ >"$1/cgroup.procs" && exec unshare --mount --cgroup sh -c '
mount -t tmpfs tmpfs /run && mkdir -p /run/systemd/system && mount -t cgroup2 cgroup2 /sys/fs/cgroup &&
exec systemd --user'"""
"""It starts only where /run says that systemd booted the machine, and works in the cgroups that it sees."""
_STARTS_WITHIN_S = 20


@contextmanager
def own_user_manager(path: str) -> Iterator[dict[str, str]]:
    """Run a user manager with a home of its own; give the variables that lead to it.

    Args:
        path: PATH of what it calls.
    """
    if not shutil.which("systemd") or not shutil.which("unshare"):
        pytest.skip("there is no systemd here, or no unshare")
    group = _own_group()
    folder = Path(tempfile.mkdtemp(dir="/tmp", prefix="unhunch-"))  # the name of a socket has 108 characters
    environ = {"PATH": path, "HOME": str(folder / "home"), "XDG_RUNTIME_DIR": str(folder / "run")}
    for name in ("home", "run"):
        (folder / name).mkdir(mode=0o700)
    log = folder / "log"
    manager = None
    try:
        with log.open("wb") as out:
            manager = subprocess.Popen(
                ["sh", "-c", _START, "sh", str(group)],
                env={**environ, "SYSTEMD_LOG_TARGET": "console"},
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )
        if not _answers(manager, environ):
            said = log.read_text(errors="replace").strip().splitlines()
            pytest.skip(f"a user manager cannot be started here: {said[-1] if said else 'it says nothing'}")
        ask = ["systemctl", "--user", "set-environment", f"PATH={path}"]  # it starts with a PATH of its own
        subprocess.run(ask, env={**environ, "PATH": os.environ["PATH"]}, check=True)
        yield environ
    finally:
        if manager:
            manager.send_signal(signal.SIGTERM)
            with suppress(subprocess.TimeoutExpired):
                manager.wait(20)
            manager.kill()
            manager.wait(10)
        _remove(group)
        shutil.rmtree(folder, ignore_errors=True)


def _own_group() -> Path:
    """Make a control group for it below our own, so that it never reaches ours."""
    mounts = [line.split() for line in Path("/proc/self/mounts").read_text().splitlines()]
    at = next((Path(fields[1]) for fields in mounts if fields[2] == "cgroup2"), None)
    ours = next(
        (line[3:] for line in Path("/proc/self/cgroup").read_text().splitlines() if line.startswith("0::")),
        None,
    )
    if at is None or ours is None:
        pytest.skip("there are no control groups of the second version here")
    group = at / ours.lstrip("/") / f"unhunch-test-{os.getpid()}"
    try:
        group.mkdir()
    except OSError as error:
        pytest.skip(f"no control group can be made here: {error}")
    return group


def _remove(group: Path) -> None:
    """Remove a group and those under it, with what still runs in them."""
    deadline = time.monotonic() + 10
    while group.exists() and time.monotonic() < deadline:
        for procs in group.rglob("cgroup.procs"):
            for pid in procs.read_text().split():
                with suppress(OSError):
                    os.kill(int(pid), signal.SIGKILL)
        for folder in sorted((path for path in group.rglob("*") if path.is_dir()), reverse=True):
            with suppress(OSError):
                folder.rmdir()
        with suppress(OSError):
            group.rmdir()
        time.sleep(0.1)


def _answers(manager: subprocess.Popen[bytes], environ: dict[str, str]) -> bool:
    ask = ["systemctl", "--user", "show-environment"]
    deadline = time.monotonic() + _STARTS_WITHIN_S
    while manager.poll() is None and time.monotonic() < deadline:
        whole = {**environ, "PATH": os.environ["PATH"]}
        if not subprocess.run(ask, env=whole, capture_output=True, check=False).returncode:
            return True
        time.sleep(0.2)
    return False
