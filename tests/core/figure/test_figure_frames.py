"""Frames: the golden ones, only the look's characters, the same whatever was asked before, and calm."""

import random
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.core.figure import golden, people
from tui.core.figure.body.parts import BodyPart
from tui.core.figure.body.pose import PoseAt, View
from tui.core.figure.colours import GROUND
from tui.core.figure.frame import Frame, Role
from tui.core.figure.picture.artist import MOSAICS, Artist
from tui.core.figure.picture.corner import corner
from tui.core.figure.scene.stage import Size
from tui.core.timer.plan import ease

LOOKS = ("ascii", *MOSAICS)
WRITTEN = set("abcdefghijklmnopqrstuvwxyz:=- \n")
ASCII = {*"#%@:.-=*<>^v/|~+;,_'\"\\`", *WRITTEN}


def test_frames_are_the_golden_ones() -> None:
    kept = {path.name: path.read_text(encoding="ascii") for path in golden.FOLDER.glob("*.txt")}
    drawn = dict(golden.golden_frames())
    assert kept.keys() == drawn.keys()
    for name, text in drawn.items():
        assert text == kept[name], f"{name} differs: python -m tests.core.figure.golden, and look at it"


def every_frame(id: str, look: str, size: tuple[int, int], amounts: tuple[float, ...]) -> list[Frame]:
    frames = []
    for view in range(len(people.spec(id).views)):
        artist = people.artist(id, size, look, view)
        for name in people.ENDS[id]:
            frames += [artist.frame(PoseAt(name, amount), PoseAt(name, 1.0)) for amount in amounts]
            frames.append(artist.frame(PoseAt(name, 1.0), PoseAt(name, 0.0), 0.3))
    return frames


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", [(24, 12), (48, 20)])
def test_nothing_but_the_characters_of_the_look(id: str, look: str, size: tuple[int, int]) -> None:
    allowed = WRITTEN | set(MOSAICS[look].glyphs) if look in MOSAICS else ASCII
    for frame in every_frame(id, look, size, (0.0, 0.5)):
        assert_sound(frame, size)
        assert set(frame.text) <= allowed
        assert look in MOSAICS or all(set(papers(line.paper)) == {GROUND} for line in frame.lines)


@pytest.mark.slow
@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", [(32, 14), (80, 24), (160, 60)])
def test_every_size_has_sound_frames_in_every_pose(id: str, look: str, size: tuple[int, int]) -> None:
    for frame in every_frame(id, look, size, (0.0, 0.48, 0.96)):
        assert_sound(frame, size)


def assert_sound(frame: Frame, size: tuple[int, int]) -> None:
    columns, rows = size
    assert len(frame.lines) == rows
    for line in frame.lines:
        assert len(line.text) == columns
        assert len(line.ink) == len(line.paper) == 2 * columns


def papers(paper: bytes) -> list[int]:
    return np.frombuffer(paper, np.uint16).tolist()


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
@settings(max_examples=3)
@given(randomly=st.randoms(use_true_random=False), look=st.sampled_from(LOOKS))
def test_a_frame_does_not_depend_on_what_was_asked_before(
    id: str, look: str, randomly: random.Random
) -> None:
    name = people.ENDS[id][0]
    asked = [(PoseAt(name, index / 20), PoseAt(name, 1.0), None) for index in range(21)]
    in_order = [people.artist(id, (40, 20), look).frame(*shot) for shot in asked[3:4]]
    artist = people.artist(id, (40, 20), look)
    swept = {shot[0].amount: artist.frame(*shot) for shot in asked}
    randomly.shuffle(asked)
    other = people.artist(id, (40, 20), look)
    assert {shot[0].amount: other.frame(*shot) for shot in asked} == swept
    assert in_order == [swept[0.15]]


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
def test_fewer_than_one_glyph_a_frame_flickers_in_a_four_second_sweep(id: str) -> None:
    name = people.ENDS[id][0]
    artist = people.artist(id, (60, 28), "ascii")
    shots = [artist.frame(PoseAt(name, ease(at / 120)), PoseAt(name, 1.0)) for at in range(121)]
    texts = ["".join(line.text for line in frame.lines) for frame in shots]
    reverted = sum(
        before != now and any(later[cell] == before for later in texts[at + 1 : at + 6])
        for at in range(1, len(texts))
        for cell, (before, now) in enumerate(zip(texts[at - 1], texts[at], strict=True))
    )
    assert reverted / 120 < 1.0


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
def test_poses_follow_each_other_closely(id: str) -> None:
    name = people.ENDS[id][0]
    artist = people.artist(id, (60, 28))
    steps = artist.steps(name)
    frames = [artist.frame(PoseAt(name, index / steps)) for index in range(steps + 1)]
    assert len(set(frames)) == steps + 1
    for one, other in pairwise(frames):
        changed = sum(differing(one, other))
        assert changed < 0.25 * 60 * 28


def differing(one: Frame, other: Frame) -> list[int]:
    """Return, by row, how many cells differ."""
    return [
        sum(a != b for a, b in zip(cells(before), cells(after), strict=True))
        for before, after in zip(one.lines, other.lines, strict=True)
    ]


def cells(line: object) -> list[tuple[str, int, int]]:
    return list(zip(line.text, papers(line.ink), papers(line.paper), strict=True))  # type: ignore[attr-defined]


@pytest.mark.parametrize("look", LOOKS)
def test_the_legend_and_the_label_say_what_and_where_to(look: str) -> None:
    artist = people.artist(people.ROTATE, (60, 30), look)
    for side in ("left", "right"):
        text = artist.frame(PoseAt(side, 1.0), None, 0.5).text
        assert f"hold {side}" in text and "upper back" in text


def samples(at: PoseAt, part: BodyPart) -> NDArray[np.intp]:
    stage = people.stage(people.spec(people.ARCH), people.spec(people.ARCH).views[0])
    return np.argwhere(people.drawn(stage, at).part == part)


def test_the_arch_takes_the_head_back_and_marks_the_edge_of_the_backrest() -> None:
    start, end = PoseAt("end", 0.0), PoseAt("end", 1.0)
    middle = [float(samples(at, BodyPart.HAIR)[:, 1].mean()) for at in (start, end)]
    assert middle[1] > middle[0] + 4 * 5
    assert len(samples(end, BodyPart.MARK)) > 20 and not len(samples(start, BodyPart.MARK))
    for look in LOOKS:
        artist = people.artist(people.ARCH, (60, 30), look)
        legend, before = (
            artist.frame(at, None, hold).lines[-1].text for at, hold in ((end, 0.5), (start, None))
        )
        assert "low back: keep still" in legend and "pressure point" in legend
        assert "pressure" not in before
    for at in (start, end):
        assert len(samples(at, BodyPart.REGION)) > 6 * 32 and len(samples(at, BodyPart.STILL)) > 4 * 32


def test_the_contact_is_marked_in_ascii_too() -> None:
    artist = people.artist(people.ARCH, (40, 20), "ascii")
    *body, _ = artist.frame(PoseAt("end", 1.0), None, 0.5).lines
    assert "*" in "".join(line.text for line in body)


def test_the_working_region_is_seen_in_the_held_arch_however_small() -> None:
    *body, _ = people.artist(people.ARCH, (40, 20), "ascii").frame(PoseAt("end", 1.0), None, 0.5).lines
    assert sum(line.text.count("#") for line in body) >= 3


def test_the_arrow_leads_on_to_the_ghost_but_a_hold_is_called_by_its_own_name() -> None:
    artist = people.artist(people.ROTATE, (60, 30))
    left, right = PoseAt("left", 1.0), PoseAt("right", 1.0)
    assert "turn right" in artist.frame(left, right).text
    held = artist.frame(left, right, 0.5).text
    assert "hold left" in held and "right" not in held
    assert "turn left" in artist.frame(left, PoseAt("left", 0.0), arrived=True).text
    assert "return" in artist.frame(left, PoseAt("left", 0.0)).text


def cells_in(frame: Frame, role: Role) -> int:
    """Return how many cells have the ink or the paper of a role, the bottom row left out."""
    colour = people.DARK.ink(role) & 0x7FFF
    return sum(
        colour in (ink & 0x7FFF, paper)
        for line in frame.lines[:-1]
        for ink, paper in zip(papers(line.ink), papers(line.paper), strict=True)
    )


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize(
    ("id", "name", "other"), [(people.ROTATE, "right", "left"), (people.ARCH, "end", "")]
)
def test_a_hold_has_no_arrow(id: str, name: str, other: str, look: str) -> None:
    pose, goal = PoseAt(name, 1.0), PoseAt(other or name, 1.0 if other else 0.0)
    artist = people.artist(id, (60, 30), look)
    words = len(f"hold {name}" if other else "hold")
    moving, held = (cells_in(artist.frame(pose, goal, hold), Role.ARROW) for hold in (None, 0.5))
    assert moving > words >= held


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
def test_the_arrow_is_dim_until_the_movement_begins(id: str, look: str) -> None:
    artist, goal = people.artist(id, (60, 30), look), PoseAt(people.ENDS[id][0], 1.0)
    waits, begins = (PoseAt(goal.toward, amount) for amount in (0.0, 0.001))
    dim, bright = artist.frame(waits, goal), artist.frame(begins, goal)
    assert dim.text.splitlines()[-1] == bright.text.splitlines()[-1]
    assert cells_in(bright, Role.ARROW) > cells_in(dim, Role.ARROW)
    assert artist.differ((waits, goal, None), (begins, goal, None)), "it begins to be bright at once"


@pytest.mark.parametrize("look", MOSAICS)
def test_the_ghost_is_a_shadow_that_is_fainter_in_a_hold(look: str) -> None:
    artist = people.artist(people.ARCH, (60, 30), look)
    pose, goal = PoseAt("end", 1.0), PoseAt("end", 0.0)
    bare = lit(artist.frame(pose, None, 0.5))
    held, moving = lit(artist.frame(pose, goal, 0.5)), lit(artist.frame(pose, goal))
    ghost = (held > bare + 0.5) & (moving > bare + 0.5)
    assert ghost.sum() > 20
    assert (held[ghost] < moving[ghost]).mean() > 0.9


def lit(frame: Frame) -> NDArray[np.float64]:
    """Return how bright the paper of each cell is, the bottom row and the arrow's left out."""
    codes = np.array([papers(line.paper) for line in frame.lines[6:-1]])
    bright: NDArray[np.float64] = (codes >> 10 & 31) + (codes >> 5 & 31) + (codes & 31) * 1.0
    bright[codes == GROUND] = 0.0
    return bright


@pytest.mark.parametrize("size", [(40, 20), (60, 30)])
@pytest.mark.parametrize("look", LOOKS)
def test_the_legend_names_the_ghost_while_there_is_one(look: str, size: tuple[int, int]) -> None:
    artist = people.artist(people.ROTATE, size, look)
    left, right = PoseAt("left", 1.0), PoseAt("right", 1.0)
    assert artist.frame(left, right).text.endswith(" next")
    assert "next" not in artist.frame(left).text
    assert artist.frame(left, PoseAt("left", 0.0), arrived=True).text.endswith(" start")


@pytest.mark.parametrize("columns", [38, 40, 50, 70])
@pytest.mark.parametrize("look", LOOKS)
def test_all_names_of_a_legend_fit(look: str, columns: int) -> None:
    artist = people.artist(people.ARCH, (columns, 20), look)
    legend = artist.frame(PoseAt("end", 0.7), PoseAt("end", 1.0)).text.splitlines()[-1]
    assert all(word in legend for word in ("upper back", "keep still", "pressure")), legend
    assert ("next" in legend) is (columns > 40), "the arrow says it, too"
    back = artist.frame(PoseAt("end", 1.0), PoseAt("end", 0.0), arrived=True).text.splitlines()[-1]
    assert "start" in back and "still" in back


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("size", [(40, 18), (49, 27), (63, 30), (102, 42)])
def test_a_turn_is_shown_from_above_as_well(look: str, size: tuple[int, int]) -> None:
    person, goal = people.spec(people.ROTATE), PoseAt("left", 1.0)
    alone, beside = (
        Artist(person, person.views[0], Size(*size), people.DARK, look, beside=beside)
        for beside in (False, True)
    )
    small = look == "ascii" and size[1] < 30
    for amount in (0.0, 0.5, 1.0):
        frame = beside.frame(PoseAt("left", amount), goal if amount < 1.0 else None)
        assert ("from above" in frame.text) is not small
        assert "upper back" in frame.lines[-1].text
    assert (beside.frame(PoseAt("left", 0.5), goal) == alone.frame(PoseAt("left", 0.5), goal)) is small
    assert "from above" not in alone.frame(PoseAt("left", 0.5), goal).text


def test_the_view_from_above_turns_with_the_body() -> None:
    person, goal = people.spec(people.ROTATE), PoseAt("left", 1.0)
    artist = Artist(person, person.views[0], Size(60, 30), people.DARK, "mosaic", beside=True)
    frames = [artist.frame(PoseAt("left", amount), goal) for amount in (0.1, 0.5, 0.9)]
    top = next(y for y, line in enumerate(frames[0].lines) if "from above" in line.text)
    corners = [[(line.text[:22], line.ink[:44]) for line in frame.lines[top:-1]] for frame in frames]
    assert corners[0] != corners[1] != corners[2]


@pytest.mark.parametrize(("size", "guided"), [((40, 18), False), ((49, 27), False), ((102, 42), True)])
def test_a_small_view_from_above_shows_the_body_alone(size: tuple[int, int], guided: bool) -> None:
    person, pose = people.spec(people.ROTATE), PoseAt("left", 0.5)
    artist = Artist(person, person.views[0], Size(*size), people.DARK, "mosaic", beside=True)
    place = corner(people.stage(person, person.views[0], size), person.views[0], ascii_only=False)
    assert place is not None
    moving, held = (
        [line.text[: place.columns] for line in frame.lines[place.y + 1 : -1]]
        for frame in (artist.frame(pose, PoseAt("left", 1.0)), artist.frame(pose, hold=0.5))
    )
    assert (moving != held) is guided


@pytest.mark.parametrize("size", [(40, 18), (49, 27), (63, 30), (102, 42), (140, 55)])
def test_the_corner_for_the_view_from_above_is_free_of_the_person(size: tuple[int, int]) -> None:
    person = people.spec(people.ROTATE)
    stage = people.stage(person, person.views[0], size)
    place = corner(stage, person.views[0], ascii_only=False)
    assert place is not None
    taken = np.flatnonzero(stage.occupied.any(axis=0)) + place.aside
    beside = np.flatnonzero(stage.occupied[place.y : -1].any(axis=0)) + place.aside
    assert place.x + place.columns <= beside[0] and taken[-1] < size[0] - 1
    assert place.y + place.rows + 1 == size[1] - 1, "under the caption and over the legend"


@pytest.mark.parametrize("size", [(8, 80), (30, 12), (40, 200), (244, 20), (60, 120)])
def test_a_corner_is_looked_for_in_pictures_of_any_shape(size: tuple[int, int]) -> None:
    person = people.spec(people.ROTATE)
    artist = Artist(person, person.views[0], Size(*size), people.DARK, "mosaic", beside=True)
    assert artist.frame(PoseAt("left", 0.5), PoseAt("left", 1.0)).rows == size[1]


@pytest.mark.parametrize(("id", "view"), [(people.ARCH, 0), (people.ROTATE, 2)])
def test_what_is_no_turn_or_seen_from_above_is_shown_once(id: str, view: int) -> None:
    person = people.spec(id)
    artist = Artist(person, person.views[view], Size(100, 40), people.DARK, "mosaic", beside=True)
    end = people.ENDS[id][0]
    assert "from above" not in artist.frame(PoseAt(end, 0.5), PoseAt(end, 1.0)).text


def test_the_legend_marks_a_place_as_the_body_does() -> None:
    legend = people.artist(people.ARCH, (60, 30)).frame(PoseAt("end", 0.7), PoseAt("end", 1.0)).lines[-1]
    for word, role in (("upper back", Role.REGION), ("keep", Role.STILL), ("pressure", Role.MARK)):
        swatch = papers(legend.paper)[legend.text.index(word) - 2]
        assert swatch == people.DARK.ink(role) & 0x7FFF
    diagram = people.artist(people.ARCH, (60, 30), "ascii").frame(PoseAt("end", 1.0), None, 0.5)
    *body, below = (line.text for line in diagram.lines)
    for word in ("upper back", "keep", "pressure"):
        assert below[below.index(word) - 2] in "".join(body)


@pytest.mark.parametrize("look", LOOKS)
def test_how_much_of_a_hold_has_passed_is_not_told_in_the_picture(look: str) -> None:
    artist = people.artist(people.ARCH, (60, 30), look)
    assert artist.frame(PoseAt("end", 1.0), None, 0.0) is artist.frame(PoseAt("end", 1.0), None, 0.9)


def test_in_ascii_the_ghost_shows_only_where_nothing_else_is() -> None:
    artist = people.artist(people.ARCH, (60, 30), "ascii")
    bare, haunted = artist.frame(PoseAt("end", 0.0)), artist.frame(PoseAt("end", 0.0), PoseAt("end", 1.0))
    faint = people.DARK.ink(Role.GHOST, 0.85)
    ghosts = [
        before.text[x]
        for before, after in zip(bare.lines, haunted.lines, strict=True)
        for x, ink in enumerate(papers(after.ink))
        if ink == faint
    ]
    assert len(ghosts) > 15 and set(ghosts) == {" "}


@pytest.mark.parametrize("look", LOOKS)
def test_an_exercise_of_ones_own_is_drawn_from_its_file_alone(look: str) -> None:
    person = people.own().figure
    artist = Artist(person, person.views[0], Size(60, 30), people.DARK, look)
    start, end = (
        artist.frame(PoseAt("end", 0.0), PoseAt("end", 1.0)),
        artist.frame(PoseAt("end", 1.0), None, 1.0),
    )
    assert "tuck" in start.text and "neck" in start.text
    assert start.lines[:12] != end.lines[:12]


def test_the_cache_stays_within_its_bound() -> None:
    artist = people.artist(people.ROTATE, (160, 60))
    for name in people.ENDS[people.ROTATE]:
        for index in range(0, 41, 8):
            artist.frame(PoseAt(name, index / 40), PoseAt(name, 1.0))
    assert artist.cache_bytes < 9_500_000


@pytest.mark.parametrize(
    ("region", "yaw"),
    [
        *(("upper back", yaw) for yaw in (0, 25, 64, 90, 180, 205)),
        ("low back", 180),
        ("low back", 64),
        ("neck", 180),
        ("chest", 0),
        ("sides", 0),
    ],
)
def test_every_region_can_be_seen_and_is_named(region: str, yaw: float) -> None:
    person = people.spec(people.ARCH)._replace(region=region, still="", arrow="")
    stage = people.stage(person, View("there", yaw, 10), (60, 30))
    assert (people.drawn(stage, PoseAt("end", 0.0)).part == BodyPart.REGION).sum() >= 3 * 32
    artist = Artist(person, View("there", yaw, 10), Size(60, 30), people.DARK, "mosaic")
    assert region in artist.frame(PoseAt("end", 0.0)).lines[-1].text


@given(st.data())
def test_a_picture_tells_which_of_its_cells_differ_from_another_one(data: st.DataObject) -> None:
    rows, columns = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 7))
    cells = st.lists(st.sampled_from((0, 1, 1 << 40)), min_size=rows * columns, max_size=rows * columns)
    one, other = data.draw(cells), data.draw(cells)
    frames = [Frame(np.array(numbers, np.uint64).tobytes(), columns) for numbers in (one, other)]
    assert frames[0].changes(frames[1]) == [
        at for at, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]
    ]
    assert list(frames[0].numbers) == one and frames[0].rows == rows
