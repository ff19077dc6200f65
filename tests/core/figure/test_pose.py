"""Motion between poses."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tui.core.figure.body.pose import Pose
from tui.core.timer.plan import ease

angles = st.floats(-60, 60)
poses = st.builds(
    lambda **chosen: Pose(**chosen),
    twist=angles,
    bend=angles,
    side=angles,
    head_twist=angles,
    head_side=angles,
)


@given(st.floats(-1, 2), st.floats(0, 1))
@example(0.0, 0.9999999999999999)
@example(0.9999999999999989, 0.0000000000000003)
def test_motion_only_goes_forward_and_stays_in_range(progress: float, step: float) -> None:
    assert 0.0 <= ease(progress) <= ease(progress + step) <= 1.0


@pytest.mark.parametrize(("progress", "eased"), [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0), (0.25, 0.103515625)])
def test_minimum_jerk(progress: float, eased: float) -> None:
    assert ease(progress) == pytest.approx(eased)


def test_it_starts_and_stops_at_rest() -> None:
    assert ease(0.001) < 1e-7 and 1 - ease(0.999) < 1e-7


@given(poses)
def test_mirroring_twice_changes_nothing(pose: Pose) -> None:
    assert pose.mirrored().mirrored() == pose


@given(poses, poses)
def test_a_pose_on_the_way_lies_between_its_ends(one: Pose, other: Pose) -> None:
    assert one.towards(other, 0.0) == one
    middle = one.towards(other, 0.5)
    assert middle.twist == pytest.approx((one.twist + other.twist) / 2)
