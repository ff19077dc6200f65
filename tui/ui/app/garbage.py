"""What waits until the first paint is out."""

import gc


def collect_again() -> None:
    """Look for garbage from now on, where the start has done without; what it has made is there to stay."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
