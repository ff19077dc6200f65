"""The settings: one a line in a file of their own."""

from collections.abc import Mapping
from typing import Any

from tui.adapters.files.entry_file import EntryFile
from tui.adapters.files.paths import Paths
from tui.core.settings.settings import Settings
from tui.core.settings.settings_json import (
    NUMBER,
    VERSION,
    in_words_of_now,
    settings_from_dict,
    settings_to_dict,
)
from tui.core.text.problems import Problem, StoreProblem
from tui.core.timer.clock import Clock


class SettingsStore:
    """What a person has chosen.

    Args:
        paths: where the data is.
        clock: dates backups.
    """

    def __init__(self, paths: Paths, clock: Clock) -> None:
        self._file = EntryFile(paths, "settings", frozenset({"value"}), _value, clock)
        self._last = settings_to_dict(Settings())
        self._saving: dict[str, Any] = {}
        """What is being written, and may be in the file before that is known to have come to an end."""
        self._of_before: bool | None = None
        """As it was when the file was last read or written here; None before."""

    def read(self) -> tuple[Settings, tuple[Problem, ...]]:
        """Return the settings and what is wrong: what cannot be read has its default. Never fails."""
        values, problems = self._file.read()
        self._of_before = _is_of_before(values)
        settings, broken = settings_from_dict(in_words_of_now(values))
        self._last = settings_to_dict(settings)
        return settings, (*problems, *broken)

    def write(self, settings: Settings, before: Settings | None = None) -> None:
        """Save what differs from `before`, else from what was last read or written: others' changes stay.

        Raises:
            StoreProblem: when it could not be saved.
        """
        new, known = settings_to_dict(settings), settings_to_dict(before) if before else self._last
        changed = {name: new[name] for name in new if new[name] != known[name]}
        self._saving = changed
        try:
            self.put({**self._in_words_of_now(), **changed} if changed else {})
            self._last.update(changed)
        finally:
            self._saving = {}

    def news(self, settings: Settings) -> dict[str, Any]:
        """Return by name what others have stored since it was last read or written here. Never fails.

        Args:
            settings: those in force; what was changed in them, and is saved soon, is no news.
        """
        before = dict(self._last)
        stored = in_words_of_now(self.stored())
        own = {**before, **self._saving}
        last = dict(self._last)  # only now: what a save has brought into the file is in this, or in `own`
        found = settings_from_dict(stored)[0]
        now, here = settings_to_dict(found), settings_to_dict(settings)
        others = [
            name for name in now if name in stored and now[name] not in (before[name], own[name], last[name])
        ]
        self._last.update({name: now[name] for name in others})
        return {name: getattr(found, name) for name in others if here[name] == last[name]}

    def is_of_before(self) -> bool:
        """Whether what is stored was written by version 0.1, and by no other since. Never fails."""
        if self._of_before is None:
            self._of_before = _is_of_before(self._file.values())
        return self._of_before

    def bring_up(self) -> None:
        """Save what version 0.1 stored in the words of this one, so that it is told of only once.

        Raises:
            StoreProblem: when it could not be saved.
        """
        if self.is_of_before():
            self.put(self._in_words_of_now())

    def stored(self) -> dict[str, Any]:
        """Return the values that are stored, as they are: not the defaults. Never fails."""
        return self._file.values()

    def read_stored(self) -> tuple[dict[str, Any], tuple[StoreProblem, ...]]:
        """Return the same, and what is wrong with the file. Never fails."""
        return self._file.read()

    def put(self, values: Mapping[str, Any]) -> None:
        """Save plain values by name, over those that are stored.

        Raises:
            StoreProblem: when they could not be saved.
        """
        self._file.put({name: {"value": value} for name, value in values.items()})
        if VERSION in values:
            self._of_before = False

    def _in_words_of_now(self) -> dict[str, Any]:
        """Return what has to be saved beside a change, so that all that is stored is of this version."""
        stored = self.stored()
        return {} if VERSION in stored else {**_renamed(stored), VERSION: NUMBER}


def _is_of_before(stored: Mapping[str, Any]) -> bool:
    return bool(stored) and VERSION not in stored


def _renamed(stored: dict[str, Any]) -> dict[str, Any]:
    """Return what has another value in the words of this version."""
    now = settings_to_dict(settings_from_dict(in_words_of_now(stored))[0])
    return {name: now[name] for name in stored if name in now and stored[name] != now[name]}


def _value(document: dict[str, Any]) -> Any:
    return document["value"]
