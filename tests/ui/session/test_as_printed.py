"""A session on the screen and one as printed lines: the same clock, the same events, sounds and files."""

import signal
from collections.abc import Sequence
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from typing import Literal

import pytest

from tests.ui.fakes import FakePlayer, ManualClock, NowWriter, make_services
from tests.ui.session.guided import STEP_S, guided, request_for, undrawn  # noqa: F401
from tui.adapters.history import keeper
from tui.adapters.machine.console import Heard
from tui.cli import plain_start
from tui.cli.streams import Streams
from tui.core.sound.cue import Cue
from tui.core.timer.events import Event
from tui.core.timer.plan import Overrides
from tui.ui.session.session import SessionScreen

pytestmark = pytest.mark.usefixtures("undrawn")
ID = "12345678-1234-4123-8123-123456789abc"

Kind = Literal["key", "stall", "wall", "stall and key", "end", "hang up"]
Course = Sequence[tuple[float, Kind]]
COURSES: dict[str, Course] = {
    "to the end": (),
    "paused and resumed": ((8.0, "key"), (30.0, "key")),
    "stood still": ((15.5, "stall"), (90.0, "key")),
    "a key after it stood still": ((15.5, "stall and key"), (90.0, "key")),
    "a wall clock that was set": ((6.5, "wall"), (20.0, "key")),
    "stood still while paused": ((8.0, "key"), (9.0, "stall"), (80.0, "key")),
    "ended by Ctrl+C": ((15.0, "end"),),
    "Ctrl+C after it stood still": ((15.5, "stall"), (80.0, "end")),
    "Ctrl+C with nothing counted": ((6.0, "end"),),
    "the program ended": ((15.0, "hang up"),),
    "the program ended after it stood still": ((15.5, "stall"), (80.0, "hang up")),
    "the program ended with nothing counted": ((6.0, "hang up"),),
}


@dataclass
class Left:
    """What a session has told and left behind."""

    events: list[tuple[float, Event]]
    saves: list[tuple[float, bytes]] = field(default_factory=list)
    """When the session under way was saved, and the file then."""
    cues: list[Cue] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)


def move(clock: ManualClock, kind: Kind) -> None:
    """Let the machine stand still, or set its clock."""
    if kind.startswith("stall"):
        clock.pass_time(60)
    elif kind == "wall":
        clock.jump(0.0, 3600.0)


@dataclass
class ByCourse:
    """A console on which things happen at their instants of a clock moved by hand."""

    clock: ManualClock
    course: list[tuple[float, Kind]]
    listening: bool = True

    def __enter__(self) -> "ByCourse":
        return self

    def __exit__(self, *_: object) -> None: ...

    def wait(self, timeout_s: float) -> Heard:
        assert self.clock.at < ManualClock.at + 600, "it goes on for ever"
        at = self.course[0][0] + ManualClock.at if self.course else float("inf")
        self.clock.pass_time(max(0.0, min(timeout_s, at - self.clock.at)))
        if self.clock.at < at:
            return Heard()
        _, kind = self.course.pop(0)
        move(self.clock, kind)
        return {
            "key": Heard(("",)),
            "stall and key": Heard(("",)),
            "end": Heard(signal=signal.SIGINT),
            "hang up": Heard(signal=signal.SIGTERM),
        }.get(kind, Heard())


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> Left:
    """What the keeper hears and saves."""
    left = Left([])
    heed, save = keeper.SessionKeeper.heed, keeper.UnderWay.save

    def note_events(self: keeper.SessionKeeper, session, events, now: float) -> None:  # type: ignore[no-untyped-def]
        left.events += [(now, event) for event in events]
        heed(self, session, events, now)

    def note_save(self: keeper.UnderWay, state) -> None:  # type: ignore[no-untyped-def]
        save(self, state)
        file = next(self._folder.glob("*.json"))
        left.saves.append((left.events[-1][0], file.read_bytes()))

    monkeypatch.setattr(keeper.SessionKeeper, "heed", note_events)
    monkeypatch.setattr(keeper.UnderWay, "save", note_save)
    monkeypatch.setattr(keeper, "uuid4", lambda: ID)
    return left


def take(told: Left, folder: Path, player: FakePlayer) -> Left:
    names = (path for path in folder.rglob("*.json") if path.parent.name in ("history", "under-way"))
    files = {str(path.relative_to(folder)): path.read_bytes() for path in names}
    found = Left(told.events, told.saves, player.cues, files)
    told.events, told.saves = [], []
    return found


def printed(folder: Path, course: Course, told: Left, monkeypatch: pytest.MonkeyPatch) -> Left:
    """Run the course as printed lines."""
    clock, player = ManualClock(), FakePlayer()
    monkeypatch.setattr(plain_start, "Console", lambda _: ByCourse(clock, list(course)))
    monkeypatch.setattr(plain_start, "Writer", NowWriter)
    monkeypatch.setattr(plain_start, "make_player", lambda *_: player)
    streams = Streams({"UNHUNCH_HOME": str(folder)}, clock, None, StringIO(), StringIO())  # type: ignore[arg-type]
    services = make_services(folder)
    plain_start.start_plain(services.catalogue, services.catalogue.bundled, Overrides(), streams)
    return take(told, folder, player)


async def shown(folder: Path, course: Course, told: Left) -> Left:
    """Run the course on the screen."""
    services = make_services(folder)
    async with guided(services, request_for(services)) as run:
        for at, kind in course:
            await run.pass_time(ManualClock.at + at - STEP_S - run.clock.at)
            run.clock.pass_time(STEP_S)
            move(run.clock, kind)
            if kind in ("key", "stall and key"):
                run.screen.action_pause()
            elif kind == "end":
                await run.press("ctrl+c", "ctrl+c")
            elif kind == "hang up":
                run.app.leave(128 + signal.SIGTERM)
            elif isinstance(run.app.screen, SessionScreen):
                run.screen.tick()
        if not any(kind in ("end", "hang up") for _, kind in course):
            await run.pass_time(120)
        return take(told, folder, run.player)


@pytest.mark.parametrize("name", COURSES)
async def test_both_tell_the_same_sound_the_same_and_leave_the_same_files(
    name: str, tmp_path: Path, told: Left, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_paper = printed(tmp_path / "printed", COURSES[name], told, monkeypatch)
    on_screen = await shown(tmp_path / "screen", COURSES[name], told)
    assert on_paper.events and (on_paper.files or name.endswith("nothing counted"))
    if COURSES[name][:1] in (((15.0, "end"),), ((6.0, "end"),)):  # the screen asks, and pauses meanwhile
        assert on_screen.events.pop(-2)
        on_screen.cues = on_paper.cues
    assert on_screen == on_paper
