"""What the History screen changes: only what is acknowledged is shown, and all of it can be undone."""

import csv
import json
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from tests.ui.history import drawn, opened, with_records
from tests.ui.years import TODAY, arch_only, session
from tui.adapters.history_store import HistoryStore
from tui.adapters.writer import Writer
from tui.core.problems import StoreProblem
from tui.core.record import Felt, Origin, Record
from tui.core.settings import Away
from tui.ui.screens.history import HistoryScreen
from tui.ui.screens.history_away import AwayScreen
from tui.ui.screens.history_entry import EntryScreen
from tui.ui.screens.history_export import ExportScreen
from tui.ui.screens.history_form import FormScreen
from tui.ui.screens.question import QuestionScreen
from tui.ui.services import Services

FRIDAY = date(2026, 11, 20)


def fill(pilot: Pilot[None], **values: str) -> None:
    for name, value in values.items():
        pilot.app.screen.query_one(f"#{name.replace('_', '-')}", Input).value = value


def records(services: Services) -> tuple[Record, ...]:
    return HistoryStore(services.paths, services.clock).all()  # type: ignore[arg-type]


def problem(pilot: Pilot[None]) -> str:
    assert isinstance(pilot.app.screen, FormScreen)
    return pilot.app.screen.problem_text


async def test_a_adds_a_session_by_hand(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    services.progress.set_reps("sit-and-arch", 5, services.clock.now())
    async with opened(services) as (pilot, screen):
        await pilot.press("a")
        assert isinstance(pilot.app.screen, EntryScreen)
        assert "2026-11-22" in "\n".join(drawn(screen))
        await pilot.press("3", "+", "2", "down", "4", "tab", "right", "tab", *"[x]", "enter")
        await pilot.pause()
        assert pilot.app.screen is screen
        added = records(services)[-1]
        assert (added.origin, added.day, added.routine) == (Origin.HAND, TODAY, "both")
        assert added.started_at == services.clock.now()
        rotate, arch = added.exercises
        assert (rotate.left, rotate.right, arch.total, arch.target) == (3, 2, 4, 5)
        assert (arch.felt, added.note) == (Felt.EASY, "[x]")
        assert screen.chosen() == added
        assert screen.notice.text == "Added the session of 2026-11-22; u undoes it"
        assert "by hand  [x]" in "\n".join(drawn(screen))


async def test_what_is_wrong_is_said_in_the_form(tmp_path: Path) -> None:
    services = with_records(tmp_path, [])
    async with opened(services) as (pilot, screen):
        await pilot.press("a", "enter")
        assert problem(pilot).startswith("Nothing counted")
        fill(pilot, count_0="three")
        await pilot.press("enter")
        assert problem(pilot).startswith("Sit and Rotate: a number")
        fill(pilot, count_0="3", time="9")
        await pilot.press("enter")
        assert problem(pilot) == "The time: like 14:05"
        assert problem(pilot) in "\n".join(drawn(screen))
        await pilot.press("escape")
        assert pilot.app.screen is screen
        assert records(services) == ()


async def test_keys_that_come_at_once_are_taken_in_their_order(tmp_path: Path) -> None:
    services = with_records(tmp_path, [])
    async with opened(services) as (pilot, _):
        await pilot.press("a")
        for key, character in (("4", "4"), ("enter", "\r")):
            pilot.app.post_message(Key(key, character))
        await pilot.pause()
        await pilot.pause()
        assert [item.exercises[0].left for item in records(services)] == [4]


async def test_the_calendars_day_is_offered(tmp_path: Path) -> None:
    async with opened(with_records(tmp_path, [])) as (pilot, screen):
        await pilot.press("left", "a")
        fill(pilot, count_1="2")
        await pilot.press("enter")
        await pilot.pause()
        assert screen.data and list(screen.data.days) == [TODAY - timedelta(days=7)]
        assert not screen.data.empty and screen.listing


async def test_e_edits(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY), arch_only(2, date(2026, 11, 19))])
    async with opened(services) as (pilot, screen):
        await pilot.press("down", "e")
        fill(pilot, count_0="2", date="2026-10-30", time="8:15", note="moved")
        await pilot.press("enter")
        await pilot.pause()
        edited = records(services)[0]
        assert (edited.day, edited.exercises[0].total, edited.note) == (date(2026, 10, 30), 2, "moved")
        assert edited.origin is Origin.HAND
        assert screen.cursor == date(2026, 10, 30)
        await pilot.press("u")
        await pilot.pause()
        assert replace(records(services)[0], changed_at=None) == arch_only(2, date(2026, 11, 19))
        assert screen.notice.text == "Undone: edited the session of 2026-10-30"


async def test_editing_nothing_saves_nothing(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    async with opened(services) as (pilot, screen):
        await pilot.press("e", "enter")
        await pilot.pause()
        assert screen.services.change_log.last is None
        assert records(services)[0].changed_at is None


async def test_d_asks_first_and_no_is_first(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    async with opened(services) as (pilot, screen):
        for key in ("enter", "escape", "n"):
            await pilot.press("d")
            assert isinstance(pilot.app.screen, QuestionScreen)
            await pilot.press(key)
            await pilot.pause()
            assert len(records(services)) == 1
        await pilot.press("d", "y")
        await pilot.pause()
        assert records(services) == ()
        assert screen.data and screen.data.empty
        assert "Nothing here yet" in "\n".join(drawn(screen))
        await pilot.press("u")
        await pilot.pause()
        assert records(services) == (session(1, FRIDAY),)


async def test_changes_are_undone_one_by_one_even_after_coming_back(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    async with opened(services) as (pilot, _screen):
        await pilot.press("d", "y", "a")
        fill(pilot, count_0="3")
        await pilot.press("enter", "e")
        fill(pilot, note="twice")
        await pilot.press("enter", "escape")
        await pilot.app.push_screen(HistoryScreen(services))
        await pilot.pause()
        assert records(services)[0].note == "twice"
        await pilot.press("u")
        assert records(services)[0].note == ""
        await pilot.press("u")
        assert records(services) == ()
        await pilot.press("u")
        assert records(services) == (session(1, FRIDAY),)
        await pilot.press("u")
        assert isinstance(pilot.app.screen, HistoryScreen)
        assert pilot.app.screen.notice.text == "Nothing was changed here since unhunch was started."


async def test_several_sessions_a_day_are_chosen_in_the_list(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY), arch_only(2, FRIDAY, hour=12)])
    async with opened(services) as (pilot, screen):
        await pilot.press("tab", "d")
        assert pilot.app.screen is screen and screen.listing
        assert "choose one in the list" in screen.notice.text
        await pilot.press("down", "d", "y")
        await pilot.pause()
        assert [item.routine for item in records(services)] == ["sit-and-arch"]
        await pilot.press("tab", "e")
        assert isinstance(pilot.app.screen, EntryScreen)


async def test_the_day_leads_to_its_changes(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY), arch_only(2, FRIDAY, hour=12)])
    async with opened(services) as (pilot, _screen):
        await pilot.press("enter", "down", "d", "y")
        await pilot.pause()
        assert [item.routine for item in records(services)] == ["sit-and-arch"]
        await pilot.press("enter", "e")
        assert isinstance(pilot.app.screen, EntryScreen)
        await pilot.press("escape", "enter", "a")
        assert isinstance(pilot.app.screen, EntryScreen)


async def test_o_marks_and_unmarks_days(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, date(2026, 11, 2)), session(2, FRIDAY)])
    async with opened(services) as (pilot, screen):
        await pilot.press("o")
        assert isinstance(pilot.app.screen, AwayScreen)
        fill(pilot, first="2026-11-03", last="2026-11-02")
        await pilot.press("enter")
        assert problem(pilot) == "The last day: it is before the first one"
        fill(pilot, last="2026-11-19")
        await pilot.press("enter")
        await pilot.pause()
        assert services.away.read()[0] == (Away(date(2026, 11, 3), date(2026, 11, 19)),)
        assert screen.data and screen.facts.facts[0].values == ("2 days",)
        await pilot.press("tab", "left", "o")
        fill(pilot, first="2026-11-10", last="2026-11-10")
        assert "Marked now: 3-19 Nov" in "\n".join(drawn(screen))
        await pilot.press("enter")
        await pilot.pause()
        assert services.away.read()[0] == (
            Away(date(2026, 11, 3), date(2026, 11, 9)),
            Away(date(2026, 11, 11), date(2026, 11, 19)),
        )
        await pilot.press("u")
        await pilot.press("u")
        await pilot.pause()
        assert services.away.read()[0] == ()
        assert screen.notice.text == "Undone: marked days as away"


@pytest.mark.parametrize("form", ["csv", "json"])
async def test_x_exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    services = with_records(tmp_path, [session(1, FRIDAY), arch_only(2, FRIDAY)])
    async with opened(services, (200, 60)) as (pilot, screen):
        await pilot.press("x")
        assert isinstance(pilot.app.screen, ExportScreen)
        if form == "json":
            await pilot.press("right")
        await pilot.press("enter")
        await pilot.pause()
        path = folder / f"unhunch-2026-11-22.{form}"
        assert screen.notice.text == f"Wrote 2 sessions to {path}"
        text = path.read_text()
        count = (
            len(json.loads(text)["sessions"])
            if form == "json"
            else len(list(csv.DictReader(text.splitlines())))
        )
        assert count == (2 if form == "json" else 3)
        path.write_text("mine")
        await pilot.press("x", *(["right"] if form == "json" else []), "enter", "enter")
        await pilot.pause()
        assert path.read_text() == "mine"
        await pilot.press("x", *(["right"] if form == "json" else []), "enter", "y")
        await pilot.pause()
        assert path.read_text() == text


async def test_an_export_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    async with opened(services, (200, 60)) as (pilot, screen):
        await pilot.press("x")
        fill(pilot, file=str(tmp_path))
        await pilot.press("enter")
        assert problem(pilot) == f"The file: {tmp_path} is a folder"
        fill(pilot, file="")
        await pilot.press("enter")
        assert problem(pilot) == "The file: give it a name"
        fill(pilot, file=str(tmp_path / "none" / "x.csv"))
        await pilot.press("enter")
        await pilot.pause()
        assert screen.notice.text.startswith(f"cannot write {tmp_path}/none/x.csv: ")


@pytest.mark.parametrize("keys", [("d", "y"), ("e",)])
async def test_a_change_that_fails_is_not_pretended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    full = StoreProblem("cannot save 2026-11.json", "No space left on device")

    def fail(*_: object) -> None:
        raise full

    monkeypatch.setattr(HistoryStore, "delete", fail)
    monkeypatch.setattr(HistoryStore, "replace", fail)
    async with opened(services) as (pilot, screen):
        await pilot.press(*keys)
        if keys == ("e",):
            fill(pilot, note="new")
            await pilot.press("enter")
        await pilot.pause()
        assert screen.notice.text == full.line
        assert screen.services.change_log.last is None
        assert screen.chosen() == session(1, FRIDAY)
        await pilot.press("u")
        assert "Nothing was changed" in screen.notice.text


async def test_an_added_session_that_cannot_be_saved_is_told_and_not_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = with_records(tmp_path, [])

    def fail(*_: object) -> None:
        raise StoreProblem("cannot save", "No space left on device")

    monkeypatch.setattr(HistoryStore, "add", fail)
    async with opened(services) as (pilot, screen):
        await pilot.press("a", "3", "enter")
        await pilot.pause()
        assert screen.notice.text == "cannot save: No space left on device"
        assert screen.data and screen.data.empty
        assert len(services.writer.unsaved()) == 1


async def test_what_another_terminal_changed_is_not_overwritten(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    other = HistoryStore(services.paths, services.clock)  # type: ignore[arg-type]
    async with opened(services) as (pilot, screen):
        await pilot.press("e")
        fill(pilot, note="mine")
        other.replace(session(1, FRIDAY, note="theirs"))
        await pilot.press("enter")
        await pilot.pause()
        assert records(services)[0].note == "theirs"
        assert screen.notice.text == "cannot change the session: another terminal has changed it meanwhile"
        await pilot.press("d")
        other.delete(session(1, FRIDAY).id)
        await pilot.press("y")
        await pilot.pause()
        assert screen.notice.text == "cannot change the session: another terminal has deleted it"
        assert screen.data and screen.data.empty


async def test_the_writers_thread_is_heard(tmp_path: Path) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    writer = Writer(services.history)
    data = replace(services.data, writer=writer)
    async with opened(replace(services, open_data=lambda: data)) as (pilot, screen):
        await pilot.press("d", "y")
        writer.join()
        await pilot.pause()
        assert records(services) == ()
        assert screen.data and screen.data.empty
        assert screen.waiting == 0


async def test_keys_of_the_screen_before_do_nothing(tmp_path: Path) -> None:
    services = replace(with_records(tmp_path, [session(1, FRIDAY)]), guard_s=0.7)
    async with opened(services) as (pilot, screen):
        services.clock.pass_time(1)  # type: ignore[attr-defined]
        await pilot.press("d", "y")
        assert isinstance(pilot.app.screen, QuestionScreen)
        await pilot.press("e")
        services.clock.pass_time(1)  # type: ignore[attr-defined]
        await pilot.press("n", "a")
        assert pilot.app.screen is screen
        services.clock.pass_time(1)  # type: ignore[attr-defined]
        await pilot.press("a", "3", "enter")
        assert isinstance(pilot.app.screen, EntryScreen)
        assert len(records(services)) == 1


@pytest.mark.parametrize(
    "key", ["a", "enter", *(pytest.param(key, marks=pytest.mark.slow) for key in ("o", "x", "slash"))]
)
async def test_boxes_stand_every_key_of_the_app(tmp_path: Path, key: str) -> None:
    services = with_records(tmp_path, [session(1, FRIDAY)])
    async with opened(services) as (pilot, screen):
        await pilot.press(key)
        box = pilot.app.screen
        assert box is not screen
        assert [str(command.title) for command in pilot.app.get_system_commands(box)] == ["Change the theme"]
        await pilot.press("up", "down", "tab", "shift+tab", "left", "right")
        await pilot.resize_terminal(60, 18)
        await pilot.pause()
        assert max(len(line) for line in drawn(screen)) <= 60
        await pilot.press("escape")
        assert pilot.app.screen is screen
        await pilot.press(key, "ctrl+c")
        await pilot.pause()
        assert pilot.app.return_code == 0
