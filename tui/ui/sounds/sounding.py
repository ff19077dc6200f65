"""A screen on which something is heard: mute and volume, kept in the settings."""

from typing import TypeVar

from tui.core.sound.player import (
    mute_line,
    sound_brief,
    sound_line,
    sound_share,
    sound_word,
    volume_line,
    with_volume,
)
from tui.core.text.glyphs import progress
from tui.core.text.limits import LOUDEST
from tui.ui.keys.commands import KeyCommand
from tui.ui.kit.base import BaseScreen, glyphs_of

ResultT = TypeVar("ResultT")


class SoundingScreen(BaseScreen[ResultT]):
    """Has the sound at the right end of its title, and the keys that change it."""

    def unavailable(self, command_id: str) -> str | None:
        """Return why the sound cannot be muted."""
        if command_id == f"{self.GROUP}.mute" and not self.settings.sounds:
            return "Sounds are switched off in Settings."
        return None

    def footer_name(self, command: KeyCommand) -> str:
        """Return what a command is called now: what is muted is let be heard again."""
        muted = command.id == f"{self.GROUP}.mute" and self.settings.muted
        return "Unmute" if muted else super().footer_name(command)

    def show_sound(self, *, brief: bool = False) -> str:
        """Show the volume, or what is in use instead, and return the whole sentence, or a short one."""
        state = self.port.player().state()
        word = sound_word(state, self.settings)
        share = sound_share(state, self.settings)
        bar = "" if share is None else " " + "".join(progress(glyphs_of(self), LOUDEST, share))
        self.title_line.right = word + bar
        return sound_brief(state, self.settings) if brief else sound_line(state, self.settings)

    def action_mute(self) -> None:
        """Mute, or be heard again."""
        self.port.change_settings(self.settings._replace(muted=not self.settings.muted))
        self.show_sound()
        self.say(mute_line(self.port.player().state(), self.settings))

    def action_louder(self) -> None:
        """Turn the volume up."""
        self._change_volume(1)

    def action_softer(self) -> None:
        """Turn the volume down."""
        self._change_volume(-1)

    def _change_volume(self, step: int) -> None:
        """Change it, and try the sound device again where it did not work."""
        player = self.port.player()
        before, state = self.settings, player.state()
        if before.sounds and state.kind in ("bell", "off"):
            player.open()
        self.port.change_settings(with_volume(before, step))
        self.show_sound()
        self.say(volume_line(state, before, self.settings))
