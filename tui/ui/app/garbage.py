"""When Python looks for objects that hold each other and nothing else needs."""

import gc


def collect_again() -> None:
    """Look for them from now on, where the start has done without; what it has made is there to stay."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
