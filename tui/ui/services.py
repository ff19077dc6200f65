"""What the screens are given by the composition root: values, and the few things they may ask for."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal, Protocol

from tui.adapters.content import Catalogue
from tui.adapters.paths import Paths
from tui.core.days import DayFacts
from tui.core.exercise import Exercise
from tui.core.plan import Overrides
from tui.core.player import Player
from tui.core.problems import Problem
from tui.core.record import Record
from tui.core.settings import Away, Settings

GUARD_S = 0.7
"""A key pressed this soon after a screen came up was meant for the one before."""


class Clock(Protocol):
    """The two clocks; tests pass one that they move by hand."""

    def monotonic(self) -> float:
        """Return seconds that only ever grow."""

    def now(self) -> datetime:
        """Return the local date and time, with its offset."""


class SettingsStore(Protocol):
    """Keeps the settings. Its methods raise StoreProblem when they cannot."""

    def write(self, settings: Settings) -> None:
        """Keep `settings`."""


class ProgressStore(Protocol):
    """Keeps each exercise's repetitions. Its methods raise StoreProblem when they cannot."""

    def reps(self) -> Mapping[str, int]:
        """Return the stored repetitions by exercise id; one that is missing has its dose's."""

    def set_reps(self, exercise: str, reps: int, at: datetime) -> None:
        """Keep a number of repetitions, which restarts the count of completed days."""

    def silence(self, exercise: str, until: date) -> None:
        """Offer nothing for this exercise before `until`."""


class History(Protocol):
    """All sessions. Its methods raise StoreProblem when they cannot."""

    def add(self, record: Record) -> None:
        """Save a record; one with a known id is replaced when this one was changed later."""

    def newest_first(self) -> Iterator[Record]:
        """Yield all records, the newest day first."""

    def days(self) -> Mapping[date, DayFacts]:
        """Return what was done on each day."""


class UnderWay(Protocol):
    """Keeps the sessions that have not ended yet. Its methods raise StoreProblem when they cannot."""

    def interrupted(self) -> tuple[Record, ...]:
        """Return what was counted of the sessions whose program ended without them."""

    def drop(self, record_id: str) -> None:
        """Forget one."""


class Writer(Protocol):
    """One thread that does all saving, in order."""

    def submit(self, job: Callable[[], None]) -> None:
        """Do `job` soon; a StoreProblem that it raises is kept and told."""

    def join(self, timeout_s: float) -> tuple[Record, ...]:
        """Wait until all is saved and return the records that could not be."""


@dataclass(frozen=True)
class Services:
    """Everything that the app gets; nothing in it is heavy to make."""

    catalogue: Catalogue
    paths: Paths
    clock: Clock
    settings: Settings
    """As they were read at the start; `App.settings` are those in force."""
    settings_store: SettingsStore
    progress: ProgressStore
    history: History
    under_way: UnderWay
    writer: Writer
    open_player: Callable[[Settings], Player]
    """Makes a player with the settings' volume and tones; it is not yet open."""
    load_glyphs: Callable[[], Any]
    """Reads the glyphs' ink for the figure; only after the first paint."""
    away: Callable[[], Iterable[Away]] = tuple
    """Reads the days marked as away."""
    problems: tuple[Problem, ...] = ()
    """What was found wrong at the start, each told in one line."""
    guard_s: float = GUARD_S
    """How long keys are ignored after a screen change, in seconds of the clock."""


@dataclass(frozen=True, slots=True)
class SessionRequest:
    """A session that is asked for."""

    exercises: tuple[Exercise, ...]
    overrides: Overrides = field(default_factory=Overrides)
    stiffness_before: int | None = None
    resumed: Record | None = None
    """What an interrupted session had come to, when it is to be gone on with."""
    safety: bool = False
    """Whether the safety line is to be shown while the first get-ready runs."""


Opening = Literal["home"] | SessionRequest
"""What the app opens with: Home, or a session after which it goes back to the shell."""
