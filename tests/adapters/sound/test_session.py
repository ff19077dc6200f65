"""What is heard of whole sessions: decoded from the PCM that SDL's disk driver wrote."""

import random
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import numpy as np
import pytest

from tests.adapters.sound.pcm import Heard, balance, loudness
from tests.adapters.sound.session import Run, quick_plan, run_session
from tui.adapters.content.shipped import read_grammar
from tui.core.sound.cue import Cue, Glide
from tui.core.timer.plan import ease

pytestmark = pytest.mark.slow

GRAMMAR = read_grammar()
LEFT = (Glide.LEFT, Glide.LEFT_ACROSS)
RIGHT = (Glide.RIGHT, Glide.RIGHT_ACROSS)
LAG_S, APART_S, DRIFT_S = 0.06, 0.02, 0.02


ATTEMPTS = 3
"""Recordings until the cues of one are on time: a machine with other work delays some, a fault all."""


class Timing(NamedTuple):
    """Seconds by which cues are heard after their instants."""

    count: int
    median: float
    worst: float
    """How far 99 % are from it at most."""
    farthest: float
    drift: float
    """A minute."""
    minutes: float

    @property
    def is_good(self) -> bool:
        return 0 <= self.median < LAG_S and self.worst < APART_S and abs(self.drift) * self.minutes < DRIFT_S


def timing_of(run: Run) -> Timing | None:
    """Judge where the driver kept its pace; None where that is hardly anywhere."""
    found = [(cue, run.recording.find(cue, GRAMMAR)) for cue in run.cues if run.recording.steady(cue)]
    timely = [(cue, sound) for cue, sound in found if sound]
    if len(timely) < 20:
        return None
    lags = np.array([sound.at - cue.at for cue, sound in timely])
    median = float(np.median(lags))
    apart = np.sort(np.abs(lags - median))
    minutes = (run.cues[-1].at - run.cues[0].at) / 60
    drift = float(np.polyfit([cue.at for cue, _ in timely], lags, 1)[0]) * 60
    return Timing(len(lags), median, float(np.quantile(apart, 0.99)), float(apart[-1]), drift, minutes)


@pytest.fixture(scope="module")
def runs(tmp_path_factory, real_time_before):
    """Two sessions of both exercises with ten repetitions: a calm one, and one whose loop is blocked."""
    for _ in range(ATTEMPTS):
        folder = tmp_path_factory.mktemp("pcm")
        with ThreadPoolExecutor(2) as pool:
            calm = pool.submit(run_session, quick_plan(10), folder / "calm.raw")
            busy = pool.submit(run_session, quick_plan(10), folder / "busy.raw", blocked=random.Random(4))
            found = {"calm": calm.result(), "busy": busy.result()}
        if all(timing is None or timing.is_good for timing in map(timing_of, found.values())):
            break
    return found


@pytest.fixture(params=["calm", "busy"])
def run(runs, request) -> Run:
    return runs[request.param]


def heard(run: Run) -> list[tuple[Cue, Heard]]:
    found = [(cue, run.recording.find(cue, GRAMMAR)) for cue in run.cues]
    assert [cue for cue, sound in found if sound is None] == []
    return found


def test_every_cue_is_heard_in_order_with_its_pitch_side_and_length(run):
    sounds = heard(run)
    assert [sound.at for _, sound in sounds] == sorted(sound.at for _, sound in sounds)
    for cue, sound in sounds:
        if cue.head:
            assert sound.hz == pytest.approx(GRAMMAR.heads[cue.head].notes[0].hz, abs=12), cue
        seconds = cue.seconds or GRAMMAR.heads[cue.head].seconds
        if run.recording.steady(cue):
            assert seconds - 0.1 < sound.seconds < seconds + 0.05, cue
        if cue.glide in LEFT:
            assert sound.balance < -0.5, cue
        elif cue.glide in RIGHT:
            assert sound.balance > 0.5, cue
        else:
            assert abs(sound.balance) < 0.05, cue


def test_glides_follow_the_movement_in_pitch_and_side(run):
    points = (0.45, 0.6, 0.75)
    for cue, sound in heard(run):
        if cue.glide is None:
            continue
        sweep = GRAMMAR.glides[cue.glide]
        for point, (hz, side) in zip(points, run.recording.sweep(cue, sound.at, points), strict=True):
            way = np.linspace(0, 1, len(sweep.hz))
            expected = np.exp(np.interp(ease(point), way, np.log(sweep.hz)))
            assert hz == pytest.approx(expected, rel=0.06), (cue, point)
            if point == points[-1]:
                assert np.sign(round(side, 1)) == np.sign(sweep.pan[-1]), cue


def test_cues_are_on_time_and_do_not_drift(run, capsys):
    timing = timing_of(run)
    if timing is None:
        pytest.skip("the machine lagged: SDL's disk driver lost its pace almost everywhere")
    with capsys.disabled():
        print(
            f"\n{timing.count} cues in {timing.minutes:.1f} min: median lag {timing.median * 1000:.1f} ms, "
            f"99 % within {timing.worst * 1000:.1f} ms of it, all within {timing.farthest * 1000:.1f} ms, "
            f"drift {timing.drift * 1000:+.1f} ms a minute, PCM at {run.speed:.3f} of the clock"
        )
    assert timing.is_good, timing


def test_nothing_is_heard_that_was_not_planned(run):
    ends = [cue.at + (cue.seconds or GRAMMAR.heads[cue.head].seconds) for cue in run.cues]
    quiet = [
        run.recording.between(end + 0.06, after.at - 0.02)
        for end, cue, after in zip(ends, run.cues, run.cues[1:], strict=False)
        if after.at - end > 0.12 and run.recording.steady(cue) and run.recording.steady(after)
    ]
    if len(quiet) < 10:
        pytest.skip("the machine lagged: SDL's disk driver lost its pace almost everywhere")
    assert max(loudness(part) for part in quiet) < 1e-4


def test_it_never_clips_nor_clicks(run):
    samples = run.recording.samples
    assert np.abs(samples).max() < 0.6
    # the steepest a sine of 950 Hz and the highest peak here could be, with room for harmonics
    assert np.abs(np.diff(samples, axis=0)).max() < 0.5 * 2 * np.pi * 950 / 44100 * 1.2


def test_the_centre_is_in_the_centre(run):
    assert abs(balance(run.recording.samples)) < 0.2
