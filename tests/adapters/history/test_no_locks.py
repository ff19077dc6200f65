"""A disk without file locks, as NFS may be: sessions are kept all the same, and it is told why."""

import errno
import fcntl
import os
from pathlib import Path
from typing import Any

import pytest

from tests.adapters.history.records import FixedClock, paths_in, record
from tests.adapters.history.test_under_way import state
from tui.adapters.history.store import HistoryStore
from tui.adapters.history.under_way import UnderWay


@pytest.fixture(params=[errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS, "open", "close"])
def without_locks(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A disk that refuses the lock; or the file, as a mount of rclone 1.60.1 does, at opening or closing."""
    if isinstance(request.param, str):
        refuse_files_of_locks(monkeypatch, at=request.param)
        return os.strerror(errno.EPERM)

    def refuse(*_: object) -> None:
        raise OSError(request.param, os.strerror(request.param))

    monkeypatch.setattr(fcntl, "flock", refuse)
    return os.strerror(request.param)


def refuse_files_of_locks(monkeypatch: pytest.MonkeyPatch, at: str) -> None:
    really_open, really_close = os.open, os.close
    refused: set[int] = set()

    def opened(path: Any, flags: int, *rest: Any, **options: Any) -> int:
        for_lock = str(path).endswith(".lock") and bool(flags & os.O_RDWR)
        if for_lock and at == "open" and os.path.exists(path):
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        descriptor = really_open(path, flags, *rest, **options)
        refused.update({descriptor} if for_lock else ())
        return descriptor

    def closed(descriptor: int) -> None:
        really_close(descriptor)
        if descriptor in refused and at == "close":
            refused.remove(descriptor)
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "open", opened)
    monkeypatch.setattr(os, "close", closed)


def test_sessions_are_kept_and_it_is_told(tmp_path: Path, without_locks: str) -> None:
    history = HistoryStore(paths_in(tmp_path), FixedClock())
    history.add(record(1))
    assert HistoryStore(paths_in(tmp_path), FixedClock()).all() == (record(1),)
    (problem,) = history.problems
    assert problem.line == (f"sessions are kept without a lock: {without_locks} (use one terminal at a time)")


def test_a_session_under_way_is_kept_too(tmp_path: Path, without_locks: str) -> None:
    under_way = UnderWay(paths_in(tmp_path))
    under_way.save(state(2))
    under_way.release()
    assert [item.units_done for item in UnderWay(paths_in(tmp_path)).interrupted()] == [
        state(2).record.units_done
    ]
