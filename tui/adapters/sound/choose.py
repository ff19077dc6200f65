"""Chooses what plays the cues: the sound device, the terminal's bell, or nothing."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Unpack

from tui.adapters.sound.bell import BellPlayer, SilentPlayer
from tui.adapters.sound.mixer import MixerPlayer
from tui.core.settings.settings import Settings
from tui.core.sound.cue import Cue
from tui.core.sound.player import Player, SoundState, Tuning, tuning_of

FAR = "over SSH, sounds would come out of the far machine"
_FAR_BELL = "Over SSH the bell is used (see unhunch doctor)."
_FAR_OFF = "No sound over SSH: the bell is off (see unhunch doctor)."
_POPUP = "The bell does not get out of a tmux popup: take a window."
"""Seen in tmux 3.3a and 3.7c: 0 of 4 rings; a program in a popup has TMUX and no TMUX_PANE."""
_BELL = "No sound device: the bell is used (see unhunch doctor)."
_OFF = "No sound device, and the bell is off (see unhunch doctor)."


def open_player(
    settings: Settings,
    environ: Mapping[str, str],
    ring_bell: Callable[[], None],
    log: Path | None = None,
) -> Player:
    """Return what `make_player` makes, opened."""
    player = make_player(settings, environ, ring_bell, log)
    player.open()
    return player


def probe_sound(environ: Mapping[str, str], timeout_s: float = 3.0) -> SoundState:
    """Return what would be heard here with default settings, having tried for at most `timeout_s`."""
    player = open_player(Settings(), environ, ring_bell=lambda: None)
    player.wait_ready(timeout_s)
    state = player.state()
    player.close()
    return state


def make_player(
    settings: Settings, environ: Mapping[str, str], ring_bell: Callable[[], None], log: Path | None
) -> Player:
    """Return the player that `settings` and `environ` ask for, not yet open.

    Args:
        settings: sounds, bell, volume, muted and movement tones.
        environ: the environment; `SSH_CONNECTION` in it asks for the bell.
        ring_bell: writes BEL to the terminal; called from `Player.tick` only.
        log: where the sound process's standard error goes; nowhere when None.
    """
    if not settings.sounds:
        return SilentPlayer()
    bell = None
    if settings.bell:
        bell = BellPlayer(
            ring_bell,
            FAR,
            brief=_FAR_BELL,
            unheard=_POPUP if environ.get("TMUX") and not environ.get("TMUX_PANE") else "",
            **tuning_of(settings),
        )
    if environ.get("SSH_CONNECTION"):
        return bell or SilentPlayer(f"No sound: {FAR}, and the bell is switched off.", _FAR_OFF)
    return MixerOrBell(MixerPlayer(environ, log, **tuning_of(settings)), bell)


class MixerOrBell:
    """A Player that uses the sound device while that works, else the bell if there is one."""

    def __init__(self, mixer: MixerPlayer, bell: BellPlayer | None) -> None:
        self._mixer = mixer
        self._bell = bell

    def open(self) -> None:
        """Open the device, again if it is open."""
        self._mixer.open()

    def state(self) -> SoundState:
        """Return what is in use and why."""
        if not self._mixer.fault:
            return self._mixer.state()
        if self._bell is None:
            line = f"No sound: {self._mixer.fault}, and the bell is switched off."
            return SoundState("off", line, _OFF)
        self._bell.why, self._bell.brief = self._mixer.fault, _BELL
        return self._bell.state()

    def wait_ready(self, timeout_s: float) -> bool:
        """Wait for the device."""
        return self._mixer.wait_ready(timeout_s)

    def send(self, cues: Sequence[Cue]) -> None:
        """Plan `cues`."""
        for player in self._both():
            player.send(cues)

    def silence(self) -> None:
        """Cancel what is planned and fade what sounds."""
        for player in self._both():
            player.silence()

    def tune(self, **changes: Unpack[Tuning]) -> None:
        """Have both sound otherwise."""
        for player in self._both():
            player.tune(**changes)

    def tick(self, now: float) -> None:
        """Notice faults; ring the bell while the device has one."""
        self._mixer.tick(now)
        if self._bell is None:
            return
        if self._mixer.fault:
            self._bell.tick(now)
        else:
            self._bell.pass_over(now)

    def close(self) -> None:
        """End both."""
        for player in self._both():
            player.close()

    def _both(self) -> list[Player]:
        return [self._mixer, self._bell] if self._bell else [self._mixer]
