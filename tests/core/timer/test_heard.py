"""A set as it is heard: every phase in its order, each sound of it once."""

from tests.core.timer.sessions import plan
from tui.core.sound.cue import Glide, Head
from tui.core.timer.heard import heard


def test_every_phase_is_told_with_its_sounds() -> None:
    found = heard(plan())
    assert [(line.at_s, line.word) for line in found[:3]] == [(0.0, "READY"), (5.0, "LEFT"), (7.0, "HOLD")]
    assert found[0].sounds == (Head.READY,)
    assert found[1].sounds == (Head.GO, Glide.LEFT)
    assert found[3].sounds == (Head.RELEASE, Glide.RIGHT_ACROSS)
    assert (found[-1].at_s, found[-1].word, found[-1].sounds) == (64.0, "DONE", (Head.ALL_DONE,))
    assert [line.at_s for line in found] == sorted(line.at_s for line in found)
    assert {line.exercise for line in found} == {0, 1}
