"""The first picture comes from an earlier start that drew the same, before what draws it is loaded."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from tests.core.figure import people
from tests.ui.figure.test_figure import drawn, rows
from tui.adapters.files.kept_pictures import KeptPictures
from tui.core.figure.body.pose import START, Pose, PoseAt, View
from tui.core.figure.picture.artist import MOSAICS
from tui.core.figure.style import ASCII
from tui.ui.figure.engine import FigureEngine
from tui.ui.figure.figure import Figure, FigureShelf
from tui.ui.figure.wish import Shown, Wish

ROTATE = people.exercise(people.ROTATE)
FIRST = Wish(ROTATE, 0, "mosaic", people.DARK, (30, 12), 2.0)
STILL: Shown = (PoseAt(START, 0.0), None, None, False)
SPEC, COLOURS = ROTATE.figure, people.DARK


def with_figure(**changes: object) -> Wish:
    return FIRST._replace(exercise=ROTATE._replace(figure=SPEC._replace(**changes)))  # type: ignore[arg-type]


OTHERS = {
    **{f"{name} leans": with_figure(poses={**SPEC.poses, name: Pose(side=1e-9)}) for name in SPEC.poses},
    "another pose": with_figure(poses={**SPEC.poses, "forward": Pose()}),
    "view seen from elsewhere": with_figure(views=(View("front", 0.1, 0.0), *SPEC.views[1:])),
    "views in another order": with_figure(views=SPEC.views[::-1]),
    "spine": with_figure(shares=(*SPEC.shares[:3], SPEC.shares[4], SPEC.shares[3] + 1e-9)),
    **{name: with_figure(**{name: "other"}) for name in ("hands", "elbows", "region", "still", "arrow")},
    "exercise": FIRST._replace(exercise=people.exercise(people.ARCH)),
    "view": FIRST._replace(view_index=1),
    "look": FIRST._replace(look="fine"),
    "columns": FIRST._replace(size=(31, 12)),
    "rows": FIRST._replace(size=(30, 13)),
    "cell": FIRST._replace(cell_aspect=2.1),
    "from above": FIRST._replace(beside=True),
    "ground": FIRST._replace(colours=COLOURS._replace(ground=COLOURS.ground + 1)),
    "unknown ground": FIRST._replace(colours=people.unknown_ground()),
    "256 colours": FIRST._replace(colours=COLOURS._replace(few=True)),
    **{
        f"colour {at}": FIRST._replace(
            colours=COLOURS._replace(roles=(*COLOURS.roles[:at], 1, *COLOURS.roles[at + 1 :]))
        )
        for at in range(len(COLOURS.roles))
    },
}
"""Other wishes, each different in one thing that decides a picture."""
ELSEWHERE: dict[str, Shown] = {
    "pose": (PoseAt("left", 0.0), *STILL[1:]),
    "amount": (PoseAt(START, 1e-9), *STILL[1:]),
    "ghost": (STILL[0], PoseAt("left", 1.0), None, False),
    "hold": (*STILL[:2], 0.0, False),
    "arrived": (*STILL[:3], True),
}


def test_all_that_decides_a_picture_tells_it_from_others() -> None:
    told = [FIRST.told(STILL), *(wish.told(STILL) for wish in OTHERS.values())]
    told += [FIRST.told(shown) for shown in ELSEWHERE.values()]
    assert len(set(told)) == len(told) == 1 + len(OTHERS) + len(ELSEWHERE)
    assert len(Wish._fields) == 7 and len(SPEC) == 8 and len(COLOURS) == 4, "is each field among the others?"
    assert FIRST._replace(exercise=ROTATE._replace(name="Other")).told(STILL) == FIRST.told(STILL)


@settings(max_examples=12)
@given(
    exercise=st.sampled_from([ROTATE, people.exercise(people.ARCH), people.own()]),
    look=st.sampled_from([ASCII, *MOSAICS]),
    size=st.tuples(st.integers(20, 40), st.integers(10, 18)),
    amount=st.floats(0, 1),
    arrived=st.booleans(),
)
def test_what_is_kept_is_what_would_be_drawn(
    tmp_path_factory: pytest.TempPathFactory,
    exercise: object,
    look: str,
    size: tuple[int, int],
    amount: float,
    arrived: bool,
) -> None:
    file = tmp_path_factory.mktemp("user") / "pictures.json"
    wish = FIRST._replace(exercise=exercise, look=look, size=size)  # type: ignore[arg-type]
    shown = (
        PoseAt(next(name for name in wish.exercise.figure.poses if name != START), amount),
        None,
        None,
        arrived,
    )
    known = KeptPictures(file)
    assert known.find(wish.told(shown), size) is None
    known.keep(wish.told(shown), FigureEngine().build(wish).frame(*shown))
    assert KeptPictures(file).find(wish.told(shown), size) == FigureEngine().build(wish).frame(*shown)


@dataclass
class Stand(App[None]):
    """An app with nothing but a figure; it says when its engine would be loaded, and when it has settled."""

    file: Path
    patient: bool = True
    exercise: object = ROTATE
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    __hash__ = App.__hash__

    def compose(self) -> ComposeResult:
        figure = Figure(self.exercise, shelf=FigureShelf(pictures=KeptPictures(self.file)))  # type: ignore[arg-type]
        figure.is_patient = self.patient
        yield figure

    def on_figure_settled(self) -> None:
        self.told.append("settled")


@pytest.fixture(autouse=True)
def true_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "pictures.json"


async def begun(file: Path) -> list[str]:
    """Run a start that draws its first picture, and return its rows."""
    app = Stand(file)
    async with app.run_test(size=(40, 16)) as pilot:
        shown = rows(await drawn(pilot))
        await app.workers.wait_for_complete()
        return shown


async def once(pilot: Pilot[None], holds: Callable[[], object]) -> Figure:
    """Return the figure once something holds."""
    for _ in range(500):
        await pilot.pause()
        if holds():
            return pilot.app.query_one(Figure)
        await pilot.pause(0.01)
    raise AssertionError("it has never come to pass")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Figure]:
    """The figures whose engine would be loaded; none is."""
    found: list[Figure] = []
    monkeypatch.setattr(Figure, "_load", lambda self: found.append(self))
    return found


async def test_the_first_start_draws_its_picture_and_the_next_shows_it(
    file: Path, request: pytest.FixtureRequest
) -> None:
    before = await begun(file)
    assert "upper back" in before[-1]
    asked = request.getfixturevalue("asked")
    app = Stand(file)
    async with app.run_test(size=(40, 16)) as pilot:
        figure = await once(pilot, lambda: app.told)
        assert rows(figure) == before and app.told == ["settled"] and asked == []
        figure.load()
        figure.load()
        assert asked == [figure]


async def test_the_engine_is_loaded_at_once_where_another_picture_is_soon_needed(
    file: Path, request: pytest.FixtureRequest
) -> None:
    before = await begun(file)
    asked = request.getfixturevalue("asked")
    app = Stand(file, patient=False)
    async with app.run_test(size=(40, 16)) as pilot:
        figure = await once(pilot, lambda: app.told)
        assert rows(figure) == before and asked == [figure]


async def test_the_engine_is_loaded_when_a_picture_that_is_not_kept_is_needed(
    file: Path, request: pytest.FixtureRequest
) -> None:
    before = await begun(file)
    asked = request.getfixturevalue("asked")
    app = Stand(file)
    async with app.run_test(size=(40, 16)) as pilot:
        figure = await once(pilot, lambda: app.told)
        figure.show_pose(PoseAt("left", 0.5))
        figure.show_pose(PoseAt("left", 0.6))
        assert asked == [figure] and rows(figure) == before


async def test_a_movement_goes_on_from_a_picture_that_is_kept(file: Path) -> None:
    await begun(file)
    app = Stand(file)
    async with app.run_test(size=(40, 16)) as pilot:
        figure = await once(pilot, lambda: app.told)
        assert not figure.is_drawn
        before = rows(figure)
        figure.show_pose(PoseAt("left", 0.5))
        assert rows(await drawn(pilot)) != before
        figure.show_pose(PoseAt(START, 0.0))
        assert rows(figure) == before


async def test_of_another_size_or_theme_nothing_is_kept(file: Path, request: pytest.FixtureRequest) -> None:
    await begun(file)
    asked = request.getfixturevalue("asked")
    app = Stand(file)
    async with app.run_test(size=(41, 16)) as pilot:
        figure = await once(pilot, lambda: asked)
        assert asked == [figure] and not "".join(rows(figure)).strip()
    app = Stand(file)
    app.theme = "textual-light"
    async with app.run_test(size=(40, 16)) as pilot:
        await once(pilot, lambda: len(asked) == 2)


async def test_only_the_first_picture_of_a_start_is_written(file: Path) -> None:
    app = Stand(file)
    async with app.run_test(size=(40, 16)) as pilot:
        figure = await drawn(pilot)
        await app.workers.wait_for_complete()
        written = file.read_bytes()
        figure.show_exercise(people.exercise(people.ARCH))
        await drawn(pilot)
        await app.workers.wait_for_complete()
        assert file.read_bytes() == written


WITHOUT_NUMPY = """
import asyncio, sys
from array import array
from textual.app import App
from tui.adapters.content.exercises import content_folder, read_exercise
from tui.core.figure.frame import Frame
from tui.ui.figure.figure import Figure, FigureShelf

class Any:
    def find(self, told, size):
        return Frame(array("Q", [ord("#") << 32] * (size[0] * size[1])).tobytes(), size[0])

class Stand(App):
    def compose(self):
        exercise = read_exercise(content_folder() / "exercises" / "sit-and-rotate.toml", own=False)
        self.figure = Figure(exercise, shelf=FigureShelf(pictures=Any()))
        self.figure.is_patient = True
        yield self.figure

async def main():
    async with Stand().run_test(size=(40, 16)) as pilot:
        figure = pilot.app.figure
        while not figure.render_line(5).text.strip():
            await pilot.pause(0.01)
        return figure.render_line(5).text

sys.exit(asyncio.run(main()) != "#" * 40 or "numpy" in sys.modules)
"""


def test_a_picture_that_is_kept_needs_no_numpy() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_NUMPY], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
