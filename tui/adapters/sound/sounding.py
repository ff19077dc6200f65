"""A sound that the mixer plays: what is still to come of it can be changed to the sample."""

from collections.abc import Callable
from typing import Any

from tui.adapters.sound.stream_clock import StreamClock
from tui.core.sound.cue import Cue
from tui.core.sound.wave import RATE, Pcm, Ramp, shaped

_TRIES = 3


class Sounding:
    """One sound on a channel, from a sample of the mixer's stream on.

    A change plays what is left, as it is to be from then on, in the place of what was playing: the mixer
    exchanges the two between two blocks, so that no step is heard, however large its blocks are.

    Args:
        cue: what it is.
        pcm: its samples.
        gain: the factor of its samples.
        channel: a channel of the mixer.
        make: makes a sound of the mixer from samples.
        clock: the stream's.
    """

    def __init__(
        self,
        cue: Cue,
        pcm: Pcm,
        gain: float,
        channel: Any,
        make: Callable[[bytes], Any],
        clock: StreamClock,
    ) -> None:
        self.cue = cue
        self.channel = channel
        self.sound: Any = None
        self.first = 0
        """The sample of the stream at which it begins."""
        self._pcm = pcm
        self._ramp = Ramp(gain, gain)
        self._make, self._clock = make, clock

    @property
    def until(self) -> float:
        """The instant at which it has been heard."""
        return self._clock.heard_at(self.first + len(self._pcm))

    def start(self, at: float) -> bool:
        """Let it be heard at an instant, or as soon as may be; return whether it is in time."""
        wanted = self._clock.place_heard_at(at)

        def begin(place: int) -> None:
            self.first = max(wanted, place)

        self._play(begin)
        return self.first == wanted

    def fade_to(self, gain: float, seconds: float) -> None:
        """Bring it to another gain from now on."""
        before = self._ramp

        def fade(place: int) -> None:
            self._ramp = Ramp(before.gain(place), gain, place, round(seconds * RATE))

        self._play(fade)

    def end(self, seconds: float, at: float | None = None) -> None:
        """Fade it out, from an instant on or now, and never play it again."""
        before, pcm, count = self._ramp, self._pcm, round(seconds * RATE)
        wanted = 0 if at is None else self._clock.place_heard_at(at)

        def fade(place: int) -> None:
            begins = max(place, wanted)
            self._pcm = pcm[: max(0, begins + count - self.first)]
            self._ramp = Ramp(before.gain(begins), 0.0, begins, count)

        self._play(fade)

    def _play(self, change: Callable[[int], None]) -> None:
        """Make a change from the sample on that is the first to be fetched after it."""
        for _ in range(_TRIES):
            place = self._clock.settled_place()
            change(place)
            rest = shaped(self._pcm, self.first, place, self._ramp)
            if not rest.any():
                self.channel.stop()
                return
            self.sound = self._make(rest.tobytes())
            if self._clock.place() == place:
                break
        self.channel.play(self.sound)
