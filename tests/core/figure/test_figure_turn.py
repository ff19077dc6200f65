"""A turn is seen to be a turn: level elbows, an arrow one way, a face that goes along and never ahead."""

import numpy as np
import pytest

from tests.core.figure import people
from tui.core.figure.body.parts import ROLE_OF, BodyPart
from tui.core.figure.body.pose import PoseAt
from tui.core.figure.frame import Role
from tui.core.figure.picture.arrow import arrow
from tui.core.figure.picture.arrow_band import band
from tui.core.figure.picture.arrow_glyphs import arrow_glyphs
from tui.core.figure.scene.raster import Raster
from tui.core.figure.scene.stage import Stage


@pytest.fixture
def stage() -> Stage:
    return people.stage(people.spec(people.ROTATE), people.spec(people.ROTATE).views[0])


def drawn(stage: Stage, side: str) -> Raster:
    return people.drawn(stage, PoseAt(side, 1.0))


def test_a_turn_brings_that_elbow_towards_the_viewer(stage: Stage) -> None:
    for side, near in (("left", 0), ("right", 1)):
        arms = stage.bones(PoseAt(side, 1.0)).arms
        depth = stage.camera.points(np.array([arm.elbow for arm in arms]))[:, 2]
        assert depth[near] > depth[1 - near] + 0.2 * stage.camera.scale


def test_both_elbows_are_seen_from_behind(stage: Stage) -> None:
    for side in ("start", "left", "right"):
        part = drawn(stage, side).part
        for arm in (BodyPart.UPPER_ARM_LEFT, BodyPart.UPPER_ARM_RIGHT):
            assert (part == arm).sum() > 32


def test_a_turn_keeps_the_elbows_level_so_that_nobody_takes_it_for_a_bend(stage: Stage) -> None:
    for side in ("start", "left", "right"):
        arms = stage.bones(PoseAt(side, 1.0)).arms
        heights = [float(arm.elbow[1]) for arm in arms]
        assert heights[0] == pytest.approx(heights[1], abs=0.06)


@pytest.mark.parametrize("size", [(40, 20), (46, 24), (60, 30)])
def test_the_elbow_that_points_away_is_seen_no_higher_than_the_head(size: tuple[int, int]) -> None:
    stage = people.stage(people.spec(people.ROTATE), people.spec(people.ROTATE).views[0], size)
    for side, away in (("left", 1), ("right", 0)):
        bones = stage.bones(PoseAt(side, 1.0))
        elbow, head = stage.camera.points(np.array([bones.arms[away].elbow, bones.head]))
        assert elbow[1] > head[1]


def test_the_head_goes_along_but_at_most_25_degrees_further_and_never_ahead() -> None:
    poses = people.spec(people.ROTATE).poses
    for share in np.linspace(0.05, 1.0, 20):
        pose = poses["start"].towards(poses["left"], float(share))
        assert 35 * share <= pose.twist <= 40 * share
        assert 0 <= pose.head_twist <= 25 and pose.head_twist < pose.twist


@pytest.mark.parametrize("look", ["ascii", "mosaic"])
@pytest.mark.parametrize("size", [(40, 20), (44, 16), (60, 30)])
def test_the_arrow_says_the_way_of_the_turn(size: tuple[int, int], look: str) -> None:
    artist = people.artist(people.ROTATE, size, look)
    for side in ("left", "right"):
        assert f"turn {side}" in artist.frame(PoseAt(side, 0.2), PoseAt(side, 1.0)).text


@pytest.mark.parametrize("size", [(40, 20), (44, 16), (60, 30)])
def test_one_arrow_points_the_way_of_the_turn_and_nowhere_else(size: tuple[int, int]) -> None:
    stage = people.stage(people.spec(people.ROTATE), people.spec(people.ROTATE).views[0], size)
    for side, head, others in (("left", "<", ">^v"), ("right", ">", "<^v")):
        path = arrow(stage, PoseAt("start", 0.0), PoseAt(side, 1.0))
        assert path
        drawn = {chr(code) for code in np.unique(arrow_glyphs(path, stage))}
        assert head in drawn and not drawn & set(others)


@pytest.mark.parametrize("size", [(20, 10), (46, 24), (120, 50)])
@pytest.mark.parametrize("side", ["left", "right"])
def test_the_band_is_broadest_where_it_points_to(size: tuple[int, int], side: str) -> None:
    stage = people.stage(people.spec(people.ROTATE), people.spec(people.ROTATE).views[0], size)
    path = arrow(stage, PoseAt("start", 0.0), PoseAt(side, 1.0))
    assert path
    cover = band(path.path, stage.size, stage.camera.scale)
    columns = np.flatnonzero(cover.any(axis=0))
    first, last = (cover[:, part].sum() for part in np.array_split(columns, 2))
    assert (first > last) == (side == "left")
    assert cover.max() == pytest.approx(1.0)


@pytest.mark.parametrize("rows", range(24, 51))
def test_the_barbs_of_an_arrow_stand_beside_its_shaft(rows: int) -> None:
    person = people.spec(people.ROTATE)
    stage = people.stage(person, person.views[0], (2 * rows, rows))
    path = arrow(stage, PoseAt("right", 1.0), PoseAt("left", 1.0))
    assert path
    codes = arrow_glyphs(path, stage)
    shown = {(int(x), int(y)): chr(codes[y, x]) for y, x in np.argwhere(codes)}
    tip = min(place for place, glyph in shown.items() if glyph == "<")
    barbs = [place for place, glyph in shown.items() if glyph in "/\\"]
    assert shown.get((tip[0] + 2, tip[1])) == "=" or not barbs


def test_the_face_turns_with_the_trunk(stage: Stage) -> None:
    for side, sign in (("left", -1), ("right", 1)):
        part = drawn(stage, side).part
        face, hair = (np.argwhere(part == kind)[:, 1].mean() for kind in (BodyPart.FACE, BodyPart.HAIR))
        assert (face - hair) * sign > 8


def test_the_eye_lies_within_the_cheek_and_only_in_a_turned_face(stage: Stage) -> None:
    assert not (drawn(stage, "start").part == BodyPart.EYE).any()
    for side in ("left", "right"):
        part = drawn(stage, side).part
        eye = np.argwhere(part == BodyPart.EYE)
        assert len(eye) > 12
        for row in np.unique(eye[:, 0]):
            across = eye[eye[:, 0] == row, 1]
            beside = part[row, [across.min() - 1, across.max() + 1]]
            assert set(beside.tolist()) <= {BodyPart.FACE, BodyPart.NOSE}


def test_two_eyes_are_seen_from_the_front() -> None:
    person = people.spec(people.ROTATE)
    front = people.stage(person, person.views[1])
    columns = (people.drawn(front, PoseAt("left", 0.0)).part == BodyPart.EYE).any(axis=0)
    assert (np.diff(columns.astype(int)) == 1).sum() == 2


def test_the_nose_stands_out_from_the_head_on_the_side_of_the_turn(stage: Stage) -> None:
    for side, sign in (("left", -1), ("right", 1)):
        part = drawn(stage, side).part
        edges = {
            kind: int(np.flatnonzero((part == kind).any(axis=0))[0 if sign < 0 else -1])
            for kind in (BodyPart.NOSE, BodyPart.HAIR)
        }
        assert (edges[BodyPart.NOSE] - edges[BodyPart.HAIR]) * sign > 8


def test_the_nearer_arm_is_clearly_the_lighter(stage: Stage) -> None:
    for side, near, far in (
        ("left", BodyPart.UPPER_ARM_LEFT, BodyPart.UPPER_ARM_RIGHT),
        ("right", BodyPart.UPPER_ARM_RIGHT, BodyPart.UPPER_ARM_LEFT),
    ):
        raster = drawn(stage, side)
        light = people.light_of(raster)
        assert light[raster.part == near].mean() > light[raster.part == far].mean() + 0.15


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
def test_the_arms_stand_out_from_the_trunk(id: str) -> None:
    stage = people.stage(people.spec(id), people.spec(id).views[0])
    role = ROLE_OF[people.drawn(stage, PoseAt("start", 0.0)).part]
    assert (role == Role.SLEEVE).sum() > 0.3 * (role == Role.SHIRT).sum()


def test_one_hand_stands_out_from_the_other(stage: Stage) -> None:
    raster = drawn(stage, "start")
    left, right = (
        people.light_of(raster)[raster.part == hand].mean()
        for hand in (BodyPart.HAND_LEFT, BodyPart.HAND_RIGHT)
    )
    assert left > right + 0.1
