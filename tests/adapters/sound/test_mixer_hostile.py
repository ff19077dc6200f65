"""The real sound process with a pygame that fails, prints, hangs and crashes."""

import os
import time

import pytest

from tests.adapters.processes import alive
from tui.adapters.sound import mixer as mixer_module
from tui.adapters.sound.bell import BellPlayer
from tui.adapters.sound.child import WATCHDOG_S
from tui.adapters.sound.choose import MixerOrBell
from tui.adapters.sound.mixer import ANSWER_S, START_S, MixerPlayer
from tui.core.sound.cue import Cue, Head

FAKE = """
import ctypes, os, sys, time

class error(RuntimeError):
    pass

def hang():
    ctypes.PyDLL(None).sleep(60)  # holds the interpreter's lock, as pygame does

class Channel:
    def play(self, sound):
        {play}
    def stop(self):
        pass
    def get_sound(self):
        {get_sound}
    def get_busy(self):
        return {busy}

class music:
    def load(path):
        {load}
    def play(loops):
        pass
    def get_pos():
        return int(time.monotonic() * 1000)

class Sound:
    made = 0
    def __init__(self, buffer):
        Sound.made += 1
        if Sound.made > 1:  # the first one only tries the device
            {sound}
    def set_volume(self, volume):
        pass
    def play(self):
        return Channel()

AUDIODEVICEREMOVED, AUDIODEVICEADDED = 1, 2

class display:
    def init():
        pass

class event:
    def get(kinds):
        {events}

class mixer:
    Sound = Sound
    def init(*args, **options):
        {init}
    def Channel(number):
        return Channel()

mixer.music = music

sys.modules["pygame.mixer"] = mixer
"""


@pytest.fixture
def make(tmp_path):
    """Make players whose child has a pygame with some faults."""
    made = []

    def _make(log=None, **faults):
        names = ("init", "load", "play", "sound", "get_sound")
        parts = {name: faults.get(name, "pass") for name in names}
        parts["busy"] = faults.get("busy", True)
        parts["events"] = faults.get("events", "return []")
        (tmp_path / "pygame").mkdir()
        (tmp_path / "pygame" / "__init__.py").write_text(FAKE.format(**parts))
        mixer = MixerPlayer({**os.environ, "PYTHONPATH": str(tmp_path)}, log)
        rings = []
        player = MixerOrBell(mixer, BellPlayer(lambda: rings.append(1)))
        player.mixer, player.rings = mixer, rings
        player.open()
        made.append(player)
        return player

    yield _make
    for player in made:
        player.close()


def soon(player, kind, timeout_s=10.0, ahead_s=0.0):
    end = time.monotonic() + timeout_s
    while player.state().kind != kind:
        assert time.monotonic() < end, player.state()
        player.tick(time.monotonic() + ahead_s)
        time.sleep(0.01)
    assert player.state().line.isprintable()
    return player.state().line


def rings_in_its_place(player, ahead_s=0.0):
    now = time.monotonic() + ahead_s
    player.send([Cue(now, Head.HOLD)])
    player.tick(now)
    return bool(player.rings)


def test_an_init_that_fails(make, capfd):
    player = make(init="os.write(2, b'ALSA lib ' * 80); os.write(1, b'noise\\n'); raise error('no card')")
    assert "no sound device: no card" in soon(player, "bell")
    assert rings_in_its_place(player)
    assert capfd.readouterr() == ("", "")


def test_a_pygame_that_cannot_be_imported(make, tmp_path):
    player = make()
    player.close()
    (tmp_path / "pygame" / "__init__.py").write_text("raise ImportError('libSDL2.so: no such file')")
    player.open()
    assert "pygame cannot be loaded: libSDL2.so" in soon(player, "bell")


def test_an_init_that_prints_is_still_sound_and_its_words_are_in_the_log(make, tmp_path):
    log = tmp_path / "log"
    player = make(log, init="os.write(2, b'underrun occurred\\n'); os.write(1, b'Hello!\\n')")
    soon(player, "sound")
    assert log.read_bytes() == b"underrun occurred\nHello!\n"


def test_an_init_that_hangs_the_whole_process(make):
    player = make(init="hang()")
    pid = player.mixer.pid
    line = soon(player, "bell", ahead_s=START_S + 1)
    assert "does not answer" in line
    assert rings_in_its_place(player, START_S + 1)
    begin = time.monotonic()
    player.close()
    assert time.monotonic() - begin < START_S
    while alive(pid):
        time.sleep(0.01)


@pytest.mark.parametrize("where", ["play", "sound"])
@pytest.mark.parametrize("fault", ["os.kill(os.getpid(), 11)", "raise error('device vanished')"])
def test_a_crash_in_the_middle(make, where, fault):
    player = make(**{where: fault})
    soon(player, "sound")
    player.send([Cue(time.monotonic(), Head.GO)])
    assert "has ended" in soon(player, "bell")
    assert rings_in_its_place(player)


def test_a_silence_whose_place_tells_the_time_that_cannot_be_played(make):
    assert "pygame cannot play: no WAV" in soon(make(load="raise error('no WAV')"), "bell")


def test_a_fade_that_fails(make):
    player = make(play="sys.path.append('x'); sys.path.count('x') > 1 and 1 / 0")
    soon(player, "sound")
    player.send([Cue(time.monotonic() + 0.1, Head.ALL_DONE)])
    time.sleep(0.3)
    player.silence()
    assert "has ended" in soon(player, "bell")


def test_a_sound_that_hangs_the_whole_process(make):
    player = make(play="hang()")
    soon(player, "sound")
    pid = player.mixer.pid
    player.send([Cue(time.monotonic(), Head.GO)])
    time.sleep(0.2)
    player.silence()
    assert "does not answer" in soon(player, "bell", ahead_s=ANSWER_S + 1)
    player.close()
    while alive(pid):
        time.sleep(0.01)


@pytest.mark.slow
def test_a_hanging_child_whose_parent_is_gone_ends_by_itself(make):
    mixer = make(init="hang()").mixer
    pid = mixer.pid
    time.sleep(1.0)
    mixer._link._to.close()
    end = time.monotonic() + WATCHDOG_S + 5
    while alive(pid):
        assert time.monotonic() < end
        time.sleep(0.1)


def test_a_folder_that_holds_a_pygame_of_its_own_does_not_mislead_the_child(make, tmp_path, monkeypatch):
    here = tmp_path / "here"
    here.mkdir()
    for name in ("pygame.py", "json.py", "tui.py"):
        (here / name).write_text("raise SystemExit('misled')")
    monkeypatch.chdir(here)
    soon(make(), "sound")


GOES_AND_COMES = """
        import os, time, types
        runs = os.path.join(os.path.dirname(__file__), "runs")
        asked = os.path.join(os.path.dirname(__file__), "removed")
        if os.path.exists(asked):
            os.unlink(asked)
            return [types.SimpleNamespace(type=1, which={which}, iscapture=0)]
        return []
"""


def test_a_device_that_goes_is_noticed_the_bell_rings_and_it_is_opened_again(make, monkeypatch, tmp_path):
    monkeypatch.setattr(mixer_module, "AGAIN_S", (0.2, 0.2))
    player = make(events=GOES_AND_COMES.format(which=2))
    player.tune(muted=True)
    player.tune(muted=False)
    soon(player, "sound")
    first = player.mixer.pid
    (tmp_path / "pygame" / "removed").touch()
    soon(player, "bell")
    assert "the sound device has gone" in player.state().line
    player.send([Cue(time.monotonic(), Head.HOLD)])
    player.tick(time.monotonic() + 0.01)
    assert player.rings == [1]
    soon(player, "sound")
    assert player.mixer.pid not in (None, first)


def test_a_device_that_was_not_open_may_go(make, tmp_path):
    player = make(events=GOES_AND_COMES.format(which=0))
    soon(player, "sound")
    (tmp_path / "pygame" / "removed").touch()
    until = time.monotonic() + 1.5
    while time.monotonic() < until and (tmp_path / "pygame" / "removed").exists():
        player.tick(time.monotonic())
        time.sleep(0.01)
    assert player.state().kind == "sound"


def test_a_server_that_takes_no_more_is_noticed_by_a_sound_that_does_not_end(make, monkeypatch):
    monkeypatch.setattr(mixer_module, "AGAIN_S", (60.0,))
    stuck = "return getattr(Channel, 'now', None)"
    player = make(play="Channel.now = sound", get_sound=stuck)
    soon(player, "sound")
    player.send([Cue(time.monotonic() + 0.05, Head.READY)])
    soon(player, "bell")
    assert "the sound server does not answer" in player.state().line


def test_a_device_without_a_clock_is_not_used(make):
    """As ALSA's null device, a common remedy without a sound card."""
    player = make(busy=False)
    soon(player, "bell")
    assert "swallows all sound" in player.state().line
