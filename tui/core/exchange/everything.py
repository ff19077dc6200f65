"""All that a home holds, as the files of one archive, and strictly back."""

import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tui.core.exchange.cells import json_in, utf8
from tui.core.exercises.exercise_file import parse_exercise
from tui.core.exercises.named_set import FILE as SETS
from tui.core.record.deletion import Deletion, deletion_from_dict, deletion_to_dict
from tui.core.record.export import to_json
from tui.core.record.import_text import parse_import
from tui.core.record.record import Record
from tui.core.record.schema import SCHEMA
from tui.core.settings.settings import Away, Settings
from tui.core.settings.settings_json import away_from_dict, check_setting, settings_to_dict
from tui.core.streaks.progress_json import PROGRESS_KEYS, progress_from_dict, progress_to_dict
from tui.core.streaks.progression import Progress
from tui.core.text.problems import Problem, UsageProblem, printable

MANIFEST = "unhunch.json"
"""The file by which an archive is known."""
SESSIONS, DELETED = "sessions.json", "deleted.json"
SETTINGS, AWAY, PROGRESS = "settings.json", "away.json", "progress.json"
KEYS = "keys.toml"
FOLDER = "exercises/"
MOST_SOUND_BYTES = 2**20
MOST_TEXT_BYTES = 16 * 1024
"""Of an exercise, of the named sets or of the keys; what takes long to read does not fit."""
_MOST_FILES = 1000
_MOST_ENTRIES = 100_000
_FIXED = frozenset({MANIFEST, SESSIONS, DELETED, SETTINGS, AWAY, PROGRESS, SETS, KEYS})
_OWN_TEXTS = (SETS, KEYS)
_EXERCISE = re.compile(r"exercises/([a-z0-9]+(?:-[a-z0-9]+)*)\.toml\Z")
_SOUND = re.compile(r"exercises/[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}\.(?:ogg|opus|oga|wav|flac|mp3)\Z")
_MEANT = re.compile(r"exercises/[^.].*\.(?:toml|ogg|opus|oga|wav|flac|mp3)\Z", re.IGNORECASE | re.DOTALL)
_SETTING = re.compile(r"[a-z][a-z0-9_]{0,59}\Z")
_KNOWN = frozenset(settings_to_dict(Settings()))


@dataclass(frozen=True, slots=True)
class Everything:
    """What a home holds."""

    sessions: tuple[Record, ...] = ()
    deleted: tuple[Deletion, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    """The values that are stored, as JSON has them, by name."""
    away: tuple[Away, ...] = ()
    progress: Mapping[str, Progress] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Named sets, keys, own exercises and their sounds, by their paths in the home."""


def is_known(name: str) -> bool:
    """Whether an archive may hold a file of that name."""
    return name in _FIXED or is_file(name)


def is_file(name: str) -> bool:
    """Whether a file of that path in a home goes into an archive as it is."""
    return name in _OWN_TEXTS or bool(_EXERCISE.match(name) or _SOUND.match(name))


def is_own(name: str) -> bool:
    """Whether a file of that path in a home is meant as an exercise or its sound, by its ending."""
    return bool(_MEANT.match(name))


def to_files(everything: Everything) -> dict[str, bytes]:
    """Return the files of an archive, in their order."""
    away = [[item.first.isoformat(), item.last.isoformat()] for item in everything.away]
    progress = {name: progress_to_dict(stored) for name, stored in sorted(everything.progress.items())}
    deleted = [deletion_to_dict(item) for item in everything.deleted]
    return {
        MANIFEST: _json({"schema": SCHEMA, "holds": "everything"}),
        SESSIONS: to_json(everything.sessions).encode(),
        DELETED: _json({"schema": SCHEMA, "deleted": deleted}),
        SETTINGS: _json({"schema": SCHEMA, "settings": dict(sorted(everything.settings.items()))}),
        AWAY: _json({"schema": SCHEMA, "away": away}),
        PROGRESS: _json({"schema": SCHEMA, "progress": progress}),
        **dict(sorted(everything.files.items())),
    }


def from_files(files: Mapping[str, bytes]) -> Everything:
    """Return what the files of an archive hold.

    Raises:
        UsageProblem: naming the file and the reason of the first fault; nothing of it is usable then.
    """
    _part(files, MANIFEST, "holds", str)
    sessions = parse_import(_text(files, SESSIONS)) if SESSIONS in files else ()
    away = _part(files, AWAY, "away", list)
    deleted = _part(files, DELETED, "deleted", list)
    settings = _part(files, SETTINGS, "settings", dict)
    progress = _part(files, PROGRESS, "progress", dict)
    own = {name: data for name, data in files.items() if is_file(name)}
    if len(own) > _MOST_FILES or max(map(len, (away, deleted, settings, progress))) > _MOST_ENTRIES:
        raise _broken("it holds more than anybody has")
    try:
        return Everything(
            sessions=sessions,
            deleted=tuple(deletion_from_dict(item) for item in deleted),
            settings={name: checked_setting(name, value) for name, value in settings.items()},
            away=tuple(_away(item) for item in away),
            progress={name: _progress(name, item) for name, item in progress.items()},
            files={name: checked_file(name, data) for name, data in own.items()},
        )
    except UsageProblem:
        raise
    except Problem as problem:
        raise _broken(problem.fault) from problem


def checked_setting(name: str, value: Any) -> Any:
    """Return the stored value of a setting as it is, once it is known to be lawful; unknown ones stay.

    Raises:
        Problem: when it is not.
    """
    if not _SETTING.match(name):
        raise _broken(f"{SETTINGS}: '{name[:60]}' is no setting")
    if name in _KNOWN:
        check_setting(name, value)
    return value


def _away(item: Any) -> Away:
    if not isinstance(item, list) or len(item) != 2:
        raise _broken(f"{AWAY}: must be a list of [first, last]")
    return away_from_dict({"first": item[0], "last": item[1]})


def _progress(name: str, item: Any) -> Progress:
    if not name.strip() or len(name) > 100 or not name.isprintable():
        raise _broken(f"{PROGRESS}: there is a name that no exercise has")
    if not isinstance(item, dict) or item.keys() != PROGRESS_KEYS:
        raise _broken(f"{PROGRESS}: {name} must hold {', '.join(sorted(PROGRESS_KEYS))}")
    return progress_from_dict(item)


def checked_file(name: str, data: bytes) -> bytes:
    """Return a file as it is, once it is known to be one of its kind.

    Raises:
        Problem: when it is none.
    """
    found = _EXERCISE.match(name)
    text = found or name in _OWN_TEXTS
    if len(data) > (MOST_TEXT_BYTES if text else MOST_SOUND_BYTES):
        raise _broken(f"{name} is larger than {'16 KiB' if text else '1 MiB'}")
    if not text:
        return data
    try:
        values = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _broken(f"{name} is not TOML 1.0: {error}") from error
    if found:
        parse_exercise(values, found[1], own=True)
    return data


def _part(files: Mapping[str, bytes], name: str, key: str, kind: type) -> Any:
    if name not in files:
        if name == MANIFEST:
            raise _broken(f"it holds no {MANIFEST}")
        return kind()
    document = json_in(_text(files, name), lambda why: _broken(f"{name} is {why}"))
    if not isinstance(document, dict) or type(document.get("schema")) is not int:
        raise _broken(f"{name} must hold schema and {key}")
    if document["schema"] > SCHEMA:
        raise UsageProblem("the archive cannot be imported", "a newer version of unhunch wrote it")
    if not isinstance(document.get(key), kind):
        raise _broken(f"{name} must hold schema and {key}")
    return document[key]


def _text(files: Mapping[str, bytes], name: str) -> str:
    return utf8(files[name], lambda why: _broken(f"{name} {why}"))


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, allow_nan=False, indent=0) + "\n").encode()


def _broken(why: str) -> UsageProblem:
    return UsageProblem("the archive cannot be imported", printable(why))
