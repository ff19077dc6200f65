"""Two seconds of sound on request, and what they are played with."""

from tui.core.sound.cue import Cue, Glide, Head
from tui.core.sound.player import Player

AHEAD_S = 0.4
"""How long before the first cue they are sent."""
LASTS_S = 3.0


def cues_from(now: float) -> tuple[Cue, ...]:
    """Return the cues of a check that starts at `now`: a tick, a movement to the left, its hold."""
    at = now + AHEAD_S
    return (
        Cue(at, Head.READY),
        Cue(at + 0.5, Head.GO, Glide.LEFT, 1.2),
        Cue(at + 1.7, Head.HOLD),
    )


class SoundCheck:
    """Plays the check as soon as the sound is ready.

    Args:
        player: what it is played with, opened.
        now: the instant at which it was asked for, in seconds.
    """

    def __init__(self, player: Player, now: float) -> None:
        self._player = player
        self._until = now + LASTS_S
        self._sent = False

    def tick(self, now: float) -> str | None:
        """Go on; return the sentence to show, once it is known what is in use."""
        self._player.tick(now)
        state = self._player.state()
        if self._sent or (state.kind == "starting" and now < self._until):
            return None
        self._sent = True
        self._until = now + LASTS_S
        self._player.send(cues_from(now))
        return state.line

    def over(self, now: float) -> bool:
        """Whether it has been heard."""
        return self._sent and now >= self._until
