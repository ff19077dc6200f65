"""Every command of the full screen that changes data has its twin in the shell; both leave the same files."""

import io
import shutil
import uuid
from collections.abc import Awaitable, Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tests.adapters.remind.fake_cron import FakeCron
from tests.ui.fakes import ManualClock, make_services
from tests.ui.history.opening import fill, opened, with_records
from tests.ui.history.years import session
from tests.ui.home.at_home import settle
from tui.cli.main import run
from tui.cli.parser import COMMANDS as SHELL
from tui.cli.streams import Streams
from tui.core.settings.settings import DeskDays, Settings
from tui.ui.app.app import UnhunchApp
from tui.ui.figure.figure import Figure
from tui.ui.keys.commands import COMMANDS
from tui.ui.kit.services import Surroundings
from tui.ui.settings.settings import SettingsScreen
from tui.ui.settings.settings_table import REMINDERS

FRIDAY = date(2026, 11, 20)
WEEK = frozenset(range(5))
ID = uuid.UUID("11111111-1111-4111-8111-111111111111")
TWINS = {
    "home.start": "start",
    "home.more": "set reps.ID",
    "home.fewer": "set reps.ID",
    "home.accept": "start --plain",  # and of reminders: remind
    "home.decline": "start --plain",
    "home.resume": "start --plain",
    "home.keep": "start --plain",
    "home.discard": "start --plain",
    "home.stiffness": "felt --before",
    "welcome.accept": "set welcomed",
    "welcome.tick": "set desk-days",
    "welcome.all": "set desk-days",
    "welcome.style": "set figure-style",
    "instructions.start": "start",
    "session.mute": "set muted",
    "session.louder": "set volume",
    "session.softer": "set volume",
    "session.style": "set figure-style",
    "session.cues": "set cues",
    "welcome.cues": "set cues",
    "sounds.cues": "set cues",
    "gallery.copy": "exercises --new",
    "gallery.remove": "exercises --remove",
    "home.keep_set": "sets NAME",
    "home.forget_set": "sets NAME --delete",
    "leave.finish": "start --plain",
    "leave.discard": "start --plain",
    "summary.easy": "felt easy",
    "summary.fine": "felt fine",
    "summary.sore": "felt sore",
    "summary.again": "start",
    "summary.stiffness": "felt --after",
    "history.add": "log",
    "history.edit": "edit",
    "history.delete": "delete",
    "history.undo": "undo",
    "history.away": "away",
    "history.export": "export",
    "history.restore": "restore",
    "settings.less": "set",
    "settings.more": "set",
    "settings.choose": "set",
    "settings.reset": "set NAME default",
    "settings.reset_all": "set --defaults",
    "sounds.mute": "set muted",
    "sounds.louder": "set volume",
    "sounds.softer": "set volume",
}
SHOWING = {
    *("home.up", "home.down", "home.tick", "home.instructions", "home.history", "home.settings"),
    *(
        "home.gallery",
        "home.sounds",
        "home.style",
        "welcome.left",
        "welcome.right",
        "welcome.sound",
        "settings.sound",
        "settings.find",
        "settings.next_group",
        "settings.previous_group",
    ),
    *("session.pause", "session.next", "session.previous", "session.next_exercise", "session.view"),
    *("session.leave", "session.words", "leave.resume", "summary.skip", "sounds.play", "sounds.all"),
    *("history.switch", "history.open", "history.filter", "history.sort", "history.turn"),
}
"""They change what is shown, or a session under way, and nothing that is kept."""
MOVES = ("up", "down", "left", "right", "page_up", "page_down", "first", "last")


def test_every_command_that_changes_data_has_its_twin() -> None:
    ids = {command.id for command in COMMANDS if not command.id.startswith(("everywhere.", "help."))}
    kept = {name for name in ids if name.partition(".")[2] not in MOVES}
    untold = kept - TWINS.keys() - SHOWING - {name for name in kept if name.startswith("instructions.")}
    assert untold == set(), "name its twin above, or say that it changes nothing"
    for twin in TWINS.values():
        assert twin.split()[0] in SHELL


@pytest.fixture(autouse=True)
def fixed(monkeypatch: pytest.MonkeyPatch, set_zone: Callable[[str], None]) -> None:
    """One time zone and one new id for both ways."""
    set_zone("Etc/GMT-1")
    monkeypatch.setattr("tui.ui.history.entry.uuid4", lambda: ID)
    monkeypatch.setattr("tui.cli.log.uuid4", lambda: ID)


def files(home: Path) -> dict[str, str]:
    """What is kept, but for locks, what is derived, and the shell's own memory for undo."""
    left_out = (".lock", "summary.json", "answers.json", "undo.json")
    paths = sorted(path for path in home.rglob("*") if path.is_file() and path.name not in left_out)
    return {str(path.relative_to(home)): path.read_text(encoding="utf-8") for path in paths}


def shell(home: Path, *lines: str, environ: Mapping[str, str] | None = None) -> None:
    out, err = io.StringIO(), io.StringIO()
    for line in lines:
        variables = environ or {"UNHUNCH_HOME": str(home)}
        around = Streams(variables, ManualClock(), None, out, err)  # type: ignore[arg-type]
        assert run(line.split("|"), around) == 0, err.getvalue()


async def add(pilot: Pilot[None]) -> None:
    await pilot.press("a")
    fill(pilot, count_0="3+2", count_1="4", note="desk", date="2026-11-21", time="09:30")
    await pilot.press("enter")


async def edit(pilot: Pilot[None]) -> None:
    await pilot.press("e")
    fill(pilot, count_1="5", note="later", time="08:15")
    await pilot.press("enter")


async def delete(pilot: Pilot[None]) -> None:
    await pilot.press("d", "y")


async def delete_and_undo(pilot: Pilot[None]) -> None:
    await delete(pilot)
    await pilot.pause()
    await pilot.press("u")


async def away(pilot: Pilot[None]) -> None:
    await pilot.press("o")
    fill(pilot, first="2026-11-10", last="2026-11-12")
    await pilot.press("enter")


@pytest.mark.parametrize(
    ("drive", "lines"),
    [
        (add, ("log|rotate=3+2|arch=4|--day|yesterday|--time|09:30|--note|desk",)),
        (edit, ("edit|last|arch=5|--note|later|--time|08:15",)),
        (delete, ("delete|2026-11-20",)),
        (delete_and_undo, ("delete|last", "undo")),
        (away, ("away|2026-11-10|2026-11-12",)),
    ],
)
async def test_history_and_shell_leave_the_same_files(
    tmp_path: Path, drive: Callable[[Pilot[None]], Awaitable[None]], lines: tuple[str, ...]
) -> None:
    on_screen, in_shell = tmp_path / "screen", tmp_path / "shell"
    for home in (on_screen, in_shell):
        services = with_records(home, [session(1, FRIDAY)], voice_offered=True)
        if home is on_screen:
            async with opened(services) as (pilot, _):
                before = files(home)
                await drive(pilot)
                await pilot.pause()
    shell(in_shell, *lines)
    assert files(in_shell) == files(on_screen)
    assert files(on_screen) != before


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        (
            ("down", "plus", "plus", "down", "minus"),
            ("set|reps.rotate|4", "set|reps.rotate|5", "set|reps.arch|2"),
        ),
        (("s", "right"), ("set|ready|6",)),
        (("s", "right", "r"), ("set|ready|6", "set|ready|default")),
        (("s", "right", "R", "y"), ("set|ready|6", "set|--defaults")),
    ],
)
async def test_home_and_settings_leave_what_the_shell_leaves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    monkeypatch.setattr(Figure, "_load", Figure._settle)
    on_screen, in_shell = tmp_path / "screen", tmp_path / "shell"
    for home in (on_screen, in_shell):
        shell(home, "set|welcomed|on", "set|voice-offered|on", "set|reminders-offered|on")
    settings, _ = make_services(on_screen).settings_store.read()
    services = make_services(on_screen, settings=settings)
    services.settings_store.read()
    async with UnhunchApp(services).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
    shell(in_shell, *lines)
    assert files(in_shell) == files(on_screen) != {}


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        (("down", "down", "space", "up", "space", "w", *"late", "enter"), ("sets|late|arch|rotate",)),
        (("down", "space", "w", *"a", "enter", "w", "backspace", *"b", "enter"), ("sets|b|rotate",)),
        (("down", "space", "w", *"a", "enter", "d", "y"), ("sets|a|rotate", "sets|a|--delete")),
        (("a", "down", "enter", "enter"), ("exercises|--new|arch",)),
        (("a", "enter", "enter"), ("exercises|--new|chin-tuck",)),
    ],
)
async def test_sets_and_exercises_of_ones_own_are_the_same_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    monkeypatch.setattr(Figure, "_load", Figure._settle)
    on_screen, in_shell = tmp_path / "screen", tmp_path / "shell"
    async with UnhunchApp(make_services(on_screen)).run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, *keys)
    shell(in_shell, *lines)
    assert files(in_shell) == files(on_screen) != {}


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        (("enter", "enter"), ("remind|11:00|15:00|--days|mon-fri",)),
        (
            ("enter", "right", "enter"),
            ("remind|--every|3h|--between|09:00-18:00|--days|mon-fri",),
        ),
        (
            ("enter", "enter", "enter", "right", "right", "enter"),
            ("remind|11:00|15:00|--days|mon-fri", "remind|--pause|7"),
        ),
        (("enter", "enter", "r"), ("remind|11:00|15:00|--days|mon-fri", "remind|--off")),
        (("enter", "enter", "enter", "left", "enter"), ("remind|11:00|--days|mon-fri", "remind|--off")),
    ],
)
async def test_reminders_of_settings_are_those_of_the_shell(
    tmp_path: Path, keys: tuple[str, ...], lines: tuple[str, ...]
) -> None:
    left: list[dict[str, str]] = []
    desk = Settings(welcomed=True, voice_offered=True, desk_days=(DeskDays(date(1970, 1, 1), WEEK),))
    home = tmp_path / "home"
    for way in ("screen", "shell"):
        cron = FakeCron(tmp_path / way / "cron")
        around = {"PATH": cron.path, "HOME": str(tmp_path), "UNHUNCH_HOME": str(home)}
        if way == "shell":
            shell(home, *lines, environ=around)
        else:
            services = make_services(home, settings=desk, surroundings=Surroundings(environ=around))
            async with UnhunchApp(services).run_test(size=(80, 24)) as pilot:
                await settle(pilot)
                await pilot.press("s")
                await settle(pilot)
                screen = pilot.app.screen
                assert isinstance(screen, SettingsScreen)
                at = next(at for at, row in enumerate(screen.table) if row.field == REMINDERS)
                screen.list.move(at)
                await press(pilot, *keys)
        left.append(files(home) | {"crontab": cron.crontab.read_text() if cron.crontab.exists() else ""})
        shutil.rmtree(home)
    assert left[0] == left[1]


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await settle(pilot)
