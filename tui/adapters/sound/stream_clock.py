"""Tells which sample of the mixer's stream is heard when; lives in the sound's own process only."""

import time
from collections import deque
from collections.abc import Callable

KEPT = 10
"""So many readings of the stream's place are judged together."""

_OUTLIERS = 2
_JUMP_S = 0.008
"""A stream that is later than before by this much, for good, ran dry in between."""
_SAFE_FROM, _SAFE_TO = 0.3, 0.85
"""The part of a period in which the block before has surely been fetched and the next one has not."""
_RECENT = 4
"""So many readings tell how early the next fetch may come."""
_TRIES = 2


class StreamClock:
    """Maps samples of the mixer's stream to instants of the monotonic clock.

    The device fetches the stream block by block, at instants that a busy machine delays; the samples leave
    the loudspeaker evenly all the same, while the device's queue does not run dry. So the phase of the
    stream is the mean of many fetches, and what is heard follows it by the device's own lag.

    Args:
        position_ms: milliseconds of stream that were fetched, and since then: pygame's `music.get_pos`
            while a silent piece plays. It is read without a lock; to pause the piece, for an exact
            place, takes the mixer's lock with the interpreter's held, and stops the process for good.
        block: samples in a fetch.
        rate: samples a second.
        lag_s: from a fetch to the first sound of its block.
        clock: the monotonic clock.
    """

    def __init__(
        self,
        position_ms: Callable[[], int],
        block: int,
        rate: int,
        lag_s: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._position_ms = position_ms
        self._block, self._rate = block, rate
        self._lag_s = lag_s
        self._clock = clock
        self._phases: deque[float] = deque(maxlen=KEPT)
        self.underruns = 0
        """How often the stream ran dry."""

    @property
    def period_s(self) -> float:
        """Seconds between two fetches."""
        return self._block / self._rate

    @property
    def ahead_s(self) -> float:
        """How long before it is heard a sound must be handed over."""
        return self._lag_s + 1.6 * self.period_s

    def look(self) -> None:
        """Take a reading; once a period while something is to be played."""
        position = self._position_ms()
        if position < 0:
            return
        self._phases.append(self._clock() - position / 1000)
        if len(self._phases) < KEPT:
            return
        phases = list(self._phases)
        if min(phases[KEPT // 2 :]) > min(phases[: KEPT // 2]) + _JUMP_S:
            self.underruns += 1
            self._phases = deque(phases[KEPT // 2 :], KEPT)

    def place(self) -> int:
        """Return the first sample of the stream that has not been fetched."""
        return int(self._position_s() / self.period_s) * self._block

    def settled_place(self) -> int:
        """Return `place` at a moment at which it holds for a while yet.

        Waits for half a period at most while fetches are even. After a late one the next may be as late (a
        driver that sleeps between blocks) or on time (a device): the moment is one that is safe for both,
        and where there is none the next fetches are waited for.
        """
        for _ in range(_TRIES):
            position = self._position_s()
            passed, latest = position / self.period_s % 1, self._clock() - position
            early = (latest - min([latest, *list(self._phases)[-_RECENT:]])) / self.period_s
            if _SAFE_FROM <= passed <= _SAFE_TO - early:
                break
            time.sleep((_SAFE_FROM - passed) % 1 * self.period_s)
        return self.place()

    def place_heard_at(self, instant: float) -> int:
        """Return the sample that is heard at an instant."""
        return round((instant - self._phase() - self.period_s - self._lag_s) * self._rate)

    def heard_at(self, place: int) -> float:
        """Return the instant at which a sample is heard."""
        return place / self._rate + self._phase() + self.period_s + self._lag_s

    def _position_s(self) -> float:
        """Return the seconds of stream that were fetched, and since then; 0 before the first fetch."""
        return max(0, self._position_ms()) / 1000

    def _phase(self) -> float:
        """Return the instant from which the stream has run evenly; now before the first reading."""
        if not self._phases:
            return self._clock()
        phases = sorted(self._phases)
        if len(phases) > 2 * _OUTLIERS + 1:
            phases = phases[_OUTLIERS:-_OUTLIERS]
        return sum(phases) / len(phases)
