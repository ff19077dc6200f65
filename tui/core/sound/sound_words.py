"""The state of the sound in a word or a sentence, and the keys that change it."""

from dataclasses import replace

from tui.core.settings.settings import Settings
from tui.core.sound.cue import Way
from tui.core.sound.player import SoundState
from tui.core.text.limits import LOUDEST


def way_of(settings: Settings) -> Way:
    """Return in what the cues are given."""
    return Way(settings.cues)


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
    return replace(settings, volume=volume, muted=settings.muted and step < 0)
