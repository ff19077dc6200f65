"""What can happen to the sound process: each is survived and told in one line."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.adapters.sound.pcm import disk_driver
from tui.adapters.sound import mixer as mixer_module
from tui.adapters.sound.bell import BellPlayer
from tui.adapters.sound.choose import MixerOrBell, open_player, probe_sound
from tui.adapters.sound.mixer import ANSWER_S, START_S, MixerPlayer
from tui.core.settings.settings import Settings
from tui.core.sound.cue import Cue, Head

READY = 'print(\'{"is": "ready"}\', flush=True)\n'
ANSWER = """
import json, sys
for line in sys.stdin:
    print(json.dumps({"is": "took", "n": json.loads(line)["n"]}), flush=True)
"""


class Bell:
    def __init__(self):
        self.rings = 0

    def __call__(self):
        self.rings += 1


@pytest.fixture
def make():
    """Make players whose child runs a few lines of Python; close them in the end."""
    made = []

    def _make(program, bell=None):
        mixer = MixerPlayer(os.environ, command=[sys.executable, "-c", program])
        player = MixerOrBell(mixer, BellPlayer(bell or Bell()))
        player.mixer = mixer
        player.open()
        made.append(player)
        return player

    yield _make
    for player in made:
        player.close()


def one_line(player):
    line = player.state().line
    assert line.isprintable() and line.endswith(".") and len(line) < 300
    return line


def soon(condition, timeout_s=10.0):
    end = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_a_child_that_answers_is_sound(make):
    player = make(READY + ANSWER)
    assert player.state().kind == "starting"
    assert player.wait_ready(10)
    assert player.state().kind == "sound"
    assert one_line(player)


def test_no_device_falls_back_to_the_bell_and_says_why(make):
    bell = Bell()
    player = make('print(\'{"is": "failed", "why": "no sound device: ALSA \\\\u001b[2J"}\')', bell)
    assert not player.wait_ready(10)
    assert player.state().kind == "bell"
    assert "no sound device: ALSA ?[2J" in one_line(player)
    player.send([Cue(5.0, Head.HOLD)])
    player.tick(5.0)
    assert bell.rings == 1


def test_the_bell_is_silent_while_there_is_sound(make):
    bell = Bell()
    player = make(READY + ANSWER, bell)
    assert player.wait_ready(10)
    now = time.monotonic()
    player.send([Cue(now, Head.HOLD)])
    player.tick(now)
    assert bell.rings == 0


def test_without_a_bell_either_it_says_so():
    player = MixerOrBell(MixerPlayer(os.environ, command=[sys.executable, "-c", "pass"]), None)
    player.open()
    player.wait_ready(10)
    assert player.state().kind == "off"
    assert "bell is switched off" in one_line(player)
    player.close()


@pytest.mark.parametrize("program", ["pass", "import os; os.abort()", "raise SystemExit(3)", "1/0"])
def test_a_child_that_ends_at_once(make, program):
    player = make(program)
    assert not player.wait_ready(10)
    assert "has ended" in one_line(player)


def test_a_program_that_cannot_be_started():
    player = MixerPlayer(os.environ, command=["/nonexistent/python"])
    player.open()
    assert "cannot be started" in one_line(player)
    player.send([Cue(0.0, Head.GO)])
    player.close()


def test_a_device_that_never_opens(make):
    player = make("import time; time.sleep(60)")
    player.tick(time.monotonic() + START_S - 1)
    assert player.state().kind == "starting"
    player.tick(time.monotonic() + START_S + 1)
    assert player.state().kind == "bell"
    assert "does not answer" in one_line(player)


def test_garbage_on_the_way_back_is_ignored(make):
    player = make("print('Hello from a library\\n[1]\\n{}\\n\\x00', flush=True)\n" + READY + ANSWER)
    assert player.wait_ready(10)


def test_a_killed_child_is_noticed_and_can_be_opened_again(make):
    player = make(READY + ANSWER)
    assert player.wait_ready(10)
    os.kill(player.mixer.pid, signal.SIGKILL)
    soon(lambda: (player.tick(time.monotonic()), player.state().kind == "bell")[1])
    assert "has ended" in one_line(player)
    player.silence()
    player.send([Cue(time.monotonic(), Head.GO)])
    player.open()
    assert player.wait_ready(10)


def test_a_frozen_child_is_noticed_and_welcomed_back(make):
    player = make(READY + ANSWER)
    assert player.wait_ready(10)
    os.kill(player.mixer.pid, signal.SIGSTOP)
    player.send([Cue(time.monotonic(), Head.GO)])
    player.tick(time.monotonic() + ANSWER_S + 1)
    assert player.state().kind == "bell"
    assert "does not answer" in one_line(player)
    os.kill(player.mixer.pid, signal.SIGCONT)
    soon(lambda: (player.tick(time.monotonic()), player.state().kind == "sound")[1])


def test_a_child_that_reads_nothing_never_blocks_the_parent(make):
    player = make(READY + "import time; time.sleep(60)")
    assert player.wait_ready(10)
    for number in range(4000):
        player.send([Cue(number * 1.0, Head.GO)] * 7)
        player.silence()
        player.tune(volume=number % 11)
        player.tick(time.monotonic())
    player.tick(time.monotonic() + ANSWER_S + 1)
    assert player.state().kind == "bell"


def test_a_child_that_reads_late_learns_the_last_volume_and_no_cue_that_was_cancelled(make, tmp_path):
    told = tmp_path / "told"
    program = (
        f"import json, sys, time\nwhile not __import__('os').path.exists({str(told)!r}): time.sleep(0.01)\n"
        f"file = open({str(told)!r}, 'w')\n"
        "for line in sys.stdin:\n"
        "    command = json.loads(line)\n"
        "    print(json.dumps({'is': 'took', 'n': command['n']}), flush=True)\n"
        "    print(line, end='', file=file, flush=True)\n"
    )
    player = make(READY + program)
    assert player.wait_ready(10)
    for number in range(2000):
        player.send([Cue(1.0, Head.GO)])
        player.tune(volume=number % 9)
    player.silence()
    player.tune(volume=9)
    player.send([Cue(2.0, Head.GO)])
    told.touch()

    def heard_all() -> bool:
        player.tick(time.monotonic())
        text = told.read_text()
        return '"volume": 9' in text and '"silence"' in text

    soon(heard_all)
    commands = [json.loads(line) for line in told.read_text().splitlines()]
    silence = [command["do"] for command in commands].index("silence")
    assert all(command["do"] == "set" for command in commands[silence + 1 :])


def test_whatever_the_child_prints_stays_off_our_own_output():
    program = (
        "import os, time\n"
        "from tui.adapters.sound.mixer import MixerPlayer\n"
        "noise = 'import os; os.write(2, b\"ALSA lib\" * 100); print(1)'\n"
        "import sys\n"
        "player = MixerPlayer(os.environ, command=[sys.executable, '-c', noise])\n"
        "player.open(); player.wait_ready(10); player.close()\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=30, check=True)
    assert (run.stdout, run.stderr) == (b"", b"")


def test_the_parent_never_loads_pygame_or_numpy():
    program = (
        "import sys, tui.adapters.sound.choose, tui.core.sound.lessons, tui.adapters.content.shipped\n"
        "tui.adapters.content.shipped.read_grammar()\n"
        "assert not {'pygame', 'numpy', 'textual'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], timeout=30, check=True)


def test_over_ssh_the_bell_is_used_and_nothing_is_started():
    player = open_player(Settings(), {**os.environ, "SSH_CONNECTION": "1.2.3.4 5 6.7.8.9 22"}, Bell())
    assert player.state().kind == "bell"
    assert "SSH" in one_line(player)


def test_over_ssh_without_a_bell_there_is_nothing():
    player = open_player(Settings(bell=False), {"SSH_CONNECTION": "1"}, Bell())
    assert player.state().kind == "off"
    assert "SSH" in one_line(player)


def test_sounds_switched_off_start_nothing():
    player = open_player(Settings(sounds=False), os.environ, Bell())
    assert player.state().kind == "off"
    assert "switched off" in one_line(player)
    player.send([Cue(0.0, Head.GO)])
    player.tick(0.0)
    player.close()


def test_a_driver_that_does_not_exist_is_told(monkeypatch):
    state = probe_sound({**without_ssh(), "SDL_AUDIODRIVER": "nonsense"}, timeout_s=20)
    assert state.kind == "bell"
    assert "no sound device" in state.line


def test_the_real_child_gets_ready_and_logs_what_libraries_print(tmp_path):
    log = tmp_path / "sound.log"
    raw = tmp_path / "sound.raw"
    player = open_player(Settings(), {**without_ssh(), **disk_driver(raw)}, Bell(), log)
    assert player.wait_ready(20)
    assert player.state().kind == "sound"
    player.close()
    assert "disk" in log.read_text()
    assert log.stat().st_mode & 0o777 == 0o600


def test_a_log_that_cannot_be_written_is_no_reason_for_silence(tmp_path):
    mixer = MixerPlayer(os.environ, tmp_path, command=[sys.executable, "-c", READY + ANSWER])
    mixer.open()
    assert mixer.wait_ready(10)
    mixer.close()


def without_ssh():
    return {name: value for name, value in os.environ.items() if name != "SSH_CONNECTION"}


TWICE = """
import json, os, sys
if os.path.exists({mark!r}):
    devices = {after!r}
else:
    open({mark!r}, "w").close()
    devices = {before!r}
print(json.dumps({{"is": "ready", "devices": devices}}), flush=True)
heard = []
for line in sys.stdin:
    command = json.loads(line)
    heard.append(command)
    with open({mark!r} + ".heard", "a") as log:
        log.write(line)
    if command["do"] == "silence" and devices == {before!r} and not os.path.exists({mark!r} + ".lost"):
        open({mark!r} + ".lost", "w").close()
        print(json.dumps({{"is": "lost", "why": "the sound device has gone"}}), flush=True)
        raise SystemExit
    print(json.dumps({{"is": "took", "n": command["n"]}}), flush=True)
"""


def twice(make, tmp_path, monkeypatch, after):
    monkeypatch.setattr(mixer_module, "AGAIN_S", (0.1,))
    mark = str(tmp_path / "mark")
    player = make(TWICE.format(mark=mark, before=["Headset", "Screen"], after=after))
    wait_for(player, "sound")
    player.tune(muted=True)
    player.silence()
    wait_for(player, "bell")
    return player, tmp_path / "mark.heard"


def wait_for(player, kind):
    def seen():
        player.tick(time.monotonic())
        return player.state().kind == kind

    soon(seen)


def test_the_same_device_is_opened_again_and_muted_stays_muted(make, tmp_path, monkeypatch):
    player, heard = twice(make, tmp_path, monkeypatch, ["Screen", "Headset"])
    wait_for(player, "sound")
    commands = [json.loads(line) for line in heard.read_text().splitlines()]
    again = [command for command in commands if command["do"] == "set"][-1]
    assert again["muted"] is True and again["n"] == 1


def test_another_device_is_not_taken_unasked_but_by_plus(make, tmp_path, monkeypatch):
    player, _ = twice(make, tmp_path, monkeypatch, ["Loudspeaker"])

    def told():
        player.tick(time.monotonic())
        return "+ plays there" in player.state().line

    soon(told)
    player.tick(time.monotonic() + 100)
    assert player.state().kind == "bell"
    player.open()
    wait_for(player, "sound")
