"""A figure in a terminal that changes its width: it goes on, in the new size."""

from textual.app import App, ComposeResult

from tests.core.timer.sessions import ARCH, ROTATE
from tests.ui.session.guided import guided, request_for
from tui.core.figure.body.pose import PoseAt
from tui.ui.figure.figure import Figure
from tui.ui.kit.services import Services
from tui.ui.session.session import SessionScreen


class Stage(App[None]):
    def compose(self) -> ComposeResult:
        yield Figure(ROTATE)


async def test_a_change_of_width_alone_is_survived() -> None:
    app = Stage()
    async with app.run_test(size=(40, 20)) as pilot:
        figure = app.query_one(Figure)
        for width in (60, 44, 50):
            while not figure.is_drawn:
                await pilot.pause(0.01)
            figure.show_pose(PoseAt("left", 0.5))
            await pilot.resize_terminal(width, 20)
        figure.show_exercise(ARCH)
        while not figure.is_drawn:
            await pilot.pause(0.01)
        assert figure.size.width == 50
        assert app.is_running


async def test_a_session_goes_on_through_a_storm_of_sizes(services: Services) -> None:
    async with guided(services, request_for(services, "rotate"), (100, 32)) as session:
        await session.pass_time(6)
        for size in (
            (80, 62),
            (60, 43),
            (80, 200),
            (300, 500),
            (60, 18),
            (11, 90),
            (1, 1),
            (220, 20),
            (100, 32),
        ):
            await session.pilot.resize_terminal(*size)
            figure = session.app.screen.query_one(Figure)
            while figure.size and not figure.is_drawn:
                await session.pilot.pause(0.01)
            await session.pass_time(0.5)
        assert session.app.is_running and isinstance(session.app.screen, SessionScreen)
