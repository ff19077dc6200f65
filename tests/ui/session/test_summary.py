"""The Summary: what was done, how the days stand, and how it was."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from tests.adapters.history.records import record
from tests.ui.fakes import NOON, NowWriter, make_services
from tests.ui.session.guided import Guided, alone, undrawn  # noqa: F401
from tui.core.record.record import Felt, Record
from tui.core.settings.settings import Settings
from tui.core.text.problems import StoreProblem
from tui.ui.kit.services import Services
from tui.ui.session.summary import SummaryScreen

pytestmark = pytest.mark.usefixtures("undrawn")


@asynccontextmanager
async def summed_up(
    services: Services, size: tuple[int, int] = (80, 24), **done: int
) -> AsyncIterator[Guided]:
    """Show the Summary of a session that has just been given to the writer."""
    ended = record(day=NOON.date(), felt=None, **done)  # type: ignore[arg-type]
    services.writer.save(ended)
    async with alone(services, SummaryScreen(services, services.settings, ended), size) as run:
        yield run


async def laid_out(run: Guided) -> None:
    """Wait until two looks show the same: a busy machine may lay out what is new in several steps."""
    before = ""
    while run.text() != before:
        before = run.text()
        await run.pilot.pause(0.1)


async def look(run: Guided) -> None:
    """Let the Summary look again, as it does a few times a second."""
    assert isinstance(run.app.screen, SummaryScreen)
    run.app.screen.look()
    await run.pilot.pause()


async def test_several_sets_a_day_are_told(tmp_path: Path) -> None:
    services = make_services(tmp_path, settings=Settings(welcomed=True, sets_a_day=3))
    async with summed_up(services) as run:
        await laid_out(run)
        assert "1 of 3 sets today" in run.text()


@pytest.mark.parametrize("size", [(60, 18), (120, 36)])
async def test_it_tells_what_was_done_and_how_the_days_stand(
    services: Services, size: tuple[int, int]
) -> None:
    async with summed_up(services, size=size) as run:
        await laid_out(run)
        text = run.text()
        for line in (
            "Sit and Rotate  left 3, right 3",
            "Sit and Arch  3",
            "in 1 min 4 s",
            "Streak 1 day",
            "This week 1 of 7 desk days",
            "How was it?",
            "e easy",
            "saved",
        ):
            assert line in text


@pytest.mark.parametrize("size", [(60, 18), (80, 24), (100, 32), (160, 48)], ids=str)
async def test_a_partial_is_told_as_one_and_does_not_lead_with_a_zero(
    services: Services, size: tuple[int, int]
) -> None:
    async with summed_up(services, size, left=1, right=1, total=0) as run:
        await laid_out(run)
        lines = run.text().splitlines()
        assert "Saved, stopped early" in lines[1] and "Sit and Rotate" in lines[2]
        assert "left 1, right 1, of 3 each" in run.text()
        assert "Streak" not in run.text() and "This week" in run.text()
        assert ("r does another round" in run.text()) is (size[1] > 18)
        assert ("Week by week" in run.text()) is (size[1] > 24)


@pytest.mark.parametrize(("key", "felt"), [("e", Felt.EASY), ("f", Felt.FINE), ("s", Felt.SORE)])
async def test_one_answer_goes_to_every_exercise(services: Services, key: str, felt: Felt) -> None:
    async with summed_up(services) as run:
        run.clock.pass_time(1)
        await run.press(key)
        assert f"{felt.value}, noted" in run.text() and "How was it?" not in run.text()
        (record,) = run.records
        assert [done.felt for done in record.exercises] == [felt, felt]
        await run.press("enter")
        assert not isinstance(run.app.screen, SummaryScreen)


async def test_a_second_answer_changes_the_first(services: Services) -> None:
    async with summed_up(services, size=(60, 18)) as run:
        for key in ("e", "s"):
            run.clock.pass_time(1)
            await run.press(key)
        assert "sore, noted" in run.text() and "easy, noted" not in run.text()
        (record,) = run.records
        assert [done.felt for done in record.exercises] == [Felt.SORE, Felt.SORE]


async def test_another_round_after_an_answer(services: Services) -> None:
    async with summed_up(services) as run:
        await run.press("f", "r")
        assert not isinstance(run.app.screen, SummaryScreen)
        assert run.records[0].exercises[0].felt is Felt.FINE


@pytest.mark.parametrize("key", ["enter", "escape"])
async def test_no_answer_is_fine_too(services: Services, key: str) -> None:
    async with summed_up(services) as run:
        await run.press(key)
        assert not isinstance(run.app.screen, SummaryScreen)
        (record,) = run.records
        assert [done.felt for done in record.exercises] == [None, None]


async def test_stiffness_is_asked_only_where_it_is_wanted(tmp_path: Path) -> None:
    services = make_services(tmp_path, settings=Settings(welcomed=True, ask_stiffness=True))
    async with summed_up(services) as run:
        run.clock.pass_time(1)
        await run.press("s")
        assert "sore, noted" in run.text() and "How stiff is it now?" in run.text()
        run.clock.pass_time(1)
        await run.press("7")
        assert "stiffness 7, noted" in run.text()
        await run.press("enter")
        assert not isinstance(run.app.screen, SummaryScreen)
        (record,) = run.records
        assert (record.stiffness_after, record.exercises[0].felt) == (7, Felt.SORE)


async def test_a_digit_says_why_it_is_not_asked(services: Services) -> None:
    async with summed_up(services) as run:
        await run.press("7")
        assert "asked only where the settings say so" in run.text()
        assert run.records[0].stiffness_after is None


async def test_streaks_can_be_hidden(tmp_path: Path) -> None:
    services = make_services(tmp_path, settings=Settings(welcomed=True, show_streaks=False))
    async with summed_up(services) as run:
        assert "Streak" not in run.text()
        assert "This week" not in run.text()


async def test_a_streak_counts_the_days_before(tmp_path: Path) -> None:
    before = [record(9 + number, NOON.date() - timedelta(days=number)) for number in (1, 2)]
    async with summed_up(make_services(tmp_path, records=before)) as run:
        assert "Streak 3 days, your best" in run.text()


async def test_what_is_not_saved_yet_is_told_and_counts_all_the_same(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_record: Record) -> None:
        raise StoreProblem("cannot save", "the disk is full")

    monkeypatch.setattr(services.history, "add", fail)
    assert isinstance(services.writer, NowWriter)
    async with summed_up(services) as run:
        assert "saving" in run.text()
        run.clock.pass_time(1)
        await look(run)
        assert "not saved yet" in run.text()
        assert "Streak 1 day" in run.text()


async def test_the_last_cue_rings_out_before_the_sound_is_closed(services: Services) -> None:
    async with summed_up(services) as run:
        player = run.player
        run.clock.pass_time(2)
        await look(run)
        assert "close" not in player.calls
        run.clock.pass_time(2)
        await look(run)
        assert player.calls[-1] == "close"


async def test_it_commits_to_nothing_when_it_comes_up_but_at_once_when_one_comes_back(
    services: Services,
) -> None:
    async with summed_up(replace(services, guard_s=0.7)) as run:
        await run.press("q", "question_mark", "question_mark", "enter")
        assert run.app.return_code is None and isinstance(run.app.screen, SummaryScreen)
        run.clock.pass_time(0.71)
        await run.press("question_mark", "escape", "q")
        assert run.app.return_code == 0
