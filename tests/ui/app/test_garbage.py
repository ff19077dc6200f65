"""The start does without a collection; from the first paint on there is one."""

import gc
from pathlib import Path

from tests.ui.fakes import make_services
from tests.ui.session.guided import guided


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
    async with guided(make_services(tmp_path), "home") as run:
        await run.pilot.pause()
        assert gc.isenabled() and not gc.get_freeze_count()
