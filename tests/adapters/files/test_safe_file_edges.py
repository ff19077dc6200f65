"""Replacing files where systems differ: Windows' readers in the way, and folders that cannot be synced."""

import errno
import os
import stat
from pathlib import Path

import pytest

from tui.adapters.files import safe_file
from tui.adapters.files.safe_file import make_folder, replace_file, sync_folder


class Busy:
    """`os.replace` on a system where another program reads the file for the first `times` tries."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
        self.times = times
        self.tries = 0
        self.waits: list[float] = []
        self._replace = os.replace
        monkeypatch.setattr(safe_file.os, "replace", self.replace)
        monkeypatch.setattr(safe_file.time, "sleep", self.waits.append)

    def replace(self, source: Path, target: Path) -> None:
        self.tries += 1
        if self.tries <= self.times:
            raise PermissionError(errno.EACCES, "Permission denied")
        self._replace(source, target)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_file.sys, "platform", "win32")


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

    monkeypatch.setattr(safe_file.os, "open", refuse)
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

    monkeypatch.setattr(safe_file.os, "fsync", fail_for_folders)
    if told:
        with pytest.raises(OSError, match=os.strerror(number)):
            replace_file(tmp_path / "a.json", b"new")
    else:
        replace_file(tmp_path / "a.json", b"new")
    assert (tmp_path / "a.json").read_bytes() == b"new"


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o777])
def test_every_folder_that_is_made_is_its_owners_only_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        make_folder(tmp_path / "share" / "unhunch" / "history")
    finally:
        os.umask(before)
    made = (tmp_path / "share", tmp_path / "share" / "unhunch", tmp_path / "share" / "unhunch" / "history")
    assert [stat.S_IMODE(path.stat().st_mode) for path in made] == [0o700] * 3


def test_a_folder_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared").chmod(0o755)
    make_folder(tmp_path / "shared" / "history")
    make_folder(tmp_path / "shared" / "history")
    assert stat.S_IMODE((tmp_path / "shared").stat().st_mode) == 0o755


def test_a_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(OSError, match="File exists"):
        make_folder(tmp_path / "taken")


def test_in_a_folder_of_others_nothing_is_swept_up_and_names_may_be_long(tmp_path: Path) -> None:
    name = "n" * 250 + ".csv"
    (tmp_path / ".a.csv.tmp").write_text("precious")
    replace_file(tmp_path / "a.csv", b"new", ours=False)
    replace_file(tmp_path / name, b"new", ours=False)
    assert {path.name for path in tmp_path.iterdir()} == {".a.csv.tmp", "a.csv", name}
    assert (tmp_path / ".a.csv.tmp").read_text() == "precious"


def test_a_file_that_has_the_temporary_name_by_chance_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safe_file.os, "urandom", bytes)
    taken = tmp_path / f".{bytes(8).hex()}.tmp"
    taken.write_text("precious")
    with pytest.raises(FileExistsError):
        replace_file(tmp_path / "a.csv", b"new", ours=False)
    assert taken.read_text() == "precious"
