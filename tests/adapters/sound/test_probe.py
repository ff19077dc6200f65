"""A device that takes all sound at once is no device; one that fills its blocks ahead is."""

from types import SimpleNamespace

import pytest

from tui.adapters.sound import child

RATE = 44100


class Machine:
    """A clock, and a device that takes so many samples at once and the rest as they are heard."""

    def __init__(self, at_once: float, oversleeps_s: float) -> None:
        self.now, self._at_once, self._oversleeps_s = 0.0, at_once, oversleeps_s
        self.mixer = SimpleNamespace(Sound=self._sound)

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds + self._oversleeps_s

    def _sound(self, buffer: bytes) -> SimpleNamespace:
        ends = len(buffer) / 4 - self._at_once
        playing = SimpleNamespace(get_busy=lambda: self.now * RATE < ends)
        return SimpleNamespace(play=lambda: playing)


@pytest.mark.parametrize("oversleeps_s", [0.0, 0.1, 0.3, 2.0])
@pytest.mark.parametrize("blocks", [1, 2, 3, 4])
def test_what_fills_its_blocks_ahead_is_used_however_late_it_is_asked(monkeypatch, blocks, oversleeps_s):
    machine = Machine(blocks * child.BUFFER, oversleeps_s)
    monkeypatch.setattr(child, "time", machine)
    assert not child._swallows(machine, RATE)


@pytest.mark.parametrize("oversleeps_s", [0.0, 0.1])
def test_what_takes_all_at_once_is_not(monkeypatch, oversleeps_s):
    machine = Machine(float("inf"), oversleeps_s)
    monkeypatch.setattr(child, "time", machine)
    assert child._swallows(machine, RATE)
