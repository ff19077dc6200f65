"""Archives made to do harm are refused before anything of them is used."""

import io
import stat
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.adapters.exchange import zip_file
from tui.adapters.exchange.zip_file import names_in, read_zip, write_zip
from tui.core.text.problems import UsageProblem


def made(fill: Callable[[zipfile.ZipFile], object], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        fill(archive)
    return buffer.getvalue()


def named(name: str, mode: int = 0) -> bytes:
    entry = zipfile.ZipInfo(name)
    entry.external_attr = mode << 16
    return made(lambda archive: archive.writestr(entry, b"x"))


@settings(max_examples=30)
@given(st.dictionaries(st.text("abc", min_size=1, max_size=9), st.binary(max_size=99), max_size=5))
def test_what_is_written_is_read_and_always_the_same(files: dict[str, bytes]) -> None:
    data = write_zip(files)
    assert read_zip(data, lambda _: True) == files
    assert write_zip(files) == data
    assert read_zip(data, lambda _: False) == {}


@pytest.mark.parametrize(
    "name",
    ["../x", "a/../x", "/etc/passwd", "a//b", "./x", "C:/x", "a\\..\\x", "..", "a/..", "../", "/", "a/./"],
)
def test_a_name_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(UsageProblem, match="leads out of it"):
        names_in(named(name))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR, stat.S_IFDIR])
def test_links_and_devices_are_refused(kind: int) -> None:
    with pytest.raises(UsageProblem, match="not a regular file"):
        names_in(named("x", kind | 0o777))


def test_an_encrypted_one_is_refused() -> None:
    data = bytearray(named("x"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    with pytest.raises(UsageProblem, match="encrypted"):
        names_in(bytes(data))


def test_other_ways_of_packing_are_refused() -> None:
    with pytest.raises(UsageProblem, match="not known"):
        names_in(made(lambda archive: archive.writestr("x", b"x"), zipfile.ZIP_LZMA))


def test_one_name_twice_is_refused() -> None:
    def twice(archive: zipfile.ZipFile) -> None:
        archive.writestr("x", b"a")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("x", b"b")

    with pytest.raises(UsageProblem, match="twice"):
        names_in(made(twice))


def test_too_many_entries_are_refused() -> None:
    many = zip_file.MOST_ENTRIES + 1
    data = made(lambda archive: [archive.writestr(f"{n}", b"") for n in range(many)], zipfile.ZIP_STORED)
    with pytest.raises(UsageProblem, match="more than 10000 files"):
        names_in(data)


def test_a_bomb_is_refused_whatever_it_says_of_its_size() -> None:
    data = bytearray(made(lambda archive: archive.writestr("x", b"\0" * (zip_file.MOST_UNPACKED_BYTES + 1))))
    with pytest.raises(UsageProblem, match="more than 64 MiB"):
        read_zip(bytes(data), lambda _: True)
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.index(mark) + offset
        data[at : at + 4] = (9).to_bytes(4, "little")
    with pytest.raises(UsageProblem):
        read_zip(bytes(data), lambda _: True)


def test_several_files_share_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zip_file, "MOST_UNPACKED_BYTES", 2**20)
    data = write_zip({"a": b"\0" * (2**20 - 1), "b": b"12"})
    with pytest.raises(UsageProblem, match="more than 1 MiB"):
        read_zip(data, lambda _: True)
    assert len(read_zip(data, lambda name: name == "a")) == 1


@settings(max_examples=30)
@given(st.data())
def test_a_changed_byte_never_gives_more_than_a_problem(data: st.DataObject) -> None:
    content = bytearray(write_zip({"unhunch.json": b'{"schema": 1}' * 9, "b/c": b"\0\1\2"}))
    for _ in range(data.draw(st.integers(1, 3))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_zip(bytes(content), lambda _: True)
    except UsageProblem as problem:
        assert "\n" not in problem.line
