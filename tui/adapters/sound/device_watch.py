"""Notices that the device of the mixer has gone or stands still; lives in the sound's own process only."""

from collections.abc import Callable
from typing import Any

STUCK_S = 1.0
"""A sound that still sounds this long after its end is on a server that takes no more."""
GONE = "the sound device has gone"
STUCK = "the sound server does not answer"


class DeviceLost(Exception):
    """Why nothing can be heard any more."""


class DeviceWatch:
    """What SDL and the channels tell of the device, asked a few times a second by the thread that made it.

    SDL 2 tells of a lost device only where a video driver runs; a dummy one does (pygame 2.6.1 and
    pygame-ce 2.5.8). An event without a device's number is of one that was not open.

    Args:
        events: returns what has happened since it was called last, as pairs of removed and device number.
    """

    def __init__(self, events: Callable[[], list[tuple[bool, int]]]) -> None:
        self._events = events
        self._playing: list[tuple[float, Any, Any]] = []

    def expect(self, until: float, channel: Any, sound: Any) -> None:
        """Note that a channel should have played a sound by `until`, in seconds of the monotonic clock."""
        self._playing.append((until, channel, sound))

    def look(self, now: float) -> None:
        """Look whether all is well.

        Raises:
            DeviceLost: when it is not.
        """
        if any(removed and device for removed, device in self._events()):
            raise DeviceLost(GONE)
        going_on = [
            (until, channel, sound) for until, channel, sound in self._playing if channel.get_sound() is sound
        ]
        if any(until + STUCK_S < now for until, _, _ in going_on):
            raise DeviceLost(STUCK)
        self._playing = going_on


def pygame_events(pygame: Any) -> Callable[[], list[tuple[bool, int]]]:
    """Return what reads the events of devices from pygame, once its dummy display is there."""
    kinds = (pygame.AUDIODEVICEREMOVED, pygame.AUDIODEVICEADDED)

    def read() -> list[tuple[bool, int]]:
        return [
            (event.type == pygame.AUDIODEVICEREMOVED, event.which)
            for event in pygame.event.get(kinds)
            if not event.iscapture
        ]

    return read
