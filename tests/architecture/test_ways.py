"""How many files a reader has to know of to follow two ways through the program.

A file counts when one of its functions is called on the way. The same ways entered 67 and 28 files at
commit 33bbcac, where a subject had no folder. Of the 50 of a session one is entered only where the machine
lets the demonstration on Home move once more before it is covered (`core/timer/demo.py`).
"""

import importlib
import pkgutil
import sys
import threading
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, Self

import pytest

import tui
from tests.ui.fakes import make_services
from tests.ui.figure.test_brush import COLUMNS, GOAL, ROWS, Stage, ready
from tests.ui.home.at_home import settle
from tests.ui.session.guided import guided, undrawn  # noqa: F401
from tui.core.figure.body.pose import PoseAt

ROOT = Path(tui.__file__).parent
MOST_FOR_A_SESSION = 50
MOST_FOR_A_POSE = 21


class Entered:
    """Notes the files of the program whose functions are called meanwhile, in any thread that begins then."""

    def __init__(self) -> None:
        self.files: set[str] = set()
        for module in pkgutil.walk_packages([str(ROOT)], "tui."):
            if not module.name.endswith("__main__"):
                importlib.import_module(module.name)  # before: the body of a class is a call, too

    def __enter__(self) -> Self:
        threading.setprofile(self._note)
        sys.setprofile(self._note)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        sys.setprofile(None)
        threading.setprofile(None)

    def _note(self, frame: FrameType, event: str, _: Any) -> None:
        path = frame.f_code.co_filename
        if event == "call" and path.startswith(f"{ROOT}/"):
            self.files.add(path.removeprefix(f"{ROOT}/"))


@pytest.mark.usefixtures("undrawn")
async def test_from_enter_on_home_to_the_saved_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui.ui.home.home.CLOCK_S", 3600.0)  # a look at the clock is no part of the way
    async with guided(make_services(tmp_path), "home") as run:
        await settle(run.pilot)
        with Entered() as entered:
            await run.press("enter")
            await run.pass_time(63.5)
            run.step()
        assert run.records
    assert {"core/timer/session.py", "adapters/history/store.py", "ui/home/home.py"} <= entered.files
    assert len(entered.files) <= MOST_FOR_A_SESSION, sorted(entered.files)


async def test_from_a_pose_to_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    app = Stage()
    async with app.run_test(size=(COLUMNS, ROWS)) as pilot:
        paper = await ready(pilot, app)
        app.figure.show_pose(PoseAt("left", 0.1), GOAL)
        with Entered() as entered:
            app.figure.show_pose(PoseAt("left", 0.37), GOAL)
        assert paper.paints == 2
    assert {"core/figure/picture/artist.py", "ui/figure/brush.py"} <= entered.files
    assert len(entered.files) <= MOST_FOR_A_POSE, sorted(entered.files)
