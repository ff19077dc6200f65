"""Services in memory for the tests of the screens."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from tui.adapters.content import Catalogue, read_catalogue
from tui.adapters.paths import Paths
from tui.core.cue import Cue
from tui.core.days import DayFacts, facts_of
from tui.core.player import SoundState
from tui.core.problems import Problem, StoreProblem
from tui.core.record import Record
from tui.core.settings import Settings
from tui.ui.services import Services

NOON = datetime(2026, 11, 22, 14, 5, tzinfo=timezone(timedelta(hours=1)))
"""A Sunday."""
NOWHERE = Paths(Path("/nowhere"), Path("/nowhere/logs"))


@dataclass
class ManualClock:
    """Both clocks stand still until they are moved."""

    at: float = 1000.0
    wall: datetime = NOON

    def monotonic(self) -> float:
        return self.at

    def now(self) -> datetime:
        return self.wall

    def pass_time(self, seconds: float) -> None:
        """Move both clocks on."""
        self.at += seconds
        self.wall += timedelta(seconds=seconds)


@dataclass
class FakePlayer:
    """Writes down what it is asked for."""

    kind: str = "sound"
    cues: list[Cue] = field(default_factory=list)
    calls: list[str] = field(default_factory=list)
    volume: int = 5
    muted: bool = False
    tones: bool = True

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

    def set_volume(self, volume: int) -> None:
        self.volume = volume

    def set_muted(self, muted: bool) -> None:
        self.muted = muted

    def set_tones(self, on: bool) -> None:
        self.tones = on

    def tick(self, now: float) -> None:
        pass

    def close(self) -> None:
        self.calls.append("close")


@dataclass
class MemorySettings:
    written: list[Settings] = field(default_factory=list)
    problem: StoreProblem | None = None

    def write(self, settings: Settings) -> None:
        if self.problem:
            raise self.problem
        self.written.append(settings)


@dataclass
class MemoryProgress:
    stored: dict[str, int] = field(default_factory=dict)
    silenced: dict[str, date] = field(default_factory=dict)

    def reps(self) -> Mapping[str, int]:
        return self.stored

    def set_reps(self, exercise: str, reps: int, at: datetime) -> None:
        self.stored[exercise] = reps

    def silence(self, exercise: str, until: date) -> None:
        self.silenced[exercise] = until


@dataclass
class MemoryHistory:
    records: list[Record] = field(default_factory=list)

    def add(self, record: Record) -> None:
        self.records = [known for known in self.records if known.id != record.id] + [record]

    def newest_first(self) -> Iterator[Record]:
        yield from sorted(self.records, key=lambda record: record.started_at, reverse=True)

    def days(self) -> Mapping[date, DayFacts]:
        return facts_of(self.records)


@dataclass
class MemoryUnderWay:
    left: list[Record] = field(default_factory=list)

    def interrupted(self) -> tuple[Record, ...]:
        return tuple(self.left)

    def drop(self, record_id: str) -> None:
        self.left = [record for record in self.left if record.id != record_id]


@dataclass
class NowWriter:
    """Does every job at once and keeps the problems."""

    problems: list[Problem] = field(default_factory=list)

    def submit(self, job: Callable[[], None]) -> None:
        try:
            job()
        except StoreProblem as problem:
            self.problems.append(problem)

    def join(self, timeout_s: float) -> tuple[Record, ...]:
        return ()


def make_services(
    settings: Settings | None = None,
    catalogue: Catalogue | None = None,
    records: Sequence[Record] = (),
    player: FakePlayer | None = None,
    **changes: object,
) -> Services:
    """Return services in memory; `changes` are further fields of Services."""
    given = player or FakePlayer()
    known: dict[str, object] = {
        "catalogue": catalogue or read_catalogue(NOWHERE.exercises),
        "paths": NOWHERE,
        "clock": ManualClock(),
        "settings": settings or Settings(welcomed=True),
        "settings_store": MemorySettings(),
        "progress": MemoryProgress(),
        "history": MemoryHistory(list(records)),
        "under_way": MemoryUnderWay(),
        "writer": NowWriter(),
        "open_player": lambda _: given,
        "load_glyphs": dict,
        "guard_s": 0.0,
    }
    return Services(**{**known, **changes})  # type: ignore[arg-type]
