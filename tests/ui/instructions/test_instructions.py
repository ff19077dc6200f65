"""Instructions: every key, and that the figure strikes the step's pose."""

from pathlib import Path

import pytest

from tests.ui.fakes import ManualClock, make_services
from tests.ui.screen_text import screen_text
from tui.adapters.content.exercises import Catalogue
from tui.core.figure.body.pose import PoseAt
from tui.ui.app.app import UnhunchApp
from tui.ui.home.home import HomeScreen
from tui.ui.instructions.instructions import STRIKE_S, InstructionsScreen, steps_of
from tui.ui.kit.services import Services
from tui.ui.session.session import SessionScreen

pytestmark = pytest.mark.usefixtures("no_drawing")


def reader(app: UnhunchApp) -> InstructionsScreen:
    screen = app.screen
    assert isinstance(screen, InstructionsScreen)
    return screen


def pose_after(screen: InstructionsScreen, clock: ManualClock, seconds: float) -> PoseAt:
    """Return where the figure is so much later."""
    clock.pass_time(seconds)
    screen.tick()
    pose: PoseAt = screen.figure._shown[0]
    return pose


async def test_steps_are_gone_through_one_by_one(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(100, 32)) as pilot:
        await pilot.press("down", "i")
        await pilot.pause()
        screen = reader(app)
        steps = steps_of(screen.exercise)
        for step in steps[1:]:
            await pilot.press("down")
            assert screen.steps.step == step
            assert f"> {step.title}" in screen_text(app)
        await pilot.press("j")
        assert screen.steps.step == steps[-1]
        assert "Rick Kaselj, MS" in screen_text(app)
        await pilot.press("up", "k")
        assert screen.steps.step == steps[-3]


async def test_the_figure_strikes_the_pose_and_crosses_the_centre(services: Services) -> None:
    clock = services.clock
    assert isinstance(clock, ManualClock)
    app = UnhunchApp(services)
    async with app.run_test(size=(100, 32)) as pilot:
        await pilot.press("down", "i")
        await pilot.pause()
        screen = reader(app)
        await pilot.press("down", "down")
        assert screen.steps.step.pose == "left"
        assert 0 < pose_after(screen, clock, STRIKE_S / 2).amount < 1
        assert pose_after(screen, clock, STRIKE_S) == PoseAt("left", 1.0)
        await pilot.press("down", "down")
        assert screen.steps.step.pose == "right"
        assert pose_after(screen, clock, STRIKE_S / 4).toward == "left"
        assert pose_after(screen, clock, STRIKE_S) == PoseAt("right", 1.0)


async def test_space_plays_the_whole_movement_and_stops_it(services: Services) -> None:
    clock = services.clock
    assert isinstance(clock, ManualClock)
    app = UnhunchApp(services)
    async with app.run_test(size=(100, 32)) as pilot:
        await pilot.press("down", "i")
        await pilot.pause()
        screen = reader(app)
        await pilot.press("space")
        assert screen.playing
        reached = {
            (pose.toward, pose.amount) for pose in (pose_after(screen, clock, 0.25) for _ in range(60))
        }
        assert {("left", 1.0), ("right", 1.0)} <= reached
        await pilot.press("space")
        assert not screen.playing
        assert pose_after(screen, clock, STRIKE_S).amount == 0.0


async def test_other_keys(services: Services) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=(100, 32)) as pilot:
        await pilot.press("down", "i")
        await pilot.pause()
        screen = reader(app)
        for key, name in (("right", "arch"), ("l", "rotate"), ("left", "arch"), ("h", "rotate")):
            await pilot.press(key)
            assert screen.exercise.short == name
        assert "View: rear" in screen_text(app)
        await pilot.press("v")
        await pilot.pause()
        assert "View: front" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("i")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, SessionScreen)


async def test_keys_that_do_not_apply_say_why(tmp_path: Path, services: Services) -> None:
    one = Catalogue(services.catalogue.exercises[:1])
    app = UnhunchApp(make_services(tmp_path, catalogue=one))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        for key in ("left", "right"):
            await pilot.press(key)
            assert "no other exercise" in reader(app).notice.text


@pytest.mark.parametrize("size", [(60, 18), (80, 24)])
async def test_every_step_can_be_read_whole(services: Services, size: tuple[int, int]) -> None:
    app = UnhunchApp(services)
    async with app.run_test(size=size) as pilot:
        await pilot.press("down", "i")
        await pilot.pause()
        for step in steps_of(reader(app).exercise):
            shown = " ".join(screen_text(app).split())
            for word in step.text.split():
                assert word in shown, (step.title, word)
            await pilot.press("down")
