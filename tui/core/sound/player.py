"""What plays the cues of a session, as seen by those who plan them, and what is said of its state."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol, TypedDict, Unpack

from tui.core.settings.settings import Settings
from tui.core.sound.cue import Cue, Way
from tui.core.text.limits import LOUDEST


@dataclass(frozen=True, slots=True)
class SoundState:
    """What is in use for the cues.

    `kind` is what sounds now: the mixer, the terminal's bell, nothing, or not known yet. `line` is one
    sentence that says which and why; `brief` says it in one row of the smallest screen, where `line` may
    be longer.
    """

    kind: Literal["sound", "bell", "off", "starting"]
    line: str
    brief: str = ""

    @property
    def short(self) -> str:
        """`brief`, or `line` where that is short itself."""
        return self.brief or self.line


class Tuning(TypedDict, total=False):
    """How cues sound, whichever they are."""

    volume: int
    """0 to `LOUDEST`."""
    muted: bool
    """Whether no cue is heard."""
    tones: bool
    """Whether tones accompany movements; without them their motifs are heard."""
    way: Way
    """Words, tones, or both; what is planned in other ways is not heard."""


class Player(Protocol):
    """Plays planned cues. No method blocks (but `wait_ready`) and none ever raises for want of a device.

    The owner calls `tick` a few times a second (every frame is fine) from one thread, that of all calls.
    """

    def open(self) -> None:
        """Start the sound and return at once. Open again to start anew, e.g. after the device vanished."""

    def state(self) -> SoundState:
        """Return what is in use now and why."""

    def wait_ready(self, timeout_s: float) -> bool:
        """Wait until the state is no longer "starting", at most `timeout_s`; return whether it is sound."""

    def send(self, cues: Sequence[Cue]) -> None:
        """Plan `cues`, whose instants are `time.monotonic()` ones: at least a second ahead is best."""

    def silence(self) -> None:
        """Cancel all that is planned and fade what sounds: silent within 150 ms, without a click."""

    def tune(self, **changes: Unpack[Tuning]) -> None:
        """Change how it sounds; what is not named stays as it is, and what is planned stays planned."""

    def tick(self, now: float) -> None:
        """Read what the sound reports, notice its faults, and ring the bell where that is in use."""

    def close(self) -> None:
        """End the sound without waiting for it: planned cues are dropped, a short last one rings out."""


def tuning_of(settings: Settings) -> Tuning:
    """Return how the settings have cues sound."""
    return {
        "volume": settings.volume,
        "muted": settings.muted,
        "tones": settings.movement_tones,
        "way": Way(settings.cues),
    }


WAYS = {
    Way.BOTH: "Words and tones.",
    Way.WORDS: "Words, and tones only where there is no word.",
    Way.TONES: "Tones alone: c lets words be heard.",
}
"""What is said of a way of giving cues."""

FIRST_VOLUME = 3
"""Who has not been asked hears words no louder."""


def sound_word(state: SoundState, settings: Settings) -> str:
    """Return what stands at the right end of the title: that there is sound, or what is in use instead."""
    if state.kind == "off" or not settings.sounds:
        return "no sound"
    if settings.muted:
        return "muted"
    if state.kind == "bell":
        return "bell"
    return "sound"


def sound_share(state: SoundState, settings: Settings) -> float | None:
    """Return how much of the volume is turned up, 0 to 1; None where there is none to turn."""
    return settings.volume / LOUDEST if sound_word(state, settings) == "sound" else None


def sound_line(state: SoundState, settings: Settings) -> str:
    """Return one sentence: what is in use for the cues, and why."""
    if settings.muted and settings.sounds and state.kind != "off":
        return "Muted: m lets the cues be heard again."
    return state.line


def sound_brief(state: SoundState, settings: Settings) -> str:
    """Return the same in one short row."""
    return sound_line(replace(state, line=state.short), settings)


def mute_line(state: SoundState, settings: Settings) -> str:
    """Return what muting, or being heard again, has come to."""
    if settings.muted:
        return "Muted: m lets the cues be heard again."
    return "Heard again: " + (
        "the bell." if state.kind == "bell" else f"volume {settings.volume} of {LOUDEST}."
    )


def volume_line(state: SoundState, before: Settings, settings: Settings) -> str:
    """Return what turning the volume up or down has come to.

    Args:
        state: of the sound before it.
        before: the settings before it.
        settings: those in force now.
    """
    if not settings.sounds or state.kind == "off":
        return state.short
    again = "Heard again. " if before.muted and not settings.muted else ""
    if state.kind == "bell":
        return f"{again}The bell has no volume" + ("." if settings.volume else ": at 0 it is silent too.")
    ends = {0: ": nothing is heard", LOUDEST: ", the loudest"}
    still = ", still muted" if settings.muted else ends.get(settings.volume, "")
    return f"{again}Volume {settings.volume} of {LOUDEST}{still}."


def with_volume(settings: Settings, step: int) -> Settings:
    """Return the settings one step louder or softer; who turns it up wants to hear it."""
    volume = min(LOUDEST, max(0, settings.volume + step))
    return settings._replace(volume=volume, muted=settings.muted and step < 0)
