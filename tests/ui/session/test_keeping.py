"""What a session leaves behind: after every unit, at its end, and however it is left."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.ui.fakes import make_services
from tests.ui.session.guided import Guided, guided, request_for, undrawn  # noqa: F401
from tui.adapters.history.under_way import UnderWay
from tui.core.exercises.exercise import Side
from tui.core.record.record import Origin
from tui.core.record.under_way import UnderWayState
from tui.core.text.problems import StoreProblem
from tui.ui.home.home import HomeScreen
from tui.ui.kit.question import QuestionScreen
from tui.ui.kit.services import Services, SessionRequest
from tui.ui.session.session import SessionScreen
from tui.ui.session.summary import SummaryScreen

pytestmark = pytest.mark.usefixtures("undrawn")


def left_behind(services: Services) -> tuple[UnderWayState, ...]:
    """The sessions that another program would find interrupted, were this one killed now."""
    services.under_way.release()
    return UnderWay(services.paths).find_interrupted()


async def begin(run: Guided, *names: str) -> None:
    """Start a session from Home."""
    run.app.start_session(request_for(run.app.services, *names))
    await run.pilot.pause()


async def test_every_unit_is_kept_as_soon_as_it_is_counted(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(8.5)
        assert left_behind(services) == ()
        await run.pass_time(0.5)
        (state,) = left_behind(services)
        assert state.counted == (0,)
        await run.pass_time(5)
        (state,) = left_behind(services)
        assert state.counted == (0, 1)
        assert (state.record.exercises[0].left, state.record.exercises[0].right) == (1, 1)
        assert run.records == []


async def test_the_end_is_saved_before_anything_is_asked(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        start = run.clock.now()
        await run.pass_time(64)
        (record,) = run.records
        assert (record.partial, record.seconds, record.routine) == (False, 64.0, "both")
        assert (record.started_at, record.day) == (start, start.date())
        assert (record.origin, record.lead_side) == (Origin.TIMED, Side.LEFT)
        assert left_behind(services) == ()


async def test_the_lead_alternates(services: Services) -> None:
    async with guided(services, "home") as run:
        for lead in (Side.LEFT, Side.RIGHT):
            await begin(run, "rotate")
            assert run.screen.plan.lead is lead
            await run.pass_time(36)
            await run.press("enter")
            run.clock.pass_time(3600)


async def test_finishing_here_keeps_a_partial(services: Services) -> None:
    async with guided(services, "home") as run:
        await begin(run)
        await run.pass_time(15)
        await run.press("escape", "f")
        assert isinstance(run.app.screen, SummaryScreen)
        (record,) = run.records
        assert record.partial
        assert (record.exercises[0].left, record.exercises[0].right, record.exercises[1].total) == (1, 1, 0)
        assert left_behind(services) == ()


@pytest.mark.parametrize("keys", [("escape", "f"), ("tab", "tab", "f")])
async def test_nothing_counted_keeps_nothing_and_says_so(services: Services, keys: tuple[str, ...]) -> None:
    async with guided(services, "home") as run:
        await begin(run)
        await run.pass_time(6)
        await run.press(*keys)
        assert isinstance(run.app.screen, HomeScreen)
        assert "Nothing was counted, so nothing is kept." in run.text()
        assert (run.records, left_behind(services)) == ([], ())


@pytest.mark.parametrize("passed", [2.0, 15.0])
async def test_esc_twice_goes_on_with_the_session(services: Services, passed: float) -> None:
    async with guided(services, "home") as run:
        await begin(run)
        await run.pass_time(passed)
        await run.press("escape")
        assert isinstance(run.app.screen, QuestionScreen) and "enter/esc Resume" in run.text()
        await run.press("escape")
        assert isinstance(run.app.screen, SessionScreen)


async def test_a_held_esc_asks_and_does_not_answer(services: Services) -> None:
    async with guided(replace(services, guard_s=0.7), "home") as run:
        await begin(run)
        await run.pass_time(2)
        for pause in (0.66, *[0.04] * 40):
            await run.press("escape")
            run.clock.pass_time(pause)
        assert isinstance(run.app.screen, QuestionScreen)
        run.clock.pass_time(0.7)
        await run.press("escape")
        assert isinstance(run.app.screen, SessionScreen)


async def test_discarding_keeps_nothing(services: Services) -> None:
    async with guided(services, "home") as run:
        await begin(run)
        await run.pass_time(15)
        await run.press("escape", "x")
        assert isinstance(run.app.screen, HomeScreen)
        assert "Discarded" in run.text()
        assert (run.records, left_behind(services)) == ([], ())
        assert run.player.calls[-1] == "close"


async def test_the_question_is_answered_by_arrows_and_enter_and_by_no_letter_of_another_layout(
    services: Services,
) -> None:
    async with guided(services, "home") as run:
        await begin(run)
        await run.pass_time(15)
        await run.press("escape", "ч", "X")
        assert "Keys are Latin letters" in run.text()
        await run.press("down", "down")
        assert "> x " in run.text() and "> enter" not in run.text()
        await run.press("enter")
        assert isinstance(run.app.screen, HomeScreen)
        assert "Discarded" in run.text() and run.records == []


async def test_a_second_ctrl_c_keeps_the_partial_and_leaves(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(10)
        await run.press("ctrl+c")
        assert "Leave the session?" in run.text()
        run.clock.pass_time(1)
        await run.press("ctrl+c")
        (record,) = run.records
        assert record.exercises[0].left == 1
        assert run.app.return_code == 0
        assert left_behind(services) == ()


async def test_a_late_second_ctrl_c_goes_on_asking_and_a_third_at_once_leaves(
    services: Services,
) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(10)
        await run.press("ctrl+c")
        run.clock.pass_time(3)
        await run.press("ctrl+c")
        assert "Leave the session?" in run.text()
        assert run.records == []
        run.clock.pass_time(1)
        await run.press("ctrl+c")
        assert len(run.records) == 1 and run.app.return_code == 0


async def test_a_program_that_is_ended_leaves_a_session_to_resume(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(10)
        run.app.leave(143)
        await run.pilot.pause()
    (state,) = left_behind(services)
    assert state.counted == (0,)


async def test_an_interrupted_session_goes_on_after_what_was_counted(services: Services) -> None:
    async with guided(services, request_for(services)) as run:
        await run.pass_time(15)
        run.app.leave(143)
    (state,) = left_behind(services)
    services.under_way.take(state.record.id)
    run_again = request_for(services)._replace(resumed=state)
    async with guided(services, run_again) as run:
        run.clock.pass_time(3 * 3600)
        run.screen.tick()
        await run.press("space")
        await run.pass_time(4)
        assert (run.word, run.screen.panel.dots.rows[0].dots) == ("LEFT", (True, False, False))
        await run.pass_time(60)
        (record,) = run.records
        assert (record.id, record.day, record.partial) == (state.record.id, state.record.day, False)
        assert record.started_at == state.record.started_at
        assert record.seconds == 14 + 3 + 49
        assert left_behind(services) == ()


async def test_a_unit_done_again_is_not_counted_twice(services: Services) -> None:
    async with guided(services, request_for(services, "arch")) as run:
        await run.pass_time(10)
        await run.press("p")
        await run.pass_time(20)
        await run.press("escape", "f")
        (record,) = run.records
        assert record.exercises[0].total == 2


async def test_a_store_that_fails_is_told_and_the_session_goes_on(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_state: UnderWayState) -> None:
        raise StoreProblem("the session under way cannot be kept", "the disk is full")

    monkeypatch.setattr(services.under_way, "save", fail)
    async with guided(services, request_for(services)) as run:
        await run.pass_time(9)
        assert "the disk is full" in run.text()
        assert run.word == "RIGHT"


async def test_another_round_is_the_same_again(services: Services) -> None:
    async with guided(services, request_for(services, "arch", reps=1)) as run:
        await run.pass_time(12)
        await run.press("r")
        assert run.word == "READY"
        assert [planned.reps for planned in run.screen.plan.exercises] == [1]
        await run.pass_time(12)
        assert len(run.records) == 2


async def test_a_session_from_the_command_line_goes_back_to_the_shell(services: Services) -> None:
    async with guided(services, request_for(services, "arch", reps=1)) as run:
        await run.pass_time(12)
        await run.press("enter")
    assert run.app.return_code == 0
    assert len(run.records) == 1


async def test_flags_hold_for_the_session_only_and_are_marked(services: Services) -> None:
    async with guided(services, request_for(services, "arch", reps=1, hold_s=0.5)) as run:
        await run.pass_time(12)
        (record,) = run.records
        assert (record.exercises[0].target, record.exercises[0].hold_s, record.own_target) == (1, 0.5, False)
        assert services.progress.reps() == {}


async def test_exercises_that_are_gone_are_told(tmp_path: Path) -> None:
    services = make_services(tmp_path)
    async with guided(services, request_for(services)) as run:
        await run.pass_time(10)
        run.app.leave(143)
    (state,) = left_behind(services)
    part = replace(state.record.exercises[0], id="gone")
    state = replace(state, record=replace(state.record, exercises=(part, *state.record.exercises[1:])))
    async with guided(services, "home") as run:
        run.app.start_session(SessionRequest(services.catalogue.bundled, resumed=state))
        await run.pilot.pause()
        assert isinstance(run.app.screen, HomeScreen)
        assert "'gone' is no longer there" in run.text()
