"""A figure is shown again when it looks different: no sooner, and no more often than can be seen."""

import pytest

from tests.ui.figure.test_brush import GOAL, Stage, ready
from tui.core.figure.body.pose import PoseAt, Stance
from tui.ui.figure.pace import next_change
from tui.ui.figure.shelf import FRAME_S

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


async def test_a_hold_grows_and_a_ghost_comes() -> None:
    app = Stage()
    async with app.run_test(size=(44, 18)) as pilot:
        await ready(pilot, app)
        figure = app.figure
        figure.show_pose(GOAL, None, 0.5)
        assert not figure.would_change((GOAL, None, 0.5))
        assert figure.would_change((GOAL, None, 0.6))
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
