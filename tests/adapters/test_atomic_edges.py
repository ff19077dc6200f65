"""Replacing files where systems differ: Windows' readers in the way, and folders that cannot be synced."""

import errno
import os
import stat
from pathlib import Path

import pytest

from tui.adapters import atomic
from tui.adapters.atomic import replace_file, sync_folder


class Busy:
    """`os.replace` on a system where another program reads the file for the first `times` tries."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
        self.times = times
        self.tries = 0
        self.waits: list[float] = []
        self._replace = os.replace
        monkeypatch.setattr(atomic.os, "replace", self.replace)
        monkeypatch.setattr(atomic.time, "sleep", self.waits.append)

    def replace(self, source: Path, target: Path) -> None:
        self.tries += 1
        if self.tries <= self.times:
            raise PermissionError(errno.EACCES, "Permission denied")
        self._replace(source, target)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(atomic.sys, "platform", "win32")


@pytest.mark.usefixtures("windows")
def test_on_windows_a_reader_in_the_way_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy = Busy(monkeypatch, times=19)
    replace_file(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"new"
    assert busy.waits == [0.01] * 19


@pytest.mark.usefixtures("windows")
def test_on_windows_a_reader_that_stays_is_told_and_the_old_file_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.json").write_bytes(b"old")
    busy = Busy(monkeypatch, times=99)
    with pytest.raises(PermissionError):
        replace_file(tmp_path / "a.json", b"new")
    assert (busy.tries, len(busy.waits)) == (20, 19)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.json", b"old")]


def test_elsewhere_what_is_not_permitted_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    busy = Busy(monkeypatch, times=1)
    with pytest.raises(PermissionError):
        replace_file(tmp_path / "a.json", b"new")
    assert (busy.tries, busy.waits, list(tmp_path.iterdir())) == (1, [], [])


@pytest.mark.usefixtures("windows")
def test_on_windows_folders_are_not_synced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(atomic.os, "open", refuse)
    sync_folder(tmp_path)


@pytest.mark.parametrize(
    ("number", "told"), [(errno.EINVAL, False), (errno.ENOTSUP, False), (errno.EIO, True)]
)
def test_a_folder_that_cannot_be_synced_is_no_fault_but_a_broken_disk_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, told: bool
) -> None:
    fsync = os.fsync

    def fail_for_folders(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        fsync(descriptor)

    monkeypatch.setattr(atomic.os, "fsync", fail_for_folders)
    if told:
        with pytest.raises(OSError, match=os.strerror(number)):
            replace_file(tmp_path / "a.json", b"new")
    else:
        replace_file(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"new"
