"""A real PulseAudio that dies, comes back and stands still: noticed, told, and played through again."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tui.adapters.sound.bell import BellPlayer
from tui.adapters.sound.choose import MixerOrBell
from tui.adapters.sound.mixer import MixerPlayer
from tui.core.sound.cue import Cue, Head

PULSEAUDIO = shutil.which("pulseaudio")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PULSEAUDIO is None, reason="there is no pulseaudio on this machine"),
]


class Server:
    """A sound server of our own, with a sink that leads nowhere."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700)
        self.environ = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("PULSE", "SDL"))},
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder),
            "PULSE_SERVER": f"unix:{folder}/native",
            "SDL_AUDIODRIVER": "pulseaudio",
        }
        self._folder = folder
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        native = self._folder / "native"
        native.unlink(missing_ok=True)
        modules = ("module-null-sink sink_name=null", f"module-native-protocol-unix socket={native}")
        loaded = [argument for module in modules for argument in ("-L", module)]
        options = ("-n", "--daemonize=no", "--exit-idle-time=-1", "--disallow-exit", "--use-pid-file=no")
        assert PULSEAUDIO
        self.process = subprocess.Popen(
            [PULSEAUDIO, *options, *loaded], env=self.environ, stderr=subprocess.DEVNULL
        )
        until(native.exists)

    def stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.wait()


def until(holds: Callable[[], bool], patience_s: float = 30.0) -> None:
    end = time.monotonic() + patience_s
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    made = Server(tmp_path / "pulse")
    made.start()
    yield made
    made.stop()


@pytest.fixture
def player(server: Server) -> Iterator[MixerOrBell]:
    rings: list[int] = []
    made = MixerOrBell(MixerPlayer(server.environ), BellPlayer(lambda: rings.append(1)))
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
    assert player.rings == [1]  # type: ignore[attr-defined]
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
