"""Keeps numpy's BLAS to the thread that calls it: what is worked out here is too small to be shared out."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

_THREADS = "OPENBLAS_NUM_THREADS"


@contextmanager
def one_blas_thread() -> Iterator[None]:
    """Let numpy, where it is first imported in here, begin no threads; what the user has set holds.

    OpenBLAS 0.3.31, which numpy 2.4 brings, begins one for each processor, and they spin while the import
    goes on: it takes 119 ms of two processors with them, 67 ms without. The variable is read once, when the
    library is loaded, and is gone afterwards: no program that is started later finds it.
    """
    if _THREADS in os.environ:
        yield
        return
    os.environ[_THREADS] = "1"
    try:
        yield
    finally:
        del os.environ[_THREADS]
