"""What the screens are given by the composition root: values, and the few things they may ask for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from tui.adapters.content.exercises import Catalogue
from tui.adapters.files.paths import Paths
from tui.core.exercises.exercise import Exercise
from tui.core.settings.settings import Settings
from tui.core.terminal.keys import PATIENCE_S
from tui.core.terminal.questions import Answers
from tui.core.text.problems import Problem
from tui.core.timer.clock import Clock
from tui.core.timer.plan import Overrides
from tui.ui.figure.figure import FigureShelf

if TYPE_CHECKING:
    from tui.adapters.history.store import HistoryStore
    from tui.adapters.history.under_way import UnderWay
    from tui.adapters.history.writer import Writer
    from tui.adapters.settings.away import AwayStore
    from tui.adapters.settings.progress import ProgressStore
    from tui.adapters.settings.settings import SettingsStore
    from tui.core.exercises.named_set import NamedSet
    from tui.core.record.under_way import UnderWayState
    from tui.core.record.undo import ChangeLog
    from tui.core.sound.player import Player
    from tui.ui.keys.commands import OwnKeys


class Surroundings(NamedTuple):
    """What the screens must know of the terminal they are in."""

    environ: Mapping[str, str] = MappingProxyType({})
    """The environment's variables."""
    kind: str = ""
    """TERM."""
    unicode: bool = False
    """Whether lines, blocks and circles can be drawn."""
    few_colours: bool = False
    """Whether it has 16 colours, whose shades are its own."""
    light: bool | None = None
    """What COLORFGBG says of the background, before the terminal has answered; None where it says nothing."""
    known: Answers = Answers()
    """What this terminal has answered before."""
    remember: Callable[[Answers], None] = lambda _: None
    """Keeps what it answers now."""


UNKNOWN = Surroundings()
"""A terminal of which nothing is known."""


class Data(NamedTuple):
    """The stores, and the thread that saves in them."""

    progress: "ProgressStore"
    history: "HistoryStore"
    under_way: "UnderWay"
    away: "AwayStore"
    writer: "Writer"


@dataclass(frozen=True, eq=False, repr=False)
class Services:
    """Everything that the app gets; nothing in it is heavy to make."""

    catalogue: Catalogue
    paths: Paths
    clock: Clock
    settings: Settings
    """As they were read at the start; `App.settings` are those in force."""
    settings_store: "SettingsStore"
    open_data: Callable[[], Data]
    """Opens the stores, when they are first used: after the first paint."""
    open_player: "Callable[[Settings, Callable[[], None]], Player]"
    """Makes a player with the settings' sound, opened; the second argument rings the terminal's bell."""
    sets: "tuple[NamedSet, ...]" = ()
    """Sets of exercises under names."""
    problems: tuple[Problem, ...] = ()
    """What was found wrong at the start, each told in one line."""
    guard_s: float = PATIENCE_S
    """How soon a held key comes again, and how long a screen that comes up by itself commits to nothing."""
    shelf: FigureShelf = field(default_factory=FigureShelf)
    """Where all figures keep what draws them."""
    keys: "OwnKeys" = field(default_factory=dict)
    """Keys of the user's own."""
    changes_before: "ChangeLog | None" = None
    """Changes of this run, made before these services took the place of others."""
    news: str = ""
    """What Home says once after the program has become another version."""
    hint: str = ""
    """What the Summary says once of a choice that was made for the user."""
    surroundings: Surroundings = UNKNOWN
    """The terminal."""
    local: Callable[[datetime], datetime] = datetime.astimezone
    """Gives a wall-clock time its offset; tests have a time zone of their own."""

    @cached_property
    def data(self) -> Data:
        """The stores."""
        return self.open_data()

    @property
    def progress(self) -> "ProgressStore":
        """The stored repetitions."""
        return self.data.progress

    @property
    def history(self) -> "HistoryStore":
        """All sessions."""
        return self.data.history

    @property
    def under_way(self) -> "UnderWay":
        """The sessions that have not ended."""
        return self.data.under_way

    @property
    def away(self) -> "AwayStore":
        """The days marked as away."""
        return self.data.away

    @property
    def writer(self) -> "Writer":
        """The thread that does all saving."""
        return self.data.writer

    @cached_property
    def change_log(self) -> "ChangeLog":
        """What was changed on the History screen in this run, to be undone."""
        from tui.core.record.undo import ChangeLog  # only now: it is not needed for the first paint

        return self.changes_before or ChangeLog()


class SessionRequest(NamedTuple):
    """A session that is asked for."""

    exercises: tuple[Exercise, ...]
    overrides: Overrides = Overrides()
    stiffness_before: int | None = None
    resumed: "UnderWayState | None" = None
    """An interrupted session that is to be gone on with, already taken from those under way."""
    reps: Mapping[str, int] = MappingProxyType({})
    """Repetitions by exercise that were shown when it was asked for; they may not be stored yet."""
    safety: bool = False
    """Whether the safety line is to be shown while the first get-ready runs."""


Opening = Literal["home"] | SessionRequest
"""What the app opens with: Home, or a session after which it goes back to the shell."""
