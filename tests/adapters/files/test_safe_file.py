"""Files are replaced as a whole, and where things are kept is where they should be."""

import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tui.adapters.files import safe_file
from tui.adapters.files.paths import find_paths
from tui.adapters.files.safe_file import replace_file
from tui.adapters.machine.clock import MachineClock
from tui.core.text.problems import StoreProblem


def test_the_old_file_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.json"
    replace_file(path, b"old")

    def fail(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(safe_file.os, "fsync", fail)
    with pytest.raises(OSError, match="No space left"):
        replace_file(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert [item.name for item in tmp_path.iterdir()] == ["a.json"]


def test_data_and_name_are_forced_out_in_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def spy_fsync(descriptor: int) -> None:
        steps.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "file")
        fsync(descriptor)

    def spy_replace(source: Path, target: Path) -> None:
        steps.append("replace")
        replace(source, target)

    monkeypatch.setattr(safe_file.os, "fsync", spy_fsync)
    monkeypatch.setattr(safe_file.os, "replace", spy_replace)
    replace_file(tmp_path / "a.json", b"new")
    assert steps == ["file", "replace", "folder"]


def test_all_is_written_where_a_disk_takes_it_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(safe_file.os, "write", lambda descriptor, data: write(descriptor, data[:3]))
    replace_file(tmp_path / "a.json", b"more than three")
    assert (tmp_path / "a.json").read_bytes() == b"more than three"


def test_what_a_killed_writer_left_is_swept_up(tmp_path: Path) -> None:
    (tmp_path / ".a.json.tmp").write_text("half a fi")
    replace_file(tmp_path / "a.json", b"whole")
    assert [item.name for item in tmp_path.iterdir()] == ["a.json"]


def test_a_planted_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "victim").write_text("precious")
    (tmp_path / ".a.json.tmp").symlink_to(tmp_path / "victim")
    replace_file(tmp_path / "a.json", b"whole")
    assert (tmp_path / "victim").read_text() == "precious"


def test_a_wider_mode_is_narrowed(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.touch(0o666)
    replace_file(path, b"new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    replace_file(pipe, b"through", ours=False)
    reader.join(10)
    assert read == [b"through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_pipe_in_the_place_of_a_file_of_ours_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="not a regular file"):
        replace_file(tmp_path / "pipe", b"lost")


def test_one_folder_holds_everything() -> None:
    paths = find_paths({"UNHUNCH_HOME": "/somewhere"})
    found = (paths.data, paths.history, paths.exercises, paths.settings, paths.logs, paths.under_way)
    assert all(path.is_relative_to("/somewhere") for path in found)
    with pytest.raises(StoreProblem, match="absolute"):
        find_paths({"UNHUNCH_HOME": "relative"})


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
def test_without_it_the_platform_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/xdg")
    assert find_paths({}).data == Path("/xdg/unhunch")
    assert find_paths({"UNHUNCH_HOME": ""}).data == Path("/xdg/unhunch")


def test_the_clock_knows_its_offset() -> None:
    clock = MachineClock()
    assert clock.now().utcoffset() is not None
    assert clock.monotonic() <= clock.monotonic()


def test_reading_the_history_imports_nothing_heavy() -> None:
    program = (
        "import sys; from pathlib import Path; from tui.adapters.machine.clock import MachineClock;"
        "from tui.adapters.history.store import HistoryStore;"
        "from tui.adapters.files.paths import find_paths;"
        "from tui.adapters.settings.settings import SettingsStore;"
        "from tui.adapters.settings.away import AwayStore;"
        "from tui.core.streaks.status import status_of;"
        "paths = find_paths({'UNHUNCH_HOME': '/nowhere'}); HistoryStore(paths, MachineClock()).days();"
        "SettingsStore(paths, MachineClock()).read(); AwayStore(paths, MachineClock()).read();"
        "heavy = {'textual', 'rich', 'pygame', 'numpy', 'filelock', 'asyncio', 'platformdirs'};"
        "sys.exit(', '.join(heavy & set(sys.modules)) or 0)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
