"""What is said in whole sessions, heard in what the mixer was given, on a clock of its own.

No machine is too busy for these; that pygame plays what it is given is proved in `test_words_heard`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pytest

from tests.adapters.sound.session import default_plan
from tests.adapters.sound.simulated import Action, Device, SimulatedPlayer, late, play
from tests.adapters.sound.speech import Spoken, beside, heard, shipped
from tui.adapters.content.shipped import spoken_lengths
from tui.core.settings.settings import Settings
from tui.core.sound.cue import Cue, Way
from tui.core.sound.loudness import loudest
from tui.core.sound.wave import HEAD_LEVEL, RATE
from tui.core.timer.events import Event, PhaseStarted
from tui.core.timer.plan import Phase, PhaseKind, Plan
from tui.core.timer.run import Conductor
from tui.core.timer.session import Session

pytestmark = pytest.mark.slow

LAG_S = 0.01
"""By so much a busy machine is late to fetch a block, at most."""
SILENT_S, AFTER_S = 0.15, 9.0
MOVEMENTS = (PhaseKind.MOVE, PhaseKind.BACK)
ANNOUNCING = ("left", "right", "arch", "back", "one")


@dataclass
class Played:
    """A session that was played: its cues, what happened, and what was heard."""

    device: Device
    cues: tuple[Cue, ...]
    events: list[Event]
    spoken: list[Spoken]

    def begins(self, spoken: Spoken) -> float:
        return self.device.heard_at(spoken.first)

    def ends(self, spoken: Spoken) -> float:
        return self.device.heard_at(spoken.end)

    @property
    def movements(self) -> list[Phase]:
        """Those that took place, in their order."""
        started = (event.phase for event in self.events if isinstance(event, PhaseStarted))
        return [phase for phase in started if phase.kind in MOVEMENTS]

    def margin(self, spoken: Spoken) -> float:
        """Seconds from the end of a phrase to the next movement."""
        ends = self.ends(spoken)
        return min((phase.start - ends for phase in self.movements if phase.start > ends), default=np.inf)

    @property
    def announcements(self) -> list[Spoken]:
        return self.announcements_of(self.spoken)

    def announcements_of(self, spoken: list[Spoken]) -> list[Spoken]:
        named = [said for said in spoken if said.text.split(" ")[-1] in ANNOUNCING]
        return [said for said in named if "sit and" not in said.text]

    def heard_between(self, after: float, before: float) -> list[Spoken]:
        """Return what is said whole between two instants, and pieces of words."""
        first, end = max(0, self.device.sample_at(after)), self.device.sample_at(before)
        part = heard(self.device.recording[first:end])
        spoken = [Spoken(said.text, first + said.first, first + said.end) for said in part]
        return [said for said in spoken if said.text or said.end < end - 100]


def played(
    patch: pytest.MonkeyPatch,
    plan: Plan,
    *,
    late_s: float = 0.0,
    decode_s: float = 0.0,
    actions: dict[float, Action] | None = None,
    seconds: float | None = None,
) -> Played:
    device = Device(late(late_s))
    player = SimulatedPlayer(patch, shipped(), device, decode_s=decode_s)
    start = device.now + 0.5
    session = Session(plan, start, lengths=spoken_lengths())
    cues = tuple(cue for cue in session.cues(0.0, 1e9) if Way.BOTH in cue.ways)
    at = {start + seconds: action for seconds, action in (actions or {}).items()}
    until = start + seconds if seconds else cues[-1].at + 2.5
    events = play(Conductor(session, player, start), player, until, at)
    return Played(device, cues, events, heard(device.recording))


@pytest.fixture(scope="module")
def patch() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as context:
        yield context


@pytest.fixture(scope="module", params=[(3, 0.0), (3, LAG_S), (10, 0.0)], ids=str)
def run(request, patch) -> Played:
    reps, late_s = request.param
    return played(patch, default_plan(reps), late_s=late_s)


def test_every_word_of_the_plan_is_heard_when_it_was_planned_and_nothing_else(run):
    planned = [cue for cue in run.cues if cue.word]
    assert [said.text for said in run.spoken] == [cue.word for cue in planned]
    late = [run.begins(said) - cue.at for said, cue in zip(run.spoken, planned, strict=True)]
    assert max(map(abs, late)) < 0.015 and max(late) - min(late) < 0.012


def test_each_movement_is_announced_by_a_word_that_ends_just_before_it(run):
    assert len(run.announcements) == len(run.movements)
    for said, phase in zip(run.announcements, run.movements, strict=True):
        assert 0.03 <= run.margin(said) <= 0.11, said
        side = phase.unit.side.value if phase.unit.side else "arch"
        wanted = ("back",) if phase.kind is PhaseKind.BACK else (side, "one")
        assert said.text.split(" ")[-1] in wanted


def test_words_are_6_db_above_what_sounds_with_them_and_nothing_is_cut_off(run):
    whole = run.device.recording
    assert np.abs(whole).max() < 0.9
    for said in run.spoken:
        rest, word = beside(whole, said)
        assert 20 * np.log10(loudest(word, RATE) / (loudest(rest, RATE) + 1e-9)) >= 6.0, said


def test_words_are_as_loud_as_one_another_and_as_the_heads(run):
    levels = [loudest(beside(run.device.recording, said)[1], RATE) / HEAD_LEVEL for said in run.spoken]
    assert max(levels) / min(levels) < 10 ** (3 / 20)
    assert all(10 ** (-1.5 / 20) < level < 10 ** (1.5 / 20) for level in levels)


def do(name: str) -> Action:
    return lambda conductor, _, now: conductor.act(getattr(conductor.session, name), now)


def mute(_: Conductor, player: SimulatedPlayer, __: float) -> None:
    player.tune(muted=True)


WAYS_OUT = {
    "pause and resume": {0.0: do("pause"), 2.0: do("resume")},
    "next unit twice": {0.0: do("next_unit"), 2.3: do("next_unit")},
    "previous unit": {0.0: do("previous_unit")},
    "next exercise": {0.0: do("next_exercise")},
    "finish": {0.0: do("finish")},
    "mute": {0.0: mute},
}
INSTANTS = {
    "in 'turn left'": 4.0 - 0.3,
    "just after it": 4.0 - 0.05,
    "in 'and over to the right'": 7.5,
}


@pytest.mark.parametrize("at", INSTANTS.values(), ids=INSTANTS)
@pytest.mark.parametrize("steps", WAYS_OUT.values(), ids=WAYS_OUT)
def test_no_word_is_heard_for_a_movement_that_does_not_follow(patch, steps, at):
    """What had been said whole before the key is not judged: nobody could know."""
    actions = {at + wait: action for wait, action in steps.items()}
    run = played(patch, default_plan(1), actions=actions, seconds=at + AFTER_S)
    start = run.device.now - at - AFTER_S
    instants = [start + when for when in sorted(actions)]
    for after, before in pairwise([*instants, run.device.now + 1.0]):
        spoken = run.heard_between(after, before)
        assert all(said.text or run.ends(said) < after + SILENT_S for said in spoken), "a piece of a word"
        for said in run.announcements_of(spoken):
            assert run.margin(said) < 0.11 or run.ends(said) > run.device.now - 0.2, said
    if mute in steps.values():
        assert not run.heard_between(instants[-1] + SILENT_S, run.device.now)


def test_pausing_and_going_on_are_said(patch):
    run = played(patch, default_plan(1), actions={6.2: do("pause"), 9.0: do("resume")}, seconds=13.0)
    assert [said.text for said in run.spoken][-3:] == ["paused", "go on", "turn left"]


@pytest.mark.parametrize("late_s", [0.0, LAG_S])
def test_short_doses_are_announced_too(patch, late_s):
    short = default_plan(2, Settings(move_s=1.0, hold_s=1.0))
    run = played(patch, short, late_s=late_s)
    assert len(run.movements) == 9 == len(run.announcements)
    assert all(0.02 <= run.margin(said) <= 0.12 for said in run.announcements)
    assert [said.text for said in run.spoken].count("hold") == 6


@pytest.mark.parametrize(("decode_s", "missed"), [(1.0, 0), (2.0, 6)])
def test_without_a_get_ready_and_with_a_slow_decoder_no_word_is_late(patch, decode_s, missed):
    """Words that are not there in time are left out; they are asked for 1.5 s ahead."""
    run = played(patch, default_plan(1, Settings(ready_s=0.0)), decode_s=decode_s)
    planned = [(cue.word, cue.at) for cue in run.cues if cue.word]
    for said in run.spoken:
        assert any(word == said.text and abs(at - run.begins(said)) < 0.015 for word, at in planned), said
    assert all(0.03 <= run.margin(said) <= 0.11 for said in run.announcements)
    assert len(planned) - len(run.spoken) == missed
