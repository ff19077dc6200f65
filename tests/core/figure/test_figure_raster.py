"""Rasters: the mirrored person is the mirrored picture, and nobody leaves their box."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.core.figure import people
from tui.core.figure.body.flesh import upper_body
from tui.core.figure.body.parts import BodyPart
from tui.core.figure.body.pose import Pose, PoseAt, View
from tui.core.figure.scene.camera import Camera, bounds
from tui.core.figure.scene.canvas import Canvas, contour, far_sides
from tui.core.figure.scene.raster import ACROSS, DOWN, FAR, Raster
from tui.core.figure.scene.stage import Stage

TIES = 0.004
"""Share of the samples that may differ: both hands meet at the same depth on the midline."""


SIDES = {"LEFT": "RIGHT", "RIGHT": "LEFT"}
MIRRORED = np.array(
    [BodyPart[re.sub("LEFT|RIGHT", lambda side: SIDES[side[0]], part.name)] for part in BodyPart]
)


def whole(stage: Stage, samples: NDArray[Any]) -> NDArray[Any]:
    """Return samples of what the figure reaches as samples of the picture."""
    rows, columns = stage.rows, stage.columns
    around = (
        (rows.start * DOWN, (stage.size.rows - rows.stop) * DOWN),
        (columns.start * ACROSS, (stage.size.columns - columns.stop) * ACROSS),
    )
    return np.pad(samples, around)


@settings(max_examples=25)
@given(people.poses, st.floats(0, 360), st.floats(-10, 90), st.floats(0, 1))
def test_the_mirrored_twist_gives_the_mirrored_parts_and_contours(
    pose: Pose, yaw: float, pitch: float, amount: float
) -> None:
    one = people.stage(people.someone(pose), View("one", yaw, pitch), (44, 20))
    other = people.stage(people.someone(pose, mirrored=True), View("other", -yaw, pitch), (44, 20))
    first, second = (people.drawn(stage, PoseAt("left", amount)) for stage in (one, other))
    flipped = MIRRORED[whole(other, second.part)[:, ::-1]]
    assert np.mean(whole(one, first.part) != flipped) < TIES
    marks, others = whole(one, contour(first)), whole(other, contour(second))
    assert np.mean(marks != others[:, ::-1]) < 2 * TIES


@settings(max_examples=40)
@given(
    people.poses,
    st.integers(24, 160),
    st.integers(12, 60),
    st.floats(0, 360),
    st.floats(-10, 90),
    st.floats(0, 1),
)
def test_nobody_ever_leaves_the_box(
    pose: Pose, columns: int, rows: int, yaw: float, pitch: float, amount: float
) -> None:
    stage = people.stage(people.someone(pose), View("any", yaw, pitch), (columns, rows))
    assert_inside(stage, PoseAt("left", amount), columns, rows)


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
@pytest.mark.parametrize("size", [(24, 12), (40, 20), (60, 28), (160, 60)])
def test_the_bundled_exercises_stay_in_the_box_in_every_view(id: str, size: tuple[int, int]) -> None:
    person = people.spec(id)
    for view in person.views:
        stage = people.stage(person, view, size)
        for name in people.ENDS[id]:
            for amount in np.linspace(0, 1, 11):
                assert_inside(stage, PoseAt(name, float(amount)), *size)


def assert_inside(stage: Stage, at: PoseAt, columns: int, rows: int) -> None:
    cones = np.concatenate([stage.still, upper_body(stage.bones(at), stage.spec)])
    left, top, right, bottom = bounds(stage.camera.cones(cones))
    assert left >= 0 and top >= 0
    assert right <= columns
    assert bottom <= (rows - 1) * stage.size.aspect


def seen(cones: Sequence[tuple[float, ...]]) -> Raster:
    canvas = Canvas.blank(slice(0, 20), slice(0, 10), 2.0)
    canvas.draw(np.array(cones))
    return canvas.raster()


def test_a_ball_covers_its_disc_and_is_nearest_in_its_middle() -> None:
    raster = seen([(10.0, 10.0, 0.0, 10.0, 10.0, 0.0, 5.0, 5.0, BodyPart.FACE)])
    covered = raster.part == BodyPart.FACE
    assert covered.sum() == pytest.approx(np.pi * 25 * 16, rel=0.02)
    assert people.depth_of(raster).max() == pytest.approx(5.0, abs=0.05)
    assert people.depth_of(raster)[~covered].max() == FAR


def test_the_nearer_part_wins_whichever_is_drawn_first() -> None:
    near = (10.0, 10.0, 3.0, 12.0, 10.0, 3.0, 3.0, 2.0, BodyPart.HAIR)
    far = (10.0, 10.0, -3.0, 14.0, 12.0, -3.0, 4.0, 3.0, BodyPart.TRUNK)
    pictures = []
    for order in ((near, far), (far, near)):
        pictures.append(seen(order).part)
    assert np.array_equal(*pictures)


def test_the_contour_is_one_sample_wide_and_lies_on_the_nearer_part() -> None:
    raster = seen([(10.0, 10.0, 0.0, 10.0, 10.0, 0.0, 5.0, 5.0, BodyPart.FACE)])
    marks = contour(raster)
    assert (raster.part[marks] == BodyPart.FACE).all()
    assert marks[40, :].sum() == 2


def test_from_behind_left_is_left_and_from_the_left_the_person_looks_left() -> None:
    left = np.array([(0.3, 0.5, 0.0)])
    ahead = np.array([(0.0, 0.5, 0.3)])
    assert Camera(180.0, 50.0).points(left)[0, 0] < 0
    assert Camera(0.0, 10.0).points(left)[0, 0] > 0
    assert Camera(90.0, 0.0).points(ahead)[0, 0] < 0


def test_what_is_nearer_is_larger() -> None:
    camera = Camera(0.0, 0.0)
    ball = np.array([(0.0, 0.4, z, 0.0, 0.4, z, 0.05, 0.05, BodyPart.FACE) for z in (-0.3, 0.3)])
    seen = camera.cones(ball)
    assert seen[1, 6] > seen[0, 6]


@pytest.mark.parametrize("amount", [0.0, 0.5, 1.0])
def test_from_the_side_no_arm_hides_the_face(amount: float) -> None:
    person = people.spec(people.ARCH)
    stage = people.stage(person, person.views[0], (40, 20))
    shown = people.drawn(stage, PoseAt("end", amount)).part == BodyPart.FACE
    assert shown.sum() > 0.85 * faces(stage, amount)


def faces(stage: Stage, amount: float) -> int:
    """Return how many samples the face would take without arms."""
    cones = upper_body(stage.bones(PoseAt("end", amount)), stage.spec)
    arms = [part for part in BodyPart if "ARM" in part.name or "HAND" in part.name]
    canvas = Canvas.blank(stage.columns, stage.rows, stage.size.aspect)
    canvas.draw(stage.camera.cones(cones[~np.isin(cones[:, 8], arms)]))
    return int((canvas.raster().part == BodyPart.FACE).sum())


def test_only_what_lies_beside_a_nearer_part_is_in_its_shadow() -> None:
    near = (10.0, 10.0, 8.0, 12.0, 10.0, 8.0, 2.0, 2.0, BodyPart.HAND_LEFT)
    far = (4.0, 10.0, -3.0, 16.0, 10.0, -3.0, 4.0, 4.0, BodyPart.TRUNK)
    canvas = Canvas.blank(slice(0, 20), slice(0, 10), 2.0)
    canvas.draw(np.array((near, far)))
    part = canvas.raster().part.ravel()
    shadowed = far_sides(canvas.codes)
    assert len(shadowed) and (part[shadowed] == BodyPart.TRUNK).all()
