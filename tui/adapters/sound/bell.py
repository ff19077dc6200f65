"""Rings the terminal's bell where there is no sound device: one sound, so only the turns of a session."""

import heapq
from collections.abc import Callable, Sequence
from typing import Unpack

from tui.core.sound.cue import Cue, Head, Way
from tui.core.sound.player import SoundState, Tuning

LATE_S = 0.5
"""A ring that is later than this is left out."""

APART_S = 0.25
"""Between the rings of one cue."""

_RINGS = {Head.READY: 0, Head.TICK: 0, Head.EXERCISE_DONE: 2, Head.ALL_DONE: 3}


class BellPlayer:
    """A Player that rings once at each turn, twice when an exercise is done, three times at the end.

    A bell cannot be planned: it rings in `tick`, so that it is as late as that is called.

    Args:
        ring: writes BEL to the terminal.
        why: why the bell is used, completing "The terminal bell is used: ".
        brief: the state in one short sentence.
        unheard: where it may not be heard, as a sentence; empty otherwise.
        tuning: how it sounds at first: not at all at volume 0.
    """

    def __init__(
        self,
        ring: Callable[[], None],
        why: str = "",
        *,
        brief: str = "",
        unheard: str = "",
        **tuning: Unpack[Tuning],
    ) -> None:
        self.unheard = unheard
        self.why = why
        self.brief = brief
        self._ring = ring
        self._tuning: Tuning = {"volume": 5, "muted": False, **tuning}
        self._due: list[float] = []

    def open(self) -> None:
        """There is nothing to open."""

    def state(self) -> SoundState:
        """Return "bell", and why."""
        line = f"The terminal bell is used: {self.why}."
        if self.unheard:
            return SoundState("bell", f"{line} {self.unheard}", self.unheard)
        return SoundState("bell", line, self.brief)

    def wait_ready(self, timeout_s: float) -> bool:
        """Return False at once: it is not sound."""
        return False

    def send(self, cues: Sequence[Cue]) -> None:
        """Plan the rings of `cues`."""
        for cue in cues:
            if Way.TONES not in cue.ways:
                continue
            rings = _RINGS.get(cue.head, 1) if cue.head else 1
            for number in range(rings):
                heapq.heappush(self._due, cue.at + number * APART_S)

    def silence(self) -> None:
        """Cancel all rings."""
        self._due.clear()

    def tune(self, **changes: Unpack[Tuning]) -> None:
        """Ring or not; a bell has no tones, and one voice."""
        self._tuning.update(changes)

    def tick(self, now: float) -> None:
        """Ring once when a ring is due."""
        if self.pass_over(now) and not self._tuning["muted"] and self._tuning["volume"]:
            self._ring()

    def pass_over(self, now: float) -> bool:
        """Leave out what is due by `now`; return whether any of it is still worth a ring."""
        timely = False
        while self._due and self._due[0] <= now:
            timely |= now - heapq.heappop(self._due) <= LATE_S
        return timely

    def close(self) -> None:
        """Cancel all rings."""
        self._due.clear()


class SilentPlayer:
    """A Player that is never heard.

    Args:
        line: why, in one sentence.
        brief: the same in one short sentence, where `line` is long.
    """

    def __init__(self, line: str = "Sounds are switched off in Settings.", brief: str = "") -> None:
        self._state = SoundState("off", line, brief)

    def open(self) -> None:
        """There is nothing to open."""

    def state(self) -> SoundState:
        """Return "off", and why."""
        return self._state

    def wait_ready(self, timeout_s: float) -> bool:
        """Return False at once."""
        return False

    def send(self, cues: Sequence[Cue]) -> None:
        """Ignore them."""

    def silence(self) -> None:
        """It is silent."""

    def tune(self, **changes: Unpack[Tuning]) -> None:
        """Nothing sounds."""

    def tick(self, now: float) -> None:
        """There is nothing to do."""

    def close(self) -> None:
        """There is nothing to close."""
