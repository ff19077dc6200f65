"""The skeleton keeps its lengths, its hands and its symmetry whatever the pose."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.figure import people
from tui.core.figure.body import body
from tui.core.figure.body.pose import START, Pose
from tui.core.figure.body.skeleton import SHRUG, WRIST, Skeleton, skeleton, two_bones, unit_skeleton

HANDS = st.sampled_from(("head", "thighs"))


def apart(a: np.ndarray, b: np.ndarray) -> float:
    return float(np.linalg.norm(a - b))


def lengths(bones: Skeleton) -> list[float]:
    spine = [apart(a, b) for a, b in zip(bones.spine, bones.spine[1:], strict=False)]
    arms = [
        length
        for arm in bones.arms
        for length in (
            apart(arm.shoulder, arm.elbow),
            apart(arm.elbow, arm.wrist),
            apart(arm.wrist, arm.tip),
            apart(arm.shoulder, bones.spine[5]),
        )
    ]
    return spine + arms


@given(people.poses, HANDS)
def test_no_limb_changes_its_length(pose: Pose, hands: str) -> None:
    bones = skeleton(people.someone(pose, hands=hands), pose)
    rise = SHRUG if hands == "head" else -0.02
    shoulder = float(np.hypot(body.SHOULDER_HALF, rise))
    arm = [body.UPPER_ARM, body.FOREARM, body.HAND, shoulder]
    assert lengths(bones) == pytest.approx([*body.SPINE, *arm, *arm], abs=1e-9)


@given(people.poses, HANDS)
def test_the_mirrored_pose_has_the_mirrored_joints(pose: Pose, hands: str) -> None:
    person = people.someone(pose, hands=hands)
    bones, other = skeleton(person, pose), skeleton(person, pose.mirrored())
    mirror = np.array((-1.0, 1.0, 1.0))
    for arm, twin in zip(bones.arms, reversed(other.arms), strict=True):
        for joint in ("shoulder", "elbow", "wrist", "tip"):
            assert getattr(arm, joint) * mirror == pytest.approx(getattr(twin, joint), abs=1e-9)
    assert bones.head * mirror == pytest.approx(other.head, abs=1e-9)


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
def test_hands_stay_at_the_head_through_the_whole_movement(id: str) -> None:
    person = people.spec(id)
    for name in people.ENDS[id]:
        for share in np.linspace(0, 1, 41):
            bones = skeleton(person, person.poses[START].towards(person.poses[name], float(share)))
            for arm in bones.arms:
                held = bones.head_turn.T @ (arm.wrist - bones.head)
                assert apart(np.abs(held), np.abs(WRIST["head"])) < 1e-6
                assert apart(arm.tip, bones.head) < 0.125


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
def test_elbows_stay_wide_and_well_bent(id: str) -> None:
    person = people.spec(id)
    for pose in person.poses.values():
        bones = skeleton(person, pose)
        for arm in bones.arms:
            up, down = arm.shoulder - arm.elbow, arm.wrist - arm.elbow
            inside = np.degrees(np.arccos(up @ down / (body.UPPER_ARM * body.FOREARM)))
            assert 100 < 180 - inside < 155
        assert apart(bones.arms[0].elbow, bones.arms[1].elbow) > 0.34


def test_a_positive_twist_turns_to_the_left_and_a_positive_bend_leans_back() -> None:
    person = people.someone(Pose())
    turned = skeleton(person, Pose(twist=30))
    assert turned.turns[5][0, 2] == pytest.approx(0.5)  # forwards has come round to the left
    assert skeleton(person, Pose(bend=30)).head[2] < -0.02
    assert skeleton(person, Pose(side=30)).head[0] > 0.02
    assert skeleton(person, Pose(head_slide=2)).head[2] == pytest.approx(0.02)


def test_hands_on_the_thighs_stay_there_when_the_trunk_leans() -> None:
    person = people.someone(Pose(), hands="thighs")
    upright, leaning = skeleton(person, Pose()), skeleton(person, Pose(side=12))
    assert apart(upright.arms[0].wrist, leaning.arms[0].wrist) < 0.03


@given(st.floats(0.01, 2.0))
def test_arms_reach_as_far_as_their_bones_go(distance: float) -> None:
    root, goal = np.zeros(3), np.array((0.0, distance, 0.0))
    middle, end = two_bones(root, goal, np.array((1.0, 0.0, 0.0)), 0.186, 0.146)
    assert apart(root, middle) == pytest.approx(0.186)
    assert apart(middle, end) == pytest.approx(0.146)
    if 0.041 < distance < 0.331:
        assert apart(end, goal) < 1e-9


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
def test_the_bent_arm_is_seen_as_a_triangle_at_the_start(id: str) -> None:
    person = people.spec(id)
    stage = people.stage(person, person.views[0])
    arm = skeleton(person, person.poses[START]).arms[0]
    shoulder, elbow, wrist = stage.camera.points(np.array((arm.shoulder, arm.elbow, arm.wrist)))[:, :2]
    upper, fore = shoulder - elbow, wrist - elbow
    opening = np.degrees(np.arccos(upper @ fore / (np.linalg.norm(upper) * np.linalg.norm(fore))))
    assert opening > 18


@pytest.mark.parametrize("id", [people.ROTATE, people.ARCH])
def test_the_hands_do_not_cross_behind_the_head(id: str) -> None:
    person = people.spec(id)
    bones = skeleton(person, person.poses[START])
    assert bones.arms[0].tip[0] > 0.018 > -0.018 > bones.arms[1].tip[0]
    assert all(arm.tip[2] < bones.head[2] - 0.06 for arm in bones.arms)


def test_wide_elbows_leave_the_face_free_from_the_side() -> None:
    forward, wide = (
        skeleton(people.spec(people.ARCH)._replace(elbows=elbows), Pose()) for elbows in ("forward", "wide")
    )
    for near, far in zip(forward.arms, wide.arms, strict=True):
        assert far.elbow[2] < near.elbow[2] - 0.02
        assert apart(far.wrist, near.wrist) < 0.005, "the hands stay where they are"
    assert people.spec(people.ARCH).elbows == "wide"
    assert people.spec(people.ROTATE).elbows == "wide"


@given(people.poses, HANDS, st.floats(0, 5), *[st.floats(-0.1, 0.1)] * 3)
def test_every_point_is_the_sum_of_what_the_unit_skeleton_says_of_it(
    pose: Pose, hands: str, height: float, x: float, y: float, z: float
) -> None:
    bones, unit = skeleton(people.someone(pose, hands=hands), pose), unit_skeleton()
    assert unit.at(height, x, y, z) @ bones.basis == pytest.approx(bones.at(height, x, y, z), abs=1e-12)
    assert unit.on_head(x, y, z) @ bones.basis == pytest.approx(bones.on_head(x, y, z), abs=1e-12)
    assert unit.neck @ bones.basis == pytest.approx(bones.neck, abs=1e-12)
    for arm, twin in zip(unit.arms, bones.arms, strict=True):
        for joint in ("shoulder", "elbow", "wrist", "tip"):
            assert getattr(arm, joint) @ bones.basis == pytest.approx(getattr(twin, joint), abs=1e-12)
