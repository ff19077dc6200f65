"""The state of the sound in a word or a sentence, and the keys that change it."""

from dataclasses import replace

from tui.core.player import LOUDEST, SoundState
from tui.core.settings import Settings


def sound_word(state: SoundState, settings: Settings) -> str:
    """Return what stands at the right end of the title: the volume, or what is in use instead."""
    if state.kind == "off" or not settings.sounds:
        return "no sound"
    if settings.muted:
        return "muted"
    if state.kind == "bell":
        return "bell"
    return f"sound {'#' * settings.volume}{'-' * (LOUDEST - settings.volume)}"


def sound_line(state: SoundState, settings: Settings) -> str:
    """Return one sentence: what is in use for the cues, and why."""
    if settings.muted and settings.sounds and state.kind != "off":
        return "Muted: m lets the cues be heard again."
    return state.line


def with_volume(settings: Settings, step: int) -> Settings:
    """Return the settings one step louder or softer; who turns it up wants to hear it."""
    volume = min(LOUDEST, max(0, settings.volume + step))
    return replace(settings, volume=volume, muted=settings.muted and step < 0)
