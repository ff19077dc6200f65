"""A tick comes when it is asked for, stops with its screen, and what goes wrong in it is the app's."""

import asyncio

import pytest
from textual.app import App
from textual.screen import Screen

from tests.ui.figure.test_brush import GOAL, Stage, ready
from tui.core.figure.body.pose import PoseAt, Stance
from tui.ui.figure.figure import FRAME_S
from tui.ui.figure.ticker import Ticker, next_change


class Played:
    """What a ticker calls: writes down how often, and returns the delays it is given, then None."""

    def __init__(self, *delays: float | None) -> None:
        self.times = 0
        self.done = asyncio.Event()
        self._delays = list(delays)

    def __call__(self) -> float | None:
        self.times += 1
        if not self._delays:
            self.done.set()
            return None
        return self._delays.pop(0)


def goes_on(ticker: Ticker) -> bool:
    """Whether there will be another call."""
    return ticker._next is not None


async def test_it_calls_until_nothing_is_due() -> None:
    app, played = App[None](), Played(0.0, -1.0, 0.001)
    async with app.run_test():
        ticker = Ticker(app.screen, played)
        assert not goes_on(ticker)
        ticker.resume()
        assert goes_on(ticker)
        await played.done.wait()
        assert played.times == 4
        assert not goes_on(ticker)


async def test_paused_it_does_not_call_and_resumed_it_calls_at_once() -> None:
    app, played = App[None](), Played(3600.0)
    async with app.run_test():
        ticker = Ticker(app.screen, played)
        ticker.resume()
        ticker.pause()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert played.times == 0
        ticker.resume()
        while not played.times:
            await asyncio.sleep(0)
        assert goes_on(ticker), "it comes again in an hour"
        ticker.resume()
        await played.done.wait()
        assert played.times == 2


async def test_it_ends_with_its_screen() -> None:
    app, played = App[None](), Played()
    async with app.run_test() as pilot:
        screen = Screen[None]()
        await app.push_screen(screen)
        ticker = Ticker(screen, played)
        await app.pop_screen()
        await pilot.pause()
        ticker.resume()
        while goes_on(ticker):
            await asyncio.sleep(0)
    assert played.times == 0


async def test_what_goes_wrong_is_handled_as_in_any_handler() -> None:
    def fails() -> float:
        raise ValueError("of the ticker")

    app = App[None]()
    with pytest.raises(ValueError, match="of the ticker"):
        async with app.run_test() as pilot:
            Ticker(app.screen, fails).resume()
            await asyncio.sleep(0.0)
            await pilot.pause()
            await pilot.pause()


NOW, UNTIL = 100.0, 101.0


def still(_: float) -> Stance:
    return PoseAt("left", 0.54), GOAL, None


def slow(now: float) -> Stance:
    return PoseAt("left", 0.54 + (now - NOW) * 0.1), GOAL, None


def quick(now: float) -> Stance:
    return PoseAt("left", 0.5 + (now - NOW) * 10.0), GOAL, None


async def test_the_next_picture_comes_when_it_differs() -> None:
    app = Stage()
    async with app.run_test(size=(44, 18)) as pilot:
        await ready(pilot, app)
        figure = app.figure
        figure.show_pose(*still(NOW))
        assert next_change(figure, still, NOW, UNTIL) == UNTIL
        assert next_change(figure, quick, NOW, UNTIL) == pytest.approx(NOW + FRAME_S)
        at = next_change(figure, slow, NOW, UNTIL)
        assert NOW + FRAME_S < at < UNTIL
        assert figure.would_change(slow(at))
        assert not figure.would_change(slow(at - FRAME_S))
        assert next_change(figure, slow, NOW, at - FRAME_S / 2) == at - FRAME_S / 2, "not past what is known"


async def test_another_picture_comes_with_a_ghost_but_not_with_the_time_of_a_hold() -> None:
    app = Stage()
    async with app.run_test(size=(44, 18)) as pilot:
        await ready(pilot, app)
        figure = app.figure
        figure.motion = "reduced"
        figure.show_pose(GOAL, None, 0.5)
        assert not figure.would_change((GOAL, None, 0.6))
        assert figure.would_change((GOAL, PoseAt("right", 1.0), 0.5))


async def test_with_reduced_motion_only_key_poses_count() -> None:
    app = Stage()
    async with app.run_test(size=(44, 18)) as pilot:
        await ready(pilot, app)
        figure = app.figure
        figure.motion = "reduced"
        figure.show_pose(*still(NOW))
        assert next_change(figure, slow, NOW, UNTIL) == UNTIL
        assert figure.would_change((PoseAt("left", 0.0), GOAL, None))
