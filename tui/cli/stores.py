"""Opens what a person's data is kept in, for the commands."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from tui.adapters.files.paths import Paths, find_paths
from tui.adapters.history.store import HistoryStore
from tui.adapters.settings.away import AwayStore
from tui.adapters.settings.settings import SettingsStore
from tui.cli.present import doubts, present
from tui.cli.streams import Streams
from tui.core.settings.settings import Away, Settings, at_a_usual_desk
from tui.core.streaks.days import StreakRules, day_of, rules_of, span_of
from tui.core.text.problems import Problem, StoreProblem

if TYPE_CHECKING:
    from tui.adapters.history.writer import Writer
    from tui.core.record.record import Record

USUAL_DESK = "Sets are due from Monday to Friday: Settings have other desk days."
"""What is said of the desk days that a new home begins with."""


@dataclass(frozen=True)
class Stores:
    """The stores and what was read of the small ones."""

    paths: Paths
    history: HistoryStore
    settings_store: SettingsStore
    settings: Settings
    away: tuple[Away, ...]
    problems: tuple[Problem, ...]
    """What was found wrong in the small files."""
    today: date
    """The day it is by the day start of the settings."""

    @property
    def rules(self) -> StreakRules:
        """The rules of days in force."""
        return rules_of(self.settings, self.away)

    @property
    def span_of_today(self) -> tuple[datetime, datetime]:
        """Today's first moment on the wall clock, and the next day's."""
        return span_of(self.today, self.settings.day_start_minute)


def open_stores(streams: Streams) -> Stores:
    """Open the stores of the shell's user and read the small files; the history is read when asked for.

    Raises:
        StoreProblem: when there is no place for them, or the clock is far off.
    """
    now = present(streams.clock)
    paths = find_paths(streams.environ)
    settings_store = SettingsStore(paths, streams.clock)
    settings, broken = settings_store.read()
    away_store = AwayStore(paths, streams.clock)
    away, lost = away_store.read()
    return Stores(
        paths=paths,
        history=HistoryStore(paths, streams.clock),
        settings_store=settings_store,
        settings=settings,
        away=away,
        problems=(*doubts(now), *broken, *lost),
        today=day_of(now, settings.day_start_minute),
    )


def open_readable(streams: Streams) -> Stores:
    """Open the stores of a home that can be looked into, for what would else tell of nothing but defaults.

    Raises:
        StoreProblem: as `open_stores`, and when it cannot be looked into.
    """
    require_readable(find_paths(streams.environ))
    return open_stores(streams)


def require_readable(paths: Paths) -> None:
    """Make sure that the files of a home can be reached, if there are any.

    Raises:
        StoreProblem: when they cannot.
    """
    try:
        os.stat(paths.settings)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreProblem(f"cannot read {paths.data}", error.strerror or "") from error


def tell_problems(stores: Stores, streams: Streams) -> None:
    """Print on standard error what was found wrong while reading."""
    for problem in (*stores.problems, *stores.history.problems):
        streams.warn(problem.line)


def readable_records(history: HistoryStore) -> "Iterator[Record]":
    """Yield the records, the newest first, up to where the history cannot be read."""
    try:
        yield from history.newest_first()
    except StoreProblem:
        return


def stored_reps(stores: Stores, streams: Streams) -> Mapping[str, int]:
    """Return the stored repetitions by exercise id; print what was found wrong with them."""
    from tui.adapters.settings.progress import ProgressStore  # only here: most commands need none

    progress, problems = ProgressStore(stores.paths, streams.clock).read()
    for problem in problems:
        streams.warn(problem.line)
    return {exercise: stored.reps for exercise, stored in progress.items()}


def begin_at_a_desk(settings: Settings, store: SettingsStore, writer: "Writer") -> tuple[Settings, str]:
    """Save the settings of whoever begins with a session; return them, and what is to be said of them."""
    usual = at_a_usual_desk(settings)
    if usual != settings:
        writer.submit(lambda: store.write(usual))
    return usual, "" if settings.welcomed or settings.desk_days else USUAL_DESK
