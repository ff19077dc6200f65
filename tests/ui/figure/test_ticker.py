"""A tick comes when it is asked for, stops with its screen, and what goes wrong in it is the app's."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

import pytest
from textual.app import App
from textual.screen import Screen

from tests.ui.figure.test_brush import GOAL, Stage, ready
from tui.core.figure.body.pose import PoseAt, Stance
from tui.core.figure.picture.artist import SEEN
from tui.core.timer.plan import ease
from tui.ui.figure.figure import FRAME_S
from tui.ui.figure.ticker import JOIN_S, Ticker, next_change, next_drawing


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


async def test_what_a_call_paints_is_gathered() -> None:
    app, told = App[None](), list[str]()

    @contextmanager
    def gathered() -> Iterator[None]:
        told.append("begin")
        yield
        told.append("end")

    def play() -> None:
        told.append("painted")

    async with app.run_test():
        app._driver.gathered = gathered  # type: ignore[union-attr]
        ticker = Ticker(app.screen, play)
        ticker.resume()
        while goes_on(ticker):
            await asyncio.sleep(0)
    assert told == ["begin", "painted", "end"]


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
    return PoseAt("left", 0.5), GOAL, None


def slow(now: float) -> Stance:
    return PoseAt("left", 0.5 + (now - NOW) * 0.1), GOAL, None


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


async def test_what_is_due_waits_a_little_for_the_next_picture_and_no_longer() -> None:
    app = Stage()
    async with app.run_test(size=(44, 18)) as pilot:
        await ready(pilot, app)
        figure = app.figure
        figure.show_pose(*still(NOW))
        seen = next_change(figure, slow, NOW, UNTIL)
        assert next_drawing(figure, slow, NOW, seen - JOIN_S / 2, UNTIL) == seen
        assert next_drawing(figure, slow, NOW, seen + 0.1, UNTIL) == seen, "nor does the picture wait"
        assert next_drawing(figure, slow, NOW, seen - 1.1 * JOIN_S, UNTIL) == seen - 1.1 * JOIN_S
        assert next_drawing(figure, slow, NOW, seen - 0.01, seen - 0.01) == seen - 0.01, "not past a phase"
        assert next_drawing(figure, still, NOW, NOW + 0.7, UNTIL) == NOW + 0.7


async def test_the_pictures_of_a_movement_are_those_that_are_seen() -> None:
    app = Stage()
    async with app.run_test(size=(60, 30)) as pilot:
        await ready(pilot, app)
        figure, at, instants = app.figure, NOW, [NOW]

        def across(now: float) -> Stance:
            place = 2.0 * ease((now - NOW) / 3.0) - 1.0
            return PoseAt("left" if place > 0.0 else "right", abs(place)), GOAL, None

        figure.show_pose(*across(NOW))
        while (at := next_change(figure, across, at, NOW + 3.0)) < NOW + 3.0:
            figure.show_pose(*across(at))
            instants.append(at)
        gaps = [after - before for before, after in pairwise(instants)]
        assert min(gaps) >= FRAME_S - 1e-9
        assert gaps[0] > 3 * min(gaps), "the slow ends of a movement cost few"
        assert 2 / SEEN * 0.5 < len(instants) <= 2 / SEEN, "as many as are seen, there and back"
        assert len(instants) < 3.0 / FRAME_S


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
