"""How the C library under Python keeps memory."""

from contextlib import suppress

_M_ARENA_MAX = -8
"""From glibc's malloc.h."""


def share_memory() -> None:
    """Let all threads that begin from now on take memory from one place, where the C library is glibc.

    It gives each new thread a place of its own and keeps there what the thread has left: a program that
    draws in threads grows by six to fourteen megabytes within two hundred sessions. Python's threads hardly
    ever ask at the same time.
    """
    with suppress(ImportError, OSError, AttributeError):  # no ctypes, no such library, another one
        import ctypes  # only here: some builds of Python lack it

        ctypes.CDLL(None).mallopt(_M_ARENA_MAX, 1)
