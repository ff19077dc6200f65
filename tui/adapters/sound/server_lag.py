"""How long a sound server holds samples back before they are heard; used in the sound's own process only."""

from collections.abc import Mapping
from pathlib import Path

_PERIODS = {"pulseaudio": 0.62, "pipewire": 0.6, "alsa": 2.0, "coreaudio": 1.0}
"""From a fetch to the first sound of its block, in blocks, as measured in recordings with blocks of 1024 to
4096; what SDL writes into a file has no lag, and of others we know nothing."""


def server_of(environ: Mapping[str, str], platform: str) -> str:
    """Return the name of the server or driver that SDL will choose: as told, else by its socket."""
    told = environ.get("SDL_AUDIODRIVER", "")
    if told and told != "pulseaudio":
        return told
    if platform == "darwin":
        return "coreaudio"
    runtime = Path(environ.get("XDG_RUNTIME_DIR", "/nonexistent"))
    if (runtime / "pipewire-0").exists() and "PULSE_SERVER" not in environ:
        return "pipewire"
    if told or "PULSE_SERVER" in environ or (runtime / "pulse" / "native").exists():
        return "pulseaudio"
    return "alsa"


def is_device(server: str) -> bool:
    """Whether it plays: what SDL writes into a file would begin anew with every opening."""
    return server in _PERIODS


def lag_s(server: str, period_s: float) -> float:
    """Return the seconds from a fetch to the first sound of its block."""
    return _PERIODS.get(server, 0.0) * period_s
