"""What is kept of a session between two instants is never out of date."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.core.timer.sessions import plan
from tui.core.timer.now import Moment, Moments
from tui.core.timer.session import Session

ACTIONS = ["advance", "pause", "resume", "next_unit", "previous_unit", "next_exercise", "finish"]
MOST = st.sampled_from([*ACTIONS[:-1], "advance", "advance"])


def agree(kept: Moment, fresh: Moment) -> None:
    assert replace(kept, left_s=0.0, parts=()) == replace(fresh, left_s=0.0, parts=())
    assert kept.left_s == pytest.approx(fresh.left_s)
    assert [part.exercise.id for part in kept.parts] == [part.exercise.id for part in fresh.parts]
    numbers = [(part.share, part.passed) for part in kept.parts]
    assert numbers == [pytest.approx((part.share, part.passed), abs=1e-9) for part in fresh.parts]


@given(st.lists(st.tuples(MOST, st.floats(0, 6)), max_size=30), st.integers(1, 3))
@example([("advance", 6.0), ("pause", 1.0), ("next_unit", 1.0), ("next_unit", 1.0), ("resume", 9.0)], 1)
@example([("pause", 8.0), ("advance", 500.0), ("next_exercise", 1.0), ("next_exercise", 1.0)], 1)
@example([("advance", 13.0), ("advance", 1.0), ("previous_unit", 1.0), ("finish", 1.0)], 3)
def test_kept_or_made_anew_a_moment_is_the_same(steps, reps: int) -> None:
    session, now = Session(plan(reps=reps), 0.0), 0.0
    moments = Moments(session)
    for action, after in steps:
        agree(moments.at(now), Moments(session).at(now))
        now += after
        getattr(session, action)(now)
        agree(moments.at(now), Moments(session).at(now))
