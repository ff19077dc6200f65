"""A figure in a terminal that changes its width: it goes on, in the new size."""

from textual.app import App, ComposeResult

from tests.core.timer.sessions import ARCH, ROTATE
from tui.core.figure.pose import PoseAt
from tui.ui.figure.figure import Figure


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
