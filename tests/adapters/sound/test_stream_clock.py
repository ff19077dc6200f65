"""The clock of the mixer's stream, before a simulated device that fetches late and runs dry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.adapters.sound import stream_clock
from tui.adapters.sound.child import is_device, lag_s, server_of
from tui.adapters.sound.stream_clock import KEPT, StreamClock

RATE, BLOCK, LAG = 44100, 2048, 0.03
PERIOD = BLOCK / RATE


class Device:
    """Fetches block after block, each so much later than on time; `now` is the time."""

    def __init__(self, late_s, dry_from=None, dry_s=0.0):
        self.now = 100.0
        self._fetches = []
        for number, late in enumerate(late_s):
            gone = dry_s if dry_from is not None and number >= dry_from else 0.0
            self._fetches.append(100.0 + (number + 1) * PERIOD + late + gone)
        self.clock = StreamClock(self.position_ms, BLOCK, RATE, LAG, lambda: self.now)

    def position_ms(self):
        done = [at for at in self._fetches if at <= self.now]
        if not done:
            return -1
        return int(1000 * len(done) * PERIOD) + int(1000 * (self.now - done[-1]))

    def run_to(self, now):
        while self.now < now:
            self.now += PERIOD * 0.5
            self.clock.look()


late = st.lists(st.floats(0, 0.004), min_size=60, max_size=60)


@given(late_s=late, until=st.floats(100.6, 102.0))
def test_it_knows_what_is_heard_when_to_a_few_milliseconds(late_s, until):
    device = Device(late_s)
    device.run_to(until)
    at = device.now + 0.2
    place = device.clock.place_heard_at(at)
    true = round((at - 100.0 - PERIOD - LAG) * RATE)
    assert abs(place - true) < 0.006 * RATE
    assert device.clock.heard_at(place) == pytest.approx(at, abs=1e-4)
    assert device.clock.underruns == 0


@given(late_s=st.lists(st.sampled_from([0.0] * 9 + [0.03]), min_size=60, max_size=60))
def test_a_single_late_fetch_neither_misleads_nor_counts(late_s):
    for first in range(0, 60, 4):
        late_s[first : first + 3] = [0.0] * 3
    device = Device(late_s)
    device.run_to(102.0)
    place = device.clock.place_heard_at(device.now)
    assert abs(place - (device.now - 100.0 - PERIOD - LAG) * RATE) < 0.012 * RATE
    assert device.clock.underruns == 0


@given(dry_s=st.floats(0.012, 0.3), dry_from=st.integers(20, 30))
def test_a_stream_that_ran_dry_is_counted_once_and_followed(dry_s, dry_from):
    device = Device([0.0] * 80, dry_from, dry_s)
    device.run_to(100.0 + 75 * PERIOD)
    assert device.clock.underruns == 1
    true = (device.now - 100.0 - dry_s - PERIOD - LAG) * RATE
    assert abs(device.clock.place_heard_at(device.now) - true) < 0.006 * RATE


@given(wait=st.floats(0, PERIOD))
def test_a_settled_place_is_not_about_to_change(wait):
    device = Device([0.0] * 60)
    device.run_to(101.0)
    device.now += wait
    slept = []

    def sleep(seconds):
        slept.append(seconds)
        device.now += seconds

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stream_clock.time, "sleep", sleep)
        place = device.clock.settled_place()
    assert sum(slept) <= 0.5 * PERIOD
    device.now += 0.003
    assert device.clock.place() == place


def test_before_the_first_fetch_everything_is_now():
    device = Device([])
    device.clock.look()
    assert device.clock.place() == 0
    assert device.clock.heard_at(0) == pytest.approx(device.now + PERIOD + LAG)
    assert KEPT > 4


@pytest.mark.parametrize(
    ("environ", "platform", "server"),
    [
        ({"SDL_AUDIODRIVER": "disk"}, "linux", "disk"),
        ({"SDL_AUDIODRIVER": "alsa"}, "linux", "alsa"),
        ({"SDL_AUDIODRIVER": "pulseaudio"}, "linux", "pulseaudio"),
        ({"PULSE_SERVER": "unix:/x"}, "linux", "pulseaudio"),
        ({}, "darwin", "coreaudio"),
        ({}, "linux", "alsa"),
    ],
)
def test_the_lag_is_that_of_the_server_that_is_there(environ, platform, server):
    assert server_of(environ, platform) == server
    assert is_device(server) == (server != "disk") == (lag_s(server, PERIOD) > 0)


def test_a_pipewire_or_pulseaudio_socket_tells_which(tmp_path):
    environ = {"XDG_RUNTIME_DIR": str(tmp_path)}
    (tmp_path / "pulse").mkdir()
    (tmp_path / "pulse" / "native").touch()
    assert server_of(environ, "linux") == "pulseaudio"
    (tmp_path / "pipewire-0").touch()
    assert server_of(environ, "linux") == "pipewire"
