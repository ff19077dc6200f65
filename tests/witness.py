"""A process that does nothing but wake up: how late it does is how far the machine lags, whatever it runs."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

import pytest

LAG_S = 0.02
"""From this lag on a real-time recording judges the machine: 20 ms is the least that one judges by."""
BEHIND_S = 0.1
"""From this on a recorder that looks at a screen is too late to tell when it changed."""
_WAKES = """
import select, sys, time
while True:
    asleep = time.monotonic()
    if select.select([0], [], [], 0.005)[0]:
        break
    late = time.monotonic() - asleep - 0.005
    if late > 0.01:
        print(late, flush=True)
"""


class Witness:
    """Watches the machine from when it is made until it is asked."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-S", "-c", _WAKES], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._worst = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.worst()

    def worst(self) -> float:
        """Stop watching, and return the longest lag that was seen, in seconds."""
        if self._process.returncode is None:
            said, _ = self._process.communicate()
            self._worst = max(map(float, said.split()), default=0.0)
        return self._worst


@contextmanager
def excused(witness: Witness, *, behind_s: float = 0.0) -> Iterator[None]:
    """Skip what fails while the machine lagged, or the recorder itself was behind, and say so."""
    try:
        yield
    except AssertionError as failure:
        lag = witness.worst()
        if lag >= LAG_S or behind_s >= BEHIND_S:
            pytest.skip(excuse(max(lag, behind_s), str(failure)))
        raise


def excuse(lag: float, said: str) -> str:
    """Return why a failure is none."""
    return f"the machine lagged by {lag * 1000:.0f} ms, so this judges nothing: {said[:120]}"
