"""Fades of what sounds, in what a mixer was given whose device fetches late: no step is heard."""

import random
from itertools import accumulate

import numpy as np
import pytest

from tests.adapters.sound.simulated import BEGAN, Device, SimulatedPlayer
from tui.core.sound.cue import Cue, Glide, Way

BLOCKS = 400
LATENESS = {
    "even": lambda chance: [0.0] * BLOCKS,
    "a device that a busy machine asks late now and then": lambda chance: [
        chance.choice([0.0, 0.0, 0.0, 0.012]) for _ in range(BLOCKS)
    ],
    "a driver whose sleeps are too long": lambda chance: [
        *accumulate(chance.uniform(0, 0.006) for _ in range(BLOCKS))
    ],
    "a driver that stalls now and then": lambda chance: [
        *accumulate(chance.choice([0.0] * 8 + [0.013]) for _ in range(BLOCKS))
    ],
}


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("late", LATENESS)
def test_a_glide_is_muted_and_heard_again_without_a_step(monkeypatch, late, seed):
    chance = random.Random(seed)
    device = Device(LATENESS[late](chance))
    player = SimulatedPlayer(monkeypatch, {}, device, Way.TONES)
    player.run_to(BEGAN + 1.0)
    player.send([Cue(BEGAN + 1.2, None, Glide.OUT, 10.0)])
    at = BEGAN + 1.5
    for number in range(60):
        player.run_to(at)
        player.tune(muted=number % 2 == 0)
        at += 0.13 + chance.uniform(0, 0.03)
    player.run_to(at + 1.0)
    assert np.abs(device.recording).max() > 0.1
    assert np.abs(np.diff(device.recording, axis=0)).max() < 0.01
