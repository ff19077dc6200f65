"""Frames: the golden ones, only the style's glyphs, the same whatever was asked before, and calm."""

import random
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.core.figure import golden, people
from tui.core.figure.artist import Artist
from tui.core.figure.flesh import Part
from tui.core.figure.frame import LEVELS, Frame, Role
from tui.core.figure.glyphs import DOTTED, OUTLINE
from tui.core.figure.stage import Size
from tui.core.pose import PoseAt, View, ease

BLOCKS = "\N{UPPER HALF BLOCK}\N{LOWER HALF BLOCK}"


def test_frames_are_the_golden_ones() -> None:
    kept = {path.name: path.read_text(encoding="ascii") for path in golden.FOLDER.glob("*.txt")}
    drawn = dict(golden.golden_frames())
    assert kept.keys() == drawn.keys()
    for name, text in drawn.items():
        assert text == kept[name], f"{name} differs: python -m tests.core.figure.golden, and look at it"


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
@pytest.mark.parametrize("style", ["ascii", "line", "blocks"])
@pytest.mark.parametrize("texture", [False, True])
@pytest.mark.parametrize("size", [(24, 12), (48, 20)])
def test_nothing_but_the_glyphs_of_the_style(
    id: str, style: str, texture: bool, size: tuple[int, int]
) -> None:
    written = "abcdefghijklmnopqrstuvwxyz"
    allowed = set(f" {OUTLINE}{DOTTED}{written}#%:.-=_*o<>^/|\\")
    if style == "blocks" and not texture:
        allowed |= set(BLOCKS)
    for view in range(len(people.spec(id).views)):
        artist = people.artist(id, size, style, view, texture)
        for name in people.ENDS[id]:
            for amount, ghost, hold in ((0.0, 1.0, None), (0.5, 0.0, None), (1.0, None, 0.3)):
                goal = None if ghost is None else PoseAt(name, ghost)
                frame = artist.frame(PoseAt(name, amount), goal, hold)
                assert_sound(frame, size)
                assert set(frame.text) <= allowed | {"\n"}


@pytest.mark.slow
@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
@pytest.mark.parametrize("style", ["ascii", "line", "blocks"])
@pytest.mark.parametrize("texture", [False, True])
@pytest.mark.parametrize("size", [(32, 14), (80, 24), (160, 60)])
def test_every_size_has_sound_frames_in_every_pose(
    id: str, style: str, texture: bool, size: tuple[int, int]
) -> None:
    for view in range(len(people.spec(id).views)):
        artist = people.artist(id, size, style, view, texture)
        for name in people.ENDS[id]:
            for amount in (0.0, 0.48, 0.96):
                assert_sound(artist.frame(PoseAt(name, amount), PoseAt(name, 1.0)), size)


def assert_sound(frame: Frame, size: tuple[int, int]) -> None:
    columns, rows = size
    assert len(frame.lines) == rows
    for line in frame.lines:
        for cells in (line.text, line.ink, line.tone, line.fill, line.shade):
            assert len(cells) == columns
        assert max(line.ink) < len(Role) and max(line.fill) < len(Role)
        assert max(line.shade) < LEVELS and max(line.tone) < 2 * LEVELS


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
@settings(max_examples=3, deadline=None)
@given(randomly=st.randoms(use_true_random=False), style=st.sampled_from(["ascii", "line", "blocks"]))
def test_a_frame_does_not_depend_on_what_was_asked_before(
    id: str, style: str, randomly: random.Random
) -> None:
    name = people.ENDS[id][0]
    asked = [(PoseAt(name, index / 20), PoseAt(name, 1.0), None) for index in range(21)]
    in_order = [people.artist(id, (40, 20), style).frame(*shot) for shot in asked[3:4]]
    artist = people.artist(id, (40, 20), style)
    swept = {shot[0].amount: artist.frame(*shot) for shot in asked}
    randomly.shuffle(asked)
    other = people.artist(id, (40, 20), style)
    assert {shot[0].amount: other.frame(*shot) for shot in asked} == swept
    assert in_order == [swept[0.15]]


def test_the_affordable_pose_is_at_most_one_drawing_away() -> None:
    artist = people.artist(people.ROTATE, (40, 20))
    steps = artist.steps("left")
    far = artist.affordable(PoseAt("left", 39 / steps))
    assert far.amount == pytest.approx(40 / steps)
    for index in range(steps + 1):
        artist.prepare("left", index)
    assert artist.affordable(PoseAt("left", 39 / steps)).amount == pytest.approx(39 / steps)


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
def test_fewer_than_one_glyph_a_frame_flickers_in_a_four_second_sweep(id: str) -> None:
    name = people.ENDS[id][0]
    artist = people.artist(id, (60, 28))
    shots = [artist.frame(PoseAt(name, ease(at / 120)), PoseAt(name, 1.0)) for at in range(121)]
    texts = ["".join(line.text for line in frame.lines) for frame in shots]
    reverted = sum(
        before != now and any(later[cell] == before for later in texts[at + 1 : at + 6])
        for at in range(1, len(texts))
        for cell, (before, now) in enumerate(zip(texts[at - 1], texts[at], strict=True))
    )
    assert reverted / 120 < 1.0


def cells_of(frame: Frame, role: Role) -> list[tuple[int, int]]:
    return [(x, y) for y, line in enumerate(frame.lines) for x, fill in enumerate(line.fill) if fill == role]


def test_the_turn_sweeps_the_elbows_round_and_says_where_to() -> None:
    artist = people.artist(people.ROTATE, (60, 30))
    frames = {side: artist.frame(PoseAt(side, 1.0), None, 0.5) for side in ("left", "right")}
    assert "hold left" in frames["left"].text and "hold right" in frames["right"].text
    for side, frame in frames.items():
        skin = [cell for cell in cells_of(frame, Role.SKIN) if cell[1] < 22]
        lowest = max(skin, key=lambda cell: cell[1])
        assert (lowest[0] < 28) == (side == "left")  # that elbow has come back, towards the viewer
    assert "from above" in frames["left"].text


def glyphs_of(frame: Frame, *roles: Role) -> str:
    return "".join(line.text[x] for line in frame.lines for x, ink in enumerate(line.ink) if ink in roles)


@pytest.mark.parametrize("texture", [False, True])
@pytest.mark.parametrize("size", [(40, 20), (44, 16), (60, 30)])
def test_one_arrow_points_the_way_of_the_turn_and_nowhere_else(size: tuple[int, int], texture: bool) -> None:
    artist = people.artist(people.ROTATE, size, texture=texture)
    for side, head, other in (("left", "<", ">"), ("right", ">", "<")):
        frame = artist.frame(PoseAt(side, 0.2), PoseAt(side, 1.0))
        drawn = glyphs_of(frame, Role.ARROW, Role.LABEL)
        assert head in drawn
        assert not set(drawn) & {other, "^", "v"} - set("from above")
        assert f"turn {side}" in frame.text


@pytest.mark.parametrize("texture", [False, True])
@pytest.mark.parametrize("size", [(40, 20), (44, 16), (60, 30)])
def test_the_plan_beside_the_turn_has_elbows_and_a_nose_that_turns(
    size: tuple[int, int], texture: bool
) -> None:
    artist = people.artist(people.ROTATE, size, texture=texture)
    noses = {}
    for name, at in (("start", 0.0), ("left", 1.0), ("right", 1.0)):
        lines = artist.frame(PoseAt(name, at)).lines
        top = next(y for y, line in enumerate(lines) if "from above" in line.text) + 1
        plan = "".join(line.text[: size[0] // 3] for line in lines[top:-1])
        assert plan.count("o") == 2
        noses[name] = {glyph for glyph in plan if glyph in "^\\/"}
    wanted = {"start": {"^"}, "left": {"\\"}, "right": {"/"}}
    assert all(noses[name] >= wanted[name] for name in wanted)
    assert texture or noses == wanted


def test_the_face_turns_with_the_trunk() -> None:
    stage = people.stage(people.spec(people.ROTATE), people.spec(people.ROTATE).views[0])
    for side, sign in (("left", -1), ("right", 1)):
        part = stage.raster(stage.bones(PoseAt(side, 1.0))).part
        face, hair = (np.argwhere(part == kind).mean(axis=0) for kind in (Part.FACE, Part.HAIR))
        assert (face[1] - hair[1]) * sign > 2 and face[0] < hair[0]


def test_the_nearer_arm_is_clearly_the_lighter() -> None:
    stage = people.stage(people.spec(people.ROTATE), people.spec(people.ROTATE).views[0])
    for side, near, far in (
        ("left", Part.FOREARM_LEFT, Part.FOREARM_RIGHT),
        ("right", Part.FOREARM_RIGHT, Part.FOREARM_LEFT),
    ):
        raster = stage.raster(stage.bones(PoseAt(side, 1.0)))
        assert raster.light[raster.part == near].mean() > raster.light[raster.part == far].mean() + 0.15


def test_the_arch_takes_the_head_back_and_marks_the_edge_of_the_backrest() -> None:
    artist = people.artist(people.ARCH, (60, 30))
    start, end = artist.frame(PoseAt("end", 0.0)), artist.frame(PoseAt("end", 1.0), None, 0.5)
    middle = [
        sum(x for x, _ in cells) / len(cells) for cells in (cells_of(f, Role.HAIR) for f in (start, end))
    ]
    assert middle[1] > middle[0] + 5
    assert "*" in end.text and "*" not in start.text
    assert "low back still" in end.text and "edge" in end.text
    for frame in (start, end):
        assert len(cells_of(frame, Role.REGION)) >= 6
        assert len(cells_of(frame, Role.STILL)) >= 4


def test_the_arrow_leads_on_to_the_ghost_but_a_hold_is_called_by_its_own_name() -> None:
    artist = people.artist(people.ROTATE, (60, 30))
    left, right = PoseAt("left", 1.0), PoseAt("right", 1.0)
    assert "turn right" in artist.frame(left, right).text
    held = artist.frame(left, right, 0.5).text
    assert "hold left" in held and "turn" not in held and "right" not in held
    assert "turn left" in artist.frame(left, PoseAt("left", 0.0), arrived=True).text
    assert "return" in artist.frame(left, PoseAt("left", 0.0)).text


@pytest.mark.parametrize(
    ("id", "name", "other"), [(people.ROTATE, "right", "left"), (people.ARCH, "end", "")]
)
def test_a_hold_has_no_arrow_and_hardly_a_ghost(id: str, name: str, other: str) -> None:
    pose, goal = PoseAt(name, 1.0), PoseAt(other or name, 1.0 if other else 0.0)

    def count(texture: bool, hold: float | None, role: Role) -> int:
        frame = people.artist(id, (60, 30), texture=texture).frame(pose, goal, hold)
        return sum(bytes(line.ink).count(role) + line.fill.count(role) for line in frame.lines)

    words = len("hold") + (len(name) if other else 0)
    for texture in (False, True):
        assert count(texture, None, Role.ARROW) > words + 5
        assert count(texture, 0.5, Role.ARROW) <= words + 1
    assert 4 < count(False, 0.5, Role.GHOST) < 0.7 * count(False, None, Role.GHOST)
    assert count(True, 0.5, Role.GHOST) == 0


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
def test_without_colour_the_ghost_keeps_away_from_everything_else(id: str) -> None:
    name = people.ENDS[id][0]
    frame = people.artist(id, (60, 30), texture=True).frame(PoseAt(name, 0.0), PoseAt(name, 1.0))
    ghost = [
        (x, y) for y, line in enumerate(frame.lines) for x, ink in enumerate(line.ink) if ink == Role.GHOST
    ]
    assert len(ghost) > 8
    for x, y in ghost:
        near = (frame.lines[y].text[x - 1 : x + 2], frame.lines[y].ink[x - 1 : x + 2])
        assert all(glyph == " " or ink in (Role.GHOST, Role.ARROW) for glyph, ink in zip(*near, strict=True))


def test_the_mark_of_a_hold_grows() -> None:
    artist = people.artist(people.ARCH, (60, 30))
    marks = [artist.frame(PoseAt("end", 1.0), None, at / 4).lines[-1].text.count("=") for at in range(5)]
    assert marks == sorted(marks) and marks[0] == 0 and marks[4] >= 10


def test_the_ghost_shows_only_where_nothing_else_is() -> None:
    artist = people.artist(people.ARCH, (60, 30))
    bare, haunted = artist.frame(PoseAt("end", 0.0)), artist.frame(PoseAt("end", 0.0), PoseAt("end", 1.0))
    ghosts = 0
    for before, after in zip(bare.lines, haunted.lines, strict=True):
        for x, role in enumerate(after.ink):
            if role == Role.GHOST:
                ghosts += 1
                assert before.text[x] == " " and before.fill[x] == 0
    assert ghosts > 25


def test_an_exercise_of_ones_own_is_drawn_from_its_file_alone() -> None:
    person = people.own().figure
    artist = Artist(person, people.glyphs(), person.views[0], Size(60, 30))
    start, end = (
        artist.frame(PoseAt("end", 0.0), PoseAt("end", 1.0)),
        artist.frame(PoseAt("end", 1.0), None, 1.0),
    )
    assert "tuck" in start.text and "neck" in start.text
    assert start.lines[:12] != end.lines[:12]
    assert cells_of(end, Role.REGION) and cells_of(end, Role.STILL)


def test_the_cache_stays_within_its_bound() -> None:
    artist = people.artist(people.ROTATE, (160, 60))
    for name in people.ENDS[people.ROTATE]:
        for index in range(0, 41, 8):
            artist.frame(PoseAt(name, index / 40), PoseAt(name, 1.0))
    assert artist.cache_bytes < 9_500_000


@pytest.mark.parametrize(
    ("region", "yaw"), [("upper back", 180), ("low back", 180), ("neck", 180), ("chest", 0), ("sides", 0)]
)
def test_every_region_can_be_seen_and_is_named(region: str, yaw: float) -> None:
    person = replace(people.spec(people.ARCH), region=region, still="", arrow="")
    artist = Artist(person, people.glyphs(), View("there", yaw, 10), Size(60, 30))
    frame = artist.frame(PoseAt("end", 0.0))
    assert len(cells_of(frame, Role.REGION)) >= 3
    assert region in frame.lines[-1].text
