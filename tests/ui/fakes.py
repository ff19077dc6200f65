"""Services for the tests of the screens: a clock moved by hand, real stores, a player that writes down."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Unpack

import tests.ui.headless  # noqa: F401
from tui.adapters.content.exercises import Catalogue, read_catalogue
from tui.adapters.files.paths import Paths
from tui.adapters.history.store import HistoryStore
from tui.adapters.history.under_way import UnderWay
from tui.adapters.history.writer import Job, OnDone, Writer
from tui.adapters.settings.away import AwayStore
from tui.adapters.settings.progress import ProgressStore
from tui.adapters.settings.settings import SettingsStore
from tui.core.record.record import Record
from tui.core.settings.settings import Settings
from tui.core.sound.cue import Cue, Way
from tui.core.sound.player import SoundState, Tuning
from tui.core.text.problems import StoreProblem
from tui.ui.kit.services import Data, Services

NOON = datetime(2026, 11, 22, 14, 5, tzinfo=timezone(timedelta(hours=1)))
"""A Sunday."""


@dataclass
class ManualClock:
    """Both clocks stand still until they are moved, by whole nanoseconds, as those of machines do."""

    at: float = 1000.0
    wall: datetime = NOON

    def monotonic(self) -> float:
        return self.at

    def now(self) -> datetime:
        return self.wall

    def pass_time(self, seconds: float) -> None:
        """Move both clocks on."""
        self.jump(seconds, seconds)

    def jump(self, monotonic: float, wall: float) -> None:
        """Move each clock on its own, as a suspended machine or a hand on the wall clock does."""
        self.at = round(self.at + monotonic, 9)
        self.wall += timedelta(seconds=wall)


@dataclass
class FakePlayer:
    """Writes down what it is asked for."""

    kind: str = "sound"
    cues: list[Cue] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    volume: int = 5
    muted: bool = False
    tones: bool = True
    way: Way = Way.TONES

    def open(self) -> None:
        self.calls.append("open")

    def state(self) -> SoundState:
        return SoundState(self.kind, f"the {self.kind} is in use")  # type: ignore[arg-type]

    def wait_ready(self, timeout_s: float) -> bool:
        return self.kind == "sound"

    def send(self, cues: Sequence[Cue]) -> None:
        self.cues.extend(cues)

    def silence(self) -> None:
        self.calls.append("silence")

    def tune(self, **changes: Unpack[Tuning]) -> None:
        for name, value in changes.items():
            setattr(self, name, value)

    def tick(self, now: float) -> None:
        pass

    def close(self) -> None:
        self.calls.append("close")


class NowWriter(Writer):
    """Does every job at once, on the same thread, and keeps the problems."""

    def __init__(
        self, history: HistoryStore, on_problem: Callable[[StoreProblem], object] | None = None
    ) -> None:
        self.problems: list[StoreProblem] = []
        self.on_problem = on_problem or self.problems.append
        self._store = history
        self._lost: list[Record] = []

    def save(self, record: Record, on_done: OnDone | None = None) -> None:
        def done(problem: StoreProblem | None) -> None:
            if problem:
                self._lost.append(record)
            if on_done:
                on_done(problem)

        self.submit(lambda: self._store.add(record), done)

    def submit(self, job: Job, on_done: OnDone | None = None) -> None:
        found: StoreProblem | None = None
        try:
            job()
        except StoreProblem as problem:
            found = problem
            self.on_problem(problem)
        if on_done:
            on_done(found)

    def unsaved(self) -> tuple[Record, ...]:
        return tuple(self._lost)

    def join(self, timeout_s: float | None = None) -> tuple[Record, ...]:
        return self.unsaved()


def make_services(
    folder: Path,
    *,
    settings: Settings | None = None,
    catalogue: Catalogue | None = None,
    records: Sequence[Record] = (),
    player: FakePlayer | None = None,
    **changes: object,
) -> Services:
    """Return services with real stores under `folder`; `changes` are further fields of Services."""
    given = player or FakePlayer()
    clock = ManualClock()
    paths = Paths(folder, folder / "logs")
    history = HistoryStore(paths, clock)
    if records:
        history.merge(records)
    data = Data(
        progress=ProgressStore(paths, clock),
        history=history,
        under_way=UnderWay(paths),
        away=AwayStore(paths, clock),
        writer=NowWriter(history),
    )
    known: dict[str, object] = {
        "catalogue": catalogue or read_catalogue(paths.exercises),
        "paths": paths,
        "clock": clock,
        "settings": settings or Settings(welcomed=True, voice_offered=True),
        "settings_store": SettingsStore(paths, clock),
        "open_data": lambda: data,
        "open_player": lambda _settings, _bell: given,
        "guard_s": 0.0,
    }
    return Services(**{**known, **changes})  # type: ignore[arg-type]
