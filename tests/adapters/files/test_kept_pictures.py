"""Pictures that starts began with: found again as they were drawn, or not at all, and never a word."""

import json
import os
import stat
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.adapters.files import kept_pictures
from tui.adapters.files.kept_pictures import DRAWING, MOST, MOST_BYTES, KeptPictures, build_of
from tui.core.figure.frame import Frame

SIZE = (3, 2)


def picture(codes: list[int] | None = None, columns: int = SIZE[0]) -> Frame:
    """A picture of these code points, in some colours."""
    codes = codes or [ord(character) for character in "▛▟ /_o"]
    return Frame(
        array("Q", [code << 32 | 0x7FFF << 16 | at for at, code in enumerate(codes)]).tobytes(), columns
    )


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A program of two files."""
    for part in DRAWING:
        folder = tmp_path / "program" / part
        (folder / "__pycache__").mkdir(parents=True)
        (folder / "drawn.py").write_text("drawn = 1\n")
        (folder / "__pycache__" / "drawn.pyc").write_text("compiled")
    return tmp_path / "program"


def a_start(tmp_path: Path, package: Path) -> KeptPictures:
    """What a start finds and keeps; it has looked once."""
    found = KeptPictures(tmp_path / "cache" / "pictures.json", package)
    found.find("", SIZE)
    return found


@given(
    told=st.text(max_size=20),
    cells=st.lists(st.sampled_from("▛▟🬀█ #/o").map(ord), min_size=6, max_size=6),
)
def test_the_next_start_finds_what_was_drawn(
    tmp_path_factory: pytest.TempPathFactory, told: str, cells: list[int]
) -> None:
    file = tmp_path_factory.mktemp("user") / "cache" / "pictures.json"
    first, drawn = KeptPictures(file), picture(cells)
    assert first.find(told, SIZE) is None
    first.keep(told, drawn)
    assert KeptPictures(file).find(told, SIZE) == drawn
    assert KeptPictures(file).find(f"{told} of another", SIZE) is None
    assert KeptPictures(file).find(told, (2, 3)) != drawn
    assert KeptPictures(file).find(told, (4, 2)) is None


def test_only_the_latest_are_kept_for_their_owner_alone(tmp_path: Path, package: Path) -> None:
    for number in range(MOST + 2):
        a_start(tmp_path, package).keep(str(number), picture())
    known = a_start(tmp_path, package)
    assert [bool(known.find(str(n), SIZE)) for n in range(MOST + 2)] == [False, False, *[True] * MOST]
    (file,) = (tmp_path / "cache").iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_two_programs_at_once_keep_what_the_other_has_kept(tmp_path: Path, package: Path) -> None:
    one, other = a_start(tmp_path, package), a_start(tmp_path, package)
    one.keep("one", picture())
    other.keep("other", picture())
    assert a_start(tmp_path, package).find("one", SIZE) and a_start(tmp_path, package).find("other", SIZE)


@pytest.mark.parametrize("part", DRAWING)
def test_another_build_finds_nothing(tmp_path: Path, package: Path, part: str) -> None:
    a_start(tmp_path, package).keep("told", picture())
    file = package / part / "drawn.py"
    was = os.stat(file)
    assert a_start(tmp_path, package).find("told", SIZE)
    file.with_name("new.py").write_text("drawn = 2\n")
    os.utime(file.with_name("new.py"), ns=(was.st_atime_ns, was.st_mtime_ns))
    file.with_name("new.py").replace(file)  # as long and as old as before
    assert a_start(tmp_path, package).find("told", SIZE) is None


def test_a_build_is_told_by_every_file_and_by_numpy(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = [list(build_of(package))]
    for part in DRAWING:
        (package / part / "drawn.py").write_text("drawn = 1.5\n")
        told.append(list(build_of(package)))
        (package / part / "more").mkdir()
        (package / part / "more" / "new.py").write_text("")
        told.append(list(build_of(package)))
        os.utime(package / part / "more" / "new.py", ns=(1, 1))
        told.append(list(build_of(package)))
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    told.append(list(build_of(package)))
    assert len(set(map(str, told))) == 8
    (package / DRAWING[0] / "__pycache__" / "drawn.pyc").write_text("compiled anew")
    assert list(build_of(package)) == told[-1]


def test_a_program_without_files_of_its_own_keeps_nothing(tmp_path: Path) -> None:
    known = a_start(tmp_path, tmp_path / "program.pyz")
    known.keep("told", picture())
    assert known.find("told", SIZE) is None
    assert not (tmp_path / "cache").exists()


def cut(text: str) -> bytes:
    return text.encode()[:-20]


def wrong_packing(text: str) -> bytes:
    return text.replace('"told": "', '"told": "AAAA').encode()


def wrong_kind(text: str) -> bytes:
    document = json.loads(text)
    return json.dumps({**document, "pictures": {"told": 7}}).encode()


def no_table(text: str) -> bytes:
    return json.dumps({**json.loads(text), "pictures": 7}).encode()


def too_long(text: str) -> bytes:
    return text.encode() + b" " * MOST_BYTES


FAULTS = [cut, wrong_packing, wrong_kind, no_table, too_long]


@pytest.mark.parametrize(
    "spoil", [*FAULTS, *(lambda _, data=data: data for data in (b"", b"\0" * 99, b"[]", b"[" * 99999))]
)
def test_a_damaged_file_holds_nothing_and_is_written_anew(
    tmp_path: Path, package: Path, spoil: object
) -> None:
    a_start(tmp_path, package).keep("told", picture())
    file = tmp_path / "cache" / "pictures.json"
    file.write_bytes(spoil(file.read_text()))  # type: ignore[operator]
    known = a_start(tmp_path, package)
    assert known.find("told", SIZE) is None
    known.keep("told", picture())
    assert a_start(tmp_path, package).find("told", SIZE) == picture()


@pytest.mark.parametrize("code", [0x1B, 0x07, 0x9B, 0x202E, 0xD800, 0x110000, 0xFFFFFFFF])
def test_what_could_not_be_drawn_is_no_picture(tmp_path: Path, package: Path, code: int) -> None:
    a_start(tmp_path, package).keep("told", picture([32, 32, code, 32, 32, 32]))
    assert a_start(tmp_path, package).find("told", SIZE) is None


def test_more_than_a_picture_is_none(tmp_path: Path, package: Path) -> None:
    a_start(tmp_path, package).keep("told", picture([32] * 10**6, 1000))
    assert a_start(tmp_path, package).find("told", SIZE) is None


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), PermissionError(13, "Denied")])
def test_a_disk_that_takes_nothing_is_no_fault(
    tmp_path: Path, package: Path, monkeypatch: pytest.MonkeyPatch, error: OSError
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise error

    known = a_start(tmp_path, package)
    monkeypatch.setattr(os, "replace", refuse)
    known.keep("told", picture())
    assert list((tmp_path / "cache").iterdir()) == []
    monkeypatch.setattr(kept_pictures, "make_folder", refuse)
    known.keep("told", picture())


@pytest.mark.parametrize("in_the_way", ["file", "link that leads nowhere", "pipe", "folder"])
def test_what_is_in_the_way_is_left_alone(tmp_path: Path, package: Path, in_the_way: str) -> None:
    cache = tmp_path / "cache"
    if in_the_way == "file":
        cache.write_text("mine")
    elif in_the_way == "link that leads nowhere":
        cache.symlink_to(tmp_path / "gone")
    else:
        cache.mkdir()
        file = cache / "pictures.json"
        os.mkfifo(file) if in_the_way == "pipe" else file.mkdir()
    known = a_start(tmp_path, package)
    known.keep("told", picture())
    assert a_start(tmp_path, package).find("told", SIZE) is None
    assert not cache.is_file() or cache.read_text() == "mine"
