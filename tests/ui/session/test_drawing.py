"""When a session has its terminal draw: as often as a change is seen, and for all of it at once."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from tests.ui.fakes import make_services
from tests.ui.session.guided import Guided, guided, request_for
from tui.ui.app.textual_parts import is_batching
from tui.ui.figure.figure import FRAME_S
from tui.ui.session.gauges import HOLD_FRAME_S, next_hold_frame

SIZE = (100, 32)
FUZZ_S = 1e-6


async def begun(run: Guided) -> None:
    """Have the figure drawn, and no clock but the test's."""
    run.screen._ticker.pause()
    for _ in range(100):
        await run.app.workers.wait_for_complete()
        await run.pilot.pause()
        if run.screen.figure.is_drawn:
            return


def instants(run: Guided, until: Callable[[], bool]) -> list[float]:
    """Return when the screen asked to be called, from now on, always at once; times `until` is not yet so."""
    found: list[float] = []
    while not until():
        found.append(run.clock.monotonic())
        delay = run.screen._play()
        assert delay is not None
        run.clock.pass_time(max(FUZZ_S, delay))
    return found


async def test_what_is_due_comes_in_few_pictures_and_never_late(tmp_path: Path) -> None:
    services = make_services(tmp_path)
    async with guided(services, request_for(services, "rotate", ready_s=3.0), SIZE) as run:
        await begun(run)
        run.screen._play()
        assert run.word == "READY"
        ready = instants(run, lambda: run.word != "READY")
        assert len(ready) <= 8, "what stands still is looked at twice a second"
        instants(run, lambda: run.word == "HOLD")
        ends = run.screen.steered
        assert ends and ends.session.phase
        ends_at = ends.session.phase.end
        held = instants(run, lambda: run.word == "RIGHT")
        assert len(held) <= 2.0 / HOLD_FRAME_S + 1, "what changes beside the hold waits for its next picture"
        drawn = [ends_at - n * HOLD_FRAME_S for n in range(1, round(2.0 / HOLD_FRAME_S))]
        assert all(min(abs(at - each) for each in held) <= 3 * FUZZ_S for at in drawn), "seconds in time"
        across = instants(run, lambda: run.word == "HOLD")
        phase = ends.session.phase
        assert phase
        assert phase.start - FUZZ_S <= across[-1] <= phase.start + 2 * FUZZ_S, "the hold begins when it does"
        gaps = [after - before for before, after in pairwise(across[:-1])]
        assert all(gap < 2 * FUZZ_S or gap >= FRAME_S - 2 * FUZZ_S for gap in gaps[1:])
        assert len(across) <= 26, "three seconds in as many pictures as are seen, bars and digits in them"


def test_a_hold_is_drawn_back_from_its_end_and_never_past_it() -> None:
    end = 7.0
    assert next_hold_frame(5.2, end, 9.0) == pytest.approx(5.5)
    assert next_hold_frame(end - HOLD_FRAME_S, end, 9.0) == pytest.approx(end)
    assert next_hold_frame(end - FUZZ_S, end, 9.0) == end


def test_what_changes_beside_a_hold_waits_for_its_picture_unless_it_is_due_now() -> None:
    end = 7.0
    assert next_hold_frame(5.2, end, 5.21) == pytest.approx(5.5)
    assert next_hold_frame(6.0 - FUZZ_S, end, 6.0) == 6.0


async def test_where_words_change_the_terminal_draws_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = make_services(tmp_path)
    async with guided(services, request_for(services, "rotate", ready_s=3.0), SIZE) as run:
        await begun(run)
        screen, drawn = run.screen, []
        show = screen.figure.show_pose

        def noted(*stance: object) -> None:
            drawn.append((run.word, screen.panel.countdown.shown, is_batching(run.app)))
            show(*stance)  # type: ignore[arg-type]

        monkeypatch.setattr(screen.figure, "show_pose", noted)
        for _ in range(120):
            before = run.word, screen.panel.countdown.shown
            count = len(drawn)
            run.clock.pass_time(0.1)
            screen.tick()
            turned = before != (run.word, screen.panel.countdown.shown)
            assert all(batched == turned for _, _, batched in drawn[count:])
        assert {batched for _, _, batched in drawn} == {False, True}
        assert not is_batching(run.app)
