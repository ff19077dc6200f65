"""The files of a home as they are stored, and a sync program's copies of them."""

import json

import pytest

from tests.adapters.history.records import record
from tests.core.exchange.wholes import TUCK
from tui.core.exchange.everything import Everything
from tui.core.exchange.home_files import from_home_files, is_home_file, stored_file
from tui.core.exchange.import_file import Wanted, read_text
from tui.core.record.deletion import Deletion, deletion_to_dict
from tui.core.record.record_json import record_to_dict
from tui.core.streaks.progression import Progress
from tui.core.text.problems import UsageProblem

GONE = Deletion(record(3).id, record(3).started_at, record(3))


def table(name: str, entries: dict[str, object]) -> str:
    lines = ",\n".join(f"{json.dumps(key)}: {json.dumps(entry)}" for key, entry in entries.items())
    return f'{{\n"{name}": {{\n{lines}\n}}\n}}\n'


MONTH = table("sessions", {item.id: record_to_dict(item) for item in (record(1), record(2))})
SETTINGS = table("settings", {"volume": {"schema": 1, "value": 3}})
AWAY = table("away", {"x": {"schema": 1, "first": "2026-11-01", "last": "2026-11-03"}})
PROGRESS = table(
    "progress", {"sit-and-arch": {"schema": 1, "reps": 4, "since": None, "silenced_until": None}}
)
DELETED = json.dumps(deletion_to_dict(GONE)) + "\n"
FILES = {
    "history/2026-11.json": MONTH,
    "settings.json": SETTINGS,
    "away.json": AWAY,
    "progress.json": PROGRESS,
    "deleted.json": DELETED,
    "exercises/chin-tuck.toml": TUCK.decode(),
}


def read(files: dict[str, str]) -> Everything:
    return from_home_files({name: text.encode() for name, text in files.items()})


def test_a_home_is_read_whole() -> None:
    whole = read(FILES)
    assert whole.sessions == (record(1), record(2))
    assert whole.deleted == (GONE,)
    assert whole.settings == {"volume": 3}
    assert [str(item.last) for item in whole.away] == ["2026-11-03"]
    assert whole.progress == {"sit-and-arch": Progress(4)}
    assert list(whole.files) == ["exercises/chin-tuck.toml"]
    assert read({}) == Everything()


@pytest.mark.parametrize("name", ["settings.json", "away.json", "progress.json", "deleted.json"])
def test_a_copy_of_a_small_file_is_known_by_what_it_holds(name: str) -> None:
    assert stored_file(FILES[name]) == name
    assert read_text(FILES[name], "", Wanted()) == read({name: FILES[name]})


@pytest.mark.parametrize(
    "text", [MONTH, "", "{", "[]", "{}", '{"settings": 3}', '{"schema": 1, "sessions": []}', "3", '{"a": {}}']
)
def test_other_texts_are_none(text: str) -> None:
    assert stored_file(text) == ""


@pytest.mark.parametrize(
    "name",
    [
        *("history/2026-11.json", "2026-11.json", "2026-11.2026-11-28.json", "sets.toml"),
        *("history/2026-11.sync-conflict-20261127-101010-ABCDEFG.json", "exercises/a.toml"),
        "2026-11 (conflicted copy 2026-11-27).json",
    ],
)
def test_what_is_read_of_a_folder(name: str) -> None:
    assert is_home_file(name)


@pytest.mark.parametrize(
    "name",
    ["2026-11.json.corrupt-x", "summary.json", ".lock", "under-way/x.json", "backups/2026-11.json", "log"],
)
def test_what_is_not(name: str) -> None:
    assert not is_home_file(name)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("settings.json", table("settings", {"volume": {"value": 11}}), "volume"),
        ("settings.json", "[]", "must hold a table of settings"),
        ("away.json", "{", "no JSON"),
        ("progress.json", table("progress", {"a": {"reps": 99}}), "reps"),
        ("deleted.json", "{}\n", "id, when and record"),
        ("history/2026-11.json", MONTH[:-20], "JSON"),
        ("exercises/a.toml", "name = 3", "two_sided"),
    ],
)
def test_what_is_wrong_is_told_with_the_file(name: str, text: str, told: str) -> None:
    with pytest.raises(UsageProblem) as caught:
        read({**FILES, name: text})
    assert told in caught.value.line and name.rpartition("/")[2].split(".")[0] in caught.value.line
