"""A session in a terminal that is too small for it."""

import pytest

from tests.ui.session.guided import guided, request_for
from tui.ui.kit.services import Services


async def test_where_there_is_no_room_it_stands_still_until_it_is_asked_to_go_on(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(8)
        await run.pilot.resize_terminal(50, 15)
        await run.pass_time(20)
        told = [line.strip() for line in run.text().split("\n") if line.strip()]
        assert told == [
            "unhunch needs 60x18; this is 50x15",
            "Paused. ctrl+c leaves; what was counted is kept.",
        ]
        assert run.player.calls[-1] == "silence"
        await run.press("space", "n", "m", "escape", "question_mark", "q", "ctrl+p")
        await run.pilot.resize_terminal(80, 24)
        await run.pass_time(20)
        assert run.word == "PAUSED"
        assert "LEFT 1 of 3" in run.text() and "too small" in run.text()
        assert not run.player.muted
        await run.press("space")
        await run.pass_time(3)
        assert run.word == "LEFT"


async def test_a_pause_that_was_asked_for_is_not_laid_to_the_terminal(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(8)
        await run.press("space")
        await run.pilot.resize_terminal(50, 15)
        await run.pilot.resize_terminal(80, 24)
        await run.pilot.pause()
        assert run.word == "PAUSED" and "too small" not in run.text()


async def test_a_session_that_begins_without_room_waits_for_it(services: Services) -> None:
    async with guided(services, request_for(services), size=(50, 15)) as run:
        await run.pass_time(20)
        await run.pilot.resize_terminal(80, 24)
        await run.pilot.pause()
        assert run.word == "PAUSED"
        assert "LEFT 1 of 3" in run.text()


@pytest.mark.parametrize(
    ("size", "told"),
    [
        ((20, 5), "unhunch needs 60x18; this is 20x5 Paused. ctrl+c leaves; what was counted is kept."),
        ((20, 3), "unhunch needs 60x18; this is 20x3 Paused. ctrl+c"),
    ],
)
async def test_in_few_cells_the_size_comes_first(
    services: Services, size: tuple[int, int], told: str
) -> None:
    async with guided(services, request_for(services), size=size) as run:
        await run.pilot.pause()
        assert " ".join(run.text().split()) == told


@pytest.mark.parametrize("before", ["", "escape", "question_mark"])
async def test_without_room_for_a_question_ctrl_c_keeps_what_was_counted_and_leaves(
    services: Services, before: str
) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(10)
        await run.press(*before.split())
        await run.pilot.resize_terminal(50, 15)
        await run.press("ctrl+c")
        assert [each.units_done for each in run.records[0].exercises] == [1, 0]
