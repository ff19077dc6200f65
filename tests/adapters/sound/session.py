"""Runs whole sessions in front of SDL's disk driver, for the tests of what is heard."""

import os
import random
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.adapters.sound.pcm import Pace, Recording, disk_driver
from tui.adapters.content.exercises import read_catalogue
from tui.adapters.content.shipped import spoken_lengths
from tui.adapters.sound.mixer import MixerPlayer
from tui.core.exercises.exercise import Side
from tui.core.settings.settings import Settings
from tui.core.sound.cue import Cue, Way
from tui.core.timer.plan import Plan, make_plan
from tui.core.timer.run import Conductor
from tui.core.timer.session import Session

DEFAULTS = Settings()


@dataclass(frozen=True)
class Run:
    """What was planned and what came out."""

    cues: tuple[Cue, ...]
    recording: Recording
    speed: float


def quick_plan(reps: int) -> Plan:
    """Both stretches, `reps` times each, in a hurry."""
    exercises = read_catalogue(Path("/nonexistent")).bundled
    hurry = Settings(ready_s=3.0, move_s=0.6, hold_s=0.55, rest_s=0.2, between_s=4.2)
    return make_plan(exercises, {exercise.id: reps for exercise in exercises}, hurry, Side.LEFT)


def default_plan(reps: int, settings: Settings = DEFAULTS) -> Plan:
    """Both stretches, `reps` times each, in their default times."""
    exercises = read_catalogue(Path("/nonexistent")).bundled
    return make_plan(exercises, {exercise.id: reps for exercise in exercises}, settings, Side.LEFT)


def run_session(
    plan: Plan,
    raw: Path,
    *,
    tones: bool = True,
    blocked: random.Random | None = None,
    way: Way = Way.TONES,
    environ: Mapping[str, str] | None = None,
    log: Path | None = None,
) -> Run:
    """Conduct a session to its end; with `blocked`, sleep 100 ms at random moments."""
    told = {**os.environ, **disk_driver(raw), **(environ or {})}
    player = MixerPlayer(told, log, volume=10, tones=tones, way=way)
    player.open()
    assert player.wait_ready(10), player.state()
    pace = Pace(raw)
    start = time.monotonic() + 0.2
    session = Session(plan, start, lengths=spoken_lengths() if way is not Way.TONES else {})
    cues = session.cues(start - 1, float("inf"))
    conductor = Conductor(session, player, start)
    end = cues[-1].at + 2.5
    while (now := time.monotonic()) < end:
        if now >= start:
            conductor.tick(now)
        pace.sample()
        stall = blocked is not None and blocked.random() < 0.1
        time.sleep(0.1 if stall else 0.008)
    player.close()
    cues = tuple(cue for cue in cues if way in cue.ways)
    return Run(cues, Recording.read(raw, pace), pace.speed)
