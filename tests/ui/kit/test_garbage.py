"""The start does without a collection; from the first paint on there is one, but not of what is to stay."""

import gc
from pathlib import Path

import pytest

from tests.ui.fakes import make_services
from tests.ui.session.guided import guided
from tui.ui.kit.garbage import MANY, for_good


async def test_garbage_is_collected_again_after_the_first_paint(tmp_path: Path) -> None:
    gc.disable()
    try:
        async with guided(make_services(tmp_path), "home") as run:
            await run.pilot.pause()
            assert gc.isenabled() and gc.get_freeze_count()
    finally:
        gc.enable()
        gc.unfreeze()


async def test_nothing_is_set_aside_where_it_was_never_off(tmp_path: Path) -> None:
    gc.unfreeze()  # what a test before has set aside
    async with guided(make_services(tmp_path), "home") as run:
        await run.pilot.pause()
        assert gc.isenabled() and not gc.get_freeze_count()


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize(("many", "kept"), [(2 * MANY, True), (100, False)])
def test_much_that_is_to_stay_is_never_looked_through(many: int, kept: bool, on: bool) -> None:
    gc.unfreeze()  # what a test before has set aside
    if not on:
        gc.disable()
    try:
        before = [each["collections"] for each in gc.get_stats()]
        with for_good():
            gathered: list[list[int]] = [[] for _ in range(many)]
        assert [each["collections"] for each in gc.get_stats()] == before
        assert gc.isenabled() is on
        assert (gc.get_freeze_count() >= len(gathered)) is kept
    finally:
        gc.enable()
        gc.unfreeze()


def test_what_fails_leaves_it_on() -> None:
    with pytest.raises(ValueError), for_good():
        raise ValueError
    assert gc.isenabled()
