"""How much of the movement is shown."""

from tui.core.figure.body.pose import START, PoseAt, staged


def test_reduced_motion_shows_key_poses_only() -> None:
    goal = PoseAt("left", 1.0)
    assert staged(PoseAt("left", 0.0), goal, None, "reduced") == (PoseAt("left", 0.0), goal, None)
    assert staged(PoseAt("left", 0.3), goal, None, "reduced") == (goal, None, None)
    assert staged(PoseAt("left", 1.0), None, 0.5, "reduced") == (goal, None, 0.5)
    assert staged(PoseAt("left", 0.3), goal, None, "full", "none") == (goal, None, None)


def test_motion_off_shows_where_to_be_over_a_ghost_of_the_start() -> None:
    start, goal = PoseAt(START, 0.0), PoseAt("left", 1.0)
    assert staged(PoseAt("left", 0.3), goal, None, "off") == (goal, start, None)
    assert staged(PoseAt("left", 1.0), None, 0.5, "off") == (goal, start, 0.5)
    for following in (PoseAt("right", 1.0), PoseAt("left", 0.0)):
        assert staged(goal, following, 0.5, "off") == (goal, start, 0.5), "a hold is held"
    assert staged(PoseAt("left", 0.4), PoseAt("left", 0.0), None, "off") == (PoseAt("left", 0.0), None, None)


def test_full_motion_is_shown_as_it_is() -> None:
    pose, goal = PoseAt("left", 0.3), PoseAt("left", 1.0)
    assert staged(pose, goal, None, "full") == (pose, goal, None)


def test_in_a_hold_the_body_breathes_once_and_ends_where_it_began() -> None:
    goal = PoseAt("left", 1.0)
    amounts = [staged(goal, None, at / 8, "full")[0].amount for at in range(9)]
    assert amounts[0] == amounts[8] == 1.0
    assert 0.95 < min(amounts) == amounts[4] < 1.0
    assert all(staged(goal, None, at / 8, "reduced")[0] == goal for at in range(9))
