"""The process that decodes one sound file: to standard output, 16-bit stereo at the mixer's rate."""

import os
import sys

BUFFER = 2048
"""The mixer's own: what pygame makes of a file depends on it, and with 512 a sample of each piece is lost."""
LIMIT_S = 2
"""Of processor time: what takes longer is no word."""
MOST_BYTES = 2**29
"""Of data, where the system lets it be limited: a file of a megabyte can claim to be hours."""


def main(path: str) -> None:
    """Write the samples of the file at `path`; the status is not 0 when that is not possible."""
    _limit()
    for module in ("numpy", "pkg_resources"):  # pygame imports what is there, and slowly
        sys.modules.setdefault(module, None)  # type: ignore[arg-type]
    import pygame
    import pygame.mixer

    try:
        pygame.mixer.init(44100, -16, 2, BUFFER, allowedchanges=0)
        samples = pygame.mixer.Sound(path).get_raw()
    except (OSError, MemoryError, pygame.error):
        os._exit(1)
    with open(1, "wb") as out:
        out.write(samples)
    os._exit(0)  # an orderly end may wait for a device


def _limit() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT_S, LIMIT_S))
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))
    except (ImportError, OSError, ValueError):
        return
