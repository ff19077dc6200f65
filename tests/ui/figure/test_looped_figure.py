"""A looped figure moves while it is looked at, and then rests: nothing is painted any more."""

from dataclasses import dataclass, field

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot

from tests.core.figure import people
from tests.ui.figure.test_ticker import goes_on
from tui.core.figure.body.pose import PoseAt, Stance
from tui.core.settings.settings import Settings
from tui.ui.figure.figure import FigureShelf
from tui.ui.figure.looped_figure import ROUNDS, LoopedFigure

EXERCISE = people.exercise(people.ARCH)


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Shown:
    stances: list[Stance] = field(default_factory=list)

    def __call__(self, *stance: object) -> None:
        self.stances.append(stance)  # type: ignore[arg-type]


class Stage(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.clock, self.shown = Clock(), Shown()
        self.looped = LoopedFigure(self.clock, lambda _: Content("what it is"), FigureShelf())

    def get_css_variables(self) -> dict[str, str]:
        return {**super().get_css_variables(), "quiet": "#808080"}

    def compose(self) -> ComposeResult:
        yield self.looped


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch, no_drawing: None) -> Stage:
    app = Stage()
    monkeypatch.setattr(app.looped.figure, "show_pose", app.shown)
    return app


async def shown_now(pilot: Pilot[None], stage: Stage) -> PoseAt:
    stage.looped.tick()
    await pilot.pause()
    return stage.shown.stances[-1][0]


async def test_it_rests_after_three_rounds_until_it_is_woken(stage: Stage) -> None:
    async with stage.run_test() as pilot:
        looped = stage.looped
        looped.perform((EXERCISE,), Settings(), "full")
        seconds = looped._demo.seconds if looped._demo else 0.0
        in_hold = 1.2 + EXERCISE.dose.move_s + EXERCISE.dose.hold_s / 2
        for rounds in range(ROUNDS):
            stage.clock.now = 100.0 + rounds * seconds + in_hold
            assert (await shown_now(pilot, stage)).amount == pytest.approx(1.0)
            assert looped._play() is not None
        stage.clock.now += seconds
        assert (await shown_now(pilot, stage)).amount == 0.0
        assert looped._play() is None
        looped.wake()
        stage.clock.now += in_hold
        assert (await shown_now(pilot, stage)).amount == pytest.approx(1.0)


async def test_waking_what_moves_changes_nothing(stage: Stage) -> None:
    async with stage.run_test() as pilot:
        stage.looped.perform((EXERCISE,), Settings(), "full")
        stage.clock.now += 1.2 + EXERCISE.dose.move_s / 2
        before = await shown_now(pilot, stage)
        stage.looped.wake()
        assert await shown_now(pilot, stage) == before and before.amount > 0.1


async def test_it_stands_still_without_the_focus_and_under_something_else(stage: Stage) -> None:
    async with stage.run_test() as pilot:
        looped = stage.looped
        looped.perform((EXERCISE,), Settings(), "full")
        assert goes_on(looped._ticker)
        stage.app_focus = False
        await pilot.pause()
        assert not goes_on(looped._ticker)
        looped.perform((EXERCISE,), Settings(), "full")
        assert not goes_on(looped._ticker), "told what to perform meanwhile"
        looped.halt()
        stage.app_focus = True
        await pilot.pause()
        assert not goes_on(looped._ticker)
        looped.go_on()
        assert goes_on(looped._ticker)
