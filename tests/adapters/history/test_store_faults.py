"""Disk full, no permission, folders gone or no folders, a lock that is held: told, and nothing lost."""

import resource
import shutil
import signal
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from filelock import FileLock

from tests.adapters import processes
from tests.adapters.history.records import FixedClock, ids, paths_in, record, uuid
from tui.adapters.files.paths import Paths
from tui.adapters.history.store import HistoryStore
from tui.adapters.history.under_way import UnderWay
from tui.adapters.history.writer import Writer
from tui.adapters.settings.settings import SettingsStore
from tui.core.settings.settings import Settings
from tui.core.text.problems import StoreProblem


def open_store(paths: Paths, patience_s: float = 5.0) -> HistoryStore:
    return HistoryStore(paths, FixedClock(), patience_s)


def fails(act: Callable[[], object]) -> str:
    with pytest.raises(StoreProblem) as caught:
        act()
    assert "\n" not in caught.value.line
    return caught.value.line


def test_a_full_disk_leaves_the_old_file_and_saving_goes_on_when_there_is_room(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    open_store(paths).merge(record(n) for n in range(10))

    def body() -> None:
        path = paths.history / "2026-11.json"
        before = path.read_bytes()
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 10, hard))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        history = open_store(paths)
        assert "File too large" in fails(lambda: history.add(record(77)))
        assert path.read_bytes() == before
        assert not list(path.parent.glob(".*"))
        told = threading.Event()
        writer = Writer(history, lambda _problem: told.set(), retry_s=0.01)
        writer.save(record(78))
        assert told.wait(10)
        assert ids(writer.unsaved()) == {uuid(78)}
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
        assert writer.join() == ()
        assert ids(open_store(paths).all()) == {uuid(n) for n in (*range(10), 78)}

    processes.run(body)


def test_a_folder_that_may_only_be_read() -> None:
    with processes.open_to_all() as folder:
        paths = Paths(folder / "data", folder / "logs")

        def prepare() -> None:
            open_store(paths).add(record(1))
            for item in (paths.data, *paths.data.rglob("*")):
                item.chmod(0o555 if item.is_dir() else 0o444)

        def body() -> None:
            processes.become_nobody()
            history = open_store(paths)
            assert ids(history.all()) == {uuid(1)}
            assert len(history.days()) == 1
            assert history.problems == ()
            assert "Permission denied" in fails(lambda: history.add(record(2)))
            assert "Permission denied" in fails(lambda: history.delete(uuid(1)))
            assert "Permission denied" in fails(
                lambda: SettingsStore(paths, FixedClock()).write(Settings(volume=1))
            )
            writer = Writer(history, retry_s=0.01)
            writer.save(record(2))
            assert ids(writer.join()) == {uuid(2)}

        prepare()
        processes.run(body)
        for item in (paths.data, *paths.data.rglob("*")):
            item.chmod(0o755)


def test_a_folder_that_may_not_be_read() -> None:
    with processes.open_to_all() as folder:
        paths = Paths(folder / "data", folder / "logs")
        open_store(paths).add(record(1))
        paths.data.chmod(0o755)
        paths.history.chmod(0o000)

        def body() -> None:
            processes.become_nobody()
            assert "Permission denied" in fails(open_store(paths).all)
            assert "Permission denied" in fails(open_store(paths).days)

        processes.run(body)
        paths.history.chmod(0o755)


def test_damage_in_a_folder_that_may_only_be_read_is_read_past(tmp_path: Path) -> None:
    with processes.open_to_all() as folder:
        paths = Paths(folder / "data", folder / "logs")
        open_store(paths).merge([record(1), record(2, date(2026, 11, 21))])
        path = paths.history / "2026-11.json"
        path.write_bytes(path.read_bytes()[:-4])
        for item in (paths.data, *paths.data.rglob("*")):
            item.chmod(0o555 if item.is_dir() else 0o444)

        def body() -> None:
            processes.become_nobody()
            history = open_store(paths)
            assert len(history.all()) >= 1
            (problem,) = history.problems
            assert "is damaged" in problem.line
            assert "Permission denied" in problem.line

        processes.run(body)
        for item in (paths.data, *paths.data.rglob("*")):
            item.chmod(0o755)


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    paths.data.mkdir()
    paths.history.write_text("I am a file")
    assert "Not a directory" in fails(lambda: open_store(paths).all())
    fails(lambda: open_store(paths).add(record(1)))
    assert paths.history.read_text() == "I am a file"
    shutil.rmtree(paths.data)
    paths.data.write_text("so am I")
    fails(lambda: open_store(paths).add(record(1)))
    settings, problems = SettingsStore(paths, FixedClock()).read()
    assert settings == Settings()
    assert len(problems) == 1


def test_a_folder_that_is_removed_meanwhile_is_not_made_again_in_silence(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    history = open_store(paths)
    history.add(record(1))
    shutil.move(paths.data, tmp_path / "away")
    assert "has gone" in fails(lambda: history.add(record(2)))
    assert not paths.data.exists()
    shutil.move(tmp_path / "away", paths.data)
    history.add(record(2))
    assert ids(open_store(paths).all()) == {uuid(1), uuid(2)}


def test_a_lock_that_is_held_too_long_is_told(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    open_store(paths).add(record(1))
    with FileLock(paths.lock):
        history = open_store(paths, patience_s=0.05)
        assert "another terminal" in fails(lambda: history.add(record(2)))
        assert len(history.all()) == 1
        assert len(history.days()) == 1
    history.add(record(2))


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)

    def body() -> None:
        paths.data.mkdir()
        FileLock(paths.lock).acquire()
        signal.pause()

    pid = processes.start(body)
    while not paths.lock.exists():
        pass
    processes.kill(pid)
    open_store(paths).add(record(1))


def test_a_session_under_way_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    from tests.adapters.history.test_under_way import state

    paths = paths_in(tmp_path)
    paths.data.write_text("no folder")
    assert "cannot be kept" in fails(lambda: UnderWay(paths).save(state()))
    assert UnderWay(paths).find_interrupted() == ()


def test_saving_does_not_depend_on_a_backup(tmp_path: Path) -> None:
    paths = paths_in(tmp_path)
    open_store(paths).add(record(1))
    paths.backups.write_text("I am a file")
    open_store(paths).add(record(2))
    assert ids(open_store(paths).all()) == {uuid(1), uuid(2)}
