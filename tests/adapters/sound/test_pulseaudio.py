"""A real PulseAudio that dies, comes back and stands still: noticed, told, and played through again."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from tests.adapters.sound.pulse import PULSEAUDIO, RATE, Recorder, Server, until
from tests.adapters.sound.session import default_plan
from tests.adapters.sound.speech import heard
from tui.adapters.content.shipped import spoken_lengths
from tui.adapters.sound.bell import BellPlayer
from tui.adapters.sound.choose import MixerOrBell
from tui.adapters.sound.mixer import ANOTHER, MixerPlayer
from tui.core.sound.cue import Cue, Head, Way
from tui.core.timer.run import Conductor
from tui.core.timer.session import Session

pytestmark = [
    pytest.mark.slow,
    pytest.mark.usefixtures("real_time"),
    pytest.mark.skipif(PULSEAUDIO is None, reason="there is no pulseaudio on this machine"),
]

recorded = pytest.mark.skipif(shutil.which("parec") is None, reason="there is no parec on this machine")
NEAR_S = 0.4
"""A cue that sounds within this is the one that was planned: the next one is two seconds away."""


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path / "pulse", "first", "second")
    made.start()
    yield made
    made.stop()


@pytest.fixture
def player(server: Server) -> Iterator[MixerOrBell]:
    rings: list[float] = []
    made = MixerOrBell(MixerPlayer(server.environ), BellPlayer(lambda: rings.append(time.monotonic())))
    made.rings = rings  # type: ignore[attr-defined]
    made.open()
    yield made
    made.close()


def reaches(player: MixerOrBell, kind: str) -> None:
    def reached() -> bool:
        player.tick(time.monotonic())
        return player.state().kind == kind

    until(reached)


def test_a_server_that_dies_is_noticed_and_one_that_comes_back_is_played_through(
    server: Server, player: MixerOrBell
) -> None:
    reaches(player, "sound")
    server.stop()
    reaches(player, "bell")
    player.send([Cue(time.monotonic(), Head.HOLD)])
    player.tick(time.monotonic())
    assert len(player.rings) == 1  # type: ignore[attr-defined]
    server.start()
    reaches(player, "sound")


def told(player: MixerOrBell, why: str) -> bool:
    player.tick(time.monotonic())
    return why in player.state().line


def near(at: float, instants: Sequence[float]) -> bool:
    return any(abs(instant - at) < NEAR_S for instant in instants)


@contextmanager
def recorders(server: Server, folder: Path, *sinks: str) -> Iterator[tuple[Recorder, ...]]:
    """Record sinks while it lasts."""
    folder.mkdir()
    made = tuple(Recorder(server, sink, folder / sink) for sink in sinks or ("first", "second"))
    yield made
    for recorder in made:
        recorder.stop()


def play(player: MixerOrBell) -> float:
    """Play a cue and let its time pass; return its instant."""
    at = time.monotonic() + 0.5
    player.send([Cue(at, Head.HOLD)])
    while time.monotonic() < at + 1.5:
        player.tick(time.monotonic())
        time.sleep(0.02)
    return at


@recorded
def test_the_recording_holds_the_cues_before_and_after_a_kill_and_the_bell_rings_between(
    server: Server, player: MixerOrBell, tmp_path: Path
) -> None:
    reaches(player, "sound")
    with recorders(server, tmp_path / "before") as (first, second):
        before = play(player)
        assert near(before, first.heard()) and second.heard() == []
    assert player.rings == []  # type: ignore[attr-defined]
    server.stop()
    reaches(player, "bell")
    between = play(player)
    assert near(between, player.rings)  # type: ignore[attr-defined]
    server.start()
    with recorders(server, tmp_path / "after") as (first, second):
        reaches(player, "sound")
        after = play(player)
        assert near(after, first.heard()) and second.heard() == []
    assert len(player.rings) == 1, "the bell and the sound at once"  # type: ignore[attr-defined]


@recorded
def test_where_the_first_device_is_missing_the_bell_goes_on_until_plus_or_its_return(
    server: Server, player: MixerOrBell, tmp_path: Path
) -> None:
    reaches(player, "sound")
    server.stop()
    server.start("second")
    until(lambda: told(player, ANOTHER))
    with recorders(server, tmp_path / "alone", "second") as (second,):
        rung = play(player)
        assert near(rung, player.rings) and second.heard() == []  # type: ignore[attr-defined]
        player.open()
        reaches(player, "sound")
        assert near(play(player), second.heard())


def test_a_device_that_comes_back_is_played_through_by_itself(server: Server, player: MixerOrBell) -> None:
    reaches(player, "sound")
    server.stop()
    server.start("second")
    until(lambda: told(player, ANOTHER))
    server.stop()
    server.start()
    reaches(player, "sound")


def test_a_server_that_stands_still_is_noticed_by_the_next_cue(server: Server, player: MixerOrBell) -> None:
    reaches(player, "sound")
    assert server.process
    server.process.send_signal(signal.SIGSTOP)
    player.send([Cue(time.monotonic() + 0.1, Head.HOLD)])
    reaches(player, "bell")
    server.process.send_signal(signal.SIGCONT)
    reaches(player, "sound")


@pytest.mark.skipif(shutil.which("pactl") is None, reason="there is no pactl on this machine")
def test_the_server_knows_the_program_by_its_own_name(server: Server, player: MixerOrBell) -> None:
    """By the name python3.11 it would take over what another program of pygame's left: muted, or loud."""
    reaches(player, "sound")
    listed = subprocess.run(
        ["pactl", "list", "sink-inputs"], env=server.environ, capture_output=True, text=True
    )
    assert 'application.name = "unhunch"' in listed.stdout and 'media.name = "cues"' in listed.stdout


def test_a_null_device_of_alsa_is_not_used(tmp_path: Path) -> None:
    config = tmp_path / "asoundrc"
    config.write_text("pcm.!default { type null }\nctl.!default { type null }\n")
    environ = {**os.environ, "ALSA_CONFIG_PATH": str(config), "SDL_AUDIODRIVER": "alsa"}
    player = MixerPlayer(environ)
    player.open()
    player.wait_ready(30)
    assert "swallows all sound" in player.state().line
    player.close()


@recorded
def test_the_words_of_a_session_are_heard_through_a_real_server(
    server: Server, player: MixerOrBell, tmp_path: Path
) -> None:
    """The first seconds of a session, and its words in the order of the plan, each on its time."""
    reaches(player, "sound")
    player.tune(volume=10)
    player.tune(way=Way.BOTH)
    raw = tmp_path / "both.raw"
    recorder = Recorder(server, "first", raw)
    start = time.monotonic() + 0.2
    session = Session(default_plan(1), start, lengths=spoken_lengths())
    planned = [cue for cue in session.cues(0.0, start + 6.5) if cue.word and Way.BOTH in cue.ways]
    conductor = Conductor(session, player, start)
    while (now := time.monotonic()) < start + 6.9:
        conductor.tick(max(now, start))
        time.sleep(0.02)
    recorder.stop()
    data = raw.read_bytes()
    pcm = np.frombuffer(data[: len(data) // 4 * 4], "<i2").reshape(-1, 2) / 32768
    spoken = [said for said in heard(pcm) if said.text]
    assert [said.text for said in spoken] == [cue.word for cue in planned]
    late = [said.first / RATE - cue.at for said, cue in zip(spoken, planned, strict=True)]
    assert max(late) - min(late) < 0.03


@recorded
def test_a_server_that_runs_dry_is_given_larger_blocks_and_cues_go_on(server: Server, tmp_path: Path) -> None:
    """It stands still for moments; the device is opened anew in a silence, and what comes then is on time."""
    log = tmp_path / "log"
    player = MixerOrBell(MixerPlayer(server.environ, log, volume=10), None)
    player.open()
    reaches(player, "sound")

    def pass_time(seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            player.tick(time.monotonic())
            time.sleep(0.02)

    assert server.process
    for _ in range(12):
        player.send([Cue(time.monotonic() + wait, Head.READY) for wait in (0.5, 1.0, 1.5)])
        pass_time(0.8)
        server.process.send_signal(signal.SIGSTOP)
        time.sleep(0.4)
        server.process.send_signal(signal.SIGCONT)
        pass_time(2.0)
        if "opened anew with 4096" in log.read_text():
            break
    assert "opened anew with 4096" in log.read_text()
    pass_time(1.0)
    recorder = Recorder(server, "first", tmp_path / "after.raw")
    cues = [Cue(time.monotonic() + 1.0 + n, Head.READY) for n in range(3)]
    player.send(cues)
    pass_time(4.0)
    heard_at = recorder.heard()
    recorder.stop()
    player.close()
    assert len(heard_at) == 3
    assert all(abs(at - cue.at) < NEAR_S / 2 for at, cue in zip(heard_at, cues, strict=True))
