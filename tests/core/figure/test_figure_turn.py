"""A turn is seen to be a turn: level elbows, a plan beside it, an arrow one way, a face that goes along."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.figure import people
from tests.core.figure.test_figure_frames import cells_of
from tui.core.figure.arrow import arrow
from tui.core.figure.cells import Cells
from tui.core.figure.flesh import above, chair, legs
from tui.core.figure.frame import SOLID, Frame, Role
from tui.core.figure.glyphs import DOTTED, OUTLINE, Matcher
from tui.core.figure.inset import Inset
from tui.core.figure.painter import Technique
from tui.core.figure.parts import ROLE_OF, Part
from tui.core.figure.pose import PoseAt
from tui.core.figure.raster import Raster
from tui.core.figure.stage import Size, Stage


def drawn(stage: Stage, side: str) -> Raster:
    return stage.raster(stage.moving(stage.bones(PoseAt(side, 1.0))))


def glyphs_of(frame: Frame, *roles: Role) -> str:
    return "".join(line.text[x] for line in frame.lines for x, ink in enumerate(line.ink) if ink in roles)


def test_a_turn_brings_that_elbow_towards_the_viewer_and_hides_the_other() -> None:
    stage = people.stage(people.spec(people.ROTATE), people.spec(people.ROTATE).views[0])
    for side, near, far in (
        ("left", Part.UPPER_ARM_LEFT, Part.UPPER_ARM_RIGHT),
        ("right", Part.UPPER_ARM_RIGHT, Part.UPPER_ARM_LEFT),
    ):
        part = drawn(stage, side).part
        assert (part == near).sum() > 1.8 * (part == far).sum()


def test_a_turn_keeps_the_elbows_level_so_that_nobody_takes_it_for_a_bend() -> None:
    stage = people.stage(people.spec(people.ROTATE), people.spec(people.ROTATE).views[0])
    for side in ("start", "left", "right"):
        arms = stage.bones(PoseAt(side, 1.0)).arms
        across, down, _ = np.ptp(stage.camera.points(np.array([arm.elbow for arm in arms])), axis=0)
        assert down < 1.5 * stage.size.aspect and across > 15


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


@pytest.mark.parametrize("rows", range(24, 51))
def test_the_barbs_of_an_arrow_stand_beside_its_shaft(rows: int) -> None:
    person = people.spec(people.ROTATE)
    stage = people.stage(person, person.views[0], (2 * rows, rows))
    path = arrow(stage, PoseAt("right", 1.0), PoseAt("left", 1.0))
    assert path
    shown = {(x, y): chr(glyph) for x, y, glyph in zip(path.columns, path.rows, path.glyphs, strict=True)}
    tip = min(place for place, glyph in shown.items() if glyph == "<")
    barbs = [place for place, glyph in shown.items() if glyph in "/\\"]
    assert shown.get((tip[0] + 2, tip[1])) == "=" or not barbs


@pytest.mark.parametrize("texture", [False, True])
@pytest.mark.parametrize("size", [(40, 20), (60, 30)])
def test_in_the_plan_beside_the_turn_the_arms_turn_over_knees_that_stay(
    size: tuple[int, int], texture: bool
) -> None:
    person = people.spec(people.ROTATE)
    beside = people.stage(person, person.views[0], size)
    outline, dotted = Matcher(people.glyphs(), OUTLINE), Matcher(people.glyphs(), DOTTED)
    plan = Inset(person, beside, Size(22, 9), Technique(outline, dotted, "ascii", texture))
    knees = []
    for name in ("start", "left", "right"):
        cells = Cells.blank(*size)
        plan.draw(cells, beside.moving(beside.bones(PoseAt(name, 1.0))))
        frame = cells.frame()
        assert "from above" in frame.text
        arms = cells_of(frame, Role.SLEEVE)
        slope = min(arms)[1] - max(arms)[1]
        assert {"start": abs(slope) < 2, "left": slope > 2, "right": slope < -2}[name]
        knees.append(min(y for _, y in cells_of(frame, Role.TROUSERS)))
    assert len(set(knees)) == 1


@pytest.mark.parametrize("size", [(40, 20), (46, 18), (60, 30), (120, 50)])
def test_there_is_room_for_the_plan_from_80_columns_on(size: tuple[int, int]) -> None:
    assert "from above" in people.artist(people.ROTATE, size).frame(PoseAt("left", 0.0)).text


def test_the_face_turns_with_the_trunk() -> None:
    stage = people.stage(people.spec(people.ROTATE), people.spec(people.ROTATE).views[0])
    for side, sign in (("left", -1), ("right", 1)):
        part = drawn(stage, side).part
        face, hair = (np.argwhere(part == kind)[:, 1].mean() for kind in (Part.FACE, Part.HAIR))
        assert (face - hair) * sign > 2


def test_the_nearer_arm_is_clearly_the_lighter() -> None:
    stage = people.stage(people.spec(people.ROTATE), people.spec(people.ROTATE).views[0])
    for side, near, far in (
        ("left", Part.UPPER_ARM_LEFT, Part.UPPER_ARM_RIGHT),
        ("right", Part.UPPER_ARM_RIGHT, Part.UPPER_ARM_LEFT),
    ):
        raster = drawn(stage, side)
        light = raster.brightness()
        assert light[raster.part == near].mean() > light[raster.part == far].mean() + 0.15


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
def test_the_arms_stand_out_from_the_trunk(id: str) -> None:
    stage = people.stage(people.spec(id), people.spec(id).views[0])
    role = ROLE_OF[stage.raster(stage.moving(stage.bones(PoseAt("start", 0.0)))).part]
    assert (role == Role.SLEEVE).sum() > 0.3 * (role == Role.SHIRT).sum()


def test_one_hand_stands_out_from_the_other() -> None:
    stage = people.stage(people.spec(people.ROTATE), people.spec(people.ROTATE).views[0])
    raster = drawn(stage, "start")
    left, right = (
        raster.brightness()[raster.part == hand].mean() for hand in (Part.HAND_LEFT, Part.HAND_RIGHT)
    )
    assert left > right + 0.1


def test_beside_a_plan_a_small_picture_comes_closer_and_leaves_the_feet_to_the_plan() -> None:
    person = people.spec(people.ROTATE)
    rear = person.views[0]
    near, far = (people.stage(person, view, (40, 20)) for view in (rear, replace(rear, inset=False)))
    assert near.camera.scale > 1.15 * far.camera.scale
    assert near.still[:, [1, 4]].min() > 0.1 > far.still[:, [1, 4]].min()
    large = people.stage(person, rear, (80, 40))
    assert large.still[:, [1, 4]].min() < 0.1


@given(st.floats(-0.2, 0.6))
def test_what_is_cut_off_ends_at_the_height_and_the_rest_stays(height: float) -> None:
    whole = np.concatenate([legs(), chair()])
    kept = above(whole, height)
    assert kept[:, [1, 4]].min(initial=1.0) >= height - 1e-9
    inside = whole[np.minimum(whole[:, 1], whole[:, 4]) > height]
    assert all((kept == cone).all(axis=1).any() for cone in inside)


@pytest.mark.parametrize("size", [(40, 20), (60, 30), (120, 50)])
def test_both_pictures_of_a_turn_say_from_where_they_are_seen(size: tuple[int, int]) -> None:
    for style in ("ascii", "line", "blocks"):
        text = people.artist(people.ROTATE, size, style).frame(PoseAt("left", 0.5), PoseAt("left", 1.0)).text
        assert "from behind" in text and "from above" in text


def test_in_a_solid_body_only_alike_parts_are_kept_apart_by_outlines() -> None:
    frame = people.artist(people.ROTATE, (60, 30), texture=True).frame(PoseAt("left", 0.0))
    inside = {role: set[str]() for role in SOLID}
    for line in frame.lines:
        for glyph, fill in zip(line.text, line.fill, strict=True):
            if fill in inside:
                inside[Role(fill)].add(glyph)
    assert inside[Role.HAIR] == {"%"} and inside[Role.SKIN] == {" "}
    assert '"' in inside[Role.HAND]
    assert len(inside[Role.SHIRT] | inside[Role.TROUSERS]) > 2
    beside = [
        glyph
        for line in frame.lines
        for glyph, ink, near in zip(line.text[1:], line.ink[1:], line.fill, strict=False)
        if near == Role.CHAIR and ink == Role.CHAIR
    ]
    assert set(beside) == {"="}, "the chair is its tone alone"
