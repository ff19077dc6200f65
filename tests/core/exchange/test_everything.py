"""A home as an archive's files, and back; anything unlawful in them is one line, and nothing is usable."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.exchange.wholes import FILES, TUCK, wholes
from tui.core.exchange.everything import MANIFEST, Everything, from_files, is_file, is_known, to_files
from tui.core.text.problems import Problem, UsageProblem

EMPTY = to_files(Everything())


@settings(max_examples=30)
@given(wholes())
def test_everything_survives_its_files(whole: Everything) -> None:
    files = to_files(whole)
    assert all(map(is_known, files))
    assert from_files(files) == whole
    assert to_files(from_files(files)) == files


@pytest.mark.parametrize(
    "name",
    [
        *("exercises/../x.toml", "exercises/a/b.toml", "exercises/.toml", "exercises/A.toml", "../sets.toml"),
        *(
            "exercises/x.py",
            "history/2026-11.json",
            "exercises/.hidden.ogg",
            "exercises/x.ogg\n",
            ".lock",
            "",
        ),
    ],
)
def test_other_names_are_not_known(name: str) -> None:
    assert not is_known(name)


def test_the_names_of_own_files_are_known() -> None:
    assert all(is_file(name) and is_known(name) for name in FILES)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        (MANIFEST, b"[]", "unhunch.json must hold schema"),
        (MANIFEST, b'{"schema": 2, "holds": "everything"}', "a newer version"),
        ("sessions.json", b'{"schema": 1, "sessions": [3]}', "session 1"),
        ("sessions.json", b"\xff", "not UTF-8"),
        ("settings.json", b"{", "is no JSON"),
        ("settings.json", b'{"schema": 1, "settings": {"volume": 11}}', "volume"),
        ("settings.json", b'{"schema": 1, "settings": {"Volume!": 1}}', "is no setting"),
        ("settings.json", b'{"schema": 1, "settings": []}', "must hold schema and settings"),
        ("settings.json", b'{"schema": true, "settings": {}}', "must hold schema"),
        ("away.json", b'{"schema": 1, "away": [["2026-11-22"]]}', "first, last"),
        ("away.json", b'{"schema": 1, "away": [["2026-11-22", "2026-11-01"]]}', "ends before"),
        ("progress.json", b'{"schema": 1, "progress": {"a": {"reps": 3}}}', "must hold reps"),
        (
            "progress.json",
            b'{"schema": 1, "progress": {"a": {"reps": 0, "since": null, "silenced_until": null}}}',
            "reps",
        ),
        ("progress.json", b'{"schema": 1, "progress": {" ": {}}}', "name"),
        ("deleted.json", b'{"schema": 1, "deleted": [{"id": "x", "when": "x", "record": null}]}', "id"),
        ("exercises/x.toml", b"name = 3", "two_sided"),
        ("exercises/x.toml", b"\xff", "TOML"),
        ("exercises/x.toml", b"[" * 9999, "TOML"),
        ("exercises/x.ogg", b"x" * (2**20 + 1), "larger than 1 MiB"),
        ("sets.toml", b"= 1", "TOML"),
        ("keys.toml", b"= 1", "TOML"),
    ],
)
def test_what_is_unlawful_is_one_line(name: str, content: bytes, told: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        from_files({**EMPTY, name: content})
    assert told in caught.value.line and "\n" not in caught.value.line


def test_without_a_manifest_it_is_none() -> None:
    with pytest.raises(UsageProblem, match=r"holds no unhunch\.json"):
        from_files({"sessions.json": EMPTY["sessions.json"]})


@settings(max_examples=30)
@given(st.sampled_from(sorted({**EMPTY, "exercises/chin-tuck.toml": TUCK})), st.data())
def test_a_changed_byte_never_gives_more_than_a_problem(name: str, data: st.DataObject) -> None:
    files = {**EMPTY, "exercises/chin-tuck.toml": TUCK}
    content = bytearray(files[name])
    content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    try:
        from_files({**files, name: bytes(content)})
    except Problem as problem:
        assert "\n" not in problem.line


def test_the_files_are_json_a_person_can_read() -> None:
    assert json.loads(EMPTY["settings.json"]) == {"schema": 1, "settings": {}}
